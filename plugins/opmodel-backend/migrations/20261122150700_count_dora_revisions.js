/**
 * Counters that tell whether what an answer was made of is still the same. Each is raised in the transaction that changes what
 * it stands for, so no order of commits and no clock hides a change.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('dora_entities', table => {
    table
      .bigInteger('revision')
      .notNullable()
      .defaultTo(0)
      .comment('Grows with every write of what is calculated of the entity');
    // The revision of a scope is read from the index alone.
    table.index(['calculation', 'entity_ref', 'revision']);
  });
  await knex.schema.alterTable('scans', table => {
    table
      .bigInteger('revision')
      .index()
      .comment(
        'Of the snapshot, grows when a scan changes it; null: written by a version that does not count',
      );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('scans', table => {
    table.dropIndex(['revision']);
  });
  await knex.schema.alterTable('dora_entities', table => {
    table.dropIndex(['calculation', 'entity_ref', 'revision']);
  });
  // On SQLite, knex would build the tables anew.
  await knex.raw('alter table scans drop column revision');
  await knex.raw('alter table dora_entities drop column revision');
};
