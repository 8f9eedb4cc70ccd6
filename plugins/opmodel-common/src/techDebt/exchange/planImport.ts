import { completeDebtItem, type OwnerOfEntity } from './completeDebtItem';
import { type DebtFieldDifference, diffDebtItem } from './diffDebtItem';
import type { DebtItemChanges, ExchangedDebtItem } from './exchangedItem';
import {
  findPossibleDuplicates,
  type PossibleDuplicate,
} from './findPossibleDuplicates';
import type { BadImportRow, ImportRow } from './ImportRow';
import { ImportMatches } from './ImportMatches';
import type { KnownDebtItem } from './KnownDebtItem';
import { matchIdentities } from './matchIdentities';

/** An item that a row adds. */
export interface PlannedCreation {
  row: number;
  name: string | null;
  item: ExchangedDebtItem;
}

/** An item that a row changes. */
export interface PlannedUpdate {
  row: number;
  id: string;
  /** The version that the row was compared with. */
  version: number;
  /** What the document calls it from now on; null: as before. */
  name: string | null;
  /** What becomes different, in the order of the fields. */
  differences: readonly DebtFieldDifference[];
  /** The same, to be carried out. */
  changes: DebtItemChanges;
}

/** What an import would do, row by row. Each row is in exactly one of the first five lists. */
export interface ImportPlan {
  create: PlannedCreation[];
  update: PlannedUpdate[];
  unchanged: { row: number; id: string }[];
  /** Rows that say what an earlier row says already; nothing comes of them. */
  repeated: { row: number; ofRow: number }[];
  bad: BadImportRow[];
  /** Rows of `create` that look like something else. */
  possibleDuplicates: PossibleDuplicate[];
  /**
   * Ids of items that their document no longer names, for whoever keeps it in sync. Null: it cannot be told, as the name of an item in
   * the document cannot be read.
   */
  missing: string[] | null;
}

/** What an import is planned from. */
export interface ImportInput {
  rows: readonly ImportRow[];
  /** Rows that could not be read. */
  bad?: readonly BadImportRow[];
  /** The items that there are: of the register; with names for those that this document keeps. */
  known: readonly KnownDebtItem[];
  ownerOf?: OwnerOfEntity;
}

/**
 * Plans what an import does, without doing it: compares each row with the item that it means, which is the one that has its name or its
 * id (what another system calls an item counts among those that share an entity with the row), or else one that says the same. When all that is planned is done, the same file has nothing left to do.
 *
 * Its time grows with rows and items, and not with their product.
 */
export function planImport({
  rows,
  bad = [],
  known,
  ownerOf,
}: ImportInput): ImportPlan {
  const plan: ImportPlan = {
    create: [],
    update: [],
    unchanged: [],
    repeated: [],
    bad: [...bad],
    possibleDuplicates: [],
    missing: findMissing(rows, bad, known),
  };
  const identities = matchIdentities(rows, known);
  for (const [{ row, name }, message] of identities.refused) {
    const problem = { row, field: 'externalId', column: null, message };
    plan.bad.push({ row, name, problems: [problem] });
  }
  const sound = rows.filter(row => !identities.refused.has(row));
  const matches = new ImportMatches(known, identities);
  const completed = sound.map(row => ({
    row,
    completed: completeDebtItem(row.given, ownerOf),
  }));
  const found = matches.match(
    completed.map(({ row, completed: { item } }) => ({ row, item })),
  );
  for (const { row, completed: one } of completed) {
    const match = found.get(row);
    if (match?.type === 'known') {
      planChange(plan, row, match.known);
    } else if (match?.type === 'row') {
      plan.repeated.push({ row: row.row, ofRow: match.row });
    } else if (one.item) {
      plan.create.push({ row: row.row, name: row.name, item: one.item });
    } else {
      const problems = one.problems.map(problem => ({
        row: row.row,
        column: null,
        ...problem,
      }));
      plan.bad.push({ row: row.row, name: row.name, problems });
    }
  }
  plan.bad.sort((one, other) => one.row - other.row);
  plan.possibleDuplicates = findPossibleDuplicates(plan.create, known);
  return plan;
}

function planChange(
  plan: ImportPlan,
  { row, name, given }: ImportRow,
  known: KnownDebtItem,
): void {
  const { fields, changes } = diffDebtItem(
    known.item,
    idOnlyWhereNew(given, known),
  );
  const isNamed = name !== null && name !== known.name;
  const differences: DebtFieldDifference[] = isNamed
    ? [{ field: 'name', before: known.name, after: name }, ...fields]
    : fields;
  if (differences.length === 0) {
    plan.unchanged.push({ row, id: known.id });
  } else {
    plan.update.push({
      row,
      id: known.id,
      version: known.version,
      name: isNamed ? name : null,
      differences,
      changes,
    });
  }
}

/** An item that another system named keeps that name, and one that is called by its own id gets no other. */
function idOnlyWhereNew(
  { externalId, ...given }: DebtItemChanges,
  { id, item }: KnownDebtItem,
): DebtItemChanges {
  return externalId === id || item.externalId !== null
    ? given
    : { ...given, externalId };
}

function findMissing(
  rows: readonly ImportRow[],
  bad: readonly BadImportRow[],
  known: readonly KnownDebtItem[],
): string[] | null {
  if (bad.some(({ name }) => name === null)) {
    return null;
  }
  const named = new Set([...rows, ...bad].map(({ name }) => name));
  return known.flatMap(({ id, name }) =>
    name === null || named.has(name) ? [] : [id],
  );
}
