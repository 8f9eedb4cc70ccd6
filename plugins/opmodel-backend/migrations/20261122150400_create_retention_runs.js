/** Tables whose rows are superseded instead of overwritten. */
const versioned = [
  'deployments',
  'deployment_changes',
  'changes',
  'incidents',
  'work_items',
  'environments',
];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('retention_runs', table => {
    table.comment('The last run of each retention rule');
    table.text('rule').primary();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('finished_at').comment('Null: running or broken off');
    table.integer('deleted').notNullable();
    table.text('error');
    table.bigInteger('failing_since').comment('Null: the last run went well');
  });
  // What is superseded is a small part of each table, and without an index retention would read all of it.
  for (const table of versioned) {
    await knex.raw(
      `create index ${table}_superseded_index on ${table} (superseded_at) where superseded_at is not null`,
    );
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of versioned) {
    await knex.raw(`drop index ${table}_superseded_index`);
  }
  await knex.schema.dropTable('retention_runs');
};
