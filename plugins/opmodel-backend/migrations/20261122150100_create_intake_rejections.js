/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('intake_rejections', table => {
    table.comment('What intake rejected, counted by the hour; never content');
    table.bigInteger('hour').notNullable().comment('Its beginning');
    table.text('group_key').notNullable().comment('Hash of what it counts');
    table.text('producer').notNullable();
    table.text('source').comment('Null: not stated');
    table.text('reason').notNullable();
    table.integer('events').notNullable();
    table.text('last_event_id').comment('Null: not stated');
    table.bigInteger('last_rejected_at').notNullable();
    table.primary(['hour', 'group_key']);
    table.index(['group_key', 'hour']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('intake_rejections');
};
