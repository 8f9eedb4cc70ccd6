/**
 * A record is a row that is never overwritten: `recorded_at` says since when it was known, `superseded_at` until when.
 * The rows without `superseded_at` are what is known now, and there is one of them for each subject and entity.
 *
 * @param {import('knex').Knex} knex
 * @param {string} name
 * @param {(table: import('knex').Knex.CreateTableBuilder) => void} fields
 */
async function createRecordTable(knex, name, fields) {
  await knex.schema.createTable(name, table => {
    table.bigIncrements('row_id');
    table.text('source').notNullable();
    table.text('subject').notNullable().comment('Identity within the source');
    fields(table);
    table.bigInteger('recorded_at').notNullable();
    table.bigInteger('superseded_at').comment('Null: known now');
    table.index(['source', 'subject', 'superseded_at']);
  });
}

/**
 * @param {import('knex').Knex} knex
 * @param {string} table
 * @param {string[]} columns
 */
async function createCurrentRowIndex(knex, table, columns) {
  await knex.raw(
    `create unique index ${table}_current_unique on ${table} (${columns.join(
      ', ',
    )}) where superseded_at is null`,
  );
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('events', table => {
    table.comment('The ledger: everything that intake took, once');
    table.bigIncrements('id');
    table.text('source').notNullable();
    table.text('source_id').notNullable().comment('Id given by the source');
    table.text('kind').notNullable();
    table.text('subject').notNullable();
    table.bigInteger('time').notNullable().comment('By the producer');
    table.bigInteger('received_at').notNullable().index();
    table.text('producer').notNullable().comment('Who delivered it');
    table.text('state').notNullable().comment('applied or unmapped');
    table.text('reason').comment('Why it is unmapped');
    table.text('observation').notNullable().comment('JSON');
    table.unique(['source', 'source_id']);
    table.index(['kind', 'source', 'subject']);
    table.index(['state', 'id']);
  });

  await createRecordTable(knex, 'deployments', table => {
    table.text('entity_ref').notNullable();
    table.text('environment');
    table.text('environment_tier');
    table.bigInteger('started_at');
    table.bigInteger('finished_at');
    table.text('result').comment('Null: still running');
    table.text('deployment_type').notNullable().comment('deploy or rollback');
    table.text('commit_sha');
    table.text('version');
    table.text('artifact_id');
    table.boolean('baseline');
    table.boolean('planned');
    table.boolean('hotfix');
    table.boolean('withdrawn').notNullable();
    table.text('title');
    table.text('url');
    table.text('repository_url');
    table.index(['entity_ref', 'superseded_at', 'finished_at']);
    table.index(['environment', 'superseded_at']);
  });
  await createCurrentRowIndex(knex, 'deployments', [
    'source',
    'subject',
    'entity_ref',
  ]);

  await knex.schema.createTable('deployment_changes', table => {
    table.comment('What a deployment says it brings');
    table.text('source').notNullable();
    table.text('deployment').notNullable().comment('Subject of the deployment');
    table.text('entity_ref').notNullable();
    table.text('change_key').notNullable().comment('Commit or change subject');
    table.bigInteger('recorded_at').notNullable();
    table.bigInteger('superseded_at').comment('Null: known now');
    table.index(['entity_ref', 'superseded_at', 'change_key']);
    table.index(['change_key']);
  });
  await createCurrentRowIndex(knex, 'deployment_changes', [
    'source',
    'deployment',
    'entity_ref',
    'change_key',
  ]);

  await createRecordTable(knex, 'changes', table => {
    table.text('entity_ref').notNullable();
    table.text('commit_sha');
    table.bigInteger('first_commit_at');
    table.bigInteger('opened_at');
    table.bigInteger('first_review_at');
    table.bigInteger('approved_at');
    table.bigInteger('merged_at');
    table.bigInteger('abandoned_at');
    table.boolean('approved_by_other').comment('Null: not known');
    table.integer('contributors').comment('Distinct authors');
    table.text('reverts_commit_sha');
    table.boolean('hotfix');
    table.boolean('withdrawn').notNullable();
    table.text('title');
    table.text('url');
    table.text('repository_url');
    table.index(['entity_ref', 'superseded_at', 'merged_at']);
    table.index(['entity_ref', 'superseded_at', 'commit_sha']);
    table.index(['commit_sha']);
  });
  await createCurrentRowIndex(knex, 'changes', [
    'source',
    'subject',
    'entity_ref',
  ]);

  await createRecordTable(knex, 'incidents', table => {
    table.text('entity_ref').notNullable();
    table.text('environment');
    table.text('severity').comment('sev1 (worst) to sev5');
    table.text('severity_changes').notNullable().comment('JSON array');
    table.bigInteger('started_at');
    table.bigInteger('detected_at');
    table.bigInteger('acknowledged_at');
    table.bigInteger('mitigated_at');
    table.bigInteger('resolved_at');
    table.text('cause_class');
    table.text('recurrence_of').comment('Subject of the earlier incident');
    table.double('customer_impact_minutes');
    table
      .text('deployment')
      .comment('Subject of the deployment that caused it');
    table.boolean('withdrawn').notNullable();
    table.text('title');
    table.text('url');
    table.index(['entity_ref', 'superseded_at', 'started_at']);
    table.index(['entity_ref', 'superseded_at', 'detected_at']);
  });
  await createCurrentRowIndex(knex, 'incidents', [
    'source',
    'subject',
    'entity_ref',
  ]);

  await createRecordTable(knex, 'work_items', table => {
    table.text('entity_ref').notNullable();
    table.text('category');
    table.text('severity');
    table.text('found_in').comment('Environment tier of a defect');
    table.text('objective');
    table.text('committed_period');
    table.bigInteger('created_at');
    table.bigInteger('started_at');
    table.bigInteger('completed_at');
    table.bigInteger('cancelled_at');
    table.boolean('withdrawn').notNullable();
    table.text('title');
    table.text('url');
    table.index(['entity_ref', 'superseded_at', 'completed_at']);
  });
  await createCurrentRowIndex(knex, 'work_items', [
    'source',
    'subject',
    'entity_ref',
  ]);

  await createRecordTable(knex, 'environments', table => {
    table.text('name');
    table.text('environment_tier');
    table.boolean('deleted');
    table.boolean('withdrawn').notNullable();
    table.text('title');
    table.text('url');
    table.index(['subject', 'superseded_at']);
  });
  await createCurrentRowIndex(knex, 'environments', ['source', 'subject']);

  await knex.schema.createTable('recalculations', table => {
    table.comment('Entities whose numbers must be computed again');
    table.text('subject_id').notNullable().comment('dora, flow …');
    table.text('entity_ref').notNullable();
    table.bigInteger('requested_at').notNullable();
    table.bigInteger('lease_until').comment('Null: nobody works on it');
    table.text('lease_token');
    table.primary(['subject_id', 'entity_ref']);
    table.index(['subject_id', 'requested_at']);
  });

  await knex.schema.createTable('collector_runs', table => {
    table.comment('Runs of the collectors, for the operator');
    table.text('id').primary();
    table.text('collector').notNullable();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('finished_at');
    table.text('state').notNullable().comment('running, succeeded or failed');
    table.integer('events').notNullable().comment('Given to intake');
    table.text('problems').notNullable().comment('JSON array');
    table.text('error');
    table.index(['collector', 'started_at']);
  });

  await knex.schema.createTable('collector_watermarks', table => {
    table.text('collector').primary();
    table.text('watermark').notNullable().comment('JSON');
    table.bigInteger('saved_at').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'collector_watermarks',
    'collector_runs',
    'recalculations',
    'environments',
    'work_items',
    'incidents',
    'changes',
    'deployment_changes',
    'deployments',
    'events',
  ]) {
    await knex.schema.dropTable(table);
  }
};
