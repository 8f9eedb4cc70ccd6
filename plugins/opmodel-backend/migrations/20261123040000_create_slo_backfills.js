/**
 * Objectives that are measured backwards after the others of their SLO: because they were added to it, or because they measure something
 * else.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_backfills', table => {
    table.comment('Objectives that are still to be measured backwards');
    table.text('slo_ref').notNullable();
    table.integer('objective').notNullable();
    table.bigInteger('from_at').notNullable().comment('Measured up to here');
    table.primary(['slo_ref', 'objective']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_backfills');
};
