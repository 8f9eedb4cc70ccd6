/**
 * When the engine last made the items of a document what it says, which people are told of it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('tech_debt_documents', table => {
    table
      .bigInteger('kept_at')
      .comment('Epoch milliseconds; null: before it was written down');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Of itself the query builder makes the whole table anew on SQLite.
  await knex.raw('alter table tech_debt_documents drop column ??', ['kept_at']);
};
