import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';

/** Order of the list. */
export type OwnershipSort = NonNullable<
  NonNullable<Parameters<OpmodelApi['listOwnership']>[0]>['sort']
>;

/** A column that can be sorted by. */
export type OwnershipSortField = 'name' | 'rung' | 'tier' | 'due' | 'reviewed';

/** What needs attention most comes first. */
export const DEFAULT_SORT: OwnershipSort = 'rung';

const SORTS: readonly OwnershipSort[] = [
  'name',
  '-name',
  'rung',
  '-rung',
  'tier',
  '-tier',
  'due',
  '-due',
  'reviewed',
  '-reviewed',
];

/** Reads an order from the URL; what is none of them is the default. */
export function readOwnershipSort(text: string | null): OwnershipSort {
  return SORTS.find(sort => sort === text) ?? DEFAULT_SORT;
}

/** The order after a column was chosen; choosing it again turns it round. */
export function nextSort(
  field: OwnershipSortField,
  sort: OwnershipSort,
): OwnershipSort {
  return sort === field ? `-${field}` : field;
}

/** How a column is sorted, for screen readers. */
export function sortDirection(
  field: OwnershipSortField,
  sort: OwnershipSort,
): 'ascending' | 'descending' | 'none' {
  if (sort === field) {
    return 'ascending';
  }
  return sort === `-${field}` ? 'descending' : 'none';
}
