import type {
  OpmodelApi,
  VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import { verdictStates } from '@opmodel/backstage-plugin-opmodel-common';
import {
  toComponentQuery,
  useListParams,
  writeParams,
  type ListParams,
  type ListParamsOptions,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  DEFAULT_SCORED_ENTITY_SORT,
  readScoredEntitySort,
  scoredEntityColumns,
  type ScoredEntityColumnId,
  type ScoredEntitySort,
} from '../components/ScoredEntityTable/scoredEntityColumns';

/** What a row of the heat map is. */
export type HeatMapRows = NonNullable<
  Parameters<OpmodelApi['getScorecardHeatMap']>[0]['by']
>;
/** Length of a step of a trend. */
export type TrendInterval = NonNullable<
  Parameters<OpmodelApi['getScorecardSeries']>[0]['interval']
>;

/** The rows of the heat map that can be chosen. */
export const heatMapRows: readonly HeatMapRows[] = [
  'owner',
  'group',
  'system',
  'domain',
  'tier',
];
/** The steps of a trend that can be chosen. */
export const trendIntervals: readonly TrendInterval[] = [
  'day',
  'week',
  'month',
];

/** What of the pages is chosen beside the filter that all fleet pages have: the same words in the URL of each, so that a view goes along from page to page. */
export interface SelectionChoice {
  kind: string | undefined;
  /** Ref of the scorecard. */
  scorecard: string | undefined;
  /** Rank; needs a scorecard. */
  level: number | undefined;
  /** Id; needs a scorecard. */
  check: string | undefined;
  /** Needs a check. */
  state: VerdictState | undefined;
  sort: ScoredEntitySort;
  by: HeatMapRows;
  interval: TrendInterval;
}

/** The filter as the API takes it. */
export type SelectionQuery = ReturnType<typeof toComponentQuery> & {
  kind?: string;
};

/** What the URL of a page says, and how to change it. */
export interface SelectionParams
  extends ListParams<SelectionChoice, ScoredEntityColumnId> {
  /** What is selected, without scorecard and what needs one. */
  selection: SelectionQuery;
  /** How many filters are set besides those that all fleet pages have. */
  furtherFilters: number;
}

const DEFAULT_ROWS: HeatMapRows = 'owner';
const DEFAULT_INTERVAL: TrendInterval = 'week';
const RANK = /^\d{1,2}$/;

const inUrl: ListParamsOptions<SelectionChoice, ScoredEntityColumnId> = {
  table: scoredEntityColumns,
  read: params => {
    const scorecard = params.get('scorecard') || undefined;
    const check = (scorecard && params.get('check')) || undefined;
    const level = params.get('level') ?? '';
    return {
      kind: params.get('kind') || undefined,
      scorecard,
      level: scorecard && RANK.test(level) ? Number(level) : undefined,
      check,
      state: check
        ? verdictStates.find(state => state === params.get('state'))
        : undefined,
      sort: readScoredEntitySort(params.get('sort')),
      by: heatMapRows.find(by => by === params.get('by')) ?? DEFAULT_ROWS,
      interval:
        trendIntervals.find(known => known === params.get('interval')) ??
        DEFAULT_INTERVAL,
    };
  },
  write: (params, choice) => {
    const { kind, scorecard, level, check, state, sort, by, interval } = choice;
    return writeParams(params, {
      kind,
      scorecard,
      level: scorecard && level !== undefined ? String(level) : undefined,
      check: scorecard ? check : undefined,
      state: scorecard && check ? state : undefined,
      sort: sort === DEFAULT_SCORED_ENTITY_SORT ? undefined : sort,
      by: by === DEFAULT_ROWS ? undefined : by,
      interval: interval === DEFAULT_INTERVAL ? undefined : interval,
    });
  },
  cleared: {
    kind: undefined,
    level: undefined,
    check: undefined,
    state: undefined,
  },
};

/** Keeps what a page of scorecards selects in its URL: a link gives the same view. */
export function useSelectionParams(): SelectionParams {
  const list = useListParams(inUrl);
  const { kind, level, check, state } = list.choice;
  return {
    ...list,
    selection: {
      ...toComponentQuery(list.filter),
      ...(kind !== undefined && { kind }),
    },
    furtherFilters: [kind, level, check, state].filter(
      value => value !== undefined,
    ).length,
  };
}
