import type {
  MapEdge,
  MapNode,
  OwnershipMap,
} from '@opmodel/backstage-plugin-opmodel-common';

/** What says that two edges are the same. */
export function keyOfEdge({ from, to, kind, interaction }: MapEdge): string {
  return JSON.stringify([
    from,
    to,
    kind,
    interaction?.mode,
    interaction?.since,
  ]);
}

/**
 * A part of the map with further parts of it, each node and edge once. How much of a node is not shown follows from what is shown of
 * all of them.
 */
export function mergeMaps(
  base: OwnershipMap,
  further: readonly OwnershipMap[],
): OwnershipMap {
  if (further.length === 0) {
    return base;
  }
  const nodes = new Map<string, MapNode>();
  const edges = new Map<string, MapEdge>();
  for (const map of [base, ...further]) {
    for (const node of map.nodes) {
      const known = nodes.get(node.ref);
      nodes.set(node.ref, known ? joinNodes(known, node) : node);
    }
    map.edges.forEach(edge => edges.set(keyOfEdge(edge), edge));
  }
  const below = new Map<string, Set<string>>();
  const count = (from: string, to: string) =>
    below.set(from, (below.get(from) ?? new Set()).add(to));
  for (const { from, to, kind } of edges.values()) {
    count(from, to);
    if (kind === 'interaction') {
      count(to, from);
    }
  }
  const merged = [...nodes.values()].map(node => ({
    ...node,
    more: Math.max(0, node.children - (below.get(node.ref)?.size ?? 0)),
  }));
  return {
    ...base,
    nodes: merged,
    edges: [...edges.values()],
    shown: merged.length,
    total: Math.max(base.total, merged.length),
  };
}

/** A node knows its parent only where that is shown too. */
function joinNodes(known: MapNode, other: MapNode): MapNode {
  return { ...known, parentRef: known.parentRef ?? other.parentRef };
}
