/**
 * Documents of the catalog that keep a register of debt, with what is wrong with them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('tech_debt_documents', table => {
    table.comment(
      'Documents whose items are kept in sync, as of the last time',
    );
    table.text('ref').primary().comment('Entity ref of the document');
    table
      .text('problems')
      .notNullable()
      .comment('JSON: row, name, field, message');
    table.integer('items').notNullable().comment('That it keeps');
    table
      .bigInteger('problems_since')
      .comment('Epoch milliseconds; null: nothing is wrong with it');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('tech_debt_documents');
};
