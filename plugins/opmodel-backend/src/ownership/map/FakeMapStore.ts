import type { CatalogEntity } from '../../catalog/CatalogStore';
import type { KeptEntity } from '../../catalog/FakeSnapshotStore';
import type { Visibility } from '../../catalog/Visibility';
import { isVisible } from '../../catalog/visibleInMemory';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { OwnershipStore } from '../OwnershipStore';
import type {
  GroupDocument,
  HeldLeaf,
  LeafSelection,
  MapContainer,
  MapHold,
  MapLeaf,
  MapPlace,
  MapStore,
  MapTreeView,
  ScopeCount,
} from './MapStore';
import type { DeliveryCount, OwnedCount, TeamLoadStore } from './TeamLoadStore';

type Owned = Omit<LeafSelection, 'view'>;

const kindsOf: Record<MapTreeView, readonly string[]> = {
  organisation: ['group'],
  domains: ['domain', 'system'],
};

function byText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

const sortName = ({ title, name }: CatalogEntity) =>
  (title ?? name).toLocaleLowerCase('en-US');

/** The snapshot in memory, as the map reads it. */
export class FakeMapCatalog extends FakeComponentCatalog {
  /** Everything that the catalog has. */
  present(): KeptEntity[] {
    return [...this.kept.values()].filter(
      ({ entity }) => entity.removedAt === undefined,
    );
  }
}

/** The map in memory. It knows of no deliveries. */
export class FakeMapStore implements MapStore, TeamLoadStore {
  readonly #catalog: FakeMapCatalog;
  readonly #states: Pick<OwnershipStore, 'getState'>;

  constructor(
    catalog: FakeMapCatalog,
    states: Pick<OwnershipStore, 'getState'>,
  ) {
    this.#catalog = catalog;
    this.#states = states;
  }

  async listContainers(
    view: MapTreeView,
    visibility: Visibility,
  ): Promise<MapContainer[]> {
    return this.#visible(visibility)
      .map(({ entity }) => entity)
      .filter(({ kind }) => kindsOf[view].includes(kind))
      .sort(
        (a, b) =>
          byText(a.kind, b.kind) ||
          byText(sortName(a), sortName(b)) ||
          byText(a.ref, b.ref),
      )
      .map(toContainer);
  }

  async listHolds(view: MapTreeView): Promise<MapHold[]> {
    return this.#catalog
      .present()
      .filter(({ entity }) => kindsOf[view].includes(entity.kind))
      .flatMap(({ entity, relations }) =>
        relations
          .filter(
            ({ type }) =>
              type === (view === 'organisation' ? 'childOf' : 'partOf'),
          )
          .map(({ targetRef }) => ({ ref: entity.ref, aboveRef: targetRef })),
      )
      .sort((a, b) => byText(a.ref, b.ref) || byText(a.aboveRef, b.aboveRef));
  }

