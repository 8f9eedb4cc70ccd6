/**
 * Sums are read from the index alone. The rows of an entity come with its deployments and lie all over the table, while in the
 * index they lie side by side. SQLite has no such index, and reads few rows.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await replacePrimaryKey(knex, 'include (week, count)');
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await replacePrimaryKey(knex, '');
};

async function replacePrimaryKey(knex, include) {
  if (knex.client.config.client !== 'pg') {
    return;
  }
  await knex.raw(
    `create unique index dora_entity_days_new on dora_entity_days (calculation, entity_ref, day, metric, bin) ${include}`,
  );
  // In one statement, so that no row is written without the key. The index takes the name of the constraint.
  await knex.raw(
    `alter table dora_entity_days drop constraint dora_entity_days_pkey,
     add constraint dora_entity_days_pkey primary key using index dora_entity_days_new`,
  );
}
