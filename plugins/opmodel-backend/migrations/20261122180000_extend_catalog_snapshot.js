/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('entities', table => {
    table
      .text('document')
      .comment('JSON object of what is read beyond metadata; null: nothing');
  });

  await knex.schema.createTable('entity_relations', table => {
    table.comment(
      'Relations as the catalog states them, also to what it lacks',
    );
    table.text('entity_ref').notNullable();
    table.text('type').notNullable();
    table.text('target_ref').notNullable().comment('Lower case');
    table.unique(['entity_ref', 'type', 'target_ref']);
    table.index(['target_ref', 'type', 'entity_ref']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('entity_relations');
  await knex.schema.alterTable('entities', table => {
    table.dropColumn('document');
  });
};
