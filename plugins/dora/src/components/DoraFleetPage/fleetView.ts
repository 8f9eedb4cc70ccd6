import {
  doraProfileIds,
  type BenchmarkEditionId,
  type DoraFleetQuery,
  type DoraProfileId,
  type DoraSummaryQuery,
  type NumberState,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  countComponentFilters,
  emptyComponentFilter,
  readComponentFilter,
  readTableView,
  readWindowSelection,
  toComponentQuery,
  toWindowQuery,
  type TableView,
  type WindowSelection,
  writeComponentFilter,
  writeTableView,
  writeWindowSelection,
  type ComponentFilter,
} from '@opmodel/backstage-plugin-opmodel-react';
import { editionIds } from '../../hooks/useDoraParams';
import { type FleetColumnId, fleetTable } from './fleetColumns';

/** What the fleet page selects, without its days. Undefined means "any". */
export interface FleetFilter extends ComponentFilter {
  state: NumberState | undefined;
}

export type FleetSort = NonNullable<DoraFleetQuery['sort']>;

/** Everything that a link to the fleet page holds. */
export interface FleetView extends TableView<FleetColumnId> {
  filter: FleetFilter;
  window: WindowSelection;
  /** Undefined: the definition that holds where none is chosen. */
  profile: DoraProfileId | undefined;
  /** Undefined: the edition that holds where none is chosen. */
  edition: BenchmarkEditionId | undefined;
  sort: FleetSort;
  rowsPerPage: number;
  /** Starts at 1; only for reading, since the cursor finds the rows. */
  page: number;
  cursor?: string;
}

export const rowsPerPageChoices = [20, 50, 100] as const;
export const defaultFleetSort: FleetSort = 'name';

const sorts: readonly FleetSort[] = [
  'name',
  '-name',
  'leadTime',
  '-leadTime',
  'deployments',
  '-deployments',
  'lastDeployment',
  '-lastDeployment',
  'changeFailRate',
  '-changeFailRate',
  'recovery',
  '-recovery',
];
const states: readonly NumberState[] = ['ok', 'thin', 'no_data'];
/** The filter that selects every component. */
export const emptyFleetFilter: FleetFilter = {
  ...emptyComponentFilter,
  state: undefined,
};

function oneOf<T extends string>(
  choices: readonly T[],
  value: string | null,
): T | undefined {
  return choices.find(choice => choice === value);
}

/** Reads a view from the URL. What it does not understand counts as absent, so that an old link still opens. */
export function parseFleetView(params: URLSearchParams): FleetView {
  const filter: FleetFilter = {
    ...readComponentFilter(params),
    state: oneOf(states, params.get('state')),
  };
  const rows = Number(params.get('rows'));
  const page = Number(params.get('page'));
  const cursor = params.get('cursor') || undefined;
  return {
    filter,
    window: readWindowSelection(params),
    profile: oneOf(doraProfileIds, params.get('profile')),
    edition: oneOf(editionIds, params.get('edition')),
    sort: oneOf(sorts, params.get('sort')) ?? defaultFleetSort,
    ...readTableView(params, fleetTable),
    rowsPerPage:
      rowsPerPageChoices.find(choice => choice === rows) ??
      rowsPerPageChoices[0],
    page: cursor && Number.isInteger(page) && page > 1 ? page : 1,
    cursor,
  };
}

/** Writes a view as URL parameters. Defaults are left out: a short link says only what differs. */
export function formatFleetView(view: FleetView): URLSearchParams {
  const { filter, profile, edition } = view;
  const chosen = writeWindowSelection(new URLSearchParams(), view.window);
  if (profile) chosen.set('profile', profile);
  if (edition) chosen.set('edition', edition);
  const selected = writeComponentFilter(chosen, filter);
  if (filter.state) selected.set('state', filter.state);
  if (view.sort !== defaultFleetSort) selected.set('sort', view.sort);
  const params = writeTableView(selected, view, fleetTable);
  if (view.rowsPerPage !== rowsPerPageChoices[0]) {
    params.set('rows', String(view.rowsPerPage));
  }
  if (view.cursor) {
    params.set('cursor', view.cursor);
    if (view.page > 1) params.set('page', String(view.page));
  }
  return params;
}

/** The query of the summary: the selection and its days, without order and page. */
export function toSummaryQuery({
  filter,
  window,
  profile,
  edition,
}: Pick<
  FleetView,
  'filter' | 'window' | 'profile' | 'edition'
>): DoraSummaryQuery {
  const { state, ...components } = filter;
  return {
    ...toComponentQuery(components),
    ...(state && { state }),
    ...toWindowQuery(window),
    ...(profile && { profile }),
    ...(edition && { edition }),
  };
}

/** The query of one page of rows. */
export function toFleetQuery(view: FleetView): DoraFleetQuery {
  // Rows are compared with no edition.
  const { edition: _, ...selected } = toSummaryQuery(view);
  return {
    ...selected,
    sort: view.sort,
    limit: view.rowsPerPage,
    ...(view.cursor && { cursor: view.cursor }),
  };
}

/** How many filters are set; the window is not one. */
export function countFilters(filter: FleetFilter): number {
  const { state, ...components } = filter;
  return countComponentFilters(components) + (state ? 1 : 0);
}
