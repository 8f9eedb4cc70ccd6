import type { Knex } from 'knex';
import {
  isPostgres,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import type {
  FactProviderState,
  FactStore,
  RegisteredProvider,
} from './FactStore';

/** What is known of a provider by its row. */
export function fromProviderRow(row: Record<string, any>): FactProviderState {
  const instant = (value: unknown) => (value === null ? null : Number(value));
  return {
    id: row.id,
    title: row.title,
    schema: JSON.parse(row.schema),
    cadenceMs: instant(row.cadence_ms),
    freshnessMs: Number(row.freshness_ms),
    nextAt: instant(row.next_at),
    startedAt: instant(row.started_at),
    finishedAt: instant(row.finished_at),
    reportedAt: instant(row.reported_at),
    entities: row.entities,
    problems: row.problem_entities,
    error: row.error,
    removedAt: instant(row.removed_at),
  };
}

/** Leaves work for everything that a provider told, because all of it is believed from now on, or not any more. */
async function reconsiderAll(
  transaction: Knex,
  provider: Pick<RegisteredProvider, 'id' | 'schema'>,
  now: number,
): Promise<void> {
  await transaction.raw(
    `insert into scorecard_work (entity_ref, facts, created_at)
     select entity_ref, ?, ? from facts where provider = ?`,
    [
      JSON.stringify(
        Object.keys(provider.schema).map(name => `${provider.id}.${name}`),
      ),
      now,
      provider.id,
    ],
  );
}

/** Reads the row of a provider and keeps it until the transaction ends, so that what is told by one provider is written in turn. */
export async function lockProvider(
  transaction: Knex,
  id: string,
): Promise<FactProviderState | undefined> {
  const query = transaction('fact_providers').where({ id });
  const row = await (isPostgres(transaction)
    ? query.forUpdate()
    : query
  ).first();
  return row && fromProviderRow(row);
}

/** {@inheritDoc FactStore.register} */
export async function registerProviders(
  knex: Knex,
  providers: readonly RegisteredProvider[],
  { now }: { now: number },
): Promise<void> {
  await knex.transaction(async transaction => {
    const listed: Record<string, any>[] = await transaction('fact_providers')
      .orderBy('id')
      .select();
    const known = new Map(
      listed.map(fromProviderRow).map(row => [row.id, row]),
    );
    for (const provider of providers) {
      const { id, title, cadenceMs, freshnessMs } = provider;
      const before = known.get(id);
      known.delete(id);
      const schema = JSON.stringify(provider.schema);
      const isAskedAnew =
        before === undefined ||
        before.removedAt !== null ||
        before.nextAt === null ||
        JSON.stringify(before.schema) !== schema;
      const nextAt = isAskedAnew
        ? now
        : Math.min(before.nextAt!, now + (cadenceMs ?? 0));
      const row = {
        id,
        title,
        schema,
        cadence_ms: cadenceMs,
        freshness_ms: freshnessMs,
        next_at: cadenceMs === null ? null : nextAt,
        removed_at: null,
      };
      await transaction('fact_providers').insert(row).onConflict('id').merge();
      if (before && before.removedAt !== null) {
        await reconsiderAll(transaction, provider, now);
      }
    }
    for (const gone of known.values()) {
      if (gone.removedAt === null) {
        await transaction('fact_providers')
          .where({ id: gone.id })
          .update({ removed_at: now, next_at: null });
        await reconsiderAll(transaction, gone, now);
      }
    }
  });
}

/** {@inheritDoc FactStore.listProviders} */
export async function listRegisteredProviders(
  knex: Knex,
): Promise<FactProviderState[]> {
  const query = knex('fact_providers').whereNull('removed_at').select();
  orderByText(query, 'id');
  const rows: Record<string, any>[] = await query;
  return rows.map(fromProviderRow);
}

/** {@inheritDoc FactStore.startRun} */
export async function startProviderRun(
  knex: Knex,
  provider: string,
  { owner, now, leaseMs, force }: Parameters<FactStore['startRun']>[1],
): Promise<boolean> {
  const free = knex('fact_providers')
    .where({ id: provider })
    .whereNull('removed_at')
    .where(lease =>
      lease.whereNull('lease_until').orWhere('lease_until', '<=', now),
    );
  if (!force) {
    free.where('next_at', '<=', now);
  }
  const taken = await free.update({
    lease_owner: owner,
    lease_until: now + leaseMs,
    started_at: now,
  });
  return taken === 1;
}

/** {@inheritDoc FactStore.renewRun} */
export async function renewProviderRun(
  knex: Knex,
  provider: string,
  { owner, leaseUntil }: Parameters<FactStore['renewRun']>[1],
): Promise<boolean> {
  const renewed = await knex('fact_providers')
    .where({ id: provider, lease_owner: owner })
    .update({ lease_until: leaseUntil });
  return renewed === 1;
}

/** {@inheritDoc FactStore.requestRuns} */
export async function requestProviderRuns(
  knex: Knex,
  providers: readonly string[],
  { now }: { now: number },
): Promise<void> {
  const query = knex('fact_providers')
    .whereNotNull('cadence_ms')
    .whereNull('removed_at')
    .where(notYet =>
      notYet
        .where('next_at', '>', now)
        // The run under way was due earlier.
        .orWhere('lease_until', '>', now),
    );
  whereAnyOf(query, 'id', providers);
  await query.update({ next_at: now });
}

/** {@inheritDoc FactStore.finishRun} */
export async function finishProviderRun(
  knex: Knex,
  provider: string,
  outcome: Parameters<FactStore['finishRun']>[1],
): Promise<void> {
  await knex.transaction(async transaction => {
    const before = await lockProvider(transaction, provider);
    const { owner, startedAt, finishedAt, error } = outcome;
    const finished = await transaction('fact_providers')
      .where({ id: provider, lease_owner: owner, started_at: startedAt })
      .update({
        lease_owner: null,
        lease_until: null,
        finished_at: finishedAt,
        // What was asked for meanwhile is not answered by this run.
        next_at: knex.raw(
          'case when next_at > started_at then next_at else ? end',
          [outcome.nextAt],
        ),
        error,
        ...(error === null
          ? {
              reported_at: startedAt,
              entities: outcome.entities,
              problem_entities: outcome.problems,
            }
          : {}),
      });
    const wasStale =
      before &&
      before.reportedAt !== null &&
      before.reportedAt + before.freshnessMs < startedAt;
    if (finished === 1 && error === null && wasStale) {
      await reconsiderAll(transaction, before, finishedAt);
    }
  });
}
