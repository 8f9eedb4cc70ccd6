const LONGEST_ADDRESS = 2_000;

/**
 * An address that may be put before people: absolute, http or https, without a name or password in it.
 *
 * @returns as browsers write it; null: it is none
 */
export function httpAddress(address: unknown): string | null {
  if (typeof address !== 'string' || address.length > LONGEST_ADDRESS) {
    return null;
  }
  // A parser takes `https:example.com` and `\t` in the midst of it; whoever reads the text would not see where that leads.
  if (!/^https?:\/\/[^\s\\]+$/i.test(address) || !URL.canParse(address)) {
    return null;
  }
  const { protocol, username, password, href } = new URL(address);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  return isWeb && username === '' && password === '' ? href : null;
}
