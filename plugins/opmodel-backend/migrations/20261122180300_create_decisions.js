/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('decisions', table => {
    table.comment('Decisions that people entered, as they are now');
    table.text('id').primary();
    table.text('title').notNullable();
    table.text('context').notNullable();
    table.text('decision').notNullable();
    table
      .text('search_text')
      .notNullable()
      .comment('Title, context and decision in the form that is searched');
    table.text('owner_ref').notNullable();
    table.text('decided_on').notNullable().comment('ISO day');
    table.text('review_on').comment('ISO day');
    table.text('status').notNullable();
    table.text('supersedes').comment('Id of a decision');
    table.text('superseded_by').comment('Id of a decision');
    table.text('links').notNullable().comment('JSON list of label and url');
    table.text('created_by').notNullable();
    table.bigInteger('created_at').notNullable();
    table.text('updated_by');
    table.bigInteger('updated_at');
    table.integer('version').notNullable();
    table.index(['decided_on', 'created_at', 'id']);
    table.index(['status', 'review_on']);
  });

  await knex.schema.createTable('decision_entities', table => {
    table.comment('What decisions are about');
    table.text('decision_id').notNullable();
    table.text('entity_ref').notNullable();
    table.unique(['decision_id', 'entity_ref']);
    table.index(['entity_ref', 'decision_id']);
  });

  await knex.schema.createTable('decision_versions', table => {
    table.comment('Decisions as they were before they were changed');
    table.text('decision_id').notNullable();
    table.integer('version').notNullable();
    table.text('title').notNullable();
    table.text('context').notNullable();
    table.text('decision').notNullable();
    table.text('entity_refs').notNullable().comment('JSON list');
    table.text('owner_ref').notNullable();
    table.text('decided_on').notNullable().comment('ISO day');
    table.text('review_on').comment('ISO day');
    table.text('status').notNullable();
    table.text('supersedes');
    table.text('links').notNullable().comment('JSON list of label and url');
    table.text('saved_by').notNullable().comment('Who wrote this version');
    table.bigInteger('saved_at').notNullable();
    table.unique(['decision_id', 'version']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('decision_versions');
  await knex.schema.dropTable('decision_entities');
  await knex.schema.dropTable('decisions');
};
