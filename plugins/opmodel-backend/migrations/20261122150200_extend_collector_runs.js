/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('collector_runs', table => {
    table.integer('requests').comment('To the outside system; null: unknown');
    table.integer('budget_limit').comment('Requests of one window');
    table.integer('budget_remaining').comment('Null: no budget is known');
    table.bigInteger('budget_reset_at');
    table
      .bigInteger('complete_until')
      .comment('Up to when all that the outside system knows was read');
    // Retention deletes by age, whatever the collector.
    table.index('started_at');
  });

  await knex.schema.createTable('collector_leases', table => {
    table.comment('Who runs each collector, and when the next run may begin');
    table.text('collector').primary();
    table
      .bigInteger('version')
      .notNullable()
      .comment('Grows with each claim and each end of a run');
    table.text('token').comment('Null: nobody runs it');
    table.bigInteger('lease_until');
    table.bigInteger('started_at').comment('Begin of the newest run');
    table.bigInteger('requested_at').comment('Somebody wants a run at once');
    table.integer('consecutive_failures').notNullable();
    table
      .bigInteger('next_attempt_at')
      .comment('Null: by schedule; else not before it');
  });

  await knex.schema.createTable('collector_problems', table => {
    table.comment(
      'What collectors could not read, until a run says it is over',
    );
    table.text('collector').notNullable();
    table.text('subject').notNullable();
    table.text('message').notNullable();
    table
      .boolean('stays')
      .notNullable()
      .comment('Lasts although later runs do not report it');
    table.bigInteger('first_seen_at').notNullable();
    table.bigInteger('last_seen_at').notNullable().index();
    table.primary(['collector', 'subject']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('collector_problems');
  await knex.schema.dropTable('collector_leases');
  // What older versions cannot read would stay without an end.
  await knex('collector_runs')
    .where('state', 'held_back')
    .update({ state: 'failed' });
  await knex.schema.alterTable('collector_runs', table => {
    table.dropIndex('started_at');
  });
  for (const column of [
    'requests',
    'budget_limit',
    'budget_remaining',
    'budget_reset_at',
    'complete_until',
  ]) {
    // The schema builder would copy the whole table on SQLite.
    await knex.raw('alter table collector_runs drop column ??', [column]);
  }
};
