import { NotFoundError } from '@backstage/errors';
import { FakeScorecardWork } from '../evaluation/FakeScorecardWork';
import { workForFacts } from '../evaluation/ScorecardWork';
import type {
  ChangedFacts,
  FactChange,
  FactProviderState,
  FactStatement,
  FactStore,
  KnownFacts,
  PushedStatement,
  RegisteredProvider,
} from './FactStore';
import { planPushes } from './planPush';
import { type FactWrite, planTelling } from './planTelling';
import {
  lastPushOf,
  type ProviderStanding,
  standingOf,
  type StoredFacts,
  toKnownFacts,
} from './StoredFacts';

/** A provider with the lease of its run. */
interface HeldProvider extends FactProviderState {
  lease: { owner: string; until: number } | null;
}

const neverAsked = {
  startedAt: null,
  finishedAt: null,
  reportedAt: null,
  entities: null,
  problems: null,
  error: null,
  lease: null,
};

/** Keeps facts in memory. */
export class FakeFactStore implements FactStore {
  readonly #work: FakeScorecardWork;
  readonly #isGone: (entityRef: string, before: number) => boolean;
  readonly #providers = new Map<string, HeldProvider>();
  readonly #facts = new Map<string, StoredFacts>();
  #changes: FactChange[] = [];

  /**
   * @param options - `work`: where it leaves work; `isGone`: whether the catalog has not had an entity since before an instant
   */
  constructor(
    options: {
      work?: FakeScorecardWork;
      isGone?: (entityRef: string, before: number) => boolean;
    } = {},
  ) {
    this.#work = options.work ?? new FakeScorecardWork();
    this.#isGone = options.isGone ?? (() => false);
  }

