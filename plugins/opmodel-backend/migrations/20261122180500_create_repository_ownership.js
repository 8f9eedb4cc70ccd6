/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('repository_ownership', table => {
    table.comment(
      'What repositories say of who owns an entity; nobody by name',
    );
    table.text('entity_ref').primary();
    table.text('folder').comment('In its repository; null: all of it');
    table.text('codeowners').comment('JSON of path and rules; null: no file');
    table.bigInteger('from_at').notNullable().comment('Window of the commits');
    table.bigInteger('as_of').notNullable().comment('Its end');
    table.integer('commit_count').notNullable();
    table.integer('contributor_count').notNullable();
    table.integer('unassigned_count').notNullable();
  });

  await knex.schema.createTable('repository_activity', table => {
    table.comment('Commits and distinct people of the window by team');
    table.text('entity_ref').notNullable();
    table.text('team_ref').notNullable();
    table.integer('commit_count').notNullable();
    table.integer('contributor_count').notNullable();
    table.unique(['entity_ref', 'team_ref']);
  });

  await knex.schema.createTable('on_call_answers', table => {
    table.comment('What on-call systems said last of who is on call');
    table.text('provider').notNullable();
    table.text('schedule').notNullable().comment('Value of the annotation');
    table.text('answer').comment('JSON of entries and url; null: never any');
    table.bigInteger('as_of').comment('When it was given');
    table.bigInteger('tried_at').comment('When it was asked for last');
    table.boolean('failing').notNullable();
    table.bigInteger('wanted_at').notNullable();
    table.unique(['provider', 'schedule']);
    table.index(['provider', 'tried_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('on_call_answers');
  await knex.schema.dropTable('repository_activity');
  await knex.schema.dropTable('repository_ownership');
};
