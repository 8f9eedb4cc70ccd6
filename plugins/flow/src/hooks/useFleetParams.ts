import {
  readWindowSelection,
  toWindowQuery,
  writeWindowSelection,
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

const FILTERS = ['system', 'domain', 'type', 'tier', 'lifecycle'] as const;

/** What the URL of the fleet page says, and how to change it. */
export interface FleetParams {
  query: FleetQuery;
  window: WindowSelection;
  text: string;
  sort: FleetSort;
  select(change: {
    window?: WindowSelection;
    text?: string;
    sort?: FleetSort;
  }): void;
}

/** Keeps the view of the fleet page in the URL: a link gives the same view. */
export function useFleetParams(): FleetParams {
  const [params, setParams] = useSearchParams();
  const window = readWindowSelection(params);
  const text = params.get('text') ?? '';
  const sort = SORTS.find(id => id === params.get('sort')) ?? 'name';
  const owner = params.getAll('owner').filter(Boolean);
  const select = useCallback(
    (change: { window?: WindowSelection; text?: string; sort?: FleetSort }) =>
      setParams(
        known => {
          const next = change.window
            ? writeWindowSelection(new URLSearchParams(known), change.window)
            : new URLSearchParams(known);
          for (const name of ['text', 'sort'] as const) {
            const value = change[name];
            if (value === '' || (name === 'sort' && value === 'name')) {
              next.delete(name);
            } else if (value !== undefined) {
              next.set(name, value);
            }
          }
          return next;
        },
        // A text that is being typed takes no steps of its own in the browser's history.
        { replace: change.text !== undefined },
      ),
    [setParams],
  );
  return {
    window,
    text,
    sort,
    select,
    query: {
      ...toWindowQuery(window),
      ...Object.fromEntries(
        FILTERS.flatMap(name => {
          const value = params.get(name);
          return value ? [[name, value]] : [];
        }),
      ),
      ...(owner.length > 0 ? { owner } : {}),
      ...(text ? { text } : {}),
      sort,
    },
  };
}
