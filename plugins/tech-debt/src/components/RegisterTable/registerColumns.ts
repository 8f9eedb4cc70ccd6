import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import type { TableColumns } from '@opmodel/backstage-plugin-opmodel-react';

const registerColumnIds = [
  'title',
  'on',
  'status',
  'category',
  'severity',
  'risk',
  'priority',
  'interest',
  'principal',
  'wsjf',
  'payback',
  'age',
  'owner',
  'target',
  'review',
  'updated',
] as const;

/** A column of the register. */
export type RegisterColumnId = (typeof registerColumnIds)[number];

/** The columns that there are, and those that show until somebody chooses otherwise. */
export const registerColumns: TableColumns<RegisterColumnId> = {
  all: registerColumnIds,
  usual: [
    'title',
    'on',
    'status',
    'severity',
    'priority',
    'principal',
    'age',
    'owner',
    'target',
  ],
};

/** Columns of numbers stand right, so that their digits line up. */
export const numericRegisterColumns: ReadonlySet<RegisterColumnId> = new Set([
  'risk',
  'priority',
  'wsjf',
  'age',
]);

/** Order of the register. */
export type RegisterSort = NonNullable<
  NonNullable<Parameters<OpmodelApi['listDebtItems']>[0]>['sort']
>;

type SortField = Exclude<RegisterSort, `-${string}`>;

/** What is worth paying first comes first; what nobody estimated comes last. */
export const DEFAULT_REGISTER_SORT: RegisterSort = '-priority';

/** What a column is sorted by first: text from A, numbers from the highest, days from the nearest. */
const firstSort: Partial<Record<RegisterColumnId, RegisterSort>> = {
  title: 'title',
  status: 'status',
  category: 'category',
  severity: 'severity',
  risk: '-risk',
  priority: '-priority',
  interest: '-interest',
  principal: '-principal',
  wsjf: '-wsjf',
  payback: 'payback',
  // The oldest were filed first.
  age: 'createdAt',
  owner: 'owner',
  target: 'targetDate',
  review: 'reviewDate',
  updated: '-updatedAt',
};

const fields: readonly SortField[] = [
  'title',
  'createdAt',
  'updatedAt',
  'statusSince',
  'targetDate',
  'reviewDate',
  'owner',
  'status',
  'category',
  'severity',
  'risk',
  'interest',
  'principal',
  'wsjf',
  'priority',
  'payback',
];
const sorts: readonly RegisterSort[] = fields.flatMap(field => [
  field,
  `-${field}` as const,
]);

/** Reads an order from the URL; what is none of them is the default. */
export function readRegisterSort(text: string | null): RegisterSort {
  return sorts.find(sort => sort === text) ?? DEFAULT_REGISTER_SORT;
}

const fieldOf = (sort: RegisterSort) => sort.replace(/^-/, '') as SortField;

/** The order after a column was chosen, undefined for one that cannot be sorted by; choosing it again turns it round. */
export function nextRegisterSort(
  column: RegisterColumnId,
  sort: RegisterSort,
): RegisterSort | undefined {
  const first = firstSort[column];
  if (first === undefined || sort !== first) {
    return first;
  }
  const field = fieldOf(first);
  return first === field ? `-${field}` : field;
}

/** How a column is sorted, for screen readers. */
export function registerSortDirection(
  column: RegisterColumnId,
  sort: RegisterSort,
): 'ascending' | 'descending' | 'none' {
  const first = firstSort[column];
  if (first === undefined || fieldOf(first) !== fieldOf(sort)) {
    return 'none';
  }
  const isDescending = sort.startsWith('-');
  // An age grows as the day on which something was filed falls.
  return isDescending === (column === 'age') ? 'ascending' : 'descending';
}
