import type { ExchangedDebtItem } from './exchangedItem';

/** A row that looks like something that there is already, or like an earlier row. */
export interface PossibleDuplicate {
  row: number;
  /** Id of the item that it looks like; null: it is like an earlier row. */
  id: string | null;
  /** The earlier row; null: it is like an item. */
  ofRow: number | null;
}

/**
 * Finds rows whose title has the words of another's, whatever its capitals and punctuation, and which share an entity with it. An item
 * comes before a row, and the first before a later one.
 */
export function findPossibleDuplicates(
  rows: readonly { row: number; item: ExchangedDebtItem }[],
  known: readonly { id: string; item: ExchangedDebtItem }[],
): PossibleDuplicate[] {
  // Only these are kept, as a register may be much larger than a file.
  const asked = new Set(rows.flatMap(({ item }) => likenessesOf(item)));
  const like = new Map<string, Omit<PossibleDuplicate, 'row'>>();
  for (const { id, item } of known) {
    for (const likeness of likenessesOf(item)) {
      if (asked.has(likeness) && !like.has(likeness)) {
        like.set(likeness, { id, ofRow: null });
      }
    }
  }
  return rows.flatMap(({ row, item }) => {
    const likenesses = likenessesOf(item);
    const found = likenesses.flatMap(likeness => like.get(likeness) ?? []);
    for (const likeness of likenesses) {
      if (!like.has(likeness)) {
        like.set(likeness, { id: null, ofRow: row });
      }
    }
    const first = found.find(({ id }) => id !== null) ?? found[0];
    return first ? [{ row, ...first }] : [];
  });
}

/** One text for each entity: the words of the title and the entity. */
function likenessesOf({ title, entityRefs }: ExchangedDebtItem): string[] {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  // Signs alone are compared as they are.
  return entityRefs.map(ref => `${ref} ${words || title}`);
}
