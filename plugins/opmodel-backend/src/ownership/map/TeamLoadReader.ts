import {
  ofTier,
  type OwnershipDefinition,
  readContacts,
  type TeamLoad,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import { findOnCallAnnotation } from '../onCallAnnotations';
import type { GroupDocument, MapPlace } from './MapStore';
import type { TeamLoadStore } from './TeamLoadStore';

/** Deployments of so many days are counted. */
const DEPLOYMENT_DAYS = 30;
const DAY_MS = 86_400_000;

/** Whose load is asked for. */
export interface LoadRequest {
  groups: readonly GroupDocument[];
  /** Each group with itself and the groups below it, whose people count. */
  people: readonly MapPlace[];
  /** By the ref of a group: how many interactions it is in. */
  interactions: ReadonlyMap<string, number>;
  visibility: Visibility;
  /** Of incidents and deployments; null: they may not be read, or nobody counts them. */
  deliveries: Visibility | null;
}

/** What happens to what a group owns directly; null: it may not be read, or nobody counts it. */
export type Deliveries = Pick<TeamLoad, 'openIncidents' | 'deployments'>;

/** Reads what groups carry, all of them at once. */
export class TeamLoadReader {
  readonly #options: {
    store: TeamLoadStore;
    definition: OwnershipDefinition;
    clock: () => number;
  };

  /** @param options - `clock` in epoch milliseconds */
  constructor(options: {
    store: TeamLoadStore;
    definition: OwnershipDefinition;
    clock: () => number;
  }) {
    this.#options = options;
  }

  /** By the ref of each group. */
  async read({
    groups,
    people,
    interactions,
    visibility,
    deliveries,
  }: LoadRequest): Promise<ReadonlyMap<string, TeamLoad>> {
    const { store, definition } = this.#options;
    const refs = groups.map(({ ref }) => ref);
    if (refs.length === 0) {
      return new Map();
    }
    const [owned, members, delivered] = await Promise.all([
      store.countOwned(refs, { definition, visibility }),
      store.countMembers(people, visibility),
      this.readDeliveries(refs, { visibility, deliveries }),
    ]);
    // Whoever sees nobody cannot tell an empty team from one whose people are hidden.
    const nobody =
      members.size > 0 || (await store.seesPeople(visibility)) ? 0 : null;
    const loads = new Map<string, TeamLoad>();
    for (const { ref, annotations, document } of groups) {
      const own = owned.filter(({ ownerRef }) => ownerRef === ref);
      loads.set(ref, {
        entities: own.reduce((sum, { entities }) => sum + entities, 0),
        weighted: own.reduce(
          (sum, { tier, entities }) =>
            sum + entities * ofTier(definition.tierWeights, tier),
          0,
        ),
        members: members.get(ref) ?? nobody,
        onCall:
          findOnCallAnnotation({ annotations }) !== null ||
          readContacts(document, annotations).some(
            ({ type }) => type === 'page',
          )
            ? true
            : null,
        ...delivered(ref),
        interactions: interactions.get(ref) ?? 0,
      });
    }
    return loads;
  }

  /** What is delivered of what groups own, by the ref of each group. */
  async readDeliveries(
    refs: readonly string[],
    { visibility, deliveries }: Pick<LoadRequest, 'visibility' | 'deliveries'>,
  ): Promise<(ref: string) => Deliveries> {
    if (!deliveries || refs.length === 0) {
      return () => ({ openIncidents: null, deployments: null });
    }
    const { store, clock } = this.#options;
    const counts = await store.countDeliveries(
      refs,
      clock() - DEPLOYMENT_DAYS * DAY_MS,
      { owned: visibility, deliveries },
    );
    return ref => counts.get(ref) ?? { openIncidents: 0, deployments: 0 };
  }
}
