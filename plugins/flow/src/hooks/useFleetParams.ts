import {
  readComponentFilter,
  readWindowSelection,
  toComponentQuery,
  toWindowQuery,
  writeComponentFilter,
  writeWindowSelection,
  type ComponentFilter,
  type WindowSelection,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { FleetQuery } from './useFlowFleet';

/** Order of the fleet. */
export type FleetSort = NonNullable<FleetQuery['sort']>;

const SORTS: FleetSort[] = [
  'name',
  '-name',
  'cycleTime',
  '-cycleTime',
  'wip',
  '-wip',
  'throughput',
  '-throughput',
  'oldest',
  '-oldest',
];

/** What the URL of the fleet page says, and how to change it. */
export interface FleetParams {
  query: FleetQuery;
  filter: ComponentFilter;
  window: WindowSelection;
  sort: FleetSort;
  /** Changes what is shown; each change is a step in the browser's history. */
  select(change: { window?: WindowSelection; sort?: FleetSort }): void;
  /** @param typing - true for a text that is being typed: it takes no steps of its own in the browser's history */
  narrow(change: Partial<ComponentFilter>, typing?: boolean): void;
}

/** Keeps the view of the fleet page in the URL: a link gives the same view. */
export function useFleetParams(): FleetParams {
  const [params, setParams] = useSearchParams();
  const filter = readComponentFilter(params);
  const window = readWindowSelection(params);
  const sort = SORTS.find(id => id === params.get('sort')) ?? 'name';
  const select = useCallback(
    (change: { window?: WindowSelection; sort?: FleetSort }) =>
      setParams(known => {
        const next = change.window
          ? writeWindowSelection(new URLSearchParams(known), change.window)
          : new URLSearchParams(known);
        if (change.sort === 'name') {
          next.delete('sort');
        } else if (change.sort) {
          next.set('sort', change.sort);
        }
        return next;
      }),
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
  return {
    filter,
    window,
    sort,
    select,
    narrow,
    query: { ...toWindowQuery(window), ...toComponentQuery(filter), sort },
  };
}
