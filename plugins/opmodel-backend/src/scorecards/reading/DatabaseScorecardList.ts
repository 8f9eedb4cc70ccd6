import { stateLetters } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import {
  isPostgres,
  jsonTable,
  orderByText,
} from '../../catalog/DatabaseLists';
import {
  namingColumns,
  selectResults,
  toNamed,
} from './DatabaseScorecardSelection';
import type {
  ScoredEntityOrder,
  ScoredListRequest,
  ScoredRow,
  ScorecardSelection,
} from './ScorecardReadStore';

const asNumber = (expression: string) =>
  `cast(${expression} as double precision)`;

/** How many of these letters a result has. */
const lettersOf = (...letters: string[]) => {
  const without = letters.reduce(
    (rest, letter) => `replace(${rest}, '${letter}', '')`,
    'result.states',
  );
  return `(length(result.states) - length(${without}))`;
};

const passing = lettersOf(stateLetters.passed, stateLetters.warning);
const failed = lettersOf(stateLetters.failed);

/** How far up the ladder a result is; without levels there is no way up. */
const shareOfLevels = `(case when ladder.highest_rank = 0 then 1 else ${asNumber(
  'result.level_rank',
)} / ladder.highest_rank end)`;

/** What each order looks at, and whether that is text. */
const orders: Record<ScoredEntityOrder, { value: string; isText: boolean }> = {
  name: { value: 'member.sort_name', isText: true },
  level: { value: shareOfLevels, isText: false },
  passing: {
    value: `${asNumber(passing)} / nullif(${passing} + ${failed}, 0)`,
    isText: false,
  },
  failed: { value: asNumber(failed), isText: false },
  since: { value: asNumber('result.level_since'), isText: false },
  tier: { value: 'member.tier', isText: true },
};

/** One page of entities, and how many there are. */
export async function listScoredEntities(
  knex: Knex,
  selection: ScorecardSelection,
  request: ScoredListRequest,
): Promise<{ items: ScoredRow[]; total: number }> {
  const rows: any[] = await pageOf(knex, selection, request);
  const total =
    rows.length > 0
      ? rows[0].total
      : (
          await knex
            .from(selectListed(knex, selection, request).as('listed'))
            .count({ total: '*' })
        )[0].total;
  return {
    items: rows.map(row => ({
      ...toNamed(row),
      scorecardRef: row.scorecard_ref,
      rank: row.level_rank,
      levelSince: Number(row.level_since),
      states: row.states,
      position: { value: row.value, ref: row.ref },
    })),
    total: Number(total),
  };
}

/** Each entity once, with the scorecard by which it is listed. */
function selectListed(
  knex: Knex,
  selection: ScorecardSelection,
  { scorecards, rank, check, order }: ScoredListRequest,
): Knex.QueryBuilder {
  const byCharacter = isPostgres(knex) ? ' collate "C"' : '';
  const ladders = jsonTable(
    knex,
    scorecards.map(({ ref, highestRank, countsToOverall }) => ({
      ref,
      highest_rank: highestRank,
      counts: Number(countsToOverall),
    })),
    { ref: 'text', highest_rank: 'integer', counts: 'integer' },
    'ladder',
  );
  const query = selectResults(
    knex,
    selection,
    scorecards.map(({ ref }) => ref),
  )
    .joinRaw('join ? on ladder.ref = result.scorecard_ref', [ladders])
    .select(
      ...namingColumns,
      'result.scorecard_ref',
      'result.level_rank',
      'result.level_since',
      'result.states',
      knex.raw(`${orders[order].value} as value`),
    );
  if (scorecards.length > 1) {
    query.select(
      knex.raw(
        `row_number() over (partition by result.entity_ref
          order by ladder.counts desc, ${shareOfLevels}, result.scorecard_ref${byCharacter}) as place`,
      ),
    );
  }
  if (rank !== undefined) {
    query.where('result.level_rank', rank);
  }
  if (check) {
    const letter = 'substr(result.states, ?, 1)';
    if (check.state) {
      query.whereRaw(`${letter} = ?`, [
        check.slot + 1,
        stateLetters[check.state],
      ]);
    } else {
      query.whereRaw(`${letter} not in (?, '-', '')`, [
        check.slot + 1,
        stateLetters.not_applicable,
      ]);
    }
  }
  return scorecards.length > 1
    ? knex.from(query.as('placed')).where('place', 1).select('*')
    : query;
}

function pageOf(
  knex: Knex,
  selection: ScorecardSelection,
  request: ScoredListRequest,
): Knex.QueryBuilder {
  const { order, descending, limit, after } = request;
  const counted = knex
    .from(selectListed(knex, selection, request).as('found'))
    .select('*', knex.raw('count(*) over () as total'));
  const query = knex.from(counted.as('listed')).select('*').limit(limit);
  // Text is in the order of its characters, whatever the collation of the database.
  const byCharacter = isPostgres(query) ? ' collate "C"' : '';
  const column = orders[order].isText ? `value${byCharacter}` : 'value';
  if (after) {
    const beyond = descending ? '<' : '>';
    const tie = `ref${byCharacter} > ?`;
    query.where(rest => {
      if (after.value === null) {
        rest.whereNull('value').whereRaw(tie, [after.ref]);
        return;
      }
      rest
        .whereRaw(`${column} ${beyond} ?`, [after.value])
        .orWhere(same =>
          same.where('value', after.value).whereRaw(tie, [after.ref]),
        )
        .orWhereNull('value');
    });
  }
  query
    .orderByRaw('(case when value is null then 1 else 0 end)')
    .orderByRaw(`${column} ${descending ? 'desc' : 'asc'}`);
  orderByText(query, 'ref');
  return query;
}
