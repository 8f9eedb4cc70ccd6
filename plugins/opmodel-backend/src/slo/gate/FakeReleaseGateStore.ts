import type { ReleaseDecision } from '@opmodel/backstage-plugin-opmodel-common';
import type { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { Visibility } from '../../catalog/Visibility';
import type { SloStore } from '../SloStore';
import type {
  GateDecision,
  HeldRelease,
  PolicyDecision,
  ReleaseGateStore,
} from './ReleaseGateStore';

interface Kept {
  decision: GateDecision;
  policies: ReadonlyMap<string, boolean>;
}

/** Keeps answers of the gate in memory. */
export class FakeReleaseGateStore implements ReleaseGateStore {
  readonly #kept = new Map<string, Kept>();
  readonly #store: Pick<SloStore, 'definitions'>;
  readonly #catalog: FakeComponentCatalog;

  constructor(options: {
    store: Pick<SloStore, 'definitions'>;
    catalog: FakeComponentCatalog;
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
  }

  async listSloRefs(entityRef: string): Promise<string[]> {
    const slos = await this.#store.definitions.listMeasuring([entityRef]);
    return slos.map(({ definition }) => definition.ref).sort();
  }

  async add(
    decision: GateDecision,
    policies: ReadonlyMap<string, boolean>,
  ): Promise<void> {
    this.#kept.set(decision.id, { decision, policies });
  }

  async list(
    filter: { entityRef: string; decision?: ReleaseDecision },
    visibility: Visibility,
    { limit, after }: { limit: number; after?: { at: number; id: string } },
  ): Promise<{ items: GateDecision[]; total: number }> {
    const listed = this.#newestFirst(visibility)
      .map(({ decision }) => decision)
      .filter(
        ({ entityRef, decision }) =>
          entityRef === filter.entityRef &&
          (filter.decision === undefined || decision === filter.decision),
      );
    return {
      items: listed
        .filter(decision => !after || compare(decision, after) > 0)
        .slice(0, limit),
      total: listed.length,
    };
  }

  async listOfPolicy(
    policyRef: string,
    { from, to }: { from: number; to: number },
    visibility: Visibility,
    { limit }: { limit: number },
  ): Promise<PolicyDecision[]> {
    return this.#newestFirst(visibility)
      .flatMap(({ decision, policies }): PolicyDecision[] => {
        const { id, entityRef, at, reference, environment } = decision;
        const holds = policies.get(policyRef);
        return holds === undefined || at < from || at > to
          ? []
          : [{ id, entityRef, at, reference, environment, holds }];
      })
      .slice(0, limit);
  }

  async listHeld(
    { owners, visibility }: { owners?: string[]; visibility: Visibility },
    since: number,
  ): Promise<HeldRelease[]> {
    return this.#newestFirst(visibility).flatMap(({ decision }) => {
      const { entityRef } = decision;
      const entity = this.#catalog.find(entityRef)?.entity;
      const isTold =
        entity !== undefined &&
        entity.removedAt === undefined &&
        decision.decision === 'held' &&
        decision.at >= since &&
        this.#isNewest(decision) &&
        (!owners ||
          owners.includes(entity.ownerRef ?? '') ||
          this.#catalog.countsIn(entityRef, owners, visibility));
      return isTold
        ? {
            ...decision,
            entityTitle: entity.title ?? entity.name,
            ownerRef: entity.ownerRef ?? null,
          }
        : [];
    });
  }

  async deleteBefore(before: number, limit: number): Promise<number> {
    const old = [...this.#kept.values()]
      .map(({ decision }) => decision)
      .filter(({ at }) => at < before)
      .sort((a, b) => a.at - b.at || byId(a, b))
      .slice(0, limit);
    old.forEach(({ id }) => this.#kept.delete(id));
    return old.length;
  }

  #newestFirst(visibility: Visibility): Kept[] {
    return [...this.#kept.values()]
      .filter(({ decision }) =>
        this.#catalog.sees(visibility, decision.entityRef),
      )
      .sort((a, b) => compare(a.decision, b.decision));
  }

  #isNewest({ entityRef, at, id }: GateDecision): boolean {
    return [...this.#kept.values()].every(
      ({ decision: other }) =>
        other.entityRef !== entityRef ||
        other.at < at ||
        (other.at === at && other.id <= id),
    );
  }
}

/** The newest first. */
function compare(
  a: { at: number; id: string },
  b: { at: number; id: string },
): number {
  return b.at - a.at || byId(a, b);
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
