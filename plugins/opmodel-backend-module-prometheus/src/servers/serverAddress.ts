/**
 * The address of a server, written in one way only, so that two may be compared: with a slash at its end.
 *
 * @returns undefined for anything else than an address on the web without credentials, query and fragment
 */
export function readServerAddress(text: string): URL | undefined {
  if (!URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  if (
    !['http:', 'https:'].includes(url.protocol) ||
    url.username ||
    url.password ||
    url.search ||
    url.hash
  ) {
    return undefined;
  }
  url.pathname = url.pathname.replace(/\/*$/, '/');
  return url;
}
