import type {
  DebtImportResult,
  DebtImportRowResult,
  ImportProblem,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { WrittenRow } from './ImportWriter';
import type { PlannedImport, PlannedRow } from './PlannedImport';

/** What was done with the rows of an import. */
export interface DoneImport {
  skipped: ReadonlySet<PlannedRow>;
  /** Rows whose item is not the one that the preview showed. */
  conflicts: ReadonlySet<PlannedRow>;
  written: ReadonlyMap<number, WrittenRow>;
}

/** Tells what came of each row of an import. */
export function tellImport(
  { rows, problems, names }: PlannedImport,
  done: DoneImport,
): DebtImportResult {
  const told = rows.map(planned => ({
    row: planned.row,
    name: names.get(planned.row) ?? null,
    ...outcomeOf(planned, done),
  }));
  const counts: DebtImportResult['counts'] = {
    created: 0,
    changed: 0,
    unchanged: 0,
    repeated: 0,
    skipped: 0,
    conflict: 0,
    bad: 0,
  };
  for (const { outcome } of told) {
    counts[outcome] += 1;
  }
  return { problems: problems.map(tellProblem), counts, rows: told };
}

/** A problem of a row, which says itself which row it is. */
export function tellProblem({
  field,
  column,
  message,
}: Omit<ImportProblem, 'row'>) {
  return { field, column, message };
}

function outcomeOf(
  planned: PlannedRow,
  { skipped, conflicts, written }: DoneImport,
): Pick<DebtImportRowResult, 'outcome' | 'itemId' | 'problems'> {
  const plain = (
    outcome: DebtImportRowResult['outcome'],
    itemId: string | null,
  ) => ({ outcome, itemId, problems: [] });
  switch (planned.outcome) {
    case 'bad':
      return {
        ...plain('bad', null),
        problems: planned.problems.map(tellProblem),
      };
    case 'unchanged':
      return plain('unchanged', planned.id);
    case 'repeated':
      return plain('repeated', null);
    default:
      break;
  }
  if (skipped.has(planned)) {
    const duplicate = planned.outcome === 'create' ? planned.duplicate : null;
    return plain('skipped', duplicate?.id ?? null);
  }
  if (conflicts.has(planned) && planned.outcome === 'change') {
    return plain('conflict', planned.before.id);
  }
  const { outcome, itemId } = written.get(planned.row)!;
  return plain(outcome, itemId);
}
