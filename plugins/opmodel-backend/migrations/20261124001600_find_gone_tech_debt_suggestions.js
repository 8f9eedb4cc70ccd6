/**
 * What sources have not found for long, and nobody decided on, is looked for each time that old rows are deleted.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('tech_debt_suggestions', table => {
    table.index(['decision', 'stale_since'], 'tech_debt_suggestions_gone');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index tech_debt_suggestions_gone');
};
