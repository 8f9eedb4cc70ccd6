/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entities', table => {
    table.comment('The catalog as the last complete scan saw it');
    table.text('ref').primary().comment('Entity ref in lower case');
    table.text('kind').notNullable().comment('Lower case');
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('title');
    table.text('sort_name').notNullable().comment('Title or name, lower case');
    table.text('type');
    table.text('lifecycle');
    table.text('tier');
    table.text('tier_source').comment('annotation or label');
    table.text('system_ref').index();
    table.text('domain_ref').index();
    table.text('owner_ref').index();
    table.text('parent_ref').index().comment('The scope directly above');
    table.text('tags').notNullable().comment('JSON array');
    table.text('annotations').notNullable().comment('JSON object');
    table.text('labels').notNullable().comment('JSON object');
    table.text('hash').notNullable().comment('Of the projected fields');
    table.text('scopes_hash').notNullable().comment('Of the open scope spans');
    table.text('etag');
    table.bigInteger('first_seen_at').notNullable();
    table.bigInteger('seen_at').notNullable();
    table
      .bigInteger('removed_at')
      .comment('Set when a complete scan no longer found it');
    table.index(['kind', 'type']);
  });

  if (knex.client.config.client === 'pg') {
    // Lists are in the order of characters, whatever the collation of the database.
    await knex.raw(
      'create index entities_ref_by_character on entities (ref collate "C")',
    );
  }

  await knex.schema.createTable('entity_properties', table => {
    table.comment(
      'What permission conditions ask of an entity; keys and values in lower case',
    );
    table.text('entity_ref').notNullable();
    table.text('key').notNullable();
    table.text('value').comment('Null: the property exists without a value');
    table.index(['entity_ref', 'key', 'value']);
    table.index(['key', 'value', 'entity_ref']);
  });

  await knex.schema.createTable('entity_links', table => {
    table.comment('How an outside identity finds an entity');
    table.text('system').notNullable();
    table.text('external_id').notNullable();
    table.text('path').comment('Folder of the entity in a shared repository');
    table.text('entity_ref').notNullable().index();
    table.index(['system', 'external_id']);
  });

  await knex.schema.createTable('scope_spans', table => {
    table.comment('Every scope an entity counts in, from_day <= day < to_day');
    table.text('scope_ref').notNullable();
    table.text('entity_ref').notNullable();
    table
      .text('from_day')
      .notNullable()
      .comment('0000-01-01 where the beginning is not known');
    table.text('to_day').comment('Null: still counts');
    table.unique(['scope_ref', 'entity_ref', 'from_day']);
    table.index(['entity_ref', 'scope_ref']);
  });
  // An entity counts once in a scope, and roll-ups of today read only these.
  await knex.raw(
    'create unique index scope_spans_open on scope_spans (scope_ref, entity_ref) where to_day is null',
  );

  await knex.schema.createTable('ownership_spans', table => {
    table.comment('Who owned an entity, from_at <= instant < to_at');
    table.text('entity_ref').notNullable();
    table.text('owner_ref').comment('Null: nobody');
    table
      .bigInteger('from_at')
      .notNullable()
      .comment('0 where the beginning is not known');
    table.bigInteger('to_at').comment('Null: still owns it');
    table.bigInteger('recorded_at').notNullable();
    table
      .bigInteger('superseded_at')
      .comment('Set when a correction of the past replaced the span');
    table.index(['entity_ref', 'superseded_at', 'from_at']);
  });

  await knex.schema.createTable('scans', table => {
    table.comment('Scans of the catalog, for the operator');
    table.text('id').primary();
    table.bigInteger('started_at').notNullable().index();
    table.bigInteger('finished_at');
    table.text('state').notNullable().comment('running, complete or failed');
    table.integer('entities');
    table.integer('changed');
    table.integer('removed');
    table.text('problems').comment('JSON array of what could not be read');
    table.text('error');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('scans');
  await knex.schema.dropTable('ownership_spans');
  await knex.schema.dropTable('scope_spans');
  await knex.schema.dropTable('entity_links');
  await knex.schema.dropTable('entity_properties');
  await knex.schema.dropTable('entities');
};
