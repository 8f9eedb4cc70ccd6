/**
 * Who speaks for an approving group, and whether its approval is still awaited, so that an inbox is one query.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('acceptance_approvers', table => {
    table
      .text('below_refs')
      .comment('JSON array of groups below whose members speak for it as well');
    table
      .text('except_refs')
      .comment('JSON array of those who do not, though they are in one below');
    table
      .boolean('awaited')
      .notNullable()
      .defaultTo(true)
      .comment('Whether its approval brings the request further');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('acceptance_approvers', table => {
    table.dropColumn('awaited');
    table.dropColumn('except_refs');
    table.dropColumn('below_refs');
  });
};
