/**
 * Service level objectives: what is defined, what was measured, and how budgets stand. Nothing refers to the snapshot by a foreign
 * key, because the history of an SLO outlives its document.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('slos', table => {
    table.comment('OpenSLO documents as the engine works with them');
    table.text('ref').primary().comment('slo:default/checkout-availability');
    table.text('entity_ref').comment('What it measures; null: nothing known');
    table.text('owner_ref').comment('Null: whoever owns what it measures');
    table.text('title').notNullable();
    table.text('method').notNullable().comment('Budgeting method');
    table.text('window').notNullable().comment('JSON object');
    table.text('definition').notNullable().comment('JSON object');
    table.text('source_type').comment('Null: nowhere it could be measured');
    table.text('review_on').comment('ISO day');
    table.text('definition_hash').notNullable();
    table
      .text('indicator_hash')
      .notNullable()
      .comment('Of what decides what buckets mean');
    table.text('slice_hash').notNullable().comment('Of how slices are counted');
    table.text('problem_hash').notNullable();
    table
      .bigInteger('counts_from')
      .comment('Buckets before it are of an earlier indicator; null: none');
    table.text('state').comment('Of its worst objective; null: not evaluated');
    table.double('remaining').comment('Of that objective');
    table.bigInteger('defined_at').notNullable();
    table.bigInteger('removed_at').comment('Null: the catalog has it');
    table.index(['entity_ref']);
    table.index(['owner_ref']);
    table.index(['state', 'remaining']);
  });

  await knex.schema.createTable('slo_problems', table => {
    table.comment('What is wrong with documents');
    table.text('slo_ref').notNullable();
    table.integer('seq').notNullable();
    table.text('severity').notNullable().comment('error or warning');
    table.text('rule').notNullable();
    table.text('path').comment('Within the document');
    table.text('value').comment('What stands there');
    table.text('message').notNullable();
    table.text('source').comment('File or address of the document');
    table.primary(['slo_ref', 'seq']);
    table.index(['severity', 'rule']);
  });

  await knex.schema.createTable('slo_buckets', table => {
    table.comment('What was measured, in 300, 3600 and 86400 seconds');
    table.text('slo_ref').notNullable();
    table.integer('objective').notNullable();
    table.integer('resolution').notNullable().comment('Seconds');
    table.bigInteger('start').notNullable();
    table.double('good').notNullable();
    table.double('total').notNullable();
    table
      .integer('slices')
      .notNullable()
      .comment('Complete slices with events that begin in it');
    table.integer('good_slices').notNullable();
    table.double('ratio_sum').notNullable();
    table
      .integer('measured')
      .notNullable()
      .comment('Buckets of 300 seconds in it that were measured');
    table.primary(['slo_ref', 'objective', 'resolution', 'start']);
    table.index(['resolution', 'start']);
  });

  await knex.schema.createTable('slo_measurements', table => {
    table.comment('How far each SLO is measured, and who measures it now');
    table.text('slo_ref').primary();
    table.text('source_type').notNullable();
    table.bigInteger('measured_until').comment('Null: never measured');
    table.bigInteger('measured_at').comment('When it last went well');
    table.bigInteger('next_at').notNullable();
    table.bigInteger('lease_until');
    table.text('lease_token');
    table.integer('failures').notNullable().comment('In a row');
    table.text('error').comment('What went wrong last; null: nothing');
    table.text('queries').comment('JSON: the queries by objective');
    table
      .boolean('recount')
      .notNullable()
      .comment('Its slices are to be counted anew');
    table.index(['source_type', 'next_at']);
  });

  await knex.schema.createTable('slo_evaluations', table => {
    table.comment('When each SLO is to be evaluated, and who does it now');
    table.text('slo_ref').primary();
    table.bigInteger('due_at').notNullable();
    table.bigInteger('evaluated_at');
    table.bigInteger('lease_until');
    table.text('lease_token');
    table.integer('failures').notNullable().comment('In a row');
    table.text('error').comment('What went wrong last; null: nothing');
    table.index(['due_at']);
  });

  await knex.schema.createTable('slo_states', table => {
    table.comment('How each objective stands');
    table.text('slo_ref').notNullable();
    table.integer('objective').notNullable().comment('-1: the composite');
    table.bigInteger('evaluated_at').notNullable();
    table.bigInteger('measured_until').comment('Null: never measured');
    table.bigInteger('window_from').comment('Null: no window has begun');
    table.bigInteger('window_to');
    table.double('target').notNullable();
    table.text('state').notNullable();
    table.double('attainment').comment('0 to 1; null: no data');
    table.double('good').comment('Of what the method counts');
    table.double('total');
    table.integer('minimum').notNullable().comment('Fewer are not graded');
    table.double('allowed').comment('How many may be bad');
    table.double('spent').comment('How many were');
    table.double('remaining').comment('Share; below 0 once exhausted');
    table.boolean('estimated').notNullable();
    table.double('burn_5m');
    table.double('burn_30m');
    table.double('burn_1h');
    table.double('burn_2h');
    table.double('burn_6h');
    table.double('burn_1d');
    table.double('burn_3d');
    table.bigInteger('exhausts_at').comment('Null: not known, or never');
    table.text('alert_state').comment('Of its worst alert; null: none');
    table.primary(['slo_ref', 'objective']);
    table.index(['state', 'remaining']);
  });

  await knex.schema.createTable('slo_windows', table => {
    table.comment('How each objective stood at the end of windows');
    table.text('slo_ref').notNullable();
    table.integer('objective').notNullable().comment('-1: the composite');
    table.bigInteger('from_at').notNullable();
    table.bigInteger('to_at').notNullable();
    table.double('target').notNullable();
    table.double('attainment');
    table.double('remaining');
    table.text('state').notNullable();
    table.double('good');
    table.double('total');
    table.boolean('complete').notNullable().comment('Its end has come');
    table.primary(['slo_ref', 'objective', 'to_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_windows');
  await knex.schema.dropTable('slo_states');
  await knex.schema.dropTable('slo_evaluations');
  await knex.schema.dropTable('slo_measurements');
  await knex.schema.dropTable('slo_buckets');
  await knex.schema.dropTable('slo_problems');
  await knex.schema.dropTable('slos');
};
