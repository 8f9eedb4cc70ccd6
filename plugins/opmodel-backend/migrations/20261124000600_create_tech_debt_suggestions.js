/**
 * What suggestions are ordered by, each with the id behind it, so that a page is found without sorting all of them. Texts are in the order of
 * their characters, whatever the collation of the database.
 */
const orders = [
  { column: 'severity_rank' },
  { column: 'since' },
  { column: 'first_seen' },
  { column: 'sort_title', isText: true },
  { column: 'entity_ref', isText: true },
];

/**
 * Debt that sources find by themselves: what they found, what people made of it, and how the sources fare.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const byCharacter = knex.client.config.client === 'pg' ? ' collate "C"' : '';
  await knex.schema.createTable('tech_debt_suggestions', table => {
    table.comment(
      'Debt that a source found: by what it is found and ordered. What is read with it is beside it',
    );
    table.text('id').primary();
    table.text('fingerprint').notNullable();
    table.text('source').notNullable();
    table.text('entity_ref').notNullable();
    table
      .text('document_ref')
      .comment('What it speaks of as well: a scorecard, an SLO; null: nothing');
    table.text('title').notNullable();
    table.text('category').notNullable();
    table.text('severity');
    table.bigInteger('since').comment('Null: the source does not tell');
    table.double('principal_days');
    table.text('stands').notNullable().comment('open, gone, and so on');
    table
      .text('decision')
      .notNullable()
      .comment('new, promoted or dismissed: what people made of it');
    table.text('item_id').comment('Of what it was promoted to');
    table.text('reason').comment('Why it was dismissed');
    table.text('decided_by');
    table.bigInteger('decided_at');
    table.bigInteger('first_seen').notNullable();
    table.bigInteger('last_seen').notNullable();
    table
      .bigInteger('stale_since')
      .comment('When it was looked for in vain; null: it was there');
    table.integer('severity_rank').comment('1: low; 4: critical');
    table.text('sort_title').notNullable().comment('Lower case, its beginning');
    table.unique(['fingerprint'], {
      indexName: 'tech_debt_suggestions_fingerprint',
    });
    table.index(['source', 'entity_ref'], 'tech_debt_suggestions_looked');
    table.index(['entity_ref', 'stands'], 'tech_debt_suggestions_carried');
    table.index(['stands', 'source'], 'tech_debt_suggestions_counted');
    table.index(['item_id'], 'tech_debt_suggestions_item');
  });
  for (const { column, isText } of orders) {
    await knex.raw(
      `create index tech_debt_suggestions_by_${column} on tech_debt_suggestions (stands, ${column}${
        isText ? byCharacter : ''
      }, id${byCharacter})`,
    );
  }

  await knex.schema.createTable('tech_debt_suggestion_texts', table => {
    table.comment('What is read with a suggestion');
    table.text('fingerprint').primary();
    table.text('description').notNullable().comment('Markdown');
    table.text('evidence').notNullable().comment('JSON array, in order');
    table.text('links').notNullable().comment('JSON array, in order');
    table.text('searched').notNullable().comment('Lower case');
  });

  await knex.schema.createTable('tech_debt_suggestion_looks', table => {
    table.comment('When all there is of an entity was last looked at');
    table.text('source').notNullable();
    table.text('entity_ref').notNullable();
    table
      .text('part')
      .notNullable()
      .comment('Of several that send to one source; empty: all of it');
    table.bigInteger('at').notNullable();
    table.primary(['source', 'entity_ref', 'part']);
  });

  await knex.schema.createTable('tech_debt_suggestion_sources', table => {
    table.comment('How the sources of suggestions fare');
    table.text('source').primary();
    table.bigInteger('cadence_ms').comment('Null: others send it');
    table.bigInteger('next_at').comment('Null: it is not asked');
    table.bigInteger('run_at').comment('When the run under way began');
    table
      .text('cursor')
      .comment('Last entity that the run under way has looked at');
    table
      .text('failed_cursor')
      .comment('Where it failed last; empty: at the beginning');
    table.text('lease_owner');
    table.bigInteger('lease_until');
    table.bigInteger('started_at');
    table.bigInteger('succeeded_at').comment('When the last whole run ended');
    table.integer('run_entities').notNullable().comment('Of the run under way');
    table.integer('run_problems').notNullable();
    table.integer('entities').comment('Of the last whole run');
    table.integer('problem_entities');
    table.text('error').comment('Null: the last run did not fail');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('tech_debt_suggestion_sources');
  await knex.schema.dropTable('tech_debt_suggestion_looks');
  await knex.schema.dropTable('tech_debt_suggestion_texts');
  await knex.schema.dropTable('tech_debt_suggestions');
};
