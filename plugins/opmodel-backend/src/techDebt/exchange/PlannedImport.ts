import type {
  DebtFieldDifference,
  DebtItem,
  ImportProblem,
  MappedColumn,
  PossibleDuplicate,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtWriting } from './DebtExchangeStore';
import type { ImportedItem } from './writeImported';

/** What is planned for a row of a file. */
export type PlannedRow = { row: number } & (
  | {
      outcome: 'create';
      /** The same for what is made from the same row. */
      key: string;
      item: ImportedItem;
      duplicate: LikenessOfRow | null;
    }
  | {
      outcome: 'change';
      before: DebtItem;
      writing: DebtWriting;
      differences: readonly DebtFieldDifference[];
    }
  | { outcome: 'unchanged'; id: string; title: string }
  | { outcome: 'repeated'; ofRow: number }
  | { outcome: 'bad'; problems: readonly Omit<ImportProblem, 'row'>[] }
);

/** What a new row looks like. */
export interface LikenessOfRow extends Omit<PossibleDuplicate, 'row'> {
  title: string | null;
}

/** What an import would do for somebody. */
export interface PlannedImport {
  columns: readonly MappedColumn[];
  /** What is wrong with the file itself, of which then nothing is read. */
  problems: readonly ImportProblem[];
  /** In the order of the file. */
  rows: readonly PlannedRow[];
  /** What a document calls its items, by their rows. */
  names: ReadonlyMap<number, string>;
}
