import { InputError, NotFoundError } from '@backstage/errors';
import {
  type MapNode,
  type OwnershipDefinition,
  type OwnershipMap,
  ownershipRungs,
  type TeamLoad,
} from '@opmodel/backstage-plugin-opmodel-common';
import { InteractionNetwork } from './InteractionNetwork';
import { MapForest } from './MapForest';
import {
  toChainLink,
  toContainerNode,
  toHoldEdge,
  toLeafNode,
} from './mapNodes';
import type { MapRequest } from './mapRequests';
import type { Visibility } from '../../catalog/Visibility';
import type {
  HeldLeaf,
  LeafSelection,
  MapStore,
  MapTreeView,
} from './MapStore';
import { selectContainers, type SelectedContainers } from './selectContainers';
import type { TeamLoadReader } from './TeamLoadReader';

/** A part of the map as the snapshot and the assessments have it: without deliveries, and without how current it is. */
export type MapPart = Omit<OwnershipMap, 'freshness'>;

/** What the readers of the map work with. */
export interface MapReaderOptions {
  store: MapStore;
  loads: TeamLoadReader;
  definition: OwnershipDefinition;
  /** The ISO day of now in the configured zone. */
  today: () => string;
}

type TreeRequest = MapRequest & { view: MapTreeView };

/** What is at the top may not take more than this share of the room, so that what is held is seen as well. */
const SHARE_OF_TOP = 1 / 4;

/** Reads parts of the trees: groups with what they own, and domains and systems with what they hold. */
export class TreeMapReader {
  readonly #options: MapReaderOptions;

  constructor(options: MapReaderOptions) {
    this.#options = options;
  }

