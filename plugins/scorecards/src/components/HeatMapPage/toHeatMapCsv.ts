import type {
  HeatMapCell,
  MatrixCheck,
  ScorecardHeatMap,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  toCsvTable,
  type CsvColumn,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { HeatMapRow } from './rowSelection';

interface CellRow {
  row: HeatMapRow;
  check: MatrixCheck;
  cell: HeatMapCell;
}

const columns: ReadonlyArray<CsvColumn<CellRow>> = [
  ['ref', ({ row }) => row.ref],
  ['title', ({ row }) => row.title],
  ['own_only', ({ row }) => row.isOwnOnly],
  ['entities', ({ row }) => row.entities],
  ['check', ({ check }) => check.checkId],
  ['name', ({ check }) => check.name],
  ['passing', ({ cell }) => cell.passing],
  ['judged', ({ cell }) => cell.judged],
  ['applicable', ({ cell }) => cell.applicable],
  ['failed', ({ cell }) => cell.failed],
  ['exempt', ({ cell }) => cell.exempt],
  ['silent', ({ cell }) => cell.silent],
];

/** The heat map as CSV, a line a cell. */
export function toHeatMapCsv({ checks, rows }: ScorecardHeatMap): string {
  return toCsvTable(
    columns,
    rows.flatMap(row =>
      checks.map((check, index) => ({ row, check, cell: row.cells[index] })),
    ),
  );
}
