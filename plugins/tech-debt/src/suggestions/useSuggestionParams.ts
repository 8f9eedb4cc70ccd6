import {
  debtSeverities,
  type DebtSeverity,
  type DebtSuggestionStateName,
  type OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import { writeParams } from '@opmodel/backstage-plugin-opmodel-react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { SuggestionSourceName } from './useSuggestionWords';

/** Filter and order of suggestions, as the API takes them. */
export type SuggestionQuery = Omit<
  NonNullable<Parameters<OpmodelApi['listDebtSuggestions']>[0]>,
  'cursor' | 'limit'
>;
/** Order of the inbox. */
export type SuggestionSort = NonNullable<SuggestionQuery['sort']>;

/** The sources in the order in which they are offered. */
export const suggestionSources: readonly SuggestionSourceName[] = [
  'failing_check',
  'exemption',
  'error_budget',
  'end_of_life',
  'hotspot',
  'todo',
  'sonarqube',
  'sarif',
];

/** The states in the order in which they are offered. */
export const suggestionStates: readonly DebtSuggestionStateName[] = [
  'open',
  'promoted',
  'dismissed',
  'gone',
];

const sorts: readonly SuggestionSort[] = (
  ['severity', 'since', 'firstSeen', 'title', 'entity'] as const
).flatMap(field => [field, `-${field}` as const]);

/** The worst comes first. */
export const DEFAULT_SUGGESTION_SORT: SuggestionSort = 'severity';

/** What of the inbox is chosen. */
export interface SuggestionChoice {
  state: DebtSuggestionStateName | 'all';
  source: SuggestionSourceName | undefined;
  severity: DebtSeverity | undefined;
  /** Ref of a group; what the groups below it own counts as well. */
  owner: string | undefined;
  text: string;
  sort: SuggestionSort;
  /** Id of the suggestion that is looked at. */
  shown: string | undefined;
}

/** What the URL of the inbox says, and how to change it. */
export interface SuggestionParams {
  choice: SuggestionChoice;
  query: SuggestionQuery;
  isFiltered: boolean;
  choose(change: Partial<SuggestionChoice>): void;
  clear(): void;
}

function readChoice(params: URLSearchParams): SuggestionChoice {
  const state = params.get('state');
  return {
    state:
      state === 'all'
        ? 'all'
        : suggestionStates.find(known => known === state) ?? 'open',
    source: suggestionSources.find(known => known === params.get('source')),
    severity: debtSeverities.find(known => known === params.get('severity')),
    owner: params.get('owner') || undefined,
    text: params.get('text') ?? '',
    sort:
      sorts.find(known => known === params.get('sort')) ??
      DEFAULT_SUGGESTION_SORT,
    shown: params.get('suggestion') || undefined,
  };
}

function writeChoice(
  params: URLSearchParams,
  { state, source, severity, owner, text, sort, shown }: SuggestionChoice,
): URLSearchParams {
  return writeParams(params, {
    state: state === 'open' ? undefined : state,
    source,
    severity,
    owner,
    text: text || undefined,
    sort: sort === DEFAULT_SUGGESTION_SORT ? undefined : sort,
    suggestion: shown,
  });
}

/** Keeps what the inbox selects in the URL: a link gives the same view, with the same suggestion open. */
export function useSuggestionParams(): SuggestionParams {
  const [params, setParams] = useSearchParams();
  const choice = readChoice(params);
  const { state, source, severity, owner, text, sort } = choice;
  const choose = useCallback(
    (change: Partial<SuggestionChoice>) =>
      setParams(
        known => writeChoice(known, { ...readChoice(known), ...change }),
        { replace: 'text' in change },
      ),
    [setParams],
  );
  return {
    choice,
    choose,
    clear: () =>
      choose({
        state: 'open',
        source: undefined,
        severity: undefined,
        owner: undefined,
        text: '',
      }),
    isFiltered: Boolean(
      source || severity || owner || text || state !== 'open',
    ),
    query: {
      state: state === 'all' ? [...suggestionStates] : [state],
      ...(source && { source: [source] }),
      ...(severity && { severity: [severity] }),
      ...(owner && { owner: [owner], descendants: true }),
      ...(text && { text }),
      sort,
    },
  };
}
