/** Text with ordinary spaces, where a formatter puts narrow and unbreakable ones. */
export function plainText(text: string | null | undefined): string {
  return (text ?? '').replace(/\s/g, ' ');
}
