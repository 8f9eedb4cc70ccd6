/**
 * Tells a delivery that fails from one of which the process dies: the first is tried for a day, the second a few times.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('inbox', table => {
    table
      .bigInteger('tried_since')
      .comment(
        'When it was first begun; null: not yet, or by a version that did not say',
      );
    table
      .integer('unended')
      .notNullable()
      .defaultTo(0)
      .comment('How often it was begun since it last came to an end');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // On SQLite, knex would build the table anew.
  await knex.raw('alter table inbox drop column tried_since');
  await knex.raw('alter table inbox drop column unended');
};
