import { isDeepStrictEqual } from 'node:util';
import {
  type DebtSuggestion,
  mergeSuggestions,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import {
  inBulks,
  insertRows,
  isPostgres,
  jsonTable,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import {
  foundColumns,
  textColumns,
  toFoundRow,
  toSuggestion,
  toSuggestionTextRow,
} from './suggestionRows';
import { isOfPart, keyOfPart } from './suggestionParts';
import type { KeptSuggestion, SuggestionLook } from './SuggestionStore';

/** Where a suggestion stands after a look, by what people made of it. */
const standing = `case when tech_debt_suggestions.decision <> 'new' then tech_debt_suggestions.decision
  when excluded.stale_since is null then 'open' else 'gone' end`;

/** {@inheritDoc SuggestionStore.merge} */
export async function mergeLook(
  knex: Knex,
  look: SuggestionLook,
): Promise<{ added: number }> {
  const entityRefs = [
    ...new Set([
      ...look.lookedAt,
      ...look.found.map(({ entityRef }) => entityRef),
    ]),
  ].sort();
  return knex.transaction(async transaction => {
    const before = await lockLooks(transaction, look, entityRefs);
    const isNews = (ref: string) => look.at >= before.get(ref)!;
    const told = new Set(look.found.map(({ fingerprint }) => fingerprint));
    const known = (
      await readKnown(transaction, look.source, entityRefs.filter(isNews))
    ).filter(each => isOfPart(each, look.part) || told.has(each.fingerprint));
    const lookedAt = look.lookedAt.filter(isNews);
    const merged = mergeSuggestions(known, {
      at: look.at,
      lookedAt: lookedAt.map(entityRef => ({ source: look.source, entityRef })),
      found: look.found.filter(({ entityRef }) => isNews(entityRef)),
      leftOut: look.leftOut,
    });
    await keepLooks(transaction, look, lookedAt);
    await write(transaction, changed(known, merged));
    return { added: merged.length - known.length };
  });
}

/** Keeps others from looking at the same until the transaction ends, and tells when each was last looked at. */
async function lockLooks(
  transaction: Knex.Transaction,
  { source, part }: SuggestionLook,
  entityRefs: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  await inBulks(entityRefs, bulk =>
    transaction.raw(
      `insert into tech_debt_suggestion_looks (source, entity_ref, part, at)
       select source, entity_ref, part, at from ? where true order by entity_ref on conflict do nothing`,
      [
        jsonTable(
          transaction,
          bulk.map(entity_ref => ({
            source,
            entity_ref,
            part: keyOfPart(part),
            at: 0,
          })),
          { source: 'text', entity_ref: 'text', part: 'text', at: 'bigint' },
          'given',
        ),
      ],
    ),
  );
  const query = transaction('tech_debt_suggestion_looks')
    .where({ source, part: keyOfPart(part) })
    .select('entity_ref', 'at');
  whereAnyOf(query, 'entity_ref', entityRefs);
  orderByText(query, 'entity_ref');
  const rows: { entity_ref: string; at: unknown }[] = await (isPostgres(
    transaction,
  )
    ? query.forUpdate()
    : query);
  return new Map(rows.map(({ entity_ref, at }) => [entity_ref, Number(at)]));
}

async function keepLooks(
  transaction: Knex.Transaction,
  { source, part, at }: SuggestionLook,
  lookedAt: readonly string[],
): Promise<void> {
  const query = transaction('tech_debt_suggestion_looks').where({
    source,
    part: keyOfPart(part),
  });
  whereAnyOf(query, 'entity_ref', lookedAt);
  await query.update({ at });
}

async function readKnown(
  transaction: Knex.Transaction,
  source: string,
  entityRefs: readonly string[],
): Promise<KeptSuggestion[]> {
  const query = transaction('tech_debt_suggestions as suggestion')
    .join(
      'tech_debt_suggestion_texts as texts',
      'texts.fingerprint',
      'suggestion.fingerprint',
    )
    .where('suggestion.source', source)
    .select('texts.*', 'suggestion.*');
  whereAnyOf(query, 'suggestion.entity_ref', entityRefs);
  const rows: any[] = await query;
  return rows.map(toSuggestion);
}

/** What a look made different. */
function changed(
  known: readonly DebtSuggestion[],
  merged: readonly DebtSuggestion[],
): DebtSuggestion[] {
  const before = new Map(known.map(each => [each.fingerprint, each]));
  return merged.filter(
    each => !isDeepStrictEqual(before.get(each.fingerprint), each),
  );
}

async function write(
  transaction: Knex.Transaction,
  suggestions: readonly DebtSuggestion[],
): Promise<void> {
  const names = Object.keys(foundColumns);
  const columns = names.join(', ');
  const updates = names
    .filter(name => name !== 'fingerprint')
    .map(name => `${name} = excluded.${name}`);
  await inBulks(suggestions, async bulk => {
    await transaction.raw(
      `insert into tech_debt_suggestions (id, decision, stands, ${columns})
       select id, 'new', case when stale_since is null then 'open' else 'gone' end, ${columns} from ? where true
       on conflict (fingerprint) do update set stands = ${standing}, ${updates.join(
        ', ',
      )}`,
      [
        jsonTable(
          transaction,
          bulk.map(toFoundRow),
          { id: 'text', ...foundColumns },
          'given',
        ),
      ],
    );
    const texts = transaction('tech_debt_suggestion_texts');
    whereAnyOf(
      texts,
      'fingerprint',
      bulk.map(({ fingerprint }) => fingerprint),
    );
    await texts.delete();
    await insertRows(
      transaction,
      'tech_debt_suggestion_texts',
      textColumns,
      bulk.map(toSuggestionTextRow),
    );
  });
}
