import type { Knex } from 'knex';
import { isPostgres, orderByText } from '../../catalog/DatabaseLists';
import {
  namingColumns,
  selectResults,
  toNamed,
} from './DatabaseScorecardSelection';
import type {
  ScorecardReadStore,
  ScorecardSelection,
  StatesRow,
} from './ScorecardReadStore';

/** Entities of one scorecard with all their states, and how many there are. */
export async function listMatrix(
  knex: Knex,
  selection: ScorecardSelection,
  request: Parameters<ScorecardReadStore['listMatrix']>[1],
): Promise<{ items: StatesRow[]; total: number }> {
  const { scorecardRef, limit, after } = request;
  const query = selectResults(knex, selection, [scorecardRef])
    .select(
      ...namingColumns,
      'member.sort_name',
      'result.level_rank',
      'result.states',
    )
    .limit(limit);
  if (after) {
    const byCharacter = isPostgres(query) ? ' collate "C"' : '';
    query.where(rest =>
      rest
        .whereRaw(`member.sort_name${byCharacter} > ?`, [after.name])
        .orWhere(tie =>
          tie
            .where('member.sort_name', after.name)
            .whereRaw(`member.ref${byCharacter} > ?`, [after.ref]),
        ),
    );
  }
  orderByText(query, 'member.sort_name');
  orderByText(query, 'member.ref');
  const rows: any[] = await query;
  const isWhole = after === undefined && rows.length < limit;
  return {
    items: rows.map(row => ({
      ...toNamed(row),
      rank: row.level_rank,
      states: row.states,
      position: { name: row.sort_name, ref: row.ref },
    })),
    // Where all of it is on the page, nobody need count it again.
    total: isWhole ? rows.length : await count(knex, selection, scorecardRef),
  };
}

async function count(
  knex: Knex,
  selection: ScorecardSelection,
  scorecardRef: string,
): Promise<number> {
  const [{ total }]: any[] = await selectResults(knex, selection, [
    scorecardRef,
  ]).count({ total: '*' });
  return Number(total);
}
