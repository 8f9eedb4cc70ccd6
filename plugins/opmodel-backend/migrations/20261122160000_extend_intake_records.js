/**
 * Work items have states and are committed to periods, changes consist of commits, and runs of pipelines are records of their own.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('work_items', table => {
    table.text('state');
    table.text('state_changes').notNullable().defaultTo('[]').comment('JSON');
    table.text('period_changes').notNullable().defaultTo('[]').comment('JSON');
    table.double('effort_days').comment('Days of one engineer');
  });
  await knex.schema.alterTable('changes', table => {
    table.text('commits').comment('JSON array; null: not known');
  });

  await knex.schema.createTable('pipeline_runs', table => {
    table.bigIncrements('row_id');
    table.text('source').notNullable();
    table.text('subject').notNullable().comment('Identity within the source');
    table.text('entity_ref').notNullable();
    table.text('pipeline').comment('The same for all runs of a pipeline');
    table.bigInteger('queued_at');
    table.bigInteger('started_at');
    table.bigInteger('finished_at');
    table.text('result').comment('success, failure or cancelled');
    table.text('commit_sha');
    table.text('ref').comment('Branch or tag');
    table.boolean('withdrawn').notNullable();
    table.text('title');
    table.text('url');
    table.bigInteger('recorded_at').notNullable();
    table.bigInteger('superseded_at').comment('Null: known now');
    table.index(['source', 'subject', 'superseded_at']);
    table.index(['entity_ref', 'superseded_at', 'finished_at']);
  });
  await knex.raw(
    `create unique index pipeline_runs_current_unique on pipeline_runs (source, subject, entity_ref)
     where superseded_at is null`,
  );
  await knex.raw(
    `create index pipeline_runs_superseded_index on pipeline_runs (superseded_at)
     where superseded_at is not null`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('pipeline_runs');
  // On SQLite, knex would build the tables anew.
  for (const [table, column] of [
    ['changes', 'commits'],
    ['work_items', 'effort_days'],
    ['work_items', 'period_changes'],
    ['work_items', 'state_changes'],
    ['work_items', 'state'],
  ]) {
    await knex.raw(`alter table ${table} drop column ${column}`);
  }
};
