/**
 * Text without what a PostgreSQL text column cannot hold: NUL characters and halves of surrogate pairs. One such entity
 * must not stop the snapshot of all others.
 */
export function cleanText(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '');
}
