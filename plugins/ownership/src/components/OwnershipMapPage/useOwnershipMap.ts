import type { OwnershipMap } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useRef } from 'react';
import { mergeMaps } from './mergeMaps';
import type { MapChoice } from './useMapParams';

/** Nodes that one answer holds at most. */
const NODES = 120;

/** Nodes that are shown of one that was opened. */
const NODES_OF_OPENED = 60;

/** Reads the part of the map that is chosen. What was read already is not asked for again when a node is opened. */
export function useOwnershipMap(
  choice: Pick<MapChoice, 'view' | 'root' | 'focus' | 'open'>,
): QueryState<OwnershipMap> {
  const { view, root, focus, open } = choice;
  const api = useOpmodelApi();
  const base = { view, rootRef: root, focusRef: focus, limit: NODES };
  const queries = [
    base,
    ...open.map(ref => ({
      view,
      rootRef: ref,
      depth: 1,
      limit: NODES_OF_OPENED,
    })),
  ];
  const known = useRef(new Map<string, OwnershipMap>());
  return useQueryState({
    key: JSON.stringify(queries),
    subject: JSON.stringify([view, root]),
    request: async signal => {
      const [first, ...further] = await Promise.all(
        queries.map(async query => {
          const key = JSON.stringify(query);
          const answer =
            known.current.get(key) ??
            (await api.getOwnershipMap(query, { signal }));
          known.current.set(key, answer);
          return answer;
        }),
      );
      return mergeMaps(first, further);
    },
  });
}
