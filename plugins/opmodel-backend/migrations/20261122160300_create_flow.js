/**
 * Everything but the forecasts is computed from records and can be computed again. `calculation` names the definition, its
 * version, the zone and what is configured of it, as it does for DORA.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('flow_entities', table => {
    table.comment('Since when an entity reports work, and where it stands now');
    table.text('calculation').notNullable();
    table.text('entity_ref').notNullable();
    table.text('first_item_day').comment('Null: no work item yet');
    table.text('first_build_day').comment('Null: no run of a pipeline yet');
    table.bigInteger('latest_recorded_at').comment('Newest fact used');
    table.bigInteger('computed_at').notNullable();
    table.primary(['calculation', 'entity_ref']);
  });

  await knex.schema.createTable('flow_items', table => {
    table.comment('What each work item contributes; durations in seconds');
    table.text('calculation').notNullable();
    table.text('entity_ref').notNullable();
    table.text('source').notNullable();
    table.text('item').notNullable().comment('Subject');
    table.text('category').notNullable();
    table.text('state').notNullable().comment('Where it stands now');
    table.bigInteger('arrived_at');
    table.bigInteger('started_at');
    table.bigInteger('completed_at');
    table.bigInteger('cancelled_at');
    table.text('arrived_day');
    table.text('completed_day');
    table.text('ended_day').comment('Completed or cancelled');
    table.bigInteger('cycle_seconds');
    table.bigInteger('flow_seconds');
    table.bigInteger('blocked_seconds');
    table.text('exclusion').comment('Why it gives no cycle time');
    table.integer('times_reopened').notNullable();
    table.boolean('ever_blocked').notNullable();
    table.boolean('withdrawn').notNullable();
    table.bigInteger('at').notNullable().comment('The last that happened');
    table.primary(['calculation', 'entity_ref', 'source', 'item']);
    table.index(['calculation', 'entity_ref', 'completed_day']);
  });
  // Of a year of work, only what is in progress is asked for by its age.
  await knex.raw(
    `create index flow_items_open on flow_items (calculation, entity_ref, started_at)
     where completed_at is null and cancelled_at is null`,
  );

  await knex.schema.createTable('flow_entity_days', table => {
    table.comment(
      'Mergeable counts: durations by logarithmic bin, rest in bin 0',
    );
    table.text('calculation').notNullable();
    table.text('entity_ref').notNullable();
    table.text('day').notNullable();
    table.text('metric').notNullable();
    table.integer('bin').notNullable();
    table.text('week').notNullable().comment('Monday of the ISO week');
    table.bigInteger('count').notNullable().comment('Items, runs or seconds');
    table.primary(['calculation', 'entity_ref', 'day', 'metric', 'bin']);
    // A large scope is read metric by metric, over all of its entities.
    table.index(['calculation', 'metric', 'day']);
  });

  await knex.schema.createTable('flow_stocks', table => {
    table.comment(
      'Items of an entity in each state now; the days tell how it came to that',
    );
    table.text('calculation').notNullable();
    table.text('entity_ref').notNullable();
    table.text('metric').notNullable();
    table.integer('count').notNullable();
    table.primary(['calculation', 'entity_ref', 'metric']);
  });

  await knex.schema.createTable('flow_entity_periods', table => {
    table.comment('Committed against done, by iteration or quarter');
    table.text('calculation').notNullable();
    table.text('entity_ref').notNullable();
    table.text('period').notNullable();
    table.text('last_day').notNullable().comment('Last commitment to it');
    table.integer('committed').notNullable();
    table.integer('added').notNullable();
    table.integer('removed').notNullable();
    table.integer('done').notNullable();
    table.integer('added_done').notNullable();
    table.integer('carried_over').notNullable();
    table.primary(['calculation', 'entity_ref', 'period']);
  });

  await knex.schema.createTable('flow_item_periods', table => {
    table.comment('What each item was ever committed to');
    table.text('calculation').notNullable();
    table.text('entity_ref').notNullable();
    table.text('source').notNullable();
    table.text('item').notNullable();
    table.text('period').notNullable();
    table.primary(['calculation', 'entity_ref', 'source', 'item', 'period']);
  });

  await knex.schema.createTable('flow_builds', table => {
    table.comment('Whether each run of a pipeline counts; seconds');
    table.text('calculation').notNullable();
    table.text('entity_ref').notNullable();
    table.text('source').notNullable();
    table.text('run').notNullable().comment('Subject');
    table.text('pipeline').comment('Null: the source names none');
    table.text('day').notNullable();
    table.bigInteger('at').notNullable();
    table.bigInteger('finished_at');
    table.text('result');
    table.bigInteger('duration_seconds');
    table.bigInteger('queue_seconds');
    table.text('exclusion').comment('Null: it counts');
    table.primary(['calculation', 'entity_ref', 'source', 'run']);
    table.index(['calculation', 'entity_ref', 'day', 'pipeline']);
  });

  await knex.schema.createTable('flow_forecasts', table => {
    table.comment('Forecasts as they were made, with what came');
    table.text('id').primary();
    table.text('scope_ref').notNullable();
    table.text('made_on').notNullable().comment('From what was known before');
    table.text('due_on').notNullable();
    table.text('kind').notNullable().comment('when or how_many');
    table.integer('horizon').notNullable().comment('Days; 0 for when');
    table.integer('items').comment('Open items, for when');
    table.text('percentiles').notNullable().comment('JSON');
    table.bigInteger('seed').notNullable();
    table.text('calculation').notNullable();
    table.bigInteger('made_at').notNullable();
    table.text('outcome').comment('A number of items, or a day');
    table.double('met_confidence');
    table.bigInteger('scored_at').comment('Null: not due');
    // Two replicas, or a second start, keep one.
    table.unique(['scope_ref', 'made_on', 'kind', 'horizon']);
    table.index(['scored_at', 'due_on']);
  });

  if (knex.client.config.client === 'pg') {
    // Sums are read from the index alone; see cover_dora_days.
    await knex.raw(
      'create unique index flow_entity_days_covering on flow_entity_days (calculation, entity_ref, day, metric, bin) include (week, count)',
    );
    await knex.raw('drop index flow_entity_days_calculation_metric_day_index');
    await knex.raw(
      'create index flow_entity_days_calculation_metric_day_index on flow_entity_days (calculation, metric, day) include (entity_ref, bin, week, count)',
    );
    await knex.raw(
      `alter table flow_entity_days drop constraint flow_entity_days_pkey,
       add constraint flow_entity_days_pkey primary key using index flow_entity_days_covering`,
    );
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'flow_forecasts',
    'flow_builds',
    'flow_item_periods',
    'flow_entity_periods',
    'flow_stocks',
    'flow_entity_days',
    'flow_items',
    'flow_entities',
  ]) {
    await knex.schema.dropTable(table);
  }
};
