/**
 * Saved plans of re-organisations. Each is for whoever saved it and its named readers alone, holds numbers of people and never who
 * they are, and is deleted once it expires.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ownership_plans', table => {
    table.comment('What a re-organisation is to change; never who leaves');
    table.text('id').primary();
    table.text('name').notNullable();
    table.text('changes').notNullable().comment('JSON array');
    table.text('created_by').notNullable();
    table.bigInteger('created_at').notNullable();
    table.text('updated_by').notNullable();
    table.bigInteger('updated_at').notNullable();
    table
      .text('expires_on')
      .notNullable()
      .comment('Its last ISO day, configured zone');
    table.integer('version').notNullable().comment('Grows with every change');
    table.index(['created_by'], 'ownership_plans_creator');
    table.index(['expires_on'], 'ownership_plans_expiry');
  });

  await knex.schema.createTable('ownership_plan_readers', table => {
    table.comment('Who may read a plan beside whoever saved it');
    table.text('plan_id').notNullable();
    table.text('reader_ref').notNullable().comment('Entity ref of a user');
    table.primary(['plan_id', 'reader_ref']);
    table.index(['reader_ref'], 'ownership_plan_readers_reader');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ownership_plan_readers');
  await knex.schema.dropTable('ownership_plans');
};
