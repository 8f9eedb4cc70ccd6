import { stateOfLetter } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { orderByText, whereAnyOf } from '../../catalog/DatabaseLists';
import type { ResultChange } from '../evaluation/ResultStore';
import {
  namingColumns,
  selectResults,
  toNamed,
  whereSelected,
  whereSelectedOrGone,
} from './DatabaseScorecardSelection';
import type {
  ChangePosition,
  ListedChange,
  LostLevel,
  PastRow,
  ScorecardSelection,
} from './ScorecardReadStore';

/** Results of a selection that are new or changed, as they can be replayed. */
export async function listTouched(
  knex: Knex,
  selection: ScorecardSelection,
  scorecardRef: string,
  { since, withGone }: { since: number; withGone: boolean },
): Promise<PastRow[]> {
  const changed = knex('scorecard_changes')
    .where('scorecard_ref', scorecardRef)
    .where('changed_at', '>', since)
    .select('entity_ref');
  const query = knex('scorecard_results as result')
    .join('entities as member', 'member.ref', 'result.entity_ref')
    .where('result.scorecard_ref', scorecardRef)
    .where(touched => {
      touched
        .where('result.first_at', '>', since)
        .orWhereIn('result.entity_ref', changed);
      if (withGone) {
        touched.orWhere('member.removed_at', '>', since);
      }
    })
    .select(
      'result.entity_ref',
      'result.level_rank',
      'result.states',
      'result.first_at',
      'member.removed_at',
    );
  limit(query, selection, withGone ? since : undefined);
  orderByText(query, 'result.entity_ref');
  const rows: any[] = await query;
  return rows.map(row => ({
    entityRef: row.entity_ref,
    rank: row.level_rank,
    states: row.states,
    firstAt: Number(row.first_at),
    goneAt: row.removed_at === null ? null : Number(row.removed_at),
  }));
}

/** How the results of a selection changed, the oldest first. */
export async function listChanges(
  knex: Knex,
  selection: ScorecardSelection,
  scorecardRef: string,
  { since, withGone }: { since: number; withGone: boolean },
): Promise<ResultChange[]> {
  const query = knex('scorecard_changes as change')
    .join('entities as member', 'member.ref', 'change.entity_ref')
    .where('change.scorecard_ref', scorecardRef)
    .where('change.changed_at', '>', since)
    .orderBy(['change.changed_at', 'change.id'])
    .select('change.*');
  limit(query, selection, withGone ? since : undefined);
  const rows: any[] = await query;
  return rows.map(toChange);
}

/** How the results of one entity changed, the latest first. */
export async function listEntityChanges(
  knex: Knex,
  entityRef: string,
  scorecardRefs: readonly string[],
  page: { limit: number; after?: ChangePosition },
): Promise<ListedChange[]> {
  const { after } = page;
  const query = knex('scorecard_changes')
    .where('entity_ref', entityRef)
    .orderBy([
      { column: 'changed_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(page.limit)
    .select();
  whereAnyOf(query, 'scorecard_ref', scorecardRefs);
  if (after) {
    query.where(earlier =>
      earlier
        .where('changed_at', '<', after.at)
        .orWhere(same =>
          same.where('changed_at', after.at).where('id', '<', after.id),
        ),
    );
  }
  const rows: any[] = await query;
  return rows.map(row => ({
    ...toChange(row),
    position: { at: Number(row.changed_at), id: Number(row.id) },
  }));
}

/** Entities whose level fell and is not back. */
export async function listLostLevels(
  knex: Knex,
  selection: ScorecardSelection,
  scorecardRefs: readonly string[],
  { since }: { since: number },
): Promise<LostLevel[]> {
  const fallen = knex('scorecard_changes')
    .where('changed_at', '>', since)
    .whereNotNull('level_before')
    .whereRaw('level_after < level_before')
    .groupBy('entity_ref', 'scorecard_ref')
    .select('entity_ref', 'scorecard_ref')
    .max({ rank_before: 'level_before', lost_at: 'changed_at' });
  const query = selectResults(knex, selection, scorecardRefs)
    .join(fallen.as('fallen'), join =>
      join
        .on('fallen.entity_ref', 'result.entity_ref')
        .andOn('fallen.scorecard_ref', 'result.scorecard_ref'),
    )
    .whereRaw('result.level_rank < fallen.rank_before')
    .select(
      ...namingColumns,
      'result.scorecard_ref',
      'result.level_rank',
      'fallen.rank_before',
      'fallen.lost_at',
    );
  orderByText(query, 'member.ref');
  orderByText(query, 'result.scorecard_ref');
  const rows: any[] = await query;
  return rows.map(row => {
    const { entityRef, title, ownerRef } = toNamed(row);
    return {
      entityRef,
      title,
      ownerRef,
      scorecardRef: row.scorecard_ref,
      rankBefore: row.rank_before,
      rank: row.level_rank,
      lostAt: Number(row.lost_at),
    };
  });
}

function limit(
  query: Knex.QueryBuilder,
  selection: ScorecardSelection,
  goneSince: number | undefined,
): void {
  if (goneSince === undefined) {
    whereSelected(query, selection);
  } else {
    whereSelectedOrGone(query, selection, goneSince);
  }
}

/** Check, letters of its states before and after, and whether the check was another one. */
type KeptCheck = [string, string | null, string | null, number];

export function toChange(row: any): ResultChange {
  const checks: KeptCheck[] = JSON.parse(row.checks);
  return {
    entityRef: row.entity_ref,
    scorecardRef: row.scorecard_ref,
    version: row.version,
    ownerRef: row.owner_ref,
    changedAt: Number(row.changed_at),
    levelBefore: row.level_before,
    levelAfter: row.level_after,
    checks: checks.map(([checkId, before, after, isRuleChanged]) => ({
      checkId,
      before: stateOfLetter(before ?? undefined),
      after: stateOfLetter(after ?? undefined),
      isRuleChanged: isRuleChanged === 1,
    })),
  };
}
