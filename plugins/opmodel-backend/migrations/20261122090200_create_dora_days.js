/**
 * Everything here is computed from records and can be computed again. `calculation` names the definition, its version and
 * the zone, so that a changed definition fills its own rows beside those that are still being read.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('dora_entities', table => {
    table.comment('Since when and how recently an entity reports deployments');
    table.text('calculation').notNullable();
    table.text('entity_ref').notNullable();
    table
      .text('first_deployment_day')
      .comment('First production deployment that counts; null: none yet');
    table.bigInteger('last_deployment_at');
    table.bigInteger('latest_recorded_at').comment('Newest fact used');
    table.bigInteger('computed_at').notNullable();
    table.primary(['calculation', 'entity_ref']);
  });

  await knex.schema.createTable('dora_deployments', table => {
    table.comment('Whether each deployment counts, and on which day');
    table.text('calculation').notNullable();
    table.text('entity_ref').notNullable();
    table.text('source').notNullable();
    table.text('deployment').notNullable().comment('Subject');
    table.text('day').notNullable();
    table.bigInteger('at').notNullable().comment('Finish, else start');
    table.bigInteger('finished_at');
    table.text('environment_tier').notNullable();
    table.text('exclusion').comment('Null: it counts');
    table.primary(['calculation', 'entity_ref', 'source', 'deployment']);
    table.index(['calculation', 'entity_ref', 'day']);
  });

  await knex.schema.createTable('dora_samples', table => {
    table.comment('One row for each change that a deployment carries; seconds');
    table.text('calculation').notNullable();
    table.text('entity_ref').notNullable();
    table.text('source').notNullable();
    table.text('deployment').notNullable();
    table.text('change_key').notNullable();
    table.text('day').notNullable();
    table.bigInteger('lead_time');
    table.bigInteger('coding');
    table.bigInteger('pickup');
    table.bigInteger('review');
    table.bigInteger('commit_to_merge');
    table.bigInteger('merge_to_deploy');
    table.text('exclusion').comment('Null: it is a sample');
    table.primary([
      'calculation',
      'entity_ref',
      'source',
      'deployment',
      'change_key',
    ]);
    table.index(['calculation', 'entity_ref', 'day', 'lead_time']);
  });

  await knex.schema.createTable('dora_entity_days', table => {
    table.comment(
      'Mergeable counts: durations by logarithmic bin, rest in bin 0',
    );
    table.text('calculation').notNullable();
    table.text('entity_ref').notNullable();
    table.text('day').notNullable();
    table.text('metric').notNullable();
    table.integer('bin').notNullable();
    table.text('week').notNullable().comment('Monday of the ISO week');
    table.integer('count').notNullable();
    table.primary(['calculation', 'entity_ref', 'day', 'metric', 'bin']);
    // A window of a large scope is a range of days over all entities.
    table.index(['calculation', 'day', 'metric']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('dora_entity_days');
  await knex.schema.dropTable('dora_samples');
  await knex.schema.dropTable('dora_deployments');
  await knex.schema.dropTable('dora_entities');
};
