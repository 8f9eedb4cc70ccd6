/**
 * Counts of objectives as producers sent them. What is measured of them stands with what other sources say; these rows are what the
 * source for pushed numbers reads, also of objectives whose documents come later.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_pushed', table => {
    table.comment('What producers counted of objectives');
    table.text('slo_ref').notNullable();
    table.integer('objective').notNullable();
    table.bigInteger('start').notNullable();
    table.integer('seconds').notNullable().comment('300, 3600 or 86400');
    table.double('good').notNullable();
    table.double('total').notNullable();
    table.primary(['slo_ref', 'objective', 'start', 'seconds']);
    table.index(['start']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_pushed');
};
