/**
 * What other systems and documents call items of debt, by which an import finds them again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('tech_debt_items', table => {
    table
      .text('external_id')
      .comment('What the system that it was imported from calls it');
    table
      .boolean('origin_gives_status')
      .comment('Whether its document says where it stands');
    table.index(['external_id'], 'tech_debt_items_external_id');
    table.index(['origin_source'], 'tech_debt_items_origin_source');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('tech_debt_items', table => {
    table.dropIndex(['external_id'], 'tech_debt_items_external_id');
    table.dropIndex(['origin_source'], 'tech_debt_items_origin_source');
  });
  // Of itself the query builder makes the whole table anew on SQLite, and its indexes in other words.
  for (const column of ['external_id', 'origin_gives_status']) {
    await knex.raw('alter table tech_debt_items drop column ??', [column]);
  }
};
