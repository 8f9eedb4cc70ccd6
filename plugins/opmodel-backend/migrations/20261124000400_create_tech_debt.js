/**
 * What each order of the register looks at. Each has an index with the id behind it, which is read from either end, so that a page is found
 * without sorting all items. Texts are in the order of their characters, whatever the collation of the database.
 */
const orders = [
  { column: 'sort_title', isText: true },
  { column: 'created_at' },
  { column: 'updated_at' },
  { column: 'status_since' },
  { column: 'target_date', isText: true },
  { column: 'review_date', isText: true },
  { column: 'owner_ref', isText: true },
  { column: 'status_rank' },
  { column: 'category', isText: true },
  { column: 'severity_rank' },
  { column: 'risk' },
  { column: 'interest' },
  { column: 'principal' },
  { column: 'wsjf' },
  { column: 'priority' },
  { column: 'payback' },
];

/**
 * The register of technical debt: items as they are, what they hang on and are linked to, all that they were, and what people say of them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('tech_debt_items', table => {
    table.comment(
      'Pieces of debt as they are now: by what they are found, counted and ordered. Rows are short; their texts are beside them',
    );
    table.text('id').primary();
    table.integer('version').notNullable();
    table.text('title').notNullable();
    table.text('entity_refs').notNullable().comment('JSON array, in order');
    table.text('owner_ref').notNullable();
    table.text('category').notNullable();
    table.text('intent');
    table.text('prudence');
    table.text('severity');
    table.double('principal_days').comment('All estimates: null: nobody made');
    table.double('interest_days');
    table.double('occurrences_per_month');
    table.double('impact');
    table.double('likelihood');
    table.double('business_value');
    table.double('time_criticality');
    table.double('risk_reduction');
    table.text('target_date').comment('ISO day');
    table.text('review_date').comment('ISO day');
    table.text('status').notNullable();
    table.bigInteger('status_since').notNullable();
    table.text('reported_by').notNullable();
    table.text('origin_type').notNullable();
    table.text('origin_source').comment('Of a suggestion');
    table.text('origin_ref').comment('Of a suggestion or a document');
    table
      .text('origin_hash')
      .comment('Of type and ref, which may be long; null: it has none');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.bigInteger('resolved_at');
    table.text('accepted_until').comment('ISO day, inclusive');
    table.text('accepted_by');
    table.text('sort_title').notNullable().comment('Lower case, its beginning');
    table.integer('status_rank').notNullable().comment('Place on a board');
    table.integer('severity_rank').comment('1: low; 4: critical');
    table.double('risk').comment('All prices: null: not scored');
    table.double('interest').comment('Person-days per month');
    table.double('principal').comment('Person-days');
    table
      .bigInteger('principal_thousandths')
      .comment('The same in whole thousandths, as it is added up');
    table.double('wsjf');
    table.double('priority');
    table.double('payback').comment('Months; null also: it never does');
    table.unique(['origin_hash'], { indexName: 'tech_debt_items_origin' });
    table.index(['owner_ref', 'status'], 'tech_debt_items_owner_status');
    table.index(
      [
        'status',
        'category',
        'severity',
        'impact',
        'likelihood',
        'principal_thousandths',
      ],
      'tech_debt_items_counted',
    );
  });
  const byCharacter = knex.client.config.client === 'pg' ? ' collate "C"' : '';
  for (const { column, isText } of orders) {
    await knex.raw(
      `create index tech_debt_items_by_${column} on tech_debt_items (${column}${
        isText ? byCharacter : ''
      }, id${byCharacter})`,
    );
  }

  await knex.schema.createTable('tech_debt_item_texts', table => {
    table.comment('What is read with an item and never selected by');
    table.text('item_id').primary();
    table.text('description').comment('Markdown');
    table.text('business_impact');
    table.text('remediation_plan').comment('Markdown');
    table.text('resolution');
    table.text('links').notNullable().comment('JSON array, in order');
  });

  await knex.schema.createTable('tech_debt_item_words', table => {
    table.comment(
      'What items are searched in, apart from all else, so that a search reads nothing but that',
    );
    table.text('item_id').primary();
    table
      .text('searched')
      .notNullable()
      .comment('Title and description in lower case');
  });

  await knex.schema.createTable('tech_debt_item_entities', table => {
    table.comment('What items hang on, for finding them');
    table.text('item_id').notNullable();
    table.text('entity_ref').notNullable();
    table.primary(['item_id', 'entity_ref']);
    table.index(['entity_ref', 'item_id'], 'tech_debt_item_entities_by_entity');
  });

  await knex.schema.createTable('tech_debt_item_links', table => {
    table.comment('What items are linked to, for finding them');
    table.text('item_id').notNullable();
    table.text('hash').notNullable().comment('Of type and ref, maybe long');
    table.primary(['item_id', 'hash']);
    table.index(['hash', 'item_id'], 'tech_debt_item_links_by_hash');
  });

  await knex.schema.createTable('tech_debt_versions', table => {
    table.comment('What items were from a moment on, and who made them that');
    table.text('item_id').notNullable();
    table.integer('version').notNullable();
    table.bigInteger('at').notNullable();
    table.text('by_ref').notNullable().comment('Person or service');
    table.text('note');
    table.text('changes').notNullable().comment('JSON: field, before, after');
    table.text('status').notNullable();
    table.text('owner_ref').notNullable();
    table.text('entity_refs').notNullable().comment('JSON array, in order');
    table.double('principal_days').comment('Null: nobody estimated it');
    table.primary(['item_id', 'version']);
  });

  await knex.schema.createTable('tech_debt_comments', table => {
    table.comment('What people say of items');
    table.text('id').primary();
    table.text('item_id').notNullable();
    table.bigInteger('at').notNullable();
    table.text('by_ref').notNullable();
    table.text('text').notNullable().comment('Markdown');
    table.index(['item_id', 'at'], 'tech_debt_comments_by_item');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('tech_debt_comments');
  await knex.schema.dropTable('tech_debt_versions');
  await knex.schema.dropTable('tech_debt_item_links');
  await knex.schema.dropTable('tech_debt_item_entities');
  await knex.schema.dropTable('tech_debt_item_words');
  await knex.schema.dropTable('tech_debt_item_texts');
  await knex.schema.dropTable('tech_debt_items');
};
