import type { ImportRow } from './ImportRow';
import type { KnownDebtItem } from './KnownDebtItem';

const meansSeveral =
  "is what several items are called; 'entityRefs' must say which is meant";
const meansSeveralThere =
  'is what several items on these entities are called; their own ids tell them apart';

/** What is said of a row that is called as an earlier one. */
export function anotherThan(row: number): string {
  return `must be another than that of row ${row}`;
}

/** How what rows mean is found, and what was found before. */
export interface Claims {
  /** Which row means an item. */
  claims: ReadonlyMap<KnownDebtItem, ImportRow>;
  /** The same by rows. */
  means: ReadonlyMap<ImportRow, KnownDebtItem>;
  claim: (row: ImportRow, known: KnownDebtItem) => void;
  refuse: (row: ImportRow, why: string) => void;
}

/** Rows that call what they mean the same, and the items that are called so. */
export class RowsOfExternalId {
  readonly #known: readonly KnownDebtItem[];
  readonly #found: Claims;
  /** Rows that mean an item by something surer, and are called so as well. */
  readonly #settled: readonly ImportRow[];
  readonly #placed: readonly ImportRow[];
  readonly #unplaced: readonly ImportRow[];
  /** Whether it cannot be told what some of those mean that say what they are about. */
  #isUnsure = false;

  constructor(
    rows: readonly ImportRow[],
    known: readonly KnownDebtItem[],
    found: Claims,
  ) {
    const open = rows.filter(row => !found.means.has(row));
    this.#known = known;
    this.#found = found;
    this.#settled = rows.filter(row => found.means.has(row));
    this.#placed = open.filter(({ given }) => given.entityRefs !== undefined);
    this.#unplaced = open.filter(({ given }) => given.entityRefs === undefined);
  }

  match(): void {
    // What hangs on the very same entities is found first, so that all that a first import did is found by a second one.
    const exact = this.#matchSameEntities();
    const apart = this.#refuseRepeated(exact);
    const added = this.#matchCommonEntity(apart);
    this.#matchUnplaced(added);
  }

  #matchSameEntities(): ImportRow[] {
    const { claims, claim } = this.#found;
    const known = groupKnown(this.#known, one => [
      keyOf(this.#entitiesOf(one)),
    ]);
    return this.#placed.filter(row => {
      const [same, ...others] = known.get(keyOf(entitiesOf(row))) ?? [];
      const isExact = same && others.length === 0 && !claims.has(same);
      if (isExact) {
        claim(row, same);
      }
      return isExact;
    });
  }

  /** @returns rows of which no two share an entity */
  #refuseRepeated(exact: readonly ImportRow[]): ImportRow[] {
    const { means, refuse } = this.#found;
    /** The first row that means something on an entity. */
    const firstRows = new Map<string, number>();
    const keep = (row: number, entityRefs: readonly string[]) => {
      for (const ref of entityRefs) {
        firstRows.set(ref, Math.min(row, firstRows.get(ref) ?? Infinity));
      }
    };
    for (const row of [...this.#settled, ...exact]) {
      keep(row.row, this.#entitiesOf(means.get(row)!));
    }
    const apart: ImportRow[] = [];
    const repeated: ImportRow[] = [];
    for (const row of this.#placed.filter(one => !means.has(one))) {
      if (entitiesOf(row).some(ref => firstRows.has(ref))) {
        repeated.push(row);
      } else {
        keep(row.row, entitiesOf(row));
        apart.push(row);
      }
    }
    for (const row of repeated) {
      const earlier = entitiesOf(row).flatMap(ref => firstRows.get(ref) ?? []);
      refuse(row, anotherThan(Math.min(...earlier)));
    }
    return apart;
  }

  /** @returns rows that mean no item that there is */
  #matchCommonEntity(rows: readonly ImportRow[]): ImportRow[] {
    const { claims, claim, refuse } = this.#found;
    const byEntity = groupKnown(this.#known, one => this.#entitiesOf(one));
    const near = new Map(
      rows.map(row => [
        row,
        [...new Set(entitiesOf(row).flatMap(ref => byEntity.get(ref) ?? []))],
      ]),
    );
    const asked = new Map<KnownDebtItem, number>();
    for (const known of [...near.values()].flat()) {
      asked.set(known, (asked.get(known) ?? 0) + 1);
    }
    const added: ImportRow[] = [];
    for (const [row, candidates] of near) {
      const taken = candidates.flatMap(known => claims.get(known) ?? []);
      if (candidates.length === 0) {
        added.push(row);
      } else if (taken.length > 0) {
        refuse(row, anotherThan(Math.min(...taken.map(one => one.row))));
      } else if (candidates.length > 1 || asked.get(candidates[0])! > 1) {
        refuse(row, meansSeveralThere);
        this.#isUnsure = true;
      }
    }
    // What one row means changes nothing of what another was found to mean.
    for (const [row, [known, ...others]] of near) {
      const isSure = known && others.length === 0 && asked.get(known) === 1;
      if (isSure && !claims.has(known)) {
        claim(row, known);
      }
    }
    return added;
  }

  /** @param added - rows of items that will be called so as well */
  #matchUnplaced(added: readonly ImportRow[]): void {
    const { claims, means, claim, refuse } = this.#found;
    const called = new Set([
      ...this.#known,
      ...this.#settled.flatMap(row => means.get(row) ?? []),
    ]);
    const [only] = called;
    for (const row of this.#unplaced) {
      const taken = (only && claims.get(only)) ?? added[0];
      if (this.#isUnsure || called.size + added.length > 1) {
        refuse(row, meansSeveral);
      } else if (taken) {
        refuse(row, anotherThan(taken.row));
      } else if (only) {
        claim(row, only);
      }
    }
  }

  /** What an item hangs on once what means it surely is done. */
  #entitiesOf(known: KnownDebtItem): readonly string[] {
    const row = this.#found.claims.get(known);
    return row?.given.entityRefs ?? known.item.entityRefs;
  }
}

function entitiesOf({ given }: ImportRow): readonly string[] {
  return given.entityRefs ?? [];
}

function keyOf(entityRefs: readonly string[]): string {
  return [...entityRefs].sort().join(' ');
}

function groupKnown(
  known: readonly KnownDebtItem[],
  keysOf: (one: KnownDebtItem) => readonly string[],
): ReadonlyMap<string, readonly KnownDebtItem[]> {
  const groups = new Map<string, KnownDebtItem[]>();
  for (const one of known) {
    for (const key of keysOf(one)) {
      groups.set(key, groups.get(key) ?? []);
      groups.get(key)!.push(one);
    }
  }
  return groups;
}
