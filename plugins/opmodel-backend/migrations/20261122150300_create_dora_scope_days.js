/**
 * Sums for scopes that are too large to be added up at each read. A sum stands for the entities in `dora_scope_members`,
 * always; `dora_scopes` says for which version of the scope's membership these are the right ones.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('scope_versions', table => {
    table.comment('Grows when an entity enters or leaves a scope');
    table.text('scope_ref').primary();
    table.bigInteger('version').notNullable();
  });

  const isPostgres = knex.client.config.client === 'pg';
  await knex.schema.alterTable('dora_entities', table => {
    // Counting a sorted array takes two binary searches, whatever the span.
    table
      .specificType('deployment_days', isPostgres ? 'integer[]' : 'text')
      .comment('Day of each deployment that counts, since 1970, ascending');
  });

  await knex.schema.createTable('dora_scopes', table => {
    table.comment('Scopes for which sums are kept');
    table.text('calculation').notNullable();
    table.text('scope_ref').notNullable();
    table
      .bigInteger('version')
      .comment(
        'Of the membership that the sums stand for; null: in the making',
      );
    table
      .boolean('keeps_days')
      .notNullable()
      .comment('Sums by day as well as by week');
    table.primary(['calculation', 'scope_ref']);
  });

  await knex.schema.createTable('dora_scope_members', table => {
    table.comment('Entities that the sums of a scope hold');
    table.text('calculation').notNullable();
    table.text('scope_ref').notNullable();
    table.text('entity_ref').notNullable();
    table.primary(['calculation', 'scope_ref', 'entity_ref']);
    table.index(['calculation', 'entity_ref']);
  });

  await knex.schema.createTable('dora_scope_days', table => {
    table.comment(
      'The day rows of the members of a very large scope, added up',
    );
    table.text('calculation').notNullable();
    table.text('scope_ref').notNullable();
    table.text('day').notNullable();
    table.text('metric').notNullable();
    table.integer('bin').notNullable();
    table.text('week').notNullable().comment('Monday of the ISO week');
    table.integer('count').notNullable();
    table.primary(['calculation', 'scope_ref', 'day', 'metric', 'bin']);
  });

  await knex.schema.createTable('dora_scope_weeks', table => {
    table.comment(
      'The same by ISO week: a quarter is read from a sixth of the rows',
    );
    table.text('calculation').notNullable();
    table.text('scope_ref').notNullable();
    table.text('week').notNullable().comment('Its Monday');
    table.text('metric').notNullable();
    table.integer('bin').notNullable();
    table.integer('count').notNullable();
    table.primary(['calculation', 'scope_ref', 'week', 'metric', 'bin']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('dora_scope_weeks');
  await knex.schema.dropTable('dora_scope_days');
  await knex.schema.dropTable('dora_scope_members');
  await knex.schema.dropTable('dora_scopes');
  // On SQLite, knex would build the table anew.
  await knex.raw('alter table dora_entities drop column deployment_days');
  await knex.schema.dropTable('scope_versions');
};
