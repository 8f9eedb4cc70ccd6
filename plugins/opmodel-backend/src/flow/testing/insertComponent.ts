import type { Knex } from 'knex';
import type { FakeComponent } from '../FakeComponents';
import type { FlowFacts } from '../FlowCalculationStore';

/** Writes a component into the snapshot, with its records. */
export async function insertComponent(
  knex: Knex,
  one: FakeComponent,
  facts?: FlowFacts,
): Promise<void> {
  await knex('entities').insert({
    ref: one.ref,
    kind: 'component',
    namespace: 'default',
    name: one.name,
    title: one.title ?? null,
    sort_name: (one.title ?? one.name).toLowerCase(),
    tier: one.tier ?? null,
    owner_ref: one.ownerRef ?? null,
    system_ref: one.systemRef ?? null,
    tags: '[]',
    annotations: '{}',
    labels: '{}',
    hash: '',
    scopes_hash: '',
    first_seen_at: 0,
    seen_at: 0,
  });
  await knex('entity_properties').insert([
    { entity_ref: one.ref, key: 'kind', value: 'component' },
    { entity_ref: one.ref, key: 'metadata.name', value: one.name },
  ]);
  await knex('scope_spans').insert(
    one.scopes.map(scope => ({
      scope_ref: scope.ref,
      entity_ref: one.ref,
      from_day: scope.fromDay,
      to_day: scope.toDay ?? null,
    })),
  );
  await insertFacts(knex, one, facts);
}

/** Writes the records of a component. */
export async function insertFacts(
  knex: Knex,
  one: FakeComponent,
  facts?: FlowFacts,
): Promise<void> {
  const identity = {
    entity_ref: one.ref,
    recorded_at: facts?.latestRecordedAt ?? 0,
  };
  for (const fact of facts?.items ?? []) {
    await knex('work_items').insert({
      ...identity,
      source: fact.source,
      subject: fact.subject,
      category: fact.category,
      severity: fact.severity,
      found_in: fact.foundIn,
      created_at: fact.createdAt,
      started_at: fact.startedAt,
      completed_at: fact.completedAt,
      cancelled_at: fact.cancelledAt,
      state_changes: JSON.stringify(fact.stateChanges),
      period_changes: JSON.stringify(fact.periodChanges),
      committed_period: fact.periodChanges.at(-1)?.period ?? null,
      effort_days: fact.effortDays,
      withdrawn: fact.withdrawn,
    });
  }
  for (const fact of facts?.runs ?? []) {
    await knex('pipeline_runs').insert({
      ...identity,
      source: fact.source,
      subject: fact.subject,
      pipeline: fact.pipeline,
      queued_at: fact.queuedAt,
      started_at: fact.startedAt,
      finished_at: fact.finishedAt,
      result: fact.result,
      withdrawn: fact.withdrawn,
    });
  }
}
