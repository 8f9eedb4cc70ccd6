import type { Knex } from 'knex';
import { isPostgres, orderByText } from '../../catalog/DatabaseLists';
import { isBurning, selectSlos } from './DatabaseSloSelection';
import type {
  SloListRequest,
  SloOrder,
  SloPosition,
  SloSelection,
} from './SloReadStore';

/** What each order looks at, and whether that is text. What is not known comes last in all of them. */
const orders: Record<SloOrder, { value: string; isText: boolean }> = {
  worst: { value: 'slo.remaining', isText: false },
  name: { value: 'document.sort_name', isText: true },
  remaining: { value: 'slo.remaining', isText: false },
  burn: { value: ofStates('max', 'burn_1h'), isText: false },
  attainment: { value: ofStates('min', 'attainment'), isText: false },
  tier: { value: 'member.tier', isText: true },
};

/** The most urgent first: what is not known comes before what is well, and after what is known not to be. */
const urgency = `case coalesce(slo.state, 'no_data')
  when 'exhausted' then 0
  when 'at_risk' then case when ${isBurning} then 1 else 2 end
  when 'no_data' then 3
  when 'thin' then 4
  else 5 end`;

/** One page of SLOs, and how many there are. */
export async function listSloRefs(
  knex: Knex,
  selection: SloSelection,
  request: SloListRequest,
): Promise<{ items: SloPosition[]; total: number }> {
  // What may be seen is found once: the page says how many there are, unless it lies beyond the last of them.
  const items = await pageOf(knex, selection, request);
  const total =
    items.length > 0
      ? items[0].total
      : (await select(knex, selection, request).count({ total: '*' }))[0].total;
  return {
    items: items.map(({ place, value, ref }) => ({
      place: Number(place),
      value,
      ref,
    })),
    total: Number(total),
  };
}

function select(
  knex: Knex,
  selection: SloSelection,
  { state, burning, review }: SloListRequest,
): Knex.QueryBuilder {
  const query = selectSlos(knex, selection);
  if (state !== undefined) {
    query.whereRaw(`coalesce(slo.state, 'no_data') = ?`, [state]);
  }
  if (burning !== undefined) {
    query.whereRaw(burning ? isBurning : `not ${isBurning}`);
  }
  switch (review?.is) {
    case 'overdue':
      query.where('slo.review_on', '<', review.today);
      break;
    case 'due':
      query.whereBetween('slo.review_on', [review.today, review.dueBy]);
      break;
    case 'none':
      query.whereNull('slo.review_on');
      break;
    default:
  }
  return query;
}

async function pageOf(
  knex: Knex,
  selection: SloSelection,
  request: SloListRequest,
): Promise<any[]> {
  const { order, descending, limit, after } = request;
  const { value, isText } = orders[order];
  const query = knex
    .from(
      select(knex, selection, request)
        .select(
          'slo.ref',
          knex.raw(`${order === 'worst' ? urgency : '0'} as place`),
          knex.raw(`${value} as value`),
          knex.raw('count(*) over () as total'),
        )
        .as('listed'),
    )
    .select('ref', 'place', 'value', 'total');
  // Text is in the order of its characters, whatever the collation of the database.
  const byCharacter = isPostgres(query) ? ' collate "C"' : '';
  const column = isText ? `value${byCharacter}` : 'value';
  if (after) {
    const beyond = descending ? '<' : '>';
    const tie = `ref${byCharacter} > ?`;
    query.where(rest => {
      rest.where('place', '>', after.place).orWhere(among => {
        among.where('place', after.place);
        if (after.value === null) {
          among.whereNull('value').whereRaw(tie, [after.ref]);
          return;
        }
        among.where(later =>
          later
            .whereRaw(`${column} ${beyond} ?`, [after.value])
            .orWhere(same =>
              same.where('value', after.value).whereRaw(tie, [after.ref]),
            )
            .orWhereNull('value'),
        );
      });
    });
  }
  query
    .orderBy('place')
    .orderByRaw('(case when value is null then 1 else 0 end)')
    .orderByRaw(`${column} ${descending ? 'desc' : 'asc'}`);
  orderByText(query, 'ref');
  return query.limit(limit);
}

function ofStates(aggregate: 'max' | 'min', column: string): string {
  return `(select ${aggregate}(state.${column}) from slo_states as state where state.slo_ref = slo.ref)`;
}
