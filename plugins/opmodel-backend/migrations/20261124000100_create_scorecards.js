/**
 * Scorecards: what they ask, in every version, and what people are working on.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('scorecards', table => {
    table.comment('Scorecards as they are carried out');
    table.text('ref').primary().comment('scorecard:default/readiness');
    table.text('origin').notNullable().comment('catalog or portal');
    table.text('title').notNullable();
    table.text('owner_ref');
    table.text('definition').notNullable().comment('JSON object');
    table.text('definition_hash').notNullable();
    table
      .text('spec')
      .notNullable()
      .comment('JSON object: of the document, as it was written');
    table.integer('version').notNullable();
    table
      .text('slots')
      .notNullable()
      .comment(
        'JSON array: check ids, in the order of the states of results; it only grows',
      );
    table.text('problems').notNullable().comment('JSON array');
    table.bigInteger('published_at').notNullable().comment('Of this version');
    table.bigInteger('removed_at').comment('Null: it holds');
    table.index(['owner_ref']);
  });

  await knex.schema.createTable('scorecard_versions', table => {
    table.comment('Every version of every scorecard');
    table.text('scorecard_ref').notNullable();
    table.integer('version').notNullable();
    table.text('definition').notNullable().comment('JSON object');
    table.text('definition_hash').notNullable();
    table
      .text('spec')
      .notNullable()
      .comment('JSON object: of the document, as it was written');
    table.bigInteger('published_at').notNullable();
    table.text('published_by').comment('Null: it came from the catalog');
    table.text('note').comment('Why');
    table.primary(['scorecard_ref', 'version']);
  });

  await knex.schema.createTable('scorecard_drafts', table => {
    table.comment('What people are working on');
    table.text('id').primary();
    table.text('scorecard_ref').notNullable();
    table.text('document').notNullable().comment('JSON object: the spec');
    table.text('owner_ref').comment('Of the scorecard that it becomes');
    table.integer('based_on').comment('Version; null: a new scorecard');
    table.integer('revision').notNullable().comment('Grows with each save');
    table.text('created_by').notNullable();
    table.bigInteger('created_at').notNullable();
    table.text('updated_by').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.index(['scorecard_ref']);
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('scorecard_drafts');
  await knex.schema.dropTable('scorecard_versions');
  await knex.schema.dropTable('scorecards');
};
