/**
 * Symptoms of technical debt: what it cost on a day, as teams reported it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('tech_debt_reports', table => {
    table.comment('What debt cost on a day, as a team reported it');
    table.text('id').primary();
    table.integer('version').notNullable();
    table.text('day').notNullable().comment('ISO day');
    table.double('hours_lost').comment('Null: nobody said');
    table.text('team_ref').comment('A group; null: not known');
    table.text('entity_ref').notNullable();
    table
      .text('item_id')
      .comment('Its cause; null: not known. The item may have been deleted');
    table.text('what').notNullable().comment('What happened');
    table.text('reported_by').notNullable().comment('Never shown');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.index(['entity_ref', 'day'], 'tech_debt_reports_by_entity');
    table.index(['item_id', 'day'], 'tech_debt_reports_by_item');
  });
  const byCharacter = knex.client.config.client === 'pg' ? ' collate "C"' : '';
  await knex.raw(
    `create index tech_debt_reports_by_day on tech_debt_reports (day${byCharacter}, id${byCharacter})`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('tech_debt_reports');
};
