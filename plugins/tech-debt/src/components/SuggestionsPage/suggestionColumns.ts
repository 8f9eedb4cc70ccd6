import type { SuggestionSort } from '../../suggestions/useSuggestionParams';

/** The columns of the inbox in their order. */
export const suggestionColumns = [
  'title',
  'entity',
  'source',
  'severity',
  'since',
  'principal',
  'state',
] as const;

/** A column of the inbox. */
export type SuggestionColumn = (typeof suggestionColumns)[number];

/** What a column is sorted by; the worst, the oldest and A come first. */
const fieldOf: Partial<
  Record<SuggestionColumn, Exclude<SuggestionSort, `-${string}`>>
> = {
  title: 'title',
  entity: 'entity',
  severity: 'severity',
  since: 'since',
};

/** The order after a column was chosen, undefined for one that cannot be sorted by; choosing it again turns it round. */
export function nextSuggestionSort(
  column: SuggestionColumn,
  sort: SuggestionSort,
): SuggestionSort | undefined {
  const field = fieldOf[column];
  return field && sort === field ? `-${field}` : field;
}

/** How a column is sorted, for screen readers. */
export function suggestionSortDirection(
  column: SuggestionColumn,
  sort: SuggestionSort,
): 'ascending' | 'descending' | 'none' {
  const field = fieldOf[column];
  if (field === undefined || sort.replace(/^-/, '') !== field) {
    return 'none';
  }
  return sort === field ? 'ascending' : 'descending';
}
