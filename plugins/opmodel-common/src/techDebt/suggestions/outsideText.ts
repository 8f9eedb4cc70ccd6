/** Characters that end a line, act on a terminal, or turn the direction in which what follows is read. */
const UNSEEN =
  /[\p{Cc}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu;

const MARKUP = /[\\`*_{}[\]()<>#!|~&+\-.:@]/g;

/**
 * Text from outside in one line: without characters that are not seen, and no longer than is asked for. Half of a character becomes
 * U+FFFD, so that every database and address takes it.
 *
 * @param most - characters as texts are limited by them, which are UTF-16 units; a longer text ends in an ellipsis
 */
export function asOneLine(text: string, most: number): string {
  // Cut before it is worked on, so that a text of any length costs the same.
  const line = text
    .slice(0, most * 4)
    .replace(UNSEEN, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/ {2,}/g, ' ')
    .trim();
  if (line.length <= most && text.length <= most * 4) {
    return line;
  }
  // The first half of a character alone would be none.
  const cut = line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}…`;
}

/** Text from outside as Markdown that shows it: no HTML, no image, no emphasis, and no link but an address that stands there to be read. */
export function asMarkdownText(text: string, most: number): string {
  return asOneLine(text, most).replace(MARKUP, '\\$&');
}

/** A name or path from outside as Markdown shows code, which has no markup in it. */
export function asMarkdownCode(text: string, most: number): string {
  const line = asOneLine(text, most).replace(/`/g, "'");
  return line === '' ? '–' : `\`${line}\``;
}
