/**
 * What became of items of debt, change by change, so that their flow is added up by the database and not replayed. The moves of what was
 * filed before are written by a task; until that is done, the flow is replayed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('tech_debt_moves', table => {
    table.comment('What happened to items, made from their versions');
    table.text('item_id').notNullable();
    table.integer('place').notNullable().comment('Among those of the item');
    table
      .bigInteger('at')
      .notNullable()
      .comment('No earlier than what is before it');
    table.text('kind').notNullable().comment('opened, resolved, movedIn …');
    table
      .text('part')
      .notNullable()
      .comment('open or accepted: which balance it comes to or leaves');
    table.text('owner_ref').notNullable().comment('For whom it counts');
    table
      .text('other_ref')
      .comment('It does not count for those who also count this owner');
    table
      .bigInteger('principal')
      .notNullable()
      .comment('Thousandths of a person-day');
    table.integer('without_principal').notNullable();
    table.primary(['item_id', 'place']);
    table.index(['at'], 'tech_debt_moves_by_time');
    table.index(['owner_ref', 'at'], 'tech_debt_moves_by_owner');
  });
  await knex.schema.alterTable('tech_debt_items', table => {
    table
      .integer('moves_version')
      .comment('Of which the moves are; null: there are none yet');
  });
  await knex.raw(
    `create index tech_debt_items_without_moves on tech_debt_items (id) where moves_version is null or moves_version <> version`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index tech_debt_items_without_moves');
  // Of itself the query builder makes the whole table anew on SQLite, and its indexes in other words.
  await knex.raw('alter table tech_debt_items drop column moves_version');
  await knex.schema.dropTable('tech_debt_moves');
};
