/** Deliveries written straight into the database, as the intake and the calculation would have left them. */
import { isDeepStrictEqual } from 'node:util';
import {
  common,
  DatabaseDeliveryStore,
  DoraCalculator,
  EnabledDefinitions,
} from './engine.mjs';
import { componentName } from './organisation.mjs';

const loaded = [
  'deployments',
  'deployment_changes',
  'changes',
  'incidents',
  'dora_deployments',
  'dora_samples',
  'dora_failure_links',
  'dora_recoveries',
  'dora_incidents',
  'dora_entity_days',
  'dora_entities',
];

/** Of a failure that an incident names; the comparison with the calculation fails where that is another now. */
const EXPLICIT_CONFIDENCE = 0.95;

/**
 * Loads a year of deployments. They are spread unevenly over the components, and each carries one change with a lead time from
 * under an hour to some days. One in twenty is named by an incident that begins ten minutes later and is mitigated within two
 * hours; one in thirty was not planned.
 */
export async function loadDeliveries(
  knex,
  { calculation, components, deployments, until },
) {
  const restore = await dropIndexes(knex);
  const lastDay = Date.parse(`${until}T00:00:00Z`) / 86_400_000;
  const perComponent = deployments / components;
  await knex.raw('drop table if exists bench_deliveries');
  await knex.raw(
    `create unlogged table bench_deliveries as
     with component as (
       select i, 'component:default/service-' || i as entity_ref,
         1 + floor(2 * (? - 1) * random_of(md5('component ' || i), 1))::int as n
       from generate_series(0, ? - 1) as i
     ), delivery as (
       select entity_ref, i || '-' || j as subject,
         ?::bigint * 86400 + floor((j + random_of(mix, 1)) / n * 365 * 86400)::bigint as finished,
         floor(exp(8 + 2.5 * (random_of(mix, 7) + random_of(mix, 13))))::bigint as lead,
         random_of(mix, 19) as r1, random_of(mix, 25) as r2,
         random_of(mix, 3) < 1 / 20.0 as fails, random_of(mix, 5) < 1 / 30.0 as unplanned,
         floor(60 + 7000 * random_of(mix, 11))::bigint as restore
       from component, generate_series(0, n - 1) as j, md5('delivery ' || i || ' ' || j) as mix
     )
     select entity_ref, subject, finished * 1000 as finished_at, lead,
       floor(lead * 0.2 * (0.5 + r1))::bigint as coding,
       floor(lead * 0.2 * (0.5 + r2))::bigint as pickup,
       floor(lead * 0.1)::bigint as review,
       fails, unplanned, restore, (finished + 600) * 1000 as fails_at,
       to_char(to_timestamp(finished + 600) at time zone 'UTC', 'YYYY-MM-DD') as incident_day,
       to_char(date_trunc('week', to_timestamp(finished + 600) at time zone 'UTC'), 'YYYY-MM-DD') as incident_week,
       to_char(to_timestamp(finished) at time zone 'UTC', 'YYYY-MM-DD') as day,
       to_char(date_trunc('week', to_timestamp(finished) at time zone 'UTC'), 'YYYY-MM-DD') as week
     from delivery order by finished`.replaceAll(
      /random_of\(([^(]*(?:\([^)]*\))?), (\d+)\)/g,
      "(('x' || lpad(substr($1, $2, 6), 8, '0'))::bit(32)::int / 16777216.0::float8)",
    ),
    [perComponent, components, lastDay - 364],
  );
  const recorded = 'finished_at + 1000';
  for (const statement of [
    `insert into deployments (source, subject, entity_ref, environment, environment_tier, finished_at, result, deployment_type, planned, withdrawn, recorded_at)
     select 'bench', subject, entity_ref, 'production', 'production', finished_at, 'success', 'deploy',
       case when unplanned then false end, false, ${recorded} from bench_deliveries`,
    `insert into deployment_changes (source, deployment, entity_ref, change_key, recorded_at)
     select 'bench', subject, entity_ref, 'commit-' || subject, ${recorded} from bench_deliveries`,
    `insert into changes (source, subject, entity_ref, commit_sha, first_commit_at, opened_at, first_review_at, merged_at, withdrawn, recorded_at)
     select 'bench', subject, entity_ref, 'commit-' || subject,
       finished_at - lead * 1000, finished_at - (lead - coding) * 1000, finished_at - (lead - coding - pickup) * 1000,
       finished_at - (lead - coding - pickup - review) * 1000, false, ${recorded} from bench_deliveries`,
    `insert into incidents (source, subject, entity_ref, severity, severity_changes, started_at, mitigated_at, deployment, withdrawn, recorded_at)
     select 'bench', 'incident-' || subject, entity_ref, 'sev2', '[]', fails_at, fails_at + restore * 1000, subject, false, ${recorded}
     from bench_deliveries where fails`,
    `insert into dora_deployments (calculation, entity_ref, source, deployment, day, at, finished_at, environment_tier, failed, rework, has_changes, recovered_at, recovery)
     select :calculation, entity_ref, 'bench', subject, day, finished_at, finished_at, 'production', fails, unplanned, true,
       case when fails then fails_at + restore * 1000 end, case when fails then 600 + restore end from bench_deliveries`,
    `insert into dora_failure_links (calculation, entity_ref, source, deployment, place, kind, confidence, cause_type, cause_source, cause_subject, lag)
     select :calculation, entity_ref, 'bench', subject, 0, 'explicit', :explicit, 'incident', 'bench', 'incident-' || subject, 600
     from bench_deliveries where fails`,
    `insert into dora_recoveries (calculation, entity_ref, source, deployment, incident_source, incident, day, recovered_at, recovery)
     select :calculation, entity_ref, 'bench', subject, '', '', day, fails_at + restore * 1000, 600 + restore
     from bench_deliveries where fails`,
    `insert into dora_incidents (calculation, entity_ref, source, incident, day, at, severity, deployment_source, deployment, kind, confidence, lag, restore, recurrence)
     select :calculation, entity_ref, 'bench', 'incident-' || subject, incident_day, fails_at, 'sev2', 'bench', subject, 'explicit', :explicit,
       600, restore, false from bench_deliveries where fails`,
    `insert into dora_samples (calculation, entity_ref, source, deployment, change_key, day, lead_time, coding, pickup, review, commit_to_merge, merge_to_deploy)
     select :calculation, entity_ref, 'bench', subject, 'commit-' || subject, day, lead, coding, pickup, review,
       coding + pickup + review, lead - coding - pickup - review from bench_deliveries`,
    `insert into dora_entity_days (calculation, entity_ref, day, metric, bin, week, count)
     select :calculation, entity_ref, day, metric, bin, week, count(*) from (
       select entity_ref, day, week, metric, case when seconds is null then 0
         when seconds = 0 then -1 else floor(ln(seconds::float8) / ln(1.02::float8))::int end as bin
       from (
         select entity_ref, day, week, metric, seconds from bench_deliveries, lateral (values ('deployments', null::bigint),
           ('deployments_with_changes', null), ('carried_changes', null), ('changes_with_first_commit', null),
           ('lead_time', lead), ('coding', coding), ('pickup', pickup), ('review', review),
           ('commit_to_merge', coding + pickup + review),
           ('merge_to_deploy', lead - coding - pickup - review)) as counted(metric, seconds)
         union all
         select entity_ref, day, week, 'rework_deployments', null from bench_deliveries where unplanned
         union all
         select entity_ref, day, week, metric, seconds from bench_deliveries, lateral (values ('failed_deployments', null::bigint),
           ('failure_incidents', null), ('recovery', 600 + restore)) as counted(metric, seconds) where fails
         union all
         select entity_ref, incident_day, incident_week, metric, seconds from bench_deliveries, lateral (values
           ('incidents', null::bigint), ('linked_incidents', null), ('restore', restore)) as counted(metric, seconds) where fails
       ) as happened
     ) as counts group by day, entity_ref, week, metric, bin order by day`,
    `insert into dora_entities (calculation, entity_ref, first_deployment_day, last_deployment_at, latest_recorded_at, computed_at, first_incident_day, deployment_days)
     select :calculation, entity_ref, min(day), max(finished_at), max(${recorded}), max(${recorded}),
       min(incident_day) filter (where fails), array_agg((day::date - '1970-01-01'::date)::int order by day) from bench_deliveries group by entity_ref`,
  ]) {
    await knex.raw(statement, {
      calculation,
      explicit: EXPLICIT_CONFIDENCE,
    });
  }
  await knex.raw('drop table bench_deliveries');
  await restore();
}

