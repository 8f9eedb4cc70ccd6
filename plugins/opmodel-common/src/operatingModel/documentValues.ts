/** An object of a document that people wrote, of which nothing is known yet. */
export type DocumentPart = Readonly<Record<string, unknown>>;

/** Schemes of addresses that a page may link to. Any other could run what a document says. */
const linkable = /^(https?|mailto|tel|slack|msteams):/i;

/** The object that a value is; an empty one for anything else. */
export function readPart(value: unknown): DocumentPart {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as DocumentPart)
    : {};
}

/** The list that a value is. What is written without the list that it should stand in counts as a list of one. */
export function readList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) {
    return [];
  }
  return Array.isArray(value) ? value : [value];
}

/** The text that a value is, without spaces around it. Numbers count, as YAML reads a name such as `42` as one. */
export function readText(value: unknown): string | null {
  const text =
    typeof value === 'number' && Number.isFinite(value) ? `${value}` : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

/** The texts of a list, each once. */
export function readTexts(value: unknown): string[] {
  return [...new Set(readList(value).flatMap(item => readText(item) ?? []))];
}

/** The word of a vocabulary that a value is, however its letters and spaces are written. */
export function readWord<Word extends string>(
  value: unknown,
  words: readonly Word[],
): Word | null {
  const text = readText(value)?.toLowerCase();
  const spelled = text?.replace(/[\s_-]+/g, '-');
  return (
    words.find(word => word === text || word.replace(/_/g, '-') === spelled) ??
    null
  );
}

/** An address that a page may link to; null for any other. */
export function readUrl(value: unknown): string | null {
  const text = readText(value);
  return text !== null && linkable.test(text) ? text : null;
}

/**
 * What a list says that means "all" where it is empty. Were its wrong entries left out alone, a spelling mistake would make it
 * mean all.
 *
 * @returns null where something is written and nothing of it could be read
 */
export function readLimit<Item>(
  value: unknown,
  read: (item: unknown) => Item | null,
): Item[] | null {
  const written = readList(value);
  const items = [...new Set(written.flatMap(item => read(item) ?? []))];
  return written.length > 0 && items.length === 0 ? null : items;
}
