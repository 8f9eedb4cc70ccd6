/** Longest text of a document. Characters. */
export const MAX_DOCUMENT_LENGTH = 64 * 1024;

const MAX_DEPTH = 20;
const MAX_VALUES = 20_000;

/** How much a document may say. */
export interface DocumentBounds {
  /** Characters of all its texts. */
  length: number;
  values: number;
}

/** What people write about one thing. */
export const usualBounds: DocumentBounds = {
  length: MAX_DOCUMENT_LENGTH,
  values: MAX_VALUES,
};

/** A list of many things that are written one by one: 5,000 items of 200 characters. */
export const listBounds: DocumentBounds = {
  length: 1024 * 1024,
  values: 200_000,
};

/**
 * Why a document is too much to work with, if it is: whatever handles entities walks them, and a document that contains itself, or
 * one that a few aliases make enormous, would never end.
 *
 * @returns what was expected instead; null where it is fine
 */
export function findExcess(
  document: unknown,
  bounds: DocumentBounds = usualBounds,
): string | null {
  let values = 0;
  let length = 0;
  const waiting: { value: unknown; depth: number }[] = [
    { value: document, depth: 0 },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    values += 1;
    // What contains itself is deeper than any limit.
    if (depth > MAX_DEPTH) {
      return `must have at most ${MAX_DEPTH} levels and not contain itself`;
    }
    if (values > bounds.values) {
      return `must have at most ${bounds.values} values`;
    }
    if (typeof value === 'string') {
      length += value.length;
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        length += Array.isArray(value) ? 0 : key.length;
        waiting.push({ value: part, depth: depth + 1 });
      }
    }
    if (length > bounds.length) {
      return `must have at most ${bounds.length} characters`;
    }
  }
  return null;
}
