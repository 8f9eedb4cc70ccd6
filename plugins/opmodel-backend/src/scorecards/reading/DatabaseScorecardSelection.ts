import type { Knex } from 'knex';
import { whereComponentFilter } from '../../catalog/DatabaseComponentSelection';
import { whereAnyOf } from '../../catalog/DatabaseLists';
import {
  whereEntityVisible,
  whereVisible,
} from '../../catalog/DatabaseVisibility';
import { unscoredKinds } from '../scoredKinds';
import type { NamedEntity, ScorecardSelection } from './ScorecardReadStore';

/** Columns of `member` that name an entity. */
export const namingColumns = [
  'member.ref',
  'member.kind',
  'member.name',
  'member.title',
  'member.owner_ref',
  'member.tier',
];

/** What {@link namingColumns} say. */
export function toNamed(row: any): NamedEntity {
  return {
    entityRef: row.ref,
    title: row.title ?? row.name,
    kind: row.kind,
    ownerRef: row.owner_ref,
    tier: row.tier,
  };
}

/** Results of a selection under the alias `result`, each with its entity (`member`); of these something is asked. */
export function selectResults(
  knex: Knex,
  selection: ScorecardSelection,
  scorecardRefs: readonly string[],
): Knex.QueryBuilder {
  const query = knex('scorecard_results as result')
    .join('entities as member', 'member.ref', 'result.entity_ref')
    .whereNotNull('result.level_rank');
  whereAnyOf(query, 'result.scorecard_ref', scorecardRefs);
  whereSelected(query, selection);
  return query;
}

/** Limits a query that has `entities` under the alias `member` to those of a selection. */
export function whereSelected(
  query: Knex.QueryBuilder,
  selection: ScorecardSelection,
): void {
  query.whereNull('member.removed_at');
  whereKind(query, selection);
  whereComponentFilter(query, selection);
  whereVisible(query, selection.visibility, 'member.ref');
}

/**
 * The same, with entities that the catalog lost after an instant. What they counted in is over, so of them it is asked what they said
 * last: their owner and whatever is above it today, and their domain.
 */
export function whereSelectedOrGone(
  query: Knex.QueryBuilder,
  selection: ScorecardSelection,
  goneSince: number,
): void {
  const { filter = {}, visibility } = selection;
  const { ownerRefs, descendants, domainRef, ...rest } = filter;
  whereKind(query, selection);
  whereVisible(query, visibility, 'member.ref');
  query.where(either =>
    either
      .where(present => {
        present.whereNull('member.removed_at');
        whereComponentFilter(present, selection);
      })
      .orWhere(gone => {
        gone.where('member.removed_at', '>', goneSince);
        whereComponentFilter(gone, { filter: rest, visibility });
        if (domainRef !== undefined) {
          gone.where('member.domain_ref', domainRef);
        }
        if (ownerRefs !== undefined) {
          gone.where(owned => {
            whereAnyOf(owned, 'member.owner_ref', ownerRefs);
            if (descendants) {
              owned.orWhereExists(above => {
                above
                  .from('scope_spans as owner_span')
                  .whereRaw('owner_span.entity_ref = member.owner_ref')
                  .whereNull('owner_span.to_day');
                whereAnyOf(above, 'owner_span.scope_ref', ownerRefs);
                // Only who may see a group learns which others it has below it.
                whereEntityVisible(above, visibility, 'owner_span.scope_ref');
              });
            }
          });
        }
      }),
  );
}

function whereKind(
  query: Knex.QueryBuilder,
  { kind }: ScorecardSelection,
): void {
  query.whereNotIn('member.kind', unscoredKinds);
  if (kind !== undefined) {
    query.where('member.kind', kind);
  }
}
