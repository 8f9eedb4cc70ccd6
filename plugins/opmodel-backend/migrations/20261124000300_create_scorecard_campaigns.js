/**
 * Campaigns: a part of the standards that is to be met by a date; and what people attest by hand.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('campaigns', table => {
    table.comment('Parts of standards that are to be met by a date');
    table.text('id').primary();
    table.text('title').notNullable();
    table.text('description').comment('Markdown: why, and for whom');
    table.text('owner_ref').notNullable();
    table.text('scorecard_ref').notNullable();
    table.text('emphasis').notNullable().comment('JSON: {checks} or {levels}');
    table.text('scope').notNullable().comment('JSON: what it is asked of');
    table.integer('is_draft').notNullable();
    table.bigInteger('starts_at').notNullable();
    table.bigInteger('target_at').notNullable();
    table
      .text('reminders')
      .notNullable()
      .comment('JSON: how often owners hear of it');
    table.bigInteger('ended_at');
    table.text('ended_note');
    table.bigInteger('archived_at');
    table.integer('revision').notNullable();
    table.text('created_by').notNullable();
    table.bigInteger('created_at').notNullable();
    table.text('updated_by').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.index(['owner_ref']);
    table.index(['scorecard_ref']);
  });

  await knex.schema.createTable('attestations', table => {
    table.comment('What people vouch for, for a time');
    table.text('id').primary();
    table.text('entity_ref').notNullable();
    table
      .text('name')
      .notNullable()
      .comment('What is vouched for: accessReview');
    table.integer('holds').notNullable().comment('1: it is so; 0: it is not');
    table.text('comment').notNullable();
    table.text('attested_by').notNullable();
    table.bigInteger('attested_at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.bigInteger('superseded_at').comment('Null: it is the last one');
    table.index(['entity_ref', 'name', 'superseded_at']);
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('attestations');
  await knex.schema.dropTable('campaigns');
};
