import type { SuggestionSource } from './debtSuggestion';

/**
 * What a suggestion is known by: the same for the same parts, and another for any other ones.
 *
 * Parts are what stays as long as the debt does: a rule and a text, but no line, no count and no day. It is a 64-bit FNV-1a hash
 * (Fowler, Noll, Vo; RFC 9923) over UTF-16 code units, which keeps a million suggestions apart; it is no protection against somebody who
 * looks for two that are alike, who would gain that one of their own findings hides another.
 *
 * @returns such as `todo:85944171f73967e8`
 */
export function suggestionFingerprint(
  source: SuggestionSource,
  entityRef: string,
  parts: readonly (number | string | null)[],
): string {
  const text = JSON.stringify([entityRef.toLowerCase(), ...parts]);
  return `${source}:${fnv1a64(text)}`;
}

/**
 * Hash of the code units of a text, the lower byte of each first, as 16 hexadecimal digits. The 64 bits are kept in four limbs of 16, which
 * products of numbers do not overflow: the prime is 2^40 + 0x1b3.
 */
export function fnv1a64(text: string): string {
  let [a, b, c, d] = [0x2325, 0x8422, 0x9ce4, 0xcbf2];
  for (let at = 0; at < text.length * 2; at += 1) {
    const unit = text.charCodeAt(Math.floor(at / 2));
    const byte = at % 2 === 0 ? unit % 256 : Math.floor(unit / 256);
    /* eslint-disable-next-line no-bitwise */
    const low = a ^ byte;
    const first = low * 0x1b3;
    const second = b * 0x1b3 + Math.floor(first / 0x10000);
    const third = c * 0x1b3 + low * 0x100 + Math.floor(second / 0x10000);
    const fourth = d * 0x1b3 + b * 0x100 + Math.floor(third / 0x10000);
    a = first % 0x10000;
    b = second % 0x10000;
    c = third % 0x10000;
    d = fourth % 0x10000;
  }
  return [d, c, b, a].map(limb => limb.toString(16).padStart(4, '0')).join('');
}
