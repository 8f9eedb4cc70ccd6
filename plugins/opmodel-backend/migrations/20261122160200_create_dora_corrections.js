/**
 * What people decide about facts and say about numbers. Neither can be computed again, so nothing of it is ever overwritten: a
 * correction that no longer holds was undone or superseded by a later one, and both stay on record.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('dora_corrections', table => {
    table.comment('Decisions of people about the facts of an entity');
    table.text('id').primary();
    table.text('entity_ref').notNullable();
    table
      .text('kind')
      .notNullable()
      .comment(
        'failure_link, deployment_failed, deployment_planned or excluded_period',
      );
    table.text('incident_source').comment('Of a failure link');
    table.text('incident_subject');
    table
      .text('deployment_source')
      .comment('Null in a failure link: no deployment caused the incident');
    table.text('deployment_subject');
    table.boolean('failed');
    table.boolean('planned');
    table.text('from_day').comment('ISO day; of an excluded period, inclusive');
    table.text('to_day').comment('ISO day, inclusive');
    table.text('cause').comment('freeze, migration or other');
    table.text('reason').notNullable();
    table.text('decided_by').notNullable().comment('Entity ref of a user');
    table
      .bigInteger('recorded_at')
      .notNullable()
      .comment('Differs among those of an entity: the latest one wins');
    table.bigInteger('undone_at').comment('Null: it was not taken back');
    table.text('undone_by');
    table.text('undo_reason');
    table.unique(['entity_ref', 'recorded_at']);
  });

  await knex.schema.createTable('dora_disputes', table => {
    table.comment('Objections to numbers, until somebody answers them');
    table.text('id').primary();
    table.text('scope_ref').notNullable();
    table.text('metric').notNullable();
    table.text('profile').notNullable().comment('Id of the definition');
    table.text('window_from').notNullable().comment('ISO day, inclusive');
    table.text('window_to').notNullable().comment('ISO day, inclusive');
    table
      .double('value')
      .comment('The number as whoever opened it saw it; null: no data');
    table.text('reason').notNullable();
    table.text('opened_by').notNullable().comment('Entity ref of a user');
    table.bigInteger('opened_at').notNullable();
    table.text('answer_due').notNullable().comment('ISO day');
    table
      .text('state')
      .notNullable()
      .comment('open, accepted, rejected or withdrawn');
    table.text('answer');
    table.text('answered_by');
    table.bigInteger('answered_at');
    table.bigInteger('withdrawn_at');
    table.index(['scope_ref', 'opened_at']);
    table.index(['state', 'answer_due']);
    table.index(['opened_by', 'state']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('dora_disputes');
  await knex.schema.dropTable('dora_corrections');
};
