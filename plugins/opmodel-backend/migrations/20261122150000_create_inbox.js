/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('inbox', table => {
    table.comment('Webhook deliveries, kept before the sender gets its answer');
    table.bigIncrements('id');
    table.text('source').notNullable().comment('Id of the configured source');
    table
      .text('delivery_key')
      .notNullable()
      .comment('What a delivery that is sent again has in common');
    table.text('type').comment('What the sender calls this kind of delivery');
    table.bigInteger('received_at').notNullable();
    table
      .text('body')
      .comment('JSON as it was sent; null once it was processed');
    table.integer('body_bytes').notNullable();
    table
      .text('state')
      .notNullable()
      .comment('waiting, processed or set_aside');
    table
      .integer('attempts')
      .notNullable()
      .comment('How often somebody began to process it');
    table.bigInteger('next_attempt_at').notNullable();
    table.bigInteger('lease_until').comment('Until when somebody works on it');
    table.text('lease_token').comment('Who works on it');
    table.bigInteger('processed_at');
    table.integer('events').notNullable().comment('Events that it became');
    table.text('reason').comment('Why it was set aside, or failed last');
    table.unique(['source', 'delivery_key']);
    table.index(['source', 'received_at']);
    table.index(['state', 'id']);
    table.index(['state', 'source', 'id']);
  });
  await knex.raw(
    `create index inbox_due_index on inbox (next_attempt_at, id) where state = 'waiting'`,
  );
  await knex.raw(
    `create index inbox_processed_index on inbox (processed_at) where processed_at is not null`,
  );
  // Only of what is deleted: with all times in one index PostgreSQL would seek the newest of a source among those of all others.
  await knex.raw(
    `create index inbox_done_index on inbox (received_at) where state <> 'waiting'`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('inbox');
};
