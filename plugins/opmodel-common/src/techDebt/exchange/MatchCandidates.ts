import type { ExchangedDebtItem } from './exchangedItem';
import type { ImportRow } from './ImportRow';
import type { KnownDebtItem } from './KnownDebtItem';

/** Among how many items of the same title and entities one is looked for that says what a row says, and more. */
const MOST_COMPARED = 20;

/** Free items by what is compared of them. */
export class MatchCandidates {
  readonly #anonymous = new Map<string, Set<KnownDebtItem>>();
  readonly #identified = new Map<string, Set<KnownDebtItem>>();

  constructor(
    known: readonly KnownDebtItem[],
    keyOf: (item: ExchangedDebtItem) => string | null,
  ) {
    for (const one of known) {
      const key = keyOf(one.item);
      const isAnonymous = one.name === null && one.item.externalId === null;
      const group = isAnonymous ? this.#anonymous : this.#identified;
      if (key !== null) {
        group.set(key, (group.get(key) ?? new Set()).add(one));
      }
    }
  }

  /** The first that a row could mean, which then is none any more. */
  take(key: string, row: ImportRow): KnownDebtItem | undefined {
    for (const group of this.#groups(key, row)) {
      for (const known of group) {
        group.delete(known);
        return known;
      }
    }
    return undefined;
  }

  /** The first few that a row could mean, of those that are still free. */
  among(
    key: string,
    row: ImportRow,
    isFree: (known: KnownDebtItem) => boolean,
  ): KnownDebtItem[] {
    return this.#groups(key, row).flatMap(group => {
      const first: KnownDebtItem[] = [];
      for (const known of group) {
        if (first.length === MOST_COMPARED) {
          break;
        }
        if (isFree(known)) {
          first.push(known);
        } else {
          group.delete(known);
        }
      }
      return first;
    });
  }

  #groups(key: string, row: ImportRow): Set<KnownDebtItem>[] {
    const groups = hasIdentity(row)
      ? [this.#anonymous]
      : [this.#anonymous, this.#identified];
    return groups.flatMap(group => group.get(key) ?? []);
  }
}

/** Whether a row says which item it is. */
export function hasIdentity({ name, given }: ImportRow): boolean {
  return name !== null || (given.externalId ?? null) !== null;
}
