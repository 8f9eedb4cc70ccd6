import {
  ownershipGaps,
  ownership2026Definition,
  type OpmodelApi,
  type OwnershipGap,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  readWindowSelection,
  toComponentQuery,
  toWindowQuery,
  useListParams,
  writeParams,
  writeWindowSelection,
  type ListParams,
  type ListParamsOptions,
  type WindowSelection,
} from '@opmodel/backstage-plugin-opmodel-react';
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
export interface OwnershipListParams
  extends ListParams<OwnershipChoice, OwnershipColumnId> {
  /** How many of the further filters are set. */
  furtherFilters: number;
  /** What is listed. */
  query: OwnershipListQuery;
  /** What is summed up: the same without gap, date and order. */
  selection: Omit<OwnershipListQuery, 'gap' | 'overdue' | 'sort'>;
}

const inUrl: ListParamsOptions<OwnershipChoice, OwnershipColumnId> = {
  table: ownershipTable,
  read: params => ({
    kind: ownedKinds.find(kind => kind === params.get('kind')),
    gap: ownershipGaps.find(gap => gap === params.get('gap')),
    overdue: params.get('overdue') === 'true',
    sort: readOwnershipSort(params.get('sort')),
    window: readWindowSelection(params),
  }),
  write: (params, { kind, gap, overdue, sort, window }) =>
    writeParams(writeWindowSelection(params, window), {
      kind,
      gap,
      overdue: overdue ? 'true' : undefined,
      sort: sort === DEFAULT_SORT ? undefined : sort,
    }),
  cleared: { kind: undefined, gap: undefined, overdue: false },
};

/** Keeps the view of the list in the URL: a link gives the same view. */
export function useOwnershipListParams(): OwnershipListParams {
  const list = useListParams(inUrl);
  const { kind, gap, overdue, sort } = list.choice;
  const selection = { ...toComponentQuery(list.filter), ...(kind && { kind }) };
  return {
    ...list,
    furtherFilters: [kind, gap, overdue].filter(Boolean).length,
    selection,
    query: {
      ...selection,
      ...(gap && { gap }),
      ...(overdue && { overdue }),
      sort,
    },
  };
}

/** The days of the trend as the API takes them. */
export function toTrendQuery({ window }: OwnershipChoice) {
  return toWindowQuery(window);
}
