/**
 * How well entities are owned, as spans of days: a row begins when something about it differs, so a year in which nothing changes
 * is one row.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ownership_states', table => {
    table.comment('The ladder of an entity, from_day <= day < to_day');
    table.text('entity_ref').notNullable();
    table.text('from_day').notNullable().comment('ISO day, configured zone');
    table.text('to_day').comment('Null: holds now');
    table.text('owner_ref').comment('The primary owner; null: none');
    table.text('tier');
    table.integer('reached').notNullable().comment('Rungs, 0 to 7');
    table.text('gaps').notNullable().comment('JSON array, gravest first');
    table.text('rungs').comment('JSON array with evidence; null once closed');
    table
      .bigInteger('verified_at')
      .comment('When the present owner last confirmed it');
    table.bigInteger('expires_at').comment('Until when that holds');
    table.primary(['entity_ref', 'from_day']);
  });
  await knex.raw(
    'create unique index ownership_states_open on ownership_states (entity_ref) where to_day is null',
  );
  await knex.raw(
    'create index ownership_states_closed on ownership_states (to_day) where to_day is not null',
  );

  await knex.schema.createTable('ownership_definitions', table => {
    table.comment('What counted as owned well, and since when');
    table.text('first_day').primary().comment('ISO day, configured zone');
    table.text('hash').notNullable();
    table.text('definition').notNullable().comment('JSON object');
  });

  await knex.schema.createTable('ownership_assessments', table => {
    table.comment('How far the assessment has come: one row');
    table.text('id').primary();
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Grows with every assessment');
    table.bigInteger('assessed_at').comment('Of the last one of everything');
    table.text('day').comment('Its ISO day, configured zone');
    table.text('hash').comment('Of the definition that it followed');
  });

  await knex.schema.createTable('ownership_gap_dates', table => {
    table.comment('By when a gap is to be closed');
    table.text('entity_ref').notNullable();
    table.text('gap').notNullable();
    table.text('due_day').notNullable().comment('ISO day');
    table.text('note');
    table.text('set_by').notNullable();
    table.bigInteger('set_at').notNullable();
    table.primary(['entity_ref', 'gap']);
  });

  await knex.schema.createTable('ownership_reviews', table => {
    table.comment('What became of reviews and hand-overs');
    table.text('id').primary();
    table.text('entity_ref').notNullable();
    table.text('owner_ref').comment('The primary owner at that time');
    table.text('kind').notNullable();
    table.bigInteger('at').notNullable();
    table.text('by_ref').comment('Null: time or the catalog');
    table.text('to_ref').comment('Of a hand-over: who is to take over');
    table.text('note');
    table.index(['entity_ref', 'at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ownership_reviews');
  await knex.schema.dropTable('ownership_gap_dates');
  await knex.schema.dropTable('ownership_assessments');
  await knex.schema.dropTable('ownership_definitions');
  await knex.schema.dropTable('ownership_states');
};
