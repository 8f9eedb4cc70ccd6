/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('progress', table => {
    table.comment('How far the demo organisation has been sent; one row');
    table.integer('id').primary().comment('Always 1');
    table.text('seed').notNullable();
    table
      .text('anchor_day')
      .notNullable()
      .comment('ISO day of the first start');
    table.integer('days').notNullable().comment('Of history before that day');
    table
      .bigInteger('sent_until')
      .comment('Everything up to this instant is in; null: nothing yet');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('progress');
};
