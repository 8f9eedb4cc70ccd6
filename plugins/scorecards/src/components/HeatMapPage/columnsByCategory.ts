import type { MatrixCheck } from '@opmodel/backstage-plugin-opmodel-common';

/** A check with its place among the cells of a row. */
export interface HeatMapColumn {
  check: MatrixCheck;
  index: number;
}

/** The checks of one category. */
export interface ColumnGroup {
  /** Null: they have none. */
  category: string | null;
  columns: HeatMapColumn[];
}

/** Puts checks of the same category beside each other; categories and checks keep the order of the scorecard. */
export function columnsByCategory(
  checks: readonly MatrixCheck[],
): ColumnGroup[] {
  const groups = new Map<string | null, HeatMapColumn[]>();
  checks.forEach((check, index) => {
    const columns = groups.get(check.category) ?? [];
    columns.push({ check, index });
    groups.set(check.category, columns);
  });
  return [...groups].map(([category, columns]) => ({ category, columns }));
}
