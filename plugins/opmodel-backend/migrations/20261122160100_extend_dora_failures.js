/**
 * What is known of failures, by calculation: which deployments failed and by what it is known, when they were recovered, and
 * what became of each incident. All of it is computed from records and can be computed again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('dora_entities', table => {
    table.text('first_incident_day').comment('First incident that stands');
    // On PostgreSQL an array, like the days of deployments: counting in it takes two binary searches.
    table
      .specificType('excluded_days', isPostgres(knex) ? 'integer[]' : 'text')
      .comment('Days that count for nothing, since 1970, ascending');
  });

  await knex.schema.alterTable('dora_deployments', table => {
    table.boolean('failed').notNullable().defaultTo(false);
    table.boolean('rework').notNullable().defaultTo(false);
    table.boolean('has_changes').notNullable().defaultTo(false);
    table.bigInteger('recovered_at').comment('Null: it is not recovered');
    table.bigInteger('recovery').comment('Seconds; null: no sample');
  });

  await knex.schema.createTable('dora_failure_links', table => {
    table.comment('By what a deployment is known to have failed');
    table.text('calculation').notNullable();
    table.text('entity_ref').notNullable();
    table.text('source').notNullable();
    table.text('deployment').notNullable();
    table.integer('place').notNullable().comment('0: the most certain');
    table.text('kind').notNullable();
    table.double('confidence').notNullable().comment('0 to 1');
    table
      .text('cause_type')
      .notNullable()
      .comment('incident, deployment or decision');
    table.text('cause_source').comment('Null: a decision');
    table.text('cause_subject').comment('Null: a decision');
    table.bigInteger('lag').comment('Seconds; null: the order is not known');
    table.text('decided_by').comment('Entity ref; null: nobody did');
    table.text('correction_id');
    table.primary([
      'calculation',
      'entity_ref',
      'source',
      'deployment',
      'place',
    ]);
  });

  await knex.schema.createTable('dora_recoveries', table => {
    table.comment(
      'One row for each failed deployment, or for each incident where the definition takes them one by one',
    );
    table.text('calculation').notNullable();
    table.text('entity_ref').notNullable();
    table
      .text('source')
      .notNullable()
      .comment('Of the deployment; empty: of an incident that is tied to none');
    table.text('deployment').notNullable();
    table
      .text('incident_source')
      .notNullable()
      .comment('Empty: the recovery is that of the deployment');
    table.text('incident').notNullable();
    table.text('day').notNullable();
    table.bigInteger('recovered_at');
    table.bigInteger('recovery').comment('Seconds; null: left out');
    table.text('exclusion').comment('Null: it is a sample');
    table.primary([
      'calculation',
      'entity_ref',
      'source',
      'deployment',
      'incident_source',
      'incident',
    ]);
    table.index(['calculation', 'entity_ref', 'day', 'recovery']);
  });

  await knex.schema.createTable('dora_incidents', table => {
    table.comment('What became of each incident, and on which day it counts');
    table.text('calculation').notNullable();
    table.text('entity_ref').notNullable();
    table.text('source').notNullable();
    table.text('incident').notNullable().comment('Subject');
    table.text('day').notNullable();
    table.bigInteger('at').notNullable().comment('Start of impact, else seen');
    table.text('severity').comment('sev1 to sev5');
    table.text('deployment_source').comment('Of the deployment it is tied to');
    table.text('deployment').comment('Null: it is tied to none');
    table.text('kind').comment('By what it is tied');
    table.double('confidence');
    table.bigInteger('lag').comment('Seconds');
    table.text('decided_by');
    table.text('correction_id');
    table.text('unlinked').comment('Why it is tied to no deployment');
    table.bigInteger('restore').comment('Seconds; null: left out');
    table.text('restore_exclusion').comment('Null: it is a sample');
    table.boolean('recurrence').notNullable();
    table.primary(['calculation', 'entity_ref', 'source', 'incident']);
    table.index(['calculation', 'entity_ref', 'day', 'restore']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('dora_incidents');
  await knex.schema.dropTable('dora_recoveries');
  await knex.schema.dropTable('dora_failure_links');
  // On SQLite, knex would build the tables anew.
  for (const [table, columns] of [
    [
      'dora_deployments',
      ['recovery', 'recovered_at', 'has_changes', 'rework', 'failed'],
    ],
    ['dora_entities', ['excluded_days', 'first_incident_day']],
  ]) {
    for (const column of columns) {
      await knex.raw(`alter table ${table} drop column ${column}`);
    }
  }
};

function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}
