import type { Knex } from 'knex';
import { isPostgres } from '../../catalog/DatabaseLists';
import {
  selectFirstSuggestions,
  selectSuggestions,
} from './DatabaseSuggestionSelection';
import {
  refuseForeignSuggestionPosition,
  suggestionOrderKinds,
} from './suggestionOrder';
import { toSuggestion } from './suggestionRows';
import type {
  KeptSuggestion,
  SuggestionOrder,
  SuggestionPosition,
  SuggestionSelection,
} from './SuggestionStore';

interface Page {
  order: SuggestionOrder;
  descending: boolean;
  limit: number;
  after?: SuggestionPosition;
}

const orderColumns: Record<SuggestionOrder, string> = {
  severity: 'suggestion.severity_rank',
  since: 'suggestion.since',
  firstSeen: 'suggestion.first_seen',
  title: 'suggestion.sort_title',
  entity: 'suggestion.entity_ref',
};

/** What a value of a position is in SQL, so that one that does not fit a column is compared with it all the same. */
const sqlTypes = { text: 'text', whole: 'bigint' };

/** One page of suggestions, and how many there are. */
export async function listSuggestions(
  knex: Knex,
  selection: SuggestionSelection,
  page: Page,
): Promise<{
  items: { suggestion: KeptSuggestion; position: SuggestionPosition }[];
  total: number;
}> {
  const { order, after } = page;
  refuseForeignSuggestionPosition(order, after?.value);
  const [{ total }] = await selectSuggestions(knex, selection).count({
    total: '*',
  });
  const rows: any[] =
    Number(total) === 0 ? [] : await readPage(knex, selection, page);
  return {
    total: Number(total),
    items: rows.map(row => ({
      suggestion: toSuggestion(row),
      position: { value: valueOf(row, order), id: row.id },
    })),
  };
}

/** First come those with a value, then those without: each is one end of the index of the order, which no order over both would be. */
async function readPage(
  knex: Knex,
  selection: SuggestionSelection,
  page: Page,
): Promise<any[]> {
  const { limit, after } = page;
  const rows: any[] =
    after?.value === null ? [] : await readPart(knex, selection, page, true);
  if (rows.length < limit) {
    const rest = { ...page, limit: limit - rows.length };
    rows.push(...(await readPart(knex, selection, rest, false)));
  }
  return rows;
}

function readPart(
  knex: Knex,
  selection: SuggestionSelection,
  page: Page,
  withValue: boolean,
): Knex.QueryBuilder {
  const { order, limit, after } = page;
  const column = orderColumns[order];
  const found = selectFirstSuggestions(knex, selection)
    .select('suggestion.*', knex.raw('?? as ordered_by', [column]))
    .limit(limit);
  if (withValue) {
    found.whereNotNull(column);
    if (after) {
      whereBeyond(found, page, column);
    }
  } else {
    found.whereNull(column);
    if (after?.value === null) {
      whereIdBeyond(found, page);
    }
  }
  orderBy(found, page, column);
  // The texts are read of the page alone.
  const query = knex
    .from(found.as('suggestion'))
    .join(
      'tech_debt_suggestion_texts as texts',
      'texts.fingerprint',
      'suggestion.fingerprint',
    )
    .select('texts.*', 'suggestion.*');
  return orderBy(query, page, 'suggestion.ordered_by');
}

function valueOf(row: any, order: SuggestionOrder): string | number | null {
  // PostgreSQL gives large whole numbers as text.
  return suggestionOrderKinds[order] === 'whole' && row.ordered_by !== null
    ? Number(row.ordered_by)
    : row.ordered_by;
}

function orderBy(
  query: Knex.QueryBuilder,
  { order, descending }: Page,
  column: string,
): Knex.QueryBuilder {
  const direction = descending ? 'desc' : 'asc';
  const byCharacter = collationOf(query);
  const ofColumn = suggestionOrderKinds[order] === 'text' ? byCharacter : '';
  return query.orderByRaw(
    `??${ofColumn} ${direction}, suggestion.id${byCharacter} ${direction}`,
    [column],
  );
}

function whereBeyond(
  query: Knex.QueryBuilder,
  { order, descending, after }: Page,
  column: string,
): void {
  const kind = suggestionOrderKinds[order];
  const byCharacter = collationOf(query);
  const ofColumn = kind === 'text' ? byCharacter : '';
  query.whereRaw(
    `(??${ofColumn}, suggestion.id${byCharacter}) ${
      descending ? '<' : '>'
    } (cast(? as ${sqlTypes[kind]}), ?)`,
    [column, after!.value, after!.id],
  );
}

function whereIdBeyond(
  query: Knex.QueryBuilder,
  { descending, after }: Page,
): void {
  query.whereRaw(
    `suggestion.id${collationOf(query)} ${descending ? '<' : '>'} ?`,
    [after!.id],
  );
}

/** Texts are in the order of their characters, whatever the collation of the database. */
function collationOf(query: Knex.QueryBuilder): string {
  return isPostgres(query) ? ' collate "C"' : '';
}