  async register(
    providers: readonly RegisteredProvider[],
    { now }: { now: number },
  ): Promise<void> {
    const gone = new Map(this.#providers);
    for (const provider of providers) {
      const { id, cadenceMs, schema } = provider;
      const before = this.#providers.get(id);
      gone.delete(id);
      const isAskedAnew =
        before === undefined ||
        before.removedAt !== null ||
        before.nextAt === null ||
        JSON.stringify(before.schema) !== JSON.stringify(schema);
      const nextAt = isAskedAnew
        ? now
        : Math.min(before.nextAt!, now + (cadenceMs ?? 0));
      this.#providers.set(id, {
        ...(before ?? neverAsked),
        ...provider,
        nextAt: cadenceMs === null ? null : nextAt,
        removedAt: null,
      });
      if (before && before.removedAt !== null) {
        this.#reconsiderAll(id, now);
      }
    }
    for (const [id, provider] of gone) {
      if (provider.removedAt === null) {
        this.#providers.set(id, { ...provider, removedAt: now, nextAt: null });
        this.#reconsiderAll(id, now);
      }
    }
  }

  async listProviders(): Promise<FactProviderState[]> {
    return [...this.#providers.values()]
      .filter(({ removedAt }) => removedAt === null)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ lease, ...state }) => state);
  }

  async startRun(
    id: string,
    options: { owner: string; now: number; leaseMs: number; force?: boolean },
  ): Promise<boolean> {
    const { owner, now, leaseMs, force } = options;
    const provider = this.#providers.get(id);
    if (!provider || provider.removedAt !== null) {
      return false;
    }
    const isDue = provider.nextAt !== null && provider.nextAt <= now;
    const isFree = provider.lease === null || provider.lease.until <= now;
    if (!isFree || (!isDue && !force)) {
      return false;
    }
    const lease = { owner, until: now + leaseMs };
    this.#providers.set(id, { ...provider, lease, startedAt: now });
    return true;
  }

  async renewRun(
    id: string,
    { owner, leaseUntil }: { owner: string; leaseUntil: number },
  ): Promise<boolean> {
    const provider = this.#providers.get(id);
    if (provider?.lease?.owner !== owner) {
      return false;
    }
    const lease = { owner, until: leaseUntil };
    this.#providers.set(id, { ...provider, lease });
    return true;
  }

  async requestRuns(
    ids: readonly string[],
    { now }: { now: number },
  ): Promise<void> {
    for (const provider of this.#providers.values()) {
      const { id, nextAt, lease } = provider;
      const isAsked = nextAt !== null && provider.removedAt === null;
      const isUnderWay = lease !== null && lease.until > now;
      if (ids.includes(id) && isAsked && (nextAt > now || isUnderWay)) {
        this.#providers.set(id, { ...provider, nextAt: now });
      }
    }
  }

  async finishRun(
    id: string,
    outcome: Parameters<FactStore['finishRun']>[1],
  ): Promise<void> {
    const provider = this.#providers.get(id);
    const { owner, startedAt, finishedAt, nextAt, error } = outcome;
    if (provider?.lease?.owner !== owner || provider.startedAt !== startedAt) {
      return;
    }
    const wasStale =
      provider.reportedAt !== null &&
      provider.reportedAt + provider.freshnessMs < startedAt;
    this.#providers.set(id, {
      ...provider,
      lease: null,
      finishedAt,
      nextAt:
        provider.nextAt !== null && provider.nextAt > startedAt
          ? provider.nextAt
          : nextAt,
      error,
      ...(error === null
        ? {
            reportedAt: startedAt,
            entities: outcome.entities,
            problems: outcome.problems,
          }
        : {}),
    });
    if (error === null && wasStale) {
      this.#reconsiderAll(id, finishedAt);
    }
  }

  async tell(
    provider: string,
    statements: readonly FactStatement[],
    { of: entityRefs, now }: { of: readonly string[]; now: number },
  ): Promise<ChangedFacts[]> {
    const told = new Map(statements.map(item => [item.entityRef, item]));
    const by = this.#standingOf(provider);
    const writes = entityRefs.flatMap(
      entityRef =>
        planTelling(
          this.#facts.get(keyOf(entityRef, provider)),
          told.get(entityRef),
          { entityRef, provider: by, now },
        ) ?? [],
    );
    return this.#write(provider, writes, now);
  }

  async push(
    provider: string,
    statements: readonly PushedStatement[],
    { now }: { now: number },
  ): Promise<boolean[]> {
    const by = this.#standingOf(provider);
    const known = new Map(
      [...this.#facts.values()]
        .filter(stored => stored.provider === provider)
        .map(stored => [stored.entityRef, stored]),
    );
    const { writes, isNew } = planPushes(known, statements, {
      provider: by,
      now,
    });
    this.#write(provider, writes, now);
    const last = Math.max(...writes.map(lastPushOf));
    const held = this.#providers.get(provider)!;
    if (held.cadenceMs === null && last > (held.reportedAt ?? -Infinity)) {
      this.#providers.set(provider, { ...held, reportedAt: last });
    }
    return isNew;
  }

  async read(
    entityRefs: readonly string[],
    providers?: readonly string[],
  ): Promise<KnownFacts[]> {
    return [...this.#facts.values()]
      .filter(
        ({ entityRef, provider }) =>
          entityRefs.includes(entityRef) &&
          (!providers || providers.includes(provider)) &&
          this.#providers.get(provider)?.removedAt === null,
      )
      .map(stored =>
        toKnownFacts(stored, this.#providers.get(stored.provider)!.reportedAt),
      )
      .sort((a, b) =>
        keyOf(a.entityRef, a.provider) < keyOf(b.entityRef, b.provider)
          ? -1
          : 1,
      );
  }

  async listChanges(
    entityRef: string,
    { limit }: { limit: number },
  ): Promise<FactChange[]> {
    return this.#changes
      .filter(change => change.entityRef === entityRef)
      .reverse()
      .sort((a, b) => b.changedAt - a.changedAt)
      .slice(0, limit);
  }

  async deleteOrphans({
    before,
    limit,
  }: {
    before: number;
    limit: number;
  }): Promise<number> {
    const orphans = [...this.#facts]
      .filter(([, { entityRef, provider }]) => {
        const removedAt = this.#providers.get(provider)?.removedAt ?? Infinity;
        return removedAt < before || this.#isGone(entityRef, before);
      })
      .slice(0, limit);
    orphans.forEach(([key]) => this.#facts.delete(key));
    return orphans.length;
  }

  async deleteChanges({
    before,
    limit,
  }: {
    before: number;
    limit: number;
  }): Promise<number> {
    const oldest = this.#changes
      .filter(({ changedAt }) => changedAt < before)
      .sort((a, b) => a.changedAt - b.changedAt)
      .slice(0, limit);
    this.#changes = this.#changes.filter(change => !oldest.includes(change));
    return oldest.length;
  }

  #standingOf(id: string): ProviderStanding {
    const provider = this.#providers.get(id);
    if (!provider || provider.removedAt !== null) {
      throw new NotFoundError(`There is no provider of facts ${id}`);
    }
    return standingOf(provider);
  }

  #write(
    provider: string,
    writes: readonly FactWrite[],
    now: number,
  ): ChangedFacts[] {
    for (const { entityRef, stored, change } of writes) {
      if (stored) {
        this.#facts.set(keyOf(entityRef, provider), stored);
      } else {
        this.#facts.delete(keyOf(entityRef, provider));
      }
      if (change) {
        this.#changes.push(change);
      }
    }
    const changed = writes.map(({ entityRef, names, toldAt }) => ({
      entityRef,
      names: names.map(name => ({ provider, name })),
      toldAt,
    }));
    this.#work.add(
      workForFacts(
        changed.filter(({ names }) => names.length > 0),
        now,
      ),
    );
    return changed.map(({ entityRef, names }) => ({ entityRef, names }));
  }

  #reconsiderAll(id: string, now: number): void {
    const names = Object.keys(this.#providers.get(id)!.schema).map(name => ({
      provider: id,
      name,
    }));
    this.#work.add(
      workForFacts(
        [...this.#facts.values()]
          .filter(({ provider }) => provider === id)
          .map(({ entityRef }) => ({ entityRef, names })),
        now,
      ),
    );
  }
}

function keyOf(entityRef: string, provider: string): string {
  return `${entityRef} ${provider}`;
}
