/** Ends a text with a line break. More than one may be meant: they can be the end of a block of text. */
export function endLine(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
