import type { Knex } from 'knex';
import type { ComponentSelection } from '../catalog/ComponentSelection';
import { joinSelectedDays } from '../catalog/DatabaseComponentSelection';
import { isPostgres, orderByText } from '../catalog/DatabaseLists';
import type {
  OwnershipListRequest,
  OwnershipOrder,
  OwnershipStateRow,
} from './OwnershipStore';

/** What the list is ordered by, and whether that is text. */
const orders: Record<OwnershipOrder, { column: string; text: boolean }> = {
  name: { column: 'entity.sort_name', text: true },
  rung: { column: 'state.reached', text: false },
  tier: { column: 'state.tier', text: true },
  due: { column: 'due.due_day', text: true },
  reviewed: { column: 'state.verified_at', text: false },
};

/** One page of entities with their ladders, and how many there are. */
export async function listOwnershipRows(
  knex: Knex,
  selection: ComponentSelection,
  request: OwnershipListRequest,
): Promise<{ items: OwnershipStateRow[]; total: number }> {
  const [items, [{ total }]] = await Promise.all([
    pageOf(knex, selection, request),
    select(knex, selection, request).count({ total: '*' }),
  ]);
  return { items: items.map(toRow), total: Number(total) };
}

/** States that hold now of what is selected, under the alias `state`. */
export function selectStates(
  knex: Knex,
  selection: ComponentSelection,
): Knex.QueryBuilder {
  const query = knex('ownership_states as state').whereNull('state.to_day');
  joinSelectedDays(
    query,
    { ...selection, ownership: 'now' },
    {
      entityRef: 'state.entity_ref',
    },
  );
  return query;
}

/** Limits a query over states to those with a gap. */
export function whereGap(
  query: Knex.QueryBuilder,
  gap: string,
): Knex.QueryBuilder {
  return query.whereLike('state.gaps', `%"${gap}"%`);
}

function select(
  knex: Knex,
  selection: ComponentSelection,
  { gap, overdue }: OwnershipListRequest,
): Knex.QueryBuilder {
  const query = selectStates(knex, selection);
  if (gap) {
    whereGap(query, gap);
  }
  if (overdue) {
    query[overdue.is ? 'whereExists' : 'whereNotExists'](late =>
      late
        .from('ownership_gap_dates as late')
        .whereRaw('late.entity_ref = state.entity_ref')
        .where('late.due_day', '<', overdue.before),
    );
  }
  return query;
}

async function pageOf(
  knex: Knex,
  selection: ComponentSelection,
  request: OwnershipListRequest,
): Promise<Record<string, any>[]> {
  const { order, descending, limit, after } = request;
  const { column, text } = orders[order];
  const query = select(knex, selection, request)
    .join('entities as entity', 'entity.ref', 'state.entity_ref')
    .leftJoin(
      knex('ownership_gap_dates')
        .select('entity_ref')
        .min({ due_day: 'due_day' })
        .groupBy('entity_ref')
        .as('due'),
      'due.entity_ref',
      'state.entity_ref',
    );
  // Text is in the order of its characters, whatever the collation of the database.
  const byCharacter = text && isPostgres(query) ? ' collate "C"' : '';
  const refByCharacter = isPostgres(query) ? ' collate "C"' : '';
  if (after) {
    const { value, entityRef } = after;
    const beyond = descending ? '<' : '>';
    query.where(rest => {
      const tie = (among: Knex.QueryBuilder) =>
        among.whereRaw(`state.entity_ref${refByCharacter} > ?`, [entityRef]);
      if (value === null) {
        rest.whereNull(column).andWhere(tie);
        return;
      }
      rest
        .whereRaw(`??${byCharacter} ${beyond} ?`, [column, value])
        .orWhere(same => tie(same.where(column, value)))
        .orWhereNull(column);
    });
  }
  // A null orders before or after everything depending on the database, so it is told to come last.
  query
    .orderByRaw('(case when ?? is null then 1 else 0 end)', [column])
    .orderByRaw(`??${byCharacter} ${descending ? 'desc' : 'asc'}`, [column]);
  orderByText(query, 'state.entity_ref');
  return query
    .limit(limit)
    .select(
      'state.*',
      'due.due_day',
      'entity.kind',
      'entity.name',
      'entity.title',
      'entity.sort_name',
      'entity.type',
      'entity.lifecycle',
      'entity.system_ref',
    );
}

function toRow(row: Record<string, any>): OwnershipStateRow {
  return {
    entityRef: row.entity_ref,
    ownerRef: row.owner_ref,
    tier: row.tier,
    reached: row.reached,
    gaps: JSON.parse(row.gaps),
    verifiedAt: row.verified_at === null ? null : Number(row.verified_at),
    expiresAt: row.expires_at === null ? null : Number(row.expires_at),
    kind: row.kind,
    name: row.name,
    title: row.title,
    sortName: row.sort_name,
    type: row.type,
    lifecycle: row.lifecycle,
    systemRef: row.system_ref,
    dueDay: row.due_day,
  };
}
