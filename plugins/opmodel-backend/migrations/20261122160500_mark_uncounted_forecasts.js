/**
 * An outcome of null says that the items were not done by the day on which it was told. Where nothing of the scope was left to
 * count, nobody knows.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('flow_forecasts', table => {
    table
      .boolean('uncounted')
      .notNullable()
      .defaultTo(false)
      .comment('Nothing of the scope was left to count when it was due');
    // Forecasts are forgotten by age, and each run asks who has one of this week.
    table.index('made_on');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('flow_forecasts', table => {
    table.dropIndex('made_on');
    table.dropColumn('uncounted');
  });
};
