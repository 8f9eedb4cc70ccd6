/**
 * Sums of flow for scopes that are too large to be added up at each read, kept as those of DORA are: a sum stands for the entities
 * in `flow_scope_members`, always; `flow_scopes` says for which version of the scope's membership these are the right ones.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('flow_scopes', table => {
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

  await knex.schema.createTable('flow_scope_members', table => {
    table.comment('Entities that the sums of a scope hold');
    table.text('calculation').notNullable();
    table.text('scope_ref').notNullable();
    table.text('entity_ref').notNullable();
    table.primary(['calculation', 'scope_ref', 'entity_ref']);
    table.index(['calculation', 'entity_ref']);
  });

  await knex.schema.createTable('flow_scope_days', table => {
    table.comment('The day rows of the members of a scope, added up');
    table.text('calculation').notNullable();
    table.text('scope_ref').notNullable();
    table.text('day').notNullable();
    table.text('metric').notNullable();
    table.integer('bin').notNullable();
    table.text('week').notNullable().comment('Monday of the ISO week');
    table.bigInteger('count').notNullable().comment('Items, runs or seconds');
    table.primary(['calculation', 'scope_ref', 'day', 'metric', 'bin']);
  });
  // What is drawn by day has no bins: of each day, a few rows of hundreds.
  await knex.raw(
    `create index flow_scope_days_without_bins on flow_scope_days (calculation, scope_ref, metric, day)
     where bin = 0`,
  );

  await knex.schema.createTable('flow_scope_weeks', table => {
    table.comment('The same by ISO week');
    table.text('calculation').notNullable();
    table.text('scope_ref').notNullable();
    table.text('week').notNullable().comment('Its Monday');
    table.text('metric').notNullable();
    table.integer('bin').notNullable();
    table.bigInteger('count').notNullable().comment('Items, runs or seconds');
    table.primary(['calculation', 'scope_ref', 'week', 'metric', 'bin']);
  });

  await knex.schema.alterTable('flow_items', table => {
    // What was in progress at the end of a day has ended since, or is open now.
    table.index(['calculation', 'ended_day', 'entity_ref']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('flow_items', table => {
    table.dropIndex(['calculation', 'ended_day', 'entity_ref']);
  });
  for (const table of [
    'flow_scope_weeks',
    'flow_scope_days',
    'flow_scope_members',
    'flow_scopes',
  ]) {
    await knex.schema.dropTable(table);
  }
};
