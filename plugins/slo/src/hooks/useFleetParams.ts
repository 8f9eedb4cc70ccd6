import type {
  OpmodelApi,
  SloReviewState,
  SloState,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  toComponentQuery,
  useListParams,
  writeParams,
  type ListParams,
  type ListParamsOptions,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  DEFAULT_SLO_SORT,
  readSloSort,
  sloColumns,
  type SloColumnId,
  type SloSort,
} from '../components/SloTable/sloColumns';
import { sloStates } from '../words/sloStates';

/** Filter and order of the list. */
export type SloListQuery = Omit<
  NonNullable<Parameters<OpmodelApi['listSlos']>[0]>,
  'cursor' | 'limit'
>;
/** A review state that can be filtered by. */
export type ReviewFilter = Exclude<SloReviewState, 'current'>;

/** The review states that can be filtered by, most urgent first. */
export const reviewFilters: readonly ReviewFilter[] = [
  'overdue',
  'due',
  'none',
];

/** What of the list is chosen beside the filter that all fleet pages have. */
export interface FleetChoice {
  state: SloState | undefined;
  /** Only SLOs with an alert that fires. */
  burning: boolean;
  review: ReviewFilter | undefined;
  sort: SloSort;
}

/** What the URL of the list says, and how to change it. */
export interface FleetParams extends ListParams<FleetChoice, SloColumnId> {
  /** How many of the further filters are set. */
  furtherFilters: number;
  /** What is summed up: the filter that all fleet pages have. */
  selection: ReturnType<typeof toComponentQuery>;
  /** What is listed. */
  query: SloListQuery;
}

const inUrl: ListParamsOptions<FleetChoice, SloColumnId> = {
  table: sloColumns,
  read: params => ({
    state: sloStates.find(state => state === params.get('state')),
    burning: params.get('burning') === 'true',
    review: reviewFilters.find(review => review === params.get('review')),
    sort: readSloSort(params.get('sort')),
  }),
  write: (params, { state, burning, review, sort }) =>
    writeParams(params, {
      state,
      burning: burning ? 'true' : undefined,
      review,
      sort: sort === DEFAULT_SLO_SORT ? undefined : sort,
    }),
  cleared: { state: undefined, burning: false, review: undefined },
};

/** Keeps the view of the list in the URL: a link gives the same view. */
export function useFleetParams(): FleetParams {
  const list = useListParams(inUrl);
  const { state, burning, review, sort } = list.choice;
  const selection = toComponentQuery(list.filter);
  return {
    ...list,
    furtherFilters: [state, burning, review].filter(Boolean).length,
    selection,
    query: {
      ...selection,
      ...(state && { state }),
      ...(burning && { burning }),
      ...(review && { review }),
      sort,
    },
  };
}
