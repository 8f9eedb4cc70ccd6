/**
 * What checks found, as it is now and as it changed. The verdicts of an entity on a scorecard are one row, with one letter for each
 * check, so that ten thousand entities with forty checks are counted by reading as many short texts.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('scorecard_work', table => {
    table.comment('Entities and checks that are to be evaluated');
    table.bigIncrements('id');
    table.text('entity_ref').notNullable();
    table
      .text('scorecard_ref')
      .comment('Null: all scorecards, as far as they read the facts');
    table
      .text('facts')
      .comment('JSON array of full names; null: not for facts');
    table
      .text('checks')
      .comment('JSON array of check ids; null, without facts: all');
    table.bigInteger('created_at').notNullable();
    table
      .bigInteger('told_at')
      .comment('The facts were told for then; null: as it was left');
    table
      .text('error')
      .comment('Why it could not be evaluated; null: it was not tried');
    table
      .bigInteger('held_until')
      .comment('It is not tried again before; null: at once');
    table.index(['entity_ref']);
  });

  await knex.schema.createTable('scorecard_results', table => {
    table.comment('Where entities stand');
    table.text('entity_ref').notNullable();
    table.text('scorecard_ref').notNullable();
    table.integer('version').notNullable().comment('Of the scorecard');
    table
      .integer('level_rank')
      .comment('0: the empty level; null: nothing is asked of it');
    table.bigInteger('level_since').notNullable();
    table.double('earned').comment('Points; null: it counts none');
    table.double('known');
    table.double('possible');
    table
      .text('states')
      .notNullable()
      .comment('One letter for each slot of the scorecard');
    table
      .text('verdicts')
      .notNullable()
      .comment(
        'JSON array, one for each slot: [since − first_at, value, detail, standing, pending]',
      );
    table.bigInteger('first_at').notNullable();
    table.bigInteger('changed_at').notNullable();
    table.primary(['entity_ref', 'scorecard_ref']);
    table.index(['scorecard_ref', 'level_rank']);
  });

  await knex.schema.createTable('scorecard_changes', table => {
    table.comment('How results changed');
    table.bigIncrements('id');
    table.text('entity_ref').notNullable();
    table.text('scorecard_ref').notNullable();
    table.integer('version').notNullable().comment('Of the scorecard, after');
    table.text('owner_ref').comment('Whoever owned the entity then');
    table.bigInteger('changed_at').notNullable();
    table.integer('level_before').comment('Rank; null: nothing was asked');
    table.integer('level_after');
    table
      .text('checks')
      .notNullable()
      .comment(
        'JSON array of [check id, state before, state after, whether the rule changed]',
      );
    table.index(['entity_ref', 'changed_at']);
    table.index(['scorecard_ref', 'changed_at']);
    table.index(['changed_at']);
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('scorecard_changes');
  await knex.schema.dropTable('scorecard_results');
  await knex.schema.dropTable('scorecard_work');
};