  async countLeaves(
    places: readonly MapPlace[],
    selection: LeafSelection,
  ): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    const leaves = await this.#leaves(selection);
    for (const placeRef of new Set(places.map(place => place.placeRef))) {
      const count = leaves.filter(leaf => isAt(leaf, placeRef, places)).length;
      if (count > 0) {
        counts.set(placeRef, count);
      }
    }
    return counts;
  }

  async countAllLeaves(
    places: readonly MapPlace[],
    selection: LeafSelection,
  ): Promise<number> {
    const leaves = await this.#leaves(selection);
    return leaves.filter(({ aboveRefs }) =>
      places.some(({ aboveRef }) => aboveRefs.includes(aboveRef)),
    ).length;
  }

  async listLeaves(
    places: readonly MapPlace[],
    { limit, ...selection }: LeafSelection & { limit: number },
  ): Promise<HeldLeaf[]> {
    const leaves = await this.#leaves(selection);
    const order = [...new Set(places.map(({ placeRef }) => placeRef))];
    const turns = new Map<HeldLeaf, [turn: number, position: number]>();
    order.forEach((placeRef, position) =>
      leaves
        .filter(leaf => isAt(leaf, placeRef, places))
        .forEach((leaf, turn) => {
          const [first, at] = turns.get(leaf) ?? [turn, position];
          turns.set(leaf, [Math.min(first, turn), Math.min(at, position)]);
        }),
    );
    return [...turns]
      .sort(
        ([a, [turnA, atA]], [b, [turnB, atB]]) =>
          turnA - turnB || atA - atB || byText(a.ref, b.ref),
      )
      .slice(0, limit)
      .map(([leaf]) => leaf);
  }

  async listTopLeaves(
    aboveRefs: readonly string[],
    { limit, ...selection }: LeafSelection & { limit: number },
  ): Promise<{ items: HeldLeaf[]; total: number }> {
    const leaves = await this.#leaves(selection);
    const top = leaves.filter(
      leaf => !leaf.aboveRefs.some(ref => aboveRefs.includes(ref)),
    );
    return { items: top.slice(0, limit), total: top.length };
  }

  async findLeaf(
    ref: string,
    selection: LeafSelection,
  ): Promise<HeldLeaf | undefined> {
    return (await this.#leaves(selection)).find(leaf => leaf.ref === ref);
  }

  async countScopes(
    scopeRefs: readonly string[],
    rungs: number,
    selection: Owned,
  ): Promise<ReadonlyMap<string, ScopeCount>> {
    const counts = new Map<string, ScopeCount>();
    for (const { entity, scopes } of this.#owned(selection)) {
      const state = await this.#states.getState(
        entity.ref,
        selection.visibility,
      );
      for (const { ref, to } of scopes) {
        if (ref !== undefined && to === undefined && scopeRefs.includes(ref)) {
          const { entities, full } = counts.get(ref) ?? {
            entities: 0,
            full: 0,
          };
          counts.set(ref, {
            entities: entities + 1,
            full: full + Number((state?.reached ?? 0) >= rungs),
          });
        }
      }
    }
    return counts;
  }

  async listLadders(
    refs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, Pick<MapLeaf, 'reached' | 'gaps'>>> {
    const states = await Promise.all(
      refs.map(ref => this.#states.getState(ref, visibility)),
    );
    return new Map(
      states.flatMap(state =>
        state
          ? [[state.entityRef, { reached: state.reached, gaps: state.gaps }]]
          : [],
      ),
    );
  }

  async listGroupDocuments(
    visibility: Visibility,
    refs?: readonly string[],
  ): Promise<GroupDocument[]> {
    return this.#visible(visibility)
      .map(({ entity }) => entity)
      .filter(
        ({ kind, ref }) => kind === 'group' && (refs?.includes(ref) ?? true),
      )
      .sort((a, b) => byText(a.ref, b.ref))
      .map(({ ref, annotations, document }) => ({
        ref,
        annotations,
        document,
      }));
  }

  async search(
    text: string,
    { limit, definition, visibility }: Owned & { limit: number },
  ): Promise<{
    items: (MapContainer & { ownerRefs: string[] })[];
    total: number;
  }> {
    const part = text.toLocaleLowerCase('en-US');
    const found = this.#owned({
      definition: { ...definition, kinds: [...definition.kinds, 'group'] },
      visibility,
    })
      .filter(
        ({ entity }) =>
          entity.name.toLocaleLowerCase('en-US').includes(part) ||
          sortName(entity).includes(part),
      )
      .sort(
        (a, b) =>
          sortName(a.entity).length - sortName(b.entity).length ||
          byText(sortName(a.entity), sortName(b.entity)) ||
          byText(a.entity.ref, b.entity.ref),
      );
    return {
      items: found.slice(0, limit).map(kept => ({
        ...toContainer(kept.entity),
        ownerRefs: targetsOf(kept, 'ownedBy'),
      })),
      total: found.length,
    };
  }

  async countOwned(
    groupRefs: readonly string[],
    selection: Owned,
  ): Promise<OwnedCount[]> {
    const counts = new Map<string, OwnedCount>();
    for (const { entity } of this.#owned(selection)) {
      const { ownerRef, tier = null } = entity;
      if (ownerRef !== undefined && groupRefs.includes(ownerRef)) {
        const key = JSON.stringify([ownerRef, tier]);
        const entities = (counts.get(key)?.entities ?? 0) + 1;
        counts.set(key, { ownerRef, tier, entities });
      }
    }
    return [...counts.values()];
  }

  async countMembers(
    places: readonly MapPlace[],
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, number>> {
    const people = this.#visible(visibility).filter(
      ({ entity }) => entity.kind === 'user',
    );
    const counts = new Map<string, number>();
    for (const placeRef of new Set(places.map(place => place.placeRef))) {
      const groups = places
        .filter(place => place.placeRef === placeRef)
        .map(({ aboveRef }) => aboveRef);
      const members = people.filter(person =>
        targetsOf(person, 'memberOf').some(ref => groups.includes(ref)),
      ).length;
      if (members > 0) {
        counts.set(placeRef, members);
      }
    }
    return counts;
  }

  async seesPeople(visibility: Visibility): Promise<boolean> {
    return this.#visible(visibility).some(
      ({ entity }) => entity.kind === 'user',
    );
  }

  async countDeliveries(): Promise<ReadonlyMap<string, DeliveryCount>> {
    return new Map();
  }

  #visible(visibility: Visibility): KeptEntity[] {
    return this.#catalog
      .present()
      .filter(({ entity, properties }) =>
        isVisible(visibility, entity.ref, properties),
      );
  }

  #owned({
    definition: { kinds, excludedLifecycles },
    visibility,
  }: Owned): KeptEntity[] {
    return this.#visible(visibility).filter(
      ({ entity }) =>
        kinds.includes(entity.kind) &&
        !excludedLifecycles.includes(entity.lifecycle?.toLowerCase() ?? ''),
    );
  }

  /** In the order in which they come at each place. */
  async #leaves({ view, ...selection }: LeafSelection): Promise<HeldLeaf[]> {
    const kept = this.#owned(selection).filter(
      ({ entity }) => !kindsOf[view].includes(entity.kind),
    );
    const leaves = await Promise.all(
      kept.map(async one => {
        const state = await this.#states.getState(
          one.entity.ref,
          selection.visibility,
        );
        return {
          sortName: sortName(one.entity),
          leaf: {
            ...toContainer(one.entity),
            reached: state?.reached ?? null,
            gaps: state?.gaps ?? [],
            aboveRefs: targetsOf(
              one,
              view === 'organisation' ? 'ownedBy' : 'partOf',
            ),
          },
        };
      }),
    );
    return leaves
      .sort(
        (a, b) =>
          Number(a.leaf.tier === null) - Number(b.leaf.tier === null) ||
          byText(a.leaf.tier ?? '', b.leaf.tier ?? '') ||
          (a.leaf.reached ?? 99) - (b.leaf.reached ?? 99) ||
          byText(a.sortName, b.sortName) ||
          byText(a.leaf.ref, b.leaf.ref),
      )
      .map(({ leaf }) => leaf);
  }
}

function isAt(
  { aboveRefs }: HeldLeaf,
  placeRef: string,
  places: readonly MapPlace[],
): boolean {
  return places.some(
    place => place.placeRef === placeRef && aboveRefs.includes(place.aboveRef),
  );
}

function targetsOf({ relations }: KeptEntity, type: string): string[] {
  return relations
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef)
    .sort();
}

function toContainer(entity: CatalogEntity): MapContainer {
  return {
    ref: entity.ref,
    kind: entity.kind,
    title: entity.title ?? entity.name,
    type: entity.type ?? null,
    tier: entity.tier ?? null,
  };
}
