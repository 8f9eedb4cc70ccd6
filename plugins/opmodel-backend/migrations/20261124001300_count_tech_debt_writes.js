/**
 * How often the register was written to, so that an answer that is remembered is known to be of what there is now.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('tech_debt_revision', table => {
    table.comment('One row, raised in each transaction that changes items');
    table.integer('id').primary();
    table.bigInteger('revision').notNullable();
  });
  await knex('tech_debt_revision').insert({ id: 1, revision: 0 });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('tech_debt_revision');
};
