import { tellAmount } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isPostgres } from '../../catalog/DatabaseLists';
import { whereVisible } from '../../catalog/DatabaseVisibility';
import type { Visibility } from '../../catalog/Visibility';
import { selectDebtItems } from './DatabaseDebtItemSelection';
import type {
  DebtPlaceCount,
  DebtPlaceKind,
  DebtSelection,
} from './DebtItemStore';

/** How many items of a selection are in each place that has any. */
export async function countPlaces(
  knex: Knex,
  selection: DebtSelection,
  { by, limit }: { by: DebtPlaceKind; limit: number },
): Promise<{ places: DebtPlaceCount[]; total: number }> {
  const placed =
    by === 'owner'
      ? placeByOwner(knex, selection)
      : placeAbove(knex, selection, by);
  const rows: any[] = await knex
    .from(placed.as('placed'))
    .groupBy('placed.place')
    .select('placed.place')
    .count({ items: '*', estimated: 'placed.principal_thousandths' })
    .sum({ principal: 'placed.principal_thousandths' })
    .select(knex.raw('count(*) over () as places'))
    .orderByRaw(
      `items desc, placed.place${
        isPostgres(knex) ? ' collate "C"' : ''
      } nulls last`,
    )
    .limit(limit);
  return {
    places: rows.map(row => ({
      ref: row.place,
      ...tellAmount({
        items: Number(row.items),
        principal: Number(row.principal),
        withoutPrincipal: Number(row.items) - Number(row.estimated),
      }),
    })),
    total: Number(rows[0]?.places ?? 0),
  };
}

/** Each item with who answers for it; one that the catalog has and that may not be seen is nobody. */
function placeByOwner(knex: Knex, selection: DebtSelection): Knex.QueryBuilder {
  const query = selectDebtItems(knex, selection).select(
    'item.principal_thousandths',
  );
  const { visibility } = selection;
  if (visibility.type === 'all') {
    return query.select('item.owner_ref as place');
  }
  const hidden = knex('entities as owner')
    .whereNull('owner.removed_at')
    .whereNot(seen => whereVisible(seen, visibility, 'owner.ref'))
    .select('owner.ref');
  return query
    .leftJoin(hidden.as('hidden_owner'), 'hidden_owner.ref', 'item.owner_ref')
    .select(
      knex.raw(
        'case when hidden_owner.ref is null then item.owner_ref end as place',
      ),
    );
}

/** Each item once with each system or domain that its entities belong to; one that the catalog does not have, or that may not be seen, is none. */
function placeAbove(
  knex: Knex,
  selection: DebtSelection,
  by: Exclude<DebtPlaceKind, 'owner'>,
): Knex.QueryBuilder {
  return selectDebtItems(knex, selection)
    .join('tech_debt_item_entities as placing', 'placing.item_id', 'item.id')
    .leftJoin('entities as carrier', 'carrier.ref', 'placing.entity_ref')
    .leftJoin(selectShown(knex, selection.visibility, by).as('shown'), clause =>
      clause.on(
        'shown.ref',
        '=',
        knex.raw('case when carrier.kind = ? then carrier.ref else ?? end', [
          by,
          `carrier.${by}_ref`,
        ]),
      ),
    )
    .distinct('item.id', 'item.principal_thousandths', 'shown.ref as place');
}

function selectShown(
  knex: Knex,
  visibility: Visibility,
  kind: string,
): Knex.QueryBuilder {
  const query = knex('entities as above')
    .whereNull('above.removed_at')
    .where('above.kind', kind)
    .select('above.ref');
  whereVisible(query, visibility, 'above.ref');
  return query;
}
