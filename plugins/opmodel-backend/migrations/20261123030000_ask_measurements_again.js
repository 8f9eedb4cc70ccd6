/**
 * What was measured may be asked for again, such as because numbers came late. How far an SLO is measured stays as it is meanwhile: its budget
 * is not that of some time ago.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('slo_measurements', table => {
    table
      .bigInteger('again_from')
      .comment('Is asked for again from here on; null: is not');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('slo_measurements', table => {
    table.dropColumn('again_from');
  });
};
