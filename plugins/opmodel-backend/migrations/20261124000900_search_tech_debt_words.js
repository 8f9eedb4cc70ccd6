/**
 * Items are searched by the beginnings of words, which PostgreSQL looks up in an index. What is searched becomes the words of an item, each
 * behind a blank, in lower case.
 */
const BATCH = 1_000;

/** Longer words are told apart by their beginning. */
const LONGEST = 100;

function wordsOf(title, description) {
  const words = `${title}\n${description ?? ''}`
    .toLocaleLowerCase('en-US')
    .match(/[\p{L}\p{M}\p{N}\p{So}]+/gu);
  const short = (words ?? []).map(word => [...word].slice(0, LONGEST).join(''));
  return [...new Set(short)].map(word => ` ${word}`).join('');
}

/** Rewrites what is searched, as `searchedOf` tells it. */
async function rewrite(knex, searchedOf) {
  for (let after = ''; ; ) {
    const items = await knex('tech_debt_items as item')
      .join('tech_debt_item_texts as texts', 'texts.item_id', 'item.id')
      .where('item.id', '>', after)
      .orderBy('item.id')
      .limit(BATCH)
      .select('item.id', 'item.title', 'texts.description');
    if (items.length === 0) {
      return;
    }
    for (const { id, title, description } of items) {
      await knex('tech_debt_item_words')
        .where('item_id', id)
        .update({ searched: searchedOf(title, description) });
    }
    after = items[items.length - 1].id;
  }
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await rewrite(knex, wordsOf);
  if (knex.client.config.client === 'pg') {
    // Both lie apart, so that the row that a search leads to is short. What a version before wrote has longer words, which are cut.
    await knex.raw(`
      alter table tech_debt_item_words set (toast_tuple_target = 128);
      alter table tech_debt_item_words alter column searched set storage external;
      alter table tech_debt_item_words add column words tsvector
        generated always as (
          array_to_tsvector(
            array_remove(
              string_to_array(regexp_replace(searched, '([^ ]{200})[^ ]+', '\\1', 'g'), ' '),
              ''
            )
          )
        ) stored;
      create index tech_debt_item_words_by_word on tech_debt_item_words using gin (words)
    `);
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (knex.client.config.client === 'pg') {
    await knex.raw(`
      alter table tech_debt_item_words drop column words;
      alter table tech_debt_item_words alter column searched set storage extended;
      alter table tech_debt_item_words reset (toast_tuple_target)
    `);
  }
  await rewrite(knex, (title, description) =>
    `${title}\n${description ?? ''}`.toLocaleLowerCase('en-US'),
  );
};
