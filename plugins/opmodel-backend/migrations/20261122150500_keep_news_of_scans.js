/**
 * What a scan found is told to others after it has been written. Kept with it, it is still told when the process ends in between.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('scan_news', table => {
    table.comment('What complete scans found and nobody was told of so far');
    table.text('scan_id').primary();
    table.bigInteger('found_at').notNullable();
    table.text('news').notNullable().comment('JSON: entity refs by kind');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('scan_news');
};
