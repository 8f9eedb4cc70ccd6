import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import type { TableColumns } from '@opmodel/backstage-plugin-opmodel-react';

/** The columns of the table, in the order in which they stand. The first names the row and always shows. */
const sloColumnIds = [
  'slo',
  'state',
  'policy',
  'entity',
  'owner',
  'tier',
  'objective',
  'attainment',
  'remaining',
  'burn',
  'trend',
  'window',
  'source',
  'review',
] as const;

export type SloColumnId = (typeof sloColumnIds)[number];

/** The columns that there are, and those that show until somebody chooses otherwise. */
export const sloColumns: TableColumns<SloColumnId> = {
  all: sloColumnIds,
  usual: [
    'slo',
    'state',
    'policy',
    'entity',
    'owner',
    'tier',
    'attainment',
    'remaining',
    'burn',
    'trend',
  ],
};

/** Columns of numbers stand right, so that their digits line up. */
export const numericSloColumns: ReadonlySet<SloColumnId> = new Set([
  'attainment',
  'burn',
]);

/** Order of the list. */
export type SloSort = NonNullable<
  NonNullable<Parameters<OpmodelApi['listSlos']>[0]>['sort']
>;

/** What needs attention most comes first. */
export const DEFAULT_SLO_SORT: SloSort = 'worst';

type SortField = 'name' | 'tier' | 'attainment' | 'remaining' | 'burn';

const sortFields: Partial<Record<SloColumnId, SortField>> = {
  slo: 'name',
  tier: 'tier',
  attainment: 'attainment',
  remaining: 'remaining',
  burn: 'burn',
};

const sorts: readonly SloSort[] = [
  'worst',
  'name',
  '-name',
  'remaining',
  '-remaining',
  'burn',
  '-burn',
  'attainment',
  '-attainment',
  'tier',
  '-tier',
];

/** Reads an order from the URL; what is none of them is the default. */
export function readSloSort(text: string | null): SloSort {
  return sorts.find(sort => sort === text) ?? DEFAULT_SLO_SORT;
}

/** The order after a column was chosen, undefined for one that cannot be sorted by; choosing it again turns it round. */
export function nextSloSort(
  column: SloColumnId,
  sort: SloSort,
): SloSort | undefined {
  const field = sortFields[column];
  if (field === undefined) {
    return undefined;
  }
  return sort === field ? `-${field}` : field;
}

/** How a column is sorted, for screen readers. */
export function sloSortDirection(
  column: SloColumnId,
  sort: SloSort,
): 'ascending' | 'descending' | 'none' {
  const field = sortFields[column];
  if (field !== undefined && sort === field) {
    return 'ascending';
  }
  return field !== undefined && sort === `-${field}` ? 'descending' : 'none';
}
