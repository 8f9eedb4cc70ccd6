/**
 * What is accepted of one thing, such as a debt item, is looked for whenever the item is read.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('acceptances', table => {
    table.index(['subject_ref', 'subject'], 'acceptances_by_subject_ref');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('acceptances', table => {
    table.dropIndex(['subject_ref', 'subject'], 'acceptances_by_subject_ref');
  });
};
