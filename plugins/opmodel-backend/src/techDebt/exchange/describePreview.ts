import type {
  DebtImportPreview,
  DebtImportRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { PlannedImport, PlannedRow } from './PlannedImport';
import { tellProblem } from './tellImport';

/** Rows of each outcome that are shown; all are counted. */
const SHOWN_ROWS = 1_000;

/** Characters of a long text that are shown of what becomes different. */
const SHOWN_TEXT = 500;

/** Tells somebody what an import would do. */
export function describePreview({
  columns,
  problems,
  rows,
  names,
}: PlannedImport): DebtImportPreview {
  const counts: DebtImportPreview['counts'] = {
    create: 0,
    change: 0,
    unchanged: 0,
    repeated: 0,
    bad: 0,
    possibleDuplicates: 0,
  };
  for (const planned of rows) {
    counts[planned.outcome] += 1;
    counts.possibleDuplicates += isLike(planned) ? 1 : 0;
  }
  return {
    columns: columns.map(({ header, field }) => ({ header, field })),
    problems: problems.map(tellProblem),
    counts,
    rows: chooseShown(rows).map(planned =>
      describeRow(planned, names.get(planned.row) ?? null),
    ),
    versions: rows.flatMap(planned =>
      planned.outcome === 'change'
        ? [{ id: planned.before.id, version: planned.before.version }]
        : [],
    ),
  };
}

/** The first of each outcome, what somebody has to decide about before all else; in the order of the file. */
function chooseShown(rows: readonly PlannedRow[]): PlannedRow[] {
  const left = new Map<PlannedRow['outcome'], number>();
  const shown = [...rows.filter(isLike), ...rows.filter(row => !isLike(row))];
  return shown
    .filter(({ outcome }) => {
      const room = left.get(outcome) ?? SHOWN_ROWS;
      left.set(outcome, room - 1);
      return room > 0;
    })
    .sort((one, other) => one.row - other.row);
}

function isLike(planned: PlannedRow): boolean {
  return planned.outcome === 'create' && planned.duplicate !== null;
}

function describeRow(planned: PlannedRow, name: string | null): DebtImportRow {
  const described: DebtImportRow = {
    row: planned.row,
    name,
    outcome: planned.outcome,
    title: null,
    itemId: null,
    ofRow: null,
    differences: [],
    problems: [],
    possibleDuplicate: null,
  };
  switch (planned.outcome) {
    case 'create': {
      const { item, duplicate } = planned;
      return {
        ...described,
        title: item.created.item.title,
        possibleDuplicate: duplicate && {
          itemId: duplicate.id,
          title: duplicate.title,
          ofRow: duplicate.ofRow,
        },
      };
    }
    case 'change':
      return {
        ...described,
        title: planned.before.title,
        itemId: planned.before.id,
        differences: planned.differences.map(({ field, before, after }) => ({
          field,
          before: shorten(before),
          after: shorten(after),
        })),
      };
    case 'unchanged':
      return { ...described, title: planned.title, itemId: planned.id };
    case 'repeated':
      return { ...described, ofRow: planned.ofRow };
    default:
      return { ...described, problems: planned.problems.map(tellProblem) };
  }
}

function shorten(text: string | null): string | null {
  return text === null || text.length <= SHOWN_TEXT
    ? text
    : `${text.slice(0, SHOWN_TEXT - 1)}…`;
}
