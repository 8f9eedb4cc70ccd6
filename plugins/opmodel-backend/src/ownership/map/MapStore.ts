import type {
  OwnershipDefinition,
  OwnershipGap,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { JsonObject } from '@backstage/types';
import type { Visibility } from '../../catalog/Visibility';

/** The views that are trees: of groups and what they own, and of domains, systems and what they hold. */
export type MapTreeView = 'organisation' | 'domains';

/** Something that others hang on: a group, or a domain or system. */
export interface MapContainer {
  ref: string;
  kind: string;
  /** Title or name. */
  title: string;
  type: string | null;
  tier: string | null;
}

/** Something that is to be owned and that nothing hangs on. */
export interface MapLeaf extends MapContainer {
  /** Rungs; null: not assessed yet. */
  reached: number | null;
  gaps: readonly OwnershipGap[];
}

/** Where something hangs directly, as the catalog says it: also below what the caller may not see. */
export interface MapHold {
  ref: string;
  aboveRef: string;
}

/** What is shown at a place: what hangs on it in the catalog, and on everything hidden for which it stands. */
export interface MapPlace {
  placeRef: string;
  aboveRef: string;
}

/** A leaf with what it hangs on in the catalog, which may be hidden. */
export interface HeldLeaf extends MapLeaf {
  aboveRefs: readonly string[];
}

/** Which leaves are asked for. */
export interface LeafSelection {
  view: MapTreeView;
  definition: Pick<OwnershipDefinition, 'kinds' | 'excludedLifecycles'>;
  visibility: Visibility;
}

/** How many entities count in a scope, and how many of them reach every rung. */
export interface ScopeCount {
  entities: number;
  full: number;
}

/** What a group says of itself. */
export interface GroupDocument {
  ref: string;
  annotations: Record<string, string>;
  document?: JsonObject;
}

/** Reads the map from the snapshot and the assessments. Every read tells only what the caller may see, but for {@link MapStore.listHolds}. */
export interface MapStore {
  /** All containers of a view that may be seen, ordered by title and ref. */
  listContainers(
    view: MapTreeView,
    visibility: Visibility,
  ): Promise<MapContainer[]>;

  /**
   * What containers hang on. It tells of hidden ones too, so that what is below them finds its place; nothing of it may be told as
   * it is.
   */
  listHolds(view: MapTreeView): Promise<MapHold[]>;

  /** How many leaves hang directly at each place, each once. A place without any is left out. */
  countLeaves(
    places: readonly MapPlace[],
    selection: LeafSelection,
  ): Promise<ReadonlyMap<string, number>>;

  /** How many leaves hang at any of the places, each once. */
  countAllLeaves(
    places: readonly MapPlace[],
    selection: LeafSelection,
  ): Promise<number>;

  /**
   * Leaves of places: of each place the first before the second of any, by tier, then those that reach the fewest rungs.
   *
   * @param places - in the order in which they come first
   */
  listLeaves(
    places: readonly MapPlace[],
    selection: LeafSelection & { limit: number },
  ): Promise<HeldLeaf[]>;

  /** Leaves that hang on none of these, in the same order, and how many there are. */
  listTopLeaves(
    aboveRefs: readonly string[],
    selection: LeafSelection & { limit: number },
  ): Promise<{ items: HeldLeaf[]; total: number }>;

  /** One leaf; undefined where there is none that may be seen. */
  findLeaf(
    ref: string,
    selection: LeafSelection,
  ): Promise<HeldLeaf | undefined>;

  /**
   * How many entities that are to be owned count in each scope, each once. A scope without any is left out.
   *
   * @param rungs - so many are all
   */
  countScopes(
    scopeRefs: readonly string[],
    rungs: number,
    selection: Omit<LeafSelection, 'view'>,
  ): Promise<ReadonlyMap<string, ScopeCount>>;

  /** Ladders of containers that are to be owned themselves. */
  listLadders(
    refs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, Pick<MapLeaf, 'reached' | 'gaps'>>>;

  /** What groups say of themselves; absent: all groups. */
  listGroupDocuments(
    visibility: Visibility,
    refs?: readonly string[],
  ): Promise<GroupDocument[]>;

  /** Groups, and what is to be owned, with a part of the name or title; shortest first, as it is nearest to what was typed. */
  search(
    text: string,
    asked: Omit<LeafSelection, 'view'> & { limit: number },
  ): Promise<{
    items: (MapContainer & { ownerRefs: string[] })[];
    total: number;
  }>;
}