/** Building an index from all its rows is faster than adding to it row by row. */
async function dropIndexes(knex) {
  const { rows: constraints } = await knex.raw(
    `select conrelid::regclass as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype in ('p', 'u') and conrelid::regclass::text = any(?)`,
    [loaded],
  );
  const { rows: indexes } = await knex.raw(
    `select indexname as name, indexdef as definition from pg_indexes
     where schemaname = 'public' and tablename = any(?) and indexname <> all(?)`,
    [loaded, constraints.map(({ name }) => name)],
  );
  for (const { table, name } of constraints) {
    await knex.raw(`alter table ${table} drop constraint "${name}"`);
  }
  for (const { name } of indexes) {
    await knex.raw(`drop index "${name}"`);
  }
  return async () => {
    for (const { table, name, definition } of constraints) {
      await knex.raw(
        `alter table ${table} add constraint "${name}" ${definition}`,
      );
    }
    for (const { definition } of indexes) {
      await knex.raw(definition);
    }
  };
}

/**
 * Lets the engine compute some components from their records.
 *
 * @throws when it comes to other rows than those that were loaded
 */
export async function verifyDeliveries(knex, { calculation, components }) {
  const profile = { ...common.dora2026Profile, version: 'verified' };
  const definitions = new EnabledDefinitions([profile], {
    zone: 'UTC',
    defaultProfile: profile.id,
  });
  const own = definitions.default.calculation;
  const calculator = new DoraCalculator({
    store: new DatabaseDeliveryStore(knex),
    definitions,
    zone: 'UTC',
    clock: Date.now,
  });
  for (let sample = 0; sample < 20; sample++) {
    const entityRef = `component:default/${componentName(
      Math.floor((sample * components) / 20),
    )}`;
    await calculator.calculate(entityRef);
    const known = await knex('dora_entities')
      .where({ calculation: own, entity_ref: entityRef })
      .first('first_deployment_day');
    if (!known?.first_deployment_day) {
      throw new Error(`Nothing is computed of ${entityRef}`);
    }
    for (const [table, order] of [
      ['dora_entities', []],
      ['dora_deployments', ['source', 'deployment']],
      ['dora_samples', ['source', 'deployment', 'change_key']],
      ['dora_failure_links', ['source', 'deployment', 'place']],
      ['dora_recoveries', ['source', 'deployment']],
      ['dora_incidents', ['source', 'incident']],
      ['dora_entity_days', ['day', 'metric', 'bin']],
    ]) {
      const rowsOf = async name =>
        (
          await knex(table)
            .where({ calculation: name, entity_ref: entityRef })
            .orderBy(order)
        ).map(
          // Which calculation wrote a row, when, and how often is no part of what it says.
          ({ calculation: _name, computed_at: _at, revision: _of, ...row }) =>
            row,
        );
      const [computed, written] = [
        await rowsOf(own),
        await rowsOf(calculation),
      ];
      if (!isDeepStrictEqual(computed, written)) {
        throw new Error(
          `The rows of ${entityRef} in ${table} are not what the engine computes`,
        );
      }
      await knex(table).where({ calculation: own }).delete();
    }
  }
}
