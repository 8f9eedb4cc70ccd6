import type { OwnershipMap } from '@opmodel/backstage-plugin-opmodel-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the map is of. */
export type MapView = OwnershipMap['view'];

/** The views in the order in which they are offered. */
export const mapViews: readonly MapView[] = [
  'organisation',
  'interactions',
  'domains',
];

/** Nodes whose further contents are shown at most, so that the page stays quick. */
const MOST_OPEN = 20;

/** What of the map is shown. Refs are those of the catalog. */
export interface MapChoice {
  view: MapView;
  /** Where the map begins; undefined: at the top. */
  root: string | undefined;
  /** What was searched for. */
  focus: string | undefined;
  /** Whose details are open. */
  node: string | undefined;
  /** Nodes of which more than usual is shown. */
  open: readonly string[];
  /** Undefined: what suits the screen. */
  as: 'map' | 'table' | undefined;
}

/** What the URL of the map says, and how to change it. */
export interface MapParams extends MapChoice {
  /** Changes what is shown; each change is a step in the browser's history. */
  change(change: Partial<MapChoice>): void;
}

/** Keeps the view of the map in the URL: a link gives the same view. */
export function useMapParams(): MapParams {
  const [params, setParams] = useSearchParams();
  const view = mapViews.find(known => known === params.get('view'));
  const as = (['map', 'table'] as const).find(
    known => known === params.get('as'),
  );
  const change = useCallback(
    (changed: Partial<MapChoice>) =>
      setParams(known => {
        const next = new URLSearchParams(known);
        for (const [name, value] of Object.entries(changed)) {
          next.delete(name);
          for (const text of [value ?? []].flat().slice(0, MOST_OPEN)) {
            next.append(name, text);
          }
        }
        return next;
      }),
    [setParams],
  );
  return {
    view: view ?? 'organisation',
    root: params.get('root') ?? undefined,
    focus: params.get('focus') ?? undefined,
    node: params.get('node') ?? undefined,
    open: params.getAll('open').slice(0, MOST_OPEN),
    as,
    change,
  };
}
