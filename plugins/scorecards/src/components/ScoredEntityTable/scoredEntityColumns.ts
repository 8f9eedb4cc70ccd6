import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import type { TableColumns } from '@opmodel/backstage-plugin-opmodel-react';

/** The columns of the list, in the order in which they stand. The first names the row and always shows. */
const scoredEntityColumnIds = [
  'entity',
  'level',
  'scorecard',
  'check',
  'passing',
  'failed',
  'since',
  'owner',
  'tier',
  'kind',
] as const;

export type ScoredEntityColumnId = (typeof scoredEntityColumnIds)[number];

/** The columns that there are, and those that show until somebody chooses otherwise. */
export const scoredEntityColumns: TableColumns<ScoredEntityColumnId> = {
  all: scoredEntityColumnIds,
  usual: [
    'entity',
    'level',
    'scorecard',
    'check',
    'passing',
    'failed',
    'since',
    'owner',
    'tier',
  ],
};

/** Columns of numbers stand right, so that their digits line up. */
export const numericScoredEntityColumns: ReadonlySet<ScoredEntityColumnId> =
  new Set(['failed']);

/** Order of the list. */
export type ScoredEntitySort = NonNullable<
  NonNullable<Parameters<OpmodelApi['listScoredEntities']>[0]>['sort']
>;

/** What stands lowest comes first. */
export const DEFAULT_SCORED_ENTITY_SORT: ScoredEntitySort = 'level';

type SortField = Exclude<ScoredEntitySort, `-${string}`>;

const sortFields: Partial<Record<ScoredEntityColumnId, SortField>> = {
  entity: 'name',
  level: 'level',
  passing: 'passing',
  failed: 'failed',
  since: 'since',
  tier: 'tier',
};

const fields: readonly SortField[] = [
  'name',
  'level',
  'passing',
  'failed',
  'since',
  'tier',
];
const sorts: readonly ScoredEntitySort[] = fields.flatMap(field => [
  field,
  `-${field}` as const,
]);

/** Reads an order from the URL; what is none of them is the default. */
export function readScoredEntitySort(text: string | null): ScoredEntitySort {
  return sorts.find(sort => sort === text) ?? DEFAULT_SCORED_ENTITY_SORT;
}

/** The order after a column was chosen, undefined for one that cannot be sorted by; choosing it again turns it round. */
export function nextScoredEntitySort(
  column: ScoredEntityColumnId,
  sort: ScoredEntitySort,
): ScoredEntitySort | undefined {
  const field = sortFields[column];
  if (field === undefined) {
    return undefined;
  }
  return sort === field ? `-${field}` : field;
}

/** How a column is sorted, for screen readers. */
export function scoredEntitySortDirection(
  column: ScoredEntityColumnId,
  sort: ScoredEntitySort,
): 'ascending' | 'descending' | 'none' {
  const field = sortFields[column];
  if (field !== undefined && sort === field) {
    return 'ascending';
  }
  return field !== undefined && sort === `-${field}` ? 'descending' : 'none';
}
