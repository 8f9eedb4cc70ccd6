import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { whereAnyOf } from '../../catalog/DatabaseLists';
import { insertRows } from '../../intake/DatabaseRows';
import { leaveWork } from '../evaluation/DatabaseScorecardWork';
import { workForFacts } from '../evaluation/ScorecardWork';
import {
  fromChangeRow,
  insertChanges,
  latestFirst,
} from './DatabaseFactChanges';
import {
  finishProviderRun,
  listRegisteredProviders,
  lockProvider,
  registerProviders,
  renewProviderRun,
  requestProviderRuns,
  startProviderRun,
} from './DatabaseFactProviders';
import {
  factColumns,
  fromFactRow,
  readKnownFacts,
  toFactRow,
} from './DatabaseFactRows';
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
} from './StoredFacts';

/** Keeps facts in SQLite or PostgreSQL. */
export class DatabaseFactStore implements FactStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  register(
    providers: readonly RegisteredProvider[],
    options: { now: number },
  ): Promise<void> {
    return registerProviders(this.#knex, providers, options);
  }

  listProviders(): Promise<FactProviderState[]> {
    return listRegisteredProviders(this.#knex);
  }

  startRun(
    provider: string,
    options: Parameters<FactStore['startRun']>[1],
  ): Promise<boolean> {
    return startProviderRun(this.#knex, provider, options);
  }

  renewRun(
    provider: string,
    lease: { owner: string; leaseUntil: number },
  ): Promise<boolean> {
    return renewProviderRun(this.#knex, provider, lease);
  }

  requestRuns(
    providers: readonly string[],
    options: { now: number },
  ): Promise<void> {
    return requestProviderRuns(this.#knex, providers, options);
  }

  finishRun(
    provider: string,
    outcome: Parameters<FactStore['finishRun']>[1],
  ): Promise<void> {
    return finishProviderRun(this.#knex, provider, outcome);
  }

  async tell(
    provider: string,
    statements: readonly FactStatement[],
    options: { of: readonly string[]; now: number },
  ): Promise<ChangedFacts[]> {
    const { of: entityRefs, now } = options;
    const told = new Map(statements.map(item => [item.entityRef, item]));
    const writes = await this.#write(provider, entityRefs, now, (known, by) =>
      entityRefs.flatMap(
        entityRef =>
          planTelling(known.get(entityRef), told.get(entityRef), {
            entityRef,
            provider: by,
            now,
          }) ?? [],
      ),
    );
    return writes.map(({ entityRef, names }) => ({
      entityRef,
      names: names.map(name => ({ provider, name })),
    }));
  }

  async push(
    provider: string,
    statements: readonly PushedStatement[],
    { now }: { now: number },
  ): Promise<boolean[]> {
    const refs = [...new Set(statements.map(({ entityRef }) => entityRef))];
    let isNew: boolean[] = [];
    await this.#write(provider, refs, now, (known, by) => {
      const planned = planPushes(known, statements, { provider: by, now });
      isNew = planned.isNew;
      return planned.writes;
    });
    return isNew;
  }

  /** Writes what is planned by what is known, with the work that it leaves. */
  async #write(
    id: string,
    entityRefs: readonly string[],
    now: number,
    plan: (
      known: ReadonlyMap<string, StoredFacts>,
      provider: ProviderStanding,
    ) => FactWrite[],
  ): Promise<FactWrite[]> {
    let writes: FactWrite[] = [];
    await this.#knex.transaction(async transaction => {
      const provider = await lockProvider(transaction, id);
      if (!provider || provider.removedAt !== null) {
        throw new NotFoundError(`There is no provider of facts ${id}`);
      }
      const query = transaction('facts').where({ provider: id }).select();
      whereAnyOf(query, 'entity_ref', entityRefs);
      const rows: Record<string, any>[] = await query;
      const known = rows.map(fromFactRow);
      writes = plan(
        new Map(known.map(stored => [stored.entityRef, stored])),
        standingOf(provider),
      );
      await writeFacts(transaction, id, writes);
      await keepLastPush(transaction, provider, writes);
      await leaveWork(
        transaction,
        workForFacts(
          writes
            .filter(({ names }) => names.length > 0)
            .map(({ entityRef, names, toldAt }) => ({
              entityRef,
              names: names.map(name => ({ provider: id, name })),
              toldAt,
            })),
          now,
        ),
      );
    });
    return writes;
  }

  read(
    entityRefs: readonly string[],
    providers?: readonly string[],
  ): Promise<KnownFacts[]> {
    return readKnownFacts(this.#knex, entityRefs, providers);
  }

  async listChanges(
    entityRef: string,
    { limit }: { limit: number },
  ): Promise<FactChange[]> {
    const rows: Record<string, any>[] = await latestFirst(this.#knex)
      .where({ entity_ref: entityRef })
      .limit(limit);
    return rows.map(fromChangeRow);
  }

  deleteOrphans({
    before,
    limit,
  }: {
    before: number;
    limit: number;
  }): Promise<number> {
    const keys = ['facts.entity_ref', 'facts.provider'];
    const orphans = this.#knex('facts')
      .leftJoin('entities', 'entities.ref', 'facts.entity_ref')
      .leftJoin('fact_providers', 'fact_providers.id', 'facts.provider')
      .where(gone =>
        gone
          .where('entities.removed_at', '<', before)
          .orWhere('fact_providers.removed_at', '<', before),
      )
      .limit(limit)
      .select(keys);
    return this.#knex('facts').whereIn(keys, orphans).delete();
  }

  deleteChanges({
    before,
    limit,
  }: {
    before: number;
    limit: number;
  }): Promise<number> {
    const oldest = this.#knex('fact_changes')
      .where('changed_at', '<', before)
      .orderBy(['changed_at', 'id'])
      .limit(limit)
      .select('id');
    return this.#knex('fact_changes').whereIn('id', oldest).delete();
  }
}

/** Says when somebody outside last told something, of a provider that nobody asks. */
async function keepLastPush(
  transaction: Knex,
  { id, cadenceMs, reportedAt }: FactProviderState,
  writes: readonly FactWrite[],
): Promise<void> {
  const last = Math.max(...writes.map(lastPushOf));
  if (cadenceMs === null && last > (reportedAt ?? -Infinity)) {
    await transaction('fact_providers')
      .where({ id })
      .update({ reported_at: last });
  }
}

async function writeFacts(
  transaction: Knex,
  provider: string,
  writes: readonly FactWrite[],
): Promise<void> {
  // Of several writes of one entity, the last.
  const stored = new Map(
    writes.flatMap(write =>
      write.stored ? [[write.entityRef, write.stored] as const] : [],
    ),
  );
  await insertRows(
    transaction,
    'facts',
    factColumns,
    [...stored.values()].map(toFactRow),
    {
      onConflict: `(entity_ref, provider) do update set
        facts = excluded.facts, told_at = excluded.told_at, silent_since = excluded.silent_since,
        problem = excluded.problem, changed_at = excluded.changed_at`,
    },
  );
  const withdrawn = writes.filter(write => write.stored === null);
  if (withdrawn.length > 0) {
    const query = transaction('facts').where({ provider });
    whereAnyOf(
      query,
      'entity_ref',
      withdrawn.map(({ entityRef }) => entityRef),
    );
    await query.delete();
  }
  await insertChanges(
    transaction,
    writes.flatMap(({ change }) => change ?? []),
  );
}
