import { debtContentFields } from './debtFields';
import { fingerprintOf, isSaidOf } from './diffDebtItem';
import type { DebtItemChanges, ExchangedDebtItem } from './exchangedItem';
import type { ImportRow } from './ImportRow';
import type { KnownDebtItem } from './KnownDebtItem';
import { hasIdentity, MatchCandidates } from './MatchCandidates';
import type { MatchedIdentities } from './matchIdentities';

/** A row, and the item that it would be by itself; null: it does not say enough. */
export interface RowToMatch {
  row: ImportRow;
  item: ExchangedDebtItem | null;
}

/** What a row means: an item that there is, or what an earlier row means. */
export type ImportMatch =
  | { type: 'known'; known: KnownDebtItem }
  | { type: 'row'; row: number };

/**
 * Finds for rows the items that they mean. An item is meant by one row only, and the surer way comes first for all rows: by what they call
 * it, by saying the same and standing where it stands, by saying the same, and by saying all that the row says. A row that has a name or
 * an id never means an item that has another.
 */
export class ImportMatches {
  readonly #free: Set<KnownDebtItem>;
  readonly #found = new Map<ImportRow, ImportMatch>();

  /** @param identities - what rows mean by what they call it */
  constructor(
    known: readonly KnownDebtItem[],
    { means }: Pick<MatchedIdentities, 'means'>,
  ) {
    this.#free = new Set(known);
    means.forEach((one, row) => this.#claim(row, one));
  }

  /** @returns what each row means; nothing for a row that means a new item, or none */
  match(rows: readonly RowToMatch[]): ReadonlyMap<ImportRow, ImportMatch> {
    this.#findRepeated(rows);
    this.#matchContents(rows, { withStatus: true });
    this.#matchContents(rows, { withStatus: false });
    this.#matchHeads(rows);
    return this.#found;
  }

  /** Rows without a name or an id that say what an earlier one says. */
  #findRepeated(rows: readonly RowToMatch[]): void {
    const first = new Map<string, number>();
    for (const { row, item } of this.#open(rows)) {
      if (item && !hasIdentity(row)) {
        const said = fingerprintOf(item, { withStatus: true });
        const earlier = first.get(said);
        if (earlier === undefined) {
          first.set(said, row.row);
        } else {
          this.#found.set(row, { type: 'row', row: earlier });
        }
      }
    }
  }

  #matchContents(
    rows: readonly RowToMatch[],
    options: { withStatus: boolean },
  ): void {
    const open = this.#open(rows).filter(({ item }) => item !== null);
    const candidates = this.#candidates(open, item =>
      fingerprintOf(item, options),
    );
    for (const { row, item } of open) {
      const said = fingerprintOf(item!, options);
      this.#claim(row, candidates.take(said, row));
    }
  }

  /** Whoever knew more than the row has completed the item since. */
  #matchHeads(rows: readonly RowToMatch[]): void {
    const open = this.#open(rows);
    const candidates = this.#candidates(open, headOf);
    for (const { row } of open) {
      const head = headOf(row.given);
      const known =
        head === null
          ? undefined
          : candidates
              .among(head, row, one => this.#free.has(one))
              .find(({ item }) => saysAllOf(item, row));
      this.#claim(row, known);
    }
  }

  /** The free items that any of the rows could mean, by what is compared. */
  #candidates(
    rows: readonly RowToMatch[],
    keyOf: (item: ExchangedDebtItem) => string | null,
  ): MatchCandidates {
    // Only of these is a text made, as a register may be much larger than a file.
    const heads = new Set(rows.map(({ row }) => headOf(row.given)));
    return new MatchCandidates(
      [...this.#free].filter(({ item }) => heads.has(headOf(item))),
      keyOf,
    );
  }

  #open(rows: readonly RowToMatch[]): RowToMatch[] {
    return rows.filter(({ row }) => !this.#found.has(row));
  }

  #claim(row: ImportRow, known: KnownDebtItem | undefined): void {
    if (known && this.#free.delete(known)) {
      this.#found.set(row, { type: 'known', known });
    }
  }
}

/** Title and entities as one text; null: one of them is not said. */
function headOf({ title, entityRefs }: DebtItemChanges): string | null {
  return title === undefined || entityRefs === undefined
    ? null
    : `${[...entityRefs].sort().join(' ')} ${title}`;
}

/** Whether an item holds everything that a row says, wherever it stands. */
function saysAllOf(item: ExchangedDebtItem, { given }: ImportRow): boolean {
  return debtContentFields.every(field => isSaidOf(field, item, given));
}
