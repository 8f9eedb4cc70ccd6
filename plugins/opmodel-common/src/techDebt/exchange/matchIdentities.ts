import type { ImportRow } from './ImportRow';
import type { KnownDebtItem } from './KnownDebtItem';
import { anotherThan, RowsOfExternalId } from './RowsOfExternalId';

/** What rows mean by what they call it. */
export interface MatchedIdentities {
  means: ReadonlyMap<ImportRow, KnownDebtItem>;
  /** Why it cannot be told what a row means by its `externalId`. */
  refused: ReadonlyMap<ImportRow, string>;
}

/**
 * Finds for rows the items that they name. What a document gives a name is known by that name alone; any other by the item's own id, or by
 * what another system calls it. Others may call another thing the same. So that means only what hangs on an entity of the row, and a row that speaks of no
 * entities means the one item that is called so. Whoever says it of a row twice, or of what may be several items, is refused.
 *
 * It does not depend on the order of the items, and what is done once is found again by the same rows.
 */
export function matchIdentities(
  rows: readonly ImportRow[],
  known: readonly KnownDebtItem[],
): MatchedIdentities {
  const claims = new Map<KnownDebtItem, ImportRow>();
  const refused = new Map<ImportRow, string>();
  const means = new Map<ImportRow, KnownDebtItem>();
  const claim = (row: ImportRow, one: KnownDebtItem) => {
    claims.set(one, row);
    means.set(row, one);
  };
  const byName = new Map(known.map(one => [one.name, one] as const));
  for (const row of rows) {
    const one = row.name === null ? undefined : byName.get(row.name);
    if (one && !claims.has(one)) {
      claim(row, one);
    }
  }
  const byId = new Map(known.map(one => [one.id, one] as const));
  const external = new Map<string, ImportRow[]>();
  for (const row of rows.filter(({ name }) => name === null)) {
    const id = row.given.externalId ?? null;
    const one = id === null ? undefined : byId.get(id);
    const earlier = one && claims.get(one);
    if (one && !means.has(row)) {
      if (earlier) {
        refused.set(row, anotherThan(earlier.row));
      } else {
        claim(row, one);
      }
    } else if (id !== null && !one) {
      external.set(id, external.get(id) ?? []);
      external.get(id)!.push(row);
    }
  }
  const called = new Map<string, KnownDebtItem[]>();
  for (const one of known) {
    const { externalId } = one.item;
    if (externalId !== null && external.has(externalId)) {
      called.set(externalId, called.get(externalId) ?? []);
      called.get(externalId)!.push(one);
    }
  }
  for (const [id, some] of external) {
    new RowsOfExternalId(some, called.get(id) ?? [], {
      claims,
      means,
      claim,
      refuse: (row, why) => refused.set(row, why),
    }).match();
  }
  return { means, refused };
}
