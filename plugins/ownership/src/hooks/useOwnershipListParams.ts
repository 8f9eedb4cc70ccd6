import {
  ownershipGaps,
  ownership2026Definition,
  type OpmodelApi,
  type OwnershipGap,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  emptyComponentFilter,
  readComponentFilter,
  readTableView,
  readWindowSelection,
  toComponentQuery,
  toWindowQuery,
  writeComponentFilter,
  writeTableView,
  writeWindowSelection,
  type ComponentFilter,
  type TableView,
  type WindowSelection,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  ownershipTable,
  type OwnershipColumnId,
} from '../components/OwnershipTable';
import {
  DEFAULT_SORT,
  readOwnershipSort,
  type OwnershipSort,
} from './ownershipSort';

/** Filter and order of the list. */
export type OwnershipListQuery = Omit<
  NonNullable<Parameters<OpmodelApi['listOwnership']>[0]>,
  'cursor' | 'limit'
>;

/** A kind that is to be owned. */
export type OwnedKind = NonNullable<OwnershipListQuery['kind']>;

/** The kinds in the order in which they are offered. */
export const ownedKinds = ownership2026Definition.kinds as readonly OwnedKind[];

/** What of the list is chosen beside the filter that all fleet pages have. */
export interface OwnershipChoice {
  kind: OwnedKind | undefined;
  gap: OwnershipGap | undefined;
  /** Only entities with a date that has passed. */
  overdue: boolean;
  sort: OwnershipSort;
  window: WindowSelection;
}

/** What the URL of the list says, and how to change it. */
export interface OwnershipListParams {
  filter: ComponentFilter;
  choice: OwnershipChoice;
  /** How the table shows its rows. */
  view: TableView<OwnershipColumnId>;
  /** How many of the further filters are set. */
  furtherFilters: number;
  /** What is listed. */
  query: OwnershipListQuery;
  /** What is summed up: the same without gap, date and order. */
  selection: Omit<OwnershipListQuery, 'gap' | 'overdue' | 'sort'>;
  /** Changes what is shown; each change is a step in the browser's history. */
  choose(change: Partial<OwnershipChoice>): void;
  /** Changes how the table shows its rows, which takes no step in the browser's history. */
  show(change: Partial<TableView<OwnershipColumnId>>): void;
  /** @param typing - true for a text that is being typed: it takes no steps of its own in the browser's history */
  narrow(change: Partial<ComponentFilter>, typing?: boolean): void;
  /** Takes all filters away; order and window stay. */
  clear(): void;
}

/** Keeps the view of the list in the URL: a link gives the same view. */
export function useOwnershipListParams(): OwnershipListParams {
  const [params, setParams] = useSearchParams();
  const filter = readComponentFilter(params);
  const choice = readChoice(params);
  const view = readTableView(params, ownershipTable);
  const choose = useCallback(
    (change: Partial<OwnershipChoice>) =>
      setParams(known =>
        writeChoice(known, { ...readChoice(known), ...change }),
      ),
    [setParams],
  );
  const show = useCallback(
    (change: Partial<TableView<OwnershipColumnId>>) =>
      setParams(
        known =>
          writeTableView(
            known,
            { ...readTableView(known, ownershipTable), ...change },
            ownershipTable,
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
          kind: undefined,
          gap: undefined,
          overdue: false,
        }),
      ),
    [setParams],
  );
  const { kind, gap, overdue, sort } = choice;
  const selection = { ...toComponentQuery(filter), ...(kind && { kind }) };
  return {
    filter,
    choice,
    view,
    furtherFilters: [kind, gap, overdue].filter(Boolean).length,
    selection,
    query: {
      ...selection,
      ...(gap && { gap }),
      ...(overdue && { overdue }),
      sort,
    },
    choose,
    show,
    narrow,
    clear,
  };
}

/** The days of the trend as the API takes them. */
export function toTrendQuery({ window }: OwnershipChoice) {
  return toWindowQuery(window);
}

function readChoice(params: URLSearchParams): OwnershipChoice {
  return {
    kind: ownedKinds.find(kind => kind === params.get('kind')),
    gap: ownershipGaps.find(gap => gap === params.get('gap')),
    overdue: params.get('overdue') === 'true',
    sort: readOwnershipSort(params.get('sort')),
    window: readWindowSelection(params),
  };
}

/** What is the default leaves no trace. */
function writeChoice(
  params: URLSearchParams,
  { kind, gap, overdue, sort, window }: OwnershipChoice,
): URLSearchParams {
  const next = writeWindowSelection(params, window);
  const values = {
    kind,
    gap,
    overdue: overdue ? 'true' : undefined,
    sort: sort === DEFAULT_SORT ? undefined : sort,
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
