/**
 * Windows that may move are few, and are looked for whenever an SLO is evaluated.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    'create index slo_windows_open_index on slo_windows (slo_ref, to_at) where not complete',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index slo_windows_open_index');
};
