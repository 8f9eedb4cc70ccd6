/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('attention_digests', table => {
    table.comment('Which digests groups got: at most one a week');
    table.text('group_ref').notNullable();
    table.text('week').notNullable().comment('Monday of the ISO week');
    table
      .bigInteger('claimed_until')
      .comment('Until when whoever composes it has it alone; null: sent');
    table
      .bigInteger('sent_at')
      .comment('Null: not yet, or nobody was to be told');
    table.integer('items').comment('What needed the group when it was sent');
    table.integer('recipients').comment('How many were told');
    table.primary(['group_ref', 'week']);
    // Digests are forgotten by age.
    table.index('week');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('attention_digests');
};
