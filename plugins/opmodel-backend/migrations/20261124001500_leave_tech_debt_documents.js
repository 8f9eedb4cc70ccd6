/**
 * Which items their document no longer names, so that people keep them from then on.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('tech_debt_items', table => {
    table
      .bigInteger('origin_left_at')
      .comment(
        'Epoch milliseconds since when its document no longer names it; null: it does, or it comes from none',
      );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Of itself the query builder makes the whole table anew on SQLite.
  await knex.raw('alter table tech_debt_items drop column ??', [
    'origin_left_at',
  ]);
};
