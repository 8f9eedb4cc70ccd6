import type {
  OpmodelApi,
  SloReviewState,
  SloState,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  emptyComponentFilter,
  readComponentFilter,
  readTableView,
  toComponentQuery,
  writeComponentFilter,
  writeTableView,
  type ComponentFilter,
  type TableView,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
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
export interface FleetParams {
  filter: ComponentFilter;
  choice: FleetChoice;
  /** How the table shows its rows. */
  view: TableView<SloColumnId>;
  /** How many of the further filters are set. */
  furtherFilters: number;
  /** What is summed up: the filter that all fleet pages have. */
  selection: ReturnType<typeof toComponentQuery>;
  /** What is listed. */
  query: SloListQuery;
  /** Changes what is shown; each change is a step in the browser's history. */
  choose(change: Partial<FleetChoice>): void;
  /** Changes how the table shows its rows; that takes no step of its own in the browser's history. */
  show(change: Partial<TableView<SloColumnId>>): void;
  /** @param typing - true for a text that is being typed: it takes no steps of its own in the browser's history */
  narrow(change: Partial<ComponentFilter>, typing?: boolean): void;
  /** Takes all filters away; order and columns stay. */
  clear(): void;
}

/** Keeps the view of the list in the URL: a link gives the same view. */
export function useFleetParams(): FleetParams {
  const [params, setParams] = useSearchParams();
  const filter = readComponentFilter(params);
  const choice = readChoice(params);
  const choose = useCallback(
    (change: Partial<FleetChoice>) =>
      setParams(known =>
        writeChoice(known, { ...readChoice(known), ...change }),
      ),
    [setParams],
  );
  const show = useCallback(
    (change: Partial<TableView<SloColumnId>>) =>
      setParams(
        known =>
          writeTableView(
            known,
            { ...readTableView(known, sloColumns), ...change },
            sloColumns,
          ),
        { replace: true },
      ),
    [setParams],
  );
  const narrow = useCallback(
    (change: Partial<ComponentFilter>, typing = false) =>
      setParams(
        known =>
          writeComponentFilter(known, {
            ...readComponentFilter(known),
            ...change,
          }),
        { replace: typing },
      ),
    [setParams],
  );
  const clear = useCallback(
    () =>
      setParams(known =>
        writeChoice(writeComponentFilter(known, emptyComponentFilter), {
          ...readChoice(known),
          state: undefined,
          burning: false,
          review: undefined,
        }),
      ),
    [setParams],
  );
  const { state, burning, review, sort } = choice;
  const selection = toComponentQuery(filter);
  return {
    filter,
    choice,
    view: readTableView(params, sloColumns),
    furtherFilters: [state, burning, review].filter(Boolean).length,
    selection,
    query: {
      ...selection,
      ...(state && { state }),
      ...(burning && { burning }),
      ...(review && { review }),
      sort,
    },
    choose,
    show,
    narrow,
    clear,
  };
}

function readChoice(params: URLSearchParams): FleetChoice {
  return {
    state: sloStates.find(state => state === params.get('state')),
    burning: params.get('burning') === 'true',
    review: reviewFilters.find(review => review === params.get('review')),
    sort: readSloSort(params.get('sort')),
  };
}

/** What is the default leaves no trace. */
function writeChoice(
  params: URLSearchParams,
  { state, burning, review, sort }: FleetChoice,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const values = {
    state,
    burning: burning ? 'true' : undefined,
    review,
    sort: sort === DEFAULT_SLO_SORT ? undefined : sort,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  }
  return next;
}
