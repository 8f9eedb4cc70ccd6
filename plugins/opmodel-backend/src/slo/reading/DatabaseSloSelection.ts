import type { Knex } from 'knex';
import { whereComponentFilter } from '../../catalog/DatabaseComponentSelection';
import { whereAnyOf } from '../../catalog/DatabaseLists';
import { whereEntityVisible } from '../../catalog/DatabaseVisibility';
import type { Visibility } from '../../catalog/Visibility';
import type { SloSelection } from './SloReadStore';

/** Whether an alert of an SLO fires, in SQL: one that resolves has not ended. */
export const isBurning = `exists (
  select 1 from slo_states as burning where burning.slo_ref = slo.ref and burning.alert_state in ('firing', 'resolving')
)`;

/**
 * SLOs of a selection under the alias `slo`, each with its document (`document`) and what it measures (`member`) from the snapshot;
 * the latter is null where it measures nothing that is known.
 */
export function selectSlos(
  knex: Knex,
  { scopeRef, filter, visibility }: SloSelection,
): Knex.QueryBuilder {
  const query = knex('slos as slo')
    .join('entities as document', 'document.ref', 'slo.ref')
    .leftJoin('entities as member', 'member.ref', 'slo.entity_ref')
    .whereNull('slo.removed_at');
  whereSloVisible(query, visibility);
  if (scopeRef !== undefined) {
    query.whereIn('slo.ref', scope => selectInScope(scope, scopeRef));
  }
  const { ownerRefs, descendants, text, ...rest } = filter ?? {};
  whereComponentFilter(query, { filter: rest, visibility });
  if (ownerRefs !== undefined) {
    whereOwned(query, { ownerRefs, descendants, visibility });
  }
  if (text) {
    whereText(query, text);
  }
  return query;
}

/** Limits a query over `slo` to those whose document and whose measured entity may be seen. */
export function whereSloVisible(
  query: Knex.QueryBuilder,
  visibility: Visibility,
): void {
  if (visibility.type === 'all') {
    return;
  }
  whereEntityVisible(query, visibility, 'slo.ref');
  query.where(measured =>
    measured
      .whereNull('slo.entity_ref')
      .orWhere(known =>
        whereEntityVisible(known, visibility, 'slo.entity_ref'),
      ),
  );
}

/** What measures something in a scope, and what is owned there itself. */
function selectInScope(query: Knex.QueryBuilder, scopeRef: string): void {
  query
    .select('measuring.ref')
    .from('scope_spans as scope_span')
    .join('slos as measuring', 'measuring.entity_ref', 'scope_span.entity_ref')
    .where('scope_span.scope_ref', scopeRef)
    .whereNull('scope_span.to_day')
    .union(own =>
      own
        .select('own_span.entity_ref')
        .from('scope_spans as own_span')
        .where('own_span.scope_ref', scopeRef)
        .whereNull('own_span.to_day')
        .where('own_span.entity_ref', 'like', 'slo:%'),
    );
}

function whereOwned(
  query: Knex.QueryBuilder,
  options: {
    ownerRefs: readonly string[];
    descendants?: boolean;
    visibility: Visibility;
  },
): void {
  const { ownerRefs, descendants, visibility } = options;
  query.where(owned => {
    whereAnyOf(owned, 'slo.owner_ref', ownerRefs);
    owned.orWhere(inherited => {
      inherited.whereNull('slo.owner_ref');
      whereAnyOf(inherited, 'member.owner_ref', ownerRefs);
    });
    if (descendants) {
      owned.orWhereExists(below => {
        below
          .from('scope_spans as owner_span')
          .whereRaw(
            'owner_span.entity_ref = case when slo.owner_ref is null then slo.entity_ref else slo.ref end',
          )
          .whereNull('owner_span.to_day');
        whereAnyOf(below, 'owner_span.scope_ref', ownerRefs);
        // Only who may see a group learns which others it has below it.
        whereEntityVisible(below, visibility, 'owner_span.scope_ref');
      });
    }
  });
}

function whereText(query: Knex.QueryBuilder, text: string): void {
  const part = `%${text
    .toLocaleLowerCase('en-US')
    .replace(/[\\%_]/g, '\\$&')}%`;
  query.where(either => {
    for (const column of [
      'document.name',
      'document.sort_name',
      'member.name',
      'member.sort_name',
    ]) {
      either.orWhereRaw(`lower(??) like ? escape '\\'`, [column, part]);
    }
  });
}
