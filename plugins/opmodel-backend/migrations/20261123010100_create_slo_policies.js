/**
 * What follows from budgets: alerts, consequences of policies, what the release gate answered, what is left out of budgets, and what
 * people are told at once. Nothing refers to the snapshot by a foreign key, because the history outlives documents.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_alerts', table => {
    table.comment('How each alert of each objective stands');
    table.text('slo_ref').notNullable();
    table.integer('objective').notNullable().comment('-1: the composite');
    table.text('rule').notNullable();
    table.text('severity').notNullable().comment('page or ticket');
    table.text('origin').notNullable().comment('default or document');
    table.integer('long_seconds').notNullable();
    table.integer('short_seconds').notNullable();
    table.double('threshold').notNullable().comment('Burn rate');
    table.boolean('can_fire').notNullable();
    table.text('state').notNullable();
    table.bigInteger('since').notNullable();
    table.bigInteger('fired_at').comment('Null: it does not fire');
    table.text('cause').comment('Why it fires: burn or no_data');
    table.bigInteger('no_data_since');
    table.bigInteger('evaluated_at').notNullable();
    table.double('burn').comment('Over the long window; null: no data');
    table
      .text('announced')
      .comment(
        'What people are told at once: fired or resolved; null: nothing',
      );
    table.bigInteger('announced_at');
    table.primary(['slo_ref', 'objective', 'rule']);
    table.index(['state', 'severity']);
  });

  await knex.schema.createTable('slo_consequences', table => {
    table.comment('What policies brought about, and from when to when');
    table.text('id').primary();
    table.text('policy_ref').notNullable();
    table.text('policy_version').notNullable();
    table.text('slo_ref').notNullable();
    table.integer('objective').notNullable();
    table.text('kind').notNullable();
    table.double('threshold').notNullable().comment('Share of the budget left');
    table.double('remaining').comment('Share of the budget left at the time');
    table.text('mode').notNullable().comment('shadow or enforced');
    table.bigInteger('since').notNullable();
    table.bigInteger('until_at').comment('Null: it holds');
    table.index(['slo_ref', 'until_at']);
    table.index(['policy_ref', 'since']);
    // Two replicas that find the same begin it once.
    table.unique(['policy_ref', 'slo_ref', 'objective', 'kind'], {
      indexName: 'slo_consequences_holding',
      predicate: knex.whereNull('until_at'),
    });
  });

  await knex.schema.createTable('release_gate_decisions', table => {
    table.comment('What the release gate answered');
    table.text('id').primary();
    table.text('entity_ref').notNullable();
    table.bigInteger('at').notNullable();
    table.text('decision').notNullable().comment('allowed, held or unknown');
    table.text('mode').notNullable().comment('none, shadow or enforced');
    table.boolean('would_hold').notNullable();
    table.text('reference').comment('What the pipeline calls the release');
    table.text('environment');
    table.text('reasons').notNullable().comment('JSON array');
    table.text('rule_version').comment('Null: no policy applied');
    table.index(['entity_ref', 'at']);
    table.index(['at']);
  });

  await knex.schema.createTable('release_gate_policies', table => {
    table.comment('Which policies an answer of the gate rests on');
    table.text('decision_id').notNullable();
    table.text('policy_ref').notNullable();
    table
      .boolean('holds')
      .notNullable()
      .comment('Whether it held the release, or would have');
    table.primary(['decision_id', 'policy_ref']);
    table.index(['policy_ref']);
  });

  await knex.schema.createTable('slo_corrections', table => {
    table.comment('Spans that are left out of budgets, by their acceptance');
    table.text('acceptance_id').primary();
    table.text('slo_ref').notNullable();
    table.bigInteger('from_at').notNullable();
    table.bigInteger('to_at').notNullable();
    table.index(['slo_ref']);
  });

  await knex.schema.createTable('attention_notices', table => {
    table.comment('What groups are told at once, each thing once');
    table.text('id').primary();
    table.text('owner_ref').notNullable();
    table.text('notice').notNullable().comment('JSON object');
    table.bigInteger('requested_at').notNullable();
    table
      .bigInteger('claimed_until')
      .comment('Until when whoever sends it has it alone');
    table.integer('attempts').notNullable();
    table.bigInteger('settled_at').comment('Sent or given up; null: to send');
    table.integer('recipients').comment('How many were told; null: nobody yet');
    table.text('error').comment('Why it could not be sent');
    table.index(['settled_at', 'requested_at']);
  });

  await knex.schema.alterTable('acceptances', table => {
    table
      .bigInteger('urgent_until')
      .comment('Until when it holds before anybody has decided; null: not');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // By itself, knex builds the table anew on SQLite, and its indexes in other words.
  await knex.raw('alter table acceptances drop column urgent_until');
  await knex.schema.dropTable('attention_notices');
  await knex.schema.dropTable('slo_corrections');
  await knex.schema.dropTable('release_gate_policies');
  await knex.schema.dropTable('release_gate_decisions');
  await knex.schema.dropTable('slo_consequences');
  await knex.schema.dropTable('slo_alerts');
};
