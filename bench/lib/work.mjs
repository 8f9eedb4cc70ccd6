/** A year of work, as the intake and the calculation of flow leave it. */
import {
  common,
  DatabaseFlowCalculationStore,
  FlowCalculator,
} from './engine.mjs';
import {
  componentName,
  perDivision,
  perTeam,
  seededRandom,
} from './organisation.mjs';

/** Components that the engine computes from records; the others are copies of their rows. */
const COMPUTED = 100;

const DAY = 86_400_000;
const HOUR = DAY / 24;

const copied = {
  flow_entities: [],
  flow_items: ['source', 'item'],
  flow_item_periods: ['source', 'item', 'period'],
  flow_entity_days: ['day', 'metric', 'bin'],
  flow_stocks: ['metric'],
  flow_entity_periods: ['period'],
  flow_builds: ['source', 'run'],
};

const refOf = index => `component:default/${componentName(index)}`;

/** Components in teams and systems of 25, those in divisions and domains of 500, all of them in one company. */
export async function loadSnapshot(knex, components) {
  const name = `'service-' || i`;
  await knex.raw(
    `insert into entities (ref, kind, namespace, name, sort_name, type, lifecycle, tier, owner_ref, system_ref, tags, annotations, labels, hash, scopes_hash, first_seen_at, seen_at)
     select 'component:default/' || ${name}, 'component', 'default', ${name}, ${name}, 'service', 'production', (1 + i % 4)::text,
       'group:default/team-' || i / ?, 'system:default/system-' || i / ?, '[]', '{}', '{}', '', '', 0, 0
     from generate_series(0, ? - 1) as i`,
    [perTeam, perTeam, components],
  );
  await knex.raw(
    `insert into scope_spans (scope_ref, entity_ref, from_day)
     select scope, 'component:default/' || ${name}, '0000-01-01' from generate_series(0, ? - 1) as i, lateral unnest(array[
       'component:default/' || ${name}, 'group:default/team-' || i / ?, 'system:default/system-' || i / ?,
       'group:default/division-' || i / ?, 'domain:default/domain-' || i / ?, 'group:default/company', 'org']) as scope`,
    [components, perTeam, perTeam, perDivision, perDivision],
  );
}

/**
 * Loads a year of work items, and a run of a pipeline for each. The engine computes some components from their records; the
 * rows of the others are copies of those.
 */
export async function loadWork(
  knex,
  { calculation, components, items, until },
) {
  const computed = Math.min(COMPUTED, components);
  const perComponent = Math.round(items / components);
  const end = Date.parse(`${until}T00:00:00Z`);
  const calculator = new FlowCalculator({
    store: new DatabaseFlowCalculationStore(knex),
    rules: {
      definition: common.flow2026Definition,
      zone: 'UTC',
      iterations: [],
    },
    calculation,
    clock: () => end,
  });
  for (let index = 0; index < computed; index++) {
    const { facts, runs } = recordsOf(index, perComponent, end);
    await knex.batchInsert('work_items', facts, 500);
    await knex.batchInsert('pipeline_runs', runs, 500);
    await calculator.calculate(refOf(index));
  }
  for (const [table, keys] of Object.entries(copied)) {
    const { rows } = await knex.raw(
      `select column_name from information_schema.columns
       where table_name = ? and column_name not in ('calculation', 'entity_ref')`,
      [table],
    );
    const columns = rows.map(row => row.column_name).join(', ');
    const order = ['i', ...keys].join(', ');
    await knex.raw(
      `insert into ${table} (calculation, entity_ref, ${columns})
       select calculation, 'component:default/service-' || i, ${columns}
       from generate_series(?::int, ?::int) as i
       join ${table} on calculation = ? and entity_ref = 'component:default/service-' || i % ?::int
       order by ${order}`,
      [computed, components - 1, calculation, computed],
    );
  }
}

/** The records of one component: most of its items are done within weeks, some are blocked on the way, some are left open. */
function recordsOf(component, perComponent, end) {
  const random = seededRandom(component + 1);
  const pick = values => values[Math.floor(random() * values.length)];
  const identity = {
    entity_ref: refOf(component),
    source: 'bench',
    recorded_at: end,
    withdrawn: false,
  };
  const facts = Array.from({ length: perComponent }, (_, index) => {
    const createdAt = end - Math.floor(random() * 365) * DAY;
    const startedAt = createdAt + Math.floor(random() * 10 * 24) * HOUR;
    const doneAt = startedAt + Math.floor(Math.exp(1 + random() * 5.5)) * HOUR;
    const isOpen = doneAt > end || random() < 0.02;
    const isBlocked = random() < 0.2;
    const quarter = Math.floor(new Date(createdAt).getUTCMonth() / 3) + 1;
    const period = `${new Date(createdAt).getUTCFullYear()}-Q${quarter}`;
    return {
      ...identity,
      subject: `${component}-${index}`,
      category: pick(['feature', 'feature', 'reliability', 'debt', null]),
      severity: null,
      found_in: null,
      created_at: createdAt,
      started_at: startedAt > end ? null : startedAt,
      completed_at: isOpen ? null : doneAt,
      cancelled_at: null,
      state_changes: JSON.stringify([
        { at: createdAt, state: 'todo' },
        ...(startedAt > end ? [] : [{ at: startedAt, state: 'active' }]),
        ...(isBlocked && !isOpen
          ? [
              { at: startedAt + (doneAt - startedAt) / 4, state: 'blocked' },
              { at: startedAt + (doneAt - startedAt) / 2, state: 'active' },
            ]
          : []),
        ...(isOpen ? [] : [{ at: doneAt, state: 'done' }]),
      ]),
      period_changes: JSON.stringify(
        random() < 0.5 ? [{ at: createdAt, period }] : [],
      ),
      effort_days: null,
    };
  });
  const runs = Array.from({ length: perComponent }, (_, index) => {
    const startedAt = end - Math.floor(random() * 365 * 24) * HOUR;
    return {
      ...identity,
      subject: `${component}-run-${index}`,
      pipeline: pick(['build', 'build', 'release']),
      queued_at: startedAt - 30_000,
      started_at: startedAt,
      finished_at: startedAt + 60_000 + Math.floor(random() * 1_200_000),
      result: random() < 0.85 ? 'success' : 'failure',
    };
  });
  return { facts, runs };
}