  /**
   * @param assessed - whether anything was assessed yet
   * @throws NotFoundError when the root or the focus is not on this map, or may not be seen
   * @throws InputError when the focus is not below the root
   */
  async read(
    request: TreeRequest,
    visibility: Visibility,
    assessed: boolean,
  ): Promise<MapPart> {
    const { store, definition } = this.#options;
    const { view, rootRef, focusRef, depth, limit } = request;
    const selection = { view, definition, visibility };
    const [containers, holds] = await Promise.all([
      store.listContainers(view, visibility),
      store.listHolds(view),
    ]);
    const forest = new MapForest(containers, holds);
    const findLeaf = async (ref: string | undefined) =>
      ref === undefined || forest.get(ref)
        ? undefined
        : this.#findLeaf(ref, selection);
    const [root, focus] = await Promise.all([
      findLeaf(rootRef),
      findLeaf(focusRef),
    ]);
    if (root) {
      return toPartOfLeaf(view, root, forest);
    }
    const focusRefs = focus ? forest.placesUnder(focus.aboveRefs) : focusRef;
    const within = rootRef === undefined ? undefined : forest.below(rootRef);
    const found = [focusRefs ?? []].flat();
    if (
      within &&
      focusRef !== undefined &&
      !found.some(ref => within.has(ref))
    ) {
      throw new InputError(
        `'focusRef' must be something below 'rootRef', ${rootRef}`,
      );
    }
    const selected = selectContainers(forest, {
      rootRef,
      focusRefs: found,
      depth,
      limit: focus ? limit - 1 : limit,
    });
    const leaves = await this.#readLeaves(
      forest,
      selected,
      { ...selection, rootRef, limit },
      focus,
    );
    const nodes = await this.#toNodes(
      { view, forest, shown: selected.shown, assessed, ...leaves },
      selection,
    );
    const isShown = new Set(nodes.map(({ ref }) => ref));
    return {
      view,
      rootRef: rootRef ?? null,
      path:
        rootRef === undefined ? [] : forest.pathTo(rootRef).map(toChainLink),
      nodes,
      edges: [
        ...selected.shown.map(ref => ({ ref, above: forest.parentsOf(ref) })),
        ...leaves.leaves.map(({ ref, aboveRefs }) => ({
          ref,
          above: forest.placesUnder(aboveRefs),
        })),
      ].flatMap(({ ref, above }) =>
        above
          .filter(parent => isShown.has(parent))
          .map(parent => toHoldEdge(view, parent, ref)),
      ),
      shown: nodes.length,
      total: selected.part.size + leaves.total,
    };
  }

  async #findLeaf(ref: string, selection: LeafSelection): Promise<HeldLeaf> {
    const leaf = await this.#options.store.findLeaf(ref, selection);
    if (!leaf) {
      throw new NotFoundError(`Nothing called '${ref}' is on this map`);
    }
    return leaf;
  }

  /** The leaves that are shown, how many there are in the part, and how many hang on each container that is shown. */
  async #readLeaves(
    forest: MapForest,
    { shown, opened }: SelectedContainers,
    {
      rootRef,
      limit,
      ...selection
    }: LeafSelection & { rootRef?: string; limit: number },
    focus: HeldLeaf | undefined,
  ): Promise<{
    leaves: HeldLeaf[];
    total: number;
    counts: ReadonlyMap<string, number>;
  }> {
    const { store } = this.#options;
    const room = limit - shown.length;
    const asked = { ...selection, limit: room };
    const inPart = forest.placesOf([...opened]);
    const isFromTop = rootRef === undefined;
    const [counts, ofPart, placed, top] = await Promise.all([
      store.countLeaves(forest.placesOf(shown), selection),
      store.countAllLeaves(inPart, selection),
      store.listLeaves(
        forest.placesOf(shown.filter(ref => opened.has(ref))),
        asked,
      ),
      isFromTop
        ? store.listTopLeaves(
            forest.placesOf(forest.refs).map(({ aboveRef }) => aboveRef),
            asked,
          )
        : { items: [], total: 0 },
    ]);
    const others = placed.filter(({ ref }) => ref !== focus?.ref);
    const atTop = top.items.filter(({ ref }) => ref !== focus?.ref);
    const left = room - (focus ? 1 : 0);
    const forTop = Math.min(
      atTop.length,
      Math.max(left - others.length, Math.floor(left * SHARE_OF_TOP)),
    );
    return {
      leaves: [
        ...(focus ? [focus] : []),
        ...others.slice(0, left - forTop),
        ...atTop.slice(0, forTop),
      ],
      total: ofPart + top.total,
      counts,
    };
  }

  async #toNodes(
    {
      view,
      forest,
      shown,
      leaves,
      counts,
      assessed,
    }: {
      view: MapTreeView;
      forest: MapForest;
      shown: readonly string[];
      leaves: readonly HeldLeaf[];
      counts: ReadonlyMap<string, number>;
      assessed: boolean;
    },
    selection: LeafSelection,
  ): Promise<MapNode[]> {
    const { store } = this.#options;
    const [scopes, ladders, loads] = await Promise.all([
      store.countScopes(shown, ownershipRungs.length, selection),
      store.listLadders(shown, selection.visibility),
      view === 'organisation'
        ? this.#readLoads(shown, forest, selection.visibility)
        : new Map<string, TeamLoad>(),
    ]);
    const isShown = new Set(shown);
    const leavesAt = new Map<string, number>();
    const placed = leaves.map(leaf => {
      const places = forest.placesUnder(leaf.aboveRefs);
      places.forEach(place =>
        leavesAt.set(place, (leavesAt.get(place) ?? 0) + 1),
      );
      return { leaf, parentRef: places.find(ref => isShown.has(ref)) ?? null };
    });
    return [
      ...shown.flatMap(ref => {
        const container = forest.get(ref);
        const children = forest.childrenOf(ref);
        const all = children.length + (counts.get(ref) ?? 0);
        return container
          ? toContainerNode(container, {
              parentRef:
                forest.parentsOf(ref).find(above => isShown.has(above)) ?? null,
              children: all,
              more:
                all -
                children.filter(child => isShown.has(child)).length -
                (leavesAt.get(ref) ?? 0),
              count: scopes.get(ref),
              assessed,
              ladder: ladders.get(ref),
              load: loads.get(ref) ?? null,
            })
          : [];
      }),
      ...placed.map(({ leaf, parentRef }) => toLeafNode(leaf, parentRef)),
    ];
  }

  async #readLoads(
    refs: readonly string[],
    forest: MapForest,
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, TeamLoad>> {
    const { store, loads, today } = this.#options;
    const groups = await store.listGroupDocuments(visibility, refs);
    const teams = new Map(
      forest.refs.map(ref => [ref, forest.get(ref)!] as const),
    );
    return loads.read({
      groups,
      people: peopleOf(refs, forest),
      interactions: new InteractionNetwork(teams, groups, today()).declared,
      visibility,
      deliveries: null,
    });
  }
}

/** Each group with itself and the groups below it. */
export function peopleOf(refs: readonly string[], forest: MapForest) {
  return refs.flatMap(placeRef =>
    [...forest.below(placeRef)].map(aboveRef => ({ placeRef, aboveRef })),
  );
}

/** What the map of something is that nothing hangs on. */
function toPartOfLeaf(
  view: MapTreeView,
  leaf: HeldLeaf,
  forest: MapForest,
): MapPart {
  const [place] = forest.placesUnder(leaf.aboveRefs);
  return {
    view,
    rootRef: leaf.ref,
    path: [...(place ? forest.pathTo(place) : []), leaf].map(toChainLink),
    nodes: [toLeafNode(leaf, null)],
    edges: [],
    shown: 1,
    total: 1,
  };
}
