/**
 * Of a definition that takes the middle of the middles of days, a day is one for each environment, so each sample says which it
 * is of. Beside it what a definition asks for that leaves out recoveries which ended only after a window.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('dora_samples', table => {
    table
      .text('environment')
      .comment(
        'Null: the definition does not tell them apart, or none is named',
      );
  });
  await knex.schema.alterTable('dora_recoveries', table => {
    table.index(['calculation', 'day', 'recovered_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('dora_recoveries', table => {
    table.dropIndex(['calculation', 'day', 'recovered_at']);
  });
  // On SQLite, knex would build the table anew.
  await knex.raw('alter table dora_samples drop column environment');
};
