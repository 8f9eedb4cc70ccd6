/**
 * Debt is linked to incidents and deployments by the id alone that their source gave them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const table of ['incidents', 'deployments']) {
    await knex.raw(
      `create index ${table}_current_by_subject on ${table} (subject) where superseded_at is null`,
    );
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of ['incidents', 'deployments']) {
    await knex.raw(`drop index ${table}_current_by_subject`);
  }
};
