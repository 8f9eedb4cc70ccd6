import dagre from '@dagrejs/dagre';
import type { OwnershipMap } from '@opmodel/backstage-plugin-opmodel-common';

/** Size of a node. Pixels. */
export const NODE_WIDTH = 232;
export const NODE_HEIGHT = 84;

/** Where the upper left corner of a node is. Pixels. */
export interface Place {
  x: number;
  y: number;
}

/** Places nodes in columns from left to right, what is held to the right of what holds it. Circles and several parents are taken. */
export function layoutMap({
  view,
  nodes,
  edges,
}: Pick<OwnershipMap, 'view' | 'nodes' | 'edges'>): ReadonlyMap<string, Place> {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({
    rankdir: 'LR',
    nodesep: view === 'interactions' ? 28 : 12,
    // The words of an interaction stand between the teams.
    ranksep: view === 'interactions' ? 190 : 64,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { ref } of nodes) {
    graph.setNode(ref, { width: NODE_WIDTH, height: NODE_HEIGHT });
  }
  for (const { from, to } of edges) {
    if (graph.hasNode(from) && graph.hasNode(to)) {
      graph.setEdge(from, to);
    }
  }
  dagre.layout(graph);
  return new Map(
    nodes.map(({ ref }) => {
      const { x, y } = graph.node(ref);
      return [ref, { x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 }];
    }),
  );
}
