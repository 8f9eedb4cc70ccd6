/**
 * What was asked to be accepted, and what became of it. The row of an acceptance says where it stands; its approvals and events
 * are only ever added to.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('acceptances', table => {
    table.comment('Something that is accepted until a day, or is asked to be');
    table.text('id').primary();
    table.text('subject').notNullable().comment('check, debt, hand_over …');
    table.text('subject_ref').comment('What of the entities it is about');
    table.text('title').notNullable();
    table.text('risk_level').notNullable();
    table.text('reason').notNullable();
    table.text('compensating_control');
    table
      .text('receiving_ref')
      .comment('Of a hand-over: the group that is to take over');
    table.text('details').notNullable().comment('JSON object of the subject');
    table.text('requested_by').notNullable().comment('Entity ref of a user');
    table.bigInteger('requested_at').notNullable();
    table.text('decide_by').notNullable().comment('ISO day, inclusive');
    table.text('expires_on').comment('ISO day, inclusive; null: never');
    table.integer('maximum_days').comment('Null where it does not end');
    table.integer('approvals_needed').notNullable();
    table
      .text('each_of')
      .comment('JSON array of sets of which somebody each has to agree');
    table.text('state').notNullable();
    table.bigInteger('decided_at').comment('When the state was reached');
    table.text('decided_by').comment('Null: nobody yet, or time');
    table.integer('revision').notNullable().comment('Grows with each event');
    table
      .boolean('untold')
      .notNullable()
      .comment('Its subject has not heard of the last event yet');
    table.index(['state', 'decide_by']);
    table.index(['subject', 'state']);
    table.index(['requested_by']);
  });
  await knex.raw(
    'create index acceptances_untold on acceptances (requested_at) where untold',
  );

  await knex.schema.createTable('acceptance_entities', table => {
    table.text('acceptance_id').notNullable();
    table.text('entity_ref').notNullable();
    table.integer('position').notNullable();
    table.primary(['acceptance_id', 'entity_ref']);
    table.index(['entity_ref']);
  });

  await knex.schema.createTable('acceptance_approvers', table => {
    table.comment('Who decides as the organisation is now');
    table.text('acceptance_id').notNullable();
    table.text('approver_ref').notNullable();
    table.integer('position').notNullable();
    table.text('right_id').comment('Null: no right names it');
    table.primary(['acceptance_id', 'approver_ref']);
    table.index(['approver_ref']);
  });

  await knex.schema.createTable('acceptance_approvals', table => {
    table.comment('What single people decided');
    table.text('acceptance_id').notNullable();
    table.text('by_ref').notNullable().comment('Entity ref of a user');
    table.bigInteger('at').notNullable();
    table.text('verdict').notNullable().comment('approved or denied');
    table.text('as_ref').comment('The approver for whom the person decided');
    table.text('note');
    table.primary(['acceptance_id', 'by_ref']);
  });

  await knex.schema.createTable('acceptance_events', table => {
    table.text('acceptance_id').notNullable();
    table.integer('position').notNullable();
    table.text('kind').notNullable();
    table.bigInteger('at').notNullable();
    table.text('by_ref').comment('Null: time');
    table.text('note');
    table.text('approver_refs').comment('JSON array of who could decide then');
    table.integer('approvals_needed');
    table.primary(['acceptance_id', 'position']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('acceptance_events');
  await knex.schema.dropTable('acceptance_approvals');
  await knex.schema.dropTable('acceptance_approvers');
  await knex.schema.dropTable('acceptance_entities');
  await knex.schema.dropTable('acceptances');
};
