import {
  type MapEdge,
  type MapNode,
  type OwnershipMap,
  ownershipRungs,
  type TeamLoad,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  MapContainer,
  MapLeaf,
  MapTreeView,
  ScopeCount,
} from './MapStore';

/** What is told of a container beside itself. */
export interface ContainerFacts {
  parentRef: string | null;
  children: number;
  more: number;
  /** Undefined: nothing that is to be owned counts in it. */
  count: ScopeCount | undefined;
  /** Whether anything was assessed yet. */
  assessed: boolean;
  ladder: Pick<MapLeaf, 'reached' | 'gaps'> | undefined;
  load: TeamLoad | null;
}

/** A group, domain or system on the map. */
export function toContainerNode(
  { ref, kind, title, type, tier }: MapContainer,
  { parentRef, children, more, count, assessed, ladder, load }: ContainerFacts,
): MapNode {
  return {
    ref,
    kind,
    title,
    type,
    tier,
    parentRef,
    children,
    more,
    entities: count?.entities ?? 0,
    full: assessed ? count?.full ?? 0 : null,
    reached: ladder?.reached ?? null,
    gaps: [...(ladder?.gaps ?? [])],
    load,
  };
}

/** Something owned on the map. */
export function toLeafNode(
  { ref, kind, title, type, tier, reached, gaps }: MapLeaf,
  parentRef: string | null,
): MapNode {
  return {
    ref,
    kind,
    title,
    type,
    tier,
    parentRef,
    children: 0,
    more: 0,
    entities: 1,
    full: reached === null ? null : Number(reached >= ownershipRungs.length),
    reached,
    gaps: [...gaps],
    load: null,
  };
}

/** An edge from what holds to what is held. */
export function toHoldEdge(
  view: MapTreeView,
  from: string,
  to: string,
): MapEdge {
  const kind = to.startsWith('group:') ? 'parent' : 'owns';
  return {
    from,
    to,
    kind: view === 'domains' ? 'part_of' : kind,
    interaction: null,
  };
}

/** One step of a way through the map. */
export function toChainLink({
  ref,
  title,
  type,
}: Pick<MapContainer, 'ref' | 'title' | 'type'>): OwnershipMap['path'][number] {
  return { ref, title, type };
}
