/**
 * What providers tell of entities: the current values, and what they were before each change. A value that is told again unchanged
 * writes nothing, so that asking every hour costs nothing to keep.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('fact_providers', table => {
    table.comment('Who tells facts, and how its last run went');
    table.text('id').primary();
    table.text('title').notNullable();
    table.text('schema').notNullable().comment('JSON object: facts by name');
    table.bigInteger('cadence_ms').comment('Null: it is told, not asked');
    table.bigInteger('freshness_ms').notNullable();
    table.bigInteger('next_at').comment('When it is asked next');
    table.text('lease_owner').comment('Who asks it now');
    table.bigInteger('lease_until');
    table.bigInteger('started_at').comment('Of the last run');
    table.bigInteger('finished_at').comment('Of the last run');
    table
      .bigInteger('reported_at')
      .comment('Beginning of the last run that went well');
    table.integer('entities').comment('Told of in that run');
    table
      .integer('problem_entities')
      .comment('Entities of which it could not tell');
    table.text('error').comment('Why the last run failed; null: it did not');
    table.bigInteger('removed_at').comment('Null: it is registered');
  });

  await knex.schema.createTable('facts', table => {
    table.comment('What is known of an entity from one provider');
    table.text('entity_ref').notNullable();
    table.text('provider').notNullable();
    table.text('facts').notNullable().comment('JSON object: values by name');
    table
      .text('told_at')
      .comment('JSON object: instants by name; null: with the last good run');
    table
      .bigInteger('silent_since')
      .comment('Last told then, and not by the runs after; null: by the last');
    table.text('problem').comment('Why it could not tell; null: it could');
    table.bigInteger('changed_at').notNullable();
    table.primary(['entity_ref', 'provider']);
    table.index(['provider']);
  });

  await knex.schema.createTable('fact_changes', table => {
    table.comment('What facts were before they changed');
    table.increments('id');
    table.text('entity_ref').notNullable();
    table.text('provider').notNullable();
    table.bigInteger('changed_at').notNullable();
    table
      .text('before')
      .notNullable()
      .comment(
        'JSON object: earlier values by name; {} where it was told first',
      );
    table
      .text('added')
      .notNullable()
      .comment('JSON array: names that were not told before');
    table.index(['entity_ref', 'changed_at']);
    table.index(['changed_at']);
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('fact_changes');
  await knex.schema.dropTable('facts');
  await knex.schema.dropTable('fact_providers');
};
