import {
  ageOf,
  interpolate,
  quantileRanks,
  type WorkItemAges,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type { ComponentSelection } from '../catalog/ComponentSelection';
import { whereSelectedDuring } from '../catalog/DatabaseComponentSelection';
import type { ItemMoment } from './FlowStore';

/** Limits a query over `flow_items` (under the alias `item`) to what was in progress at a moment. */
export function whereInProgress(
  query: Knex.QueryBuilder,
  { day, at }: ItemMoment,
): Knex.QueryBuilder {
  return query
    .where('item.withdrawn', false)
    .where('item.started_at', '<=', at)
    .where(candidates =>
      // Follows from the rest. It lets the database find them by an index each, rather than among all that was ever done.
      candidates
        .where(open =>
          open.whereNull('item.completed_at').whereNull('item.cancelled_at'),
        )
        .orWhere('item.ended_day', '>=', day),
    )
    .where(open =>
      open.whereNull('item.completed_at').orWhere('item.completed_at', '>', at),
    )
    .where(open =>
      open.whereNull('item.cancelled_at').orWhere('item.cancelled_at', '>', at),
    );
}

/** Limits a query over `flow_items` (under the alias `item`) to the components of a selection on one day. */
export function joinMembersOn(
  query: Knex.QueryBuilder,
  selection: ComponentSelection,
  day: string,
): Knex.QueryBuilder {
  return query
    .join('entities as member', 'member.ref', 'item.entity_ref')
    .modify(members =>
      whereSelectedDuring(members, selection, { from: day, to: day }),
    );
}

/**
 * The instant before which an item must have begun to be older than so many seconds at a moment. Ages are in whole seconds, as those
 * of a single item are; the earlier an item began, the older it is, whatever time counts.
 *
 * @returns epoch milliseconds
 */
export function earliestWithin(
  { at, workingTime }: ItemMoment,
  seconds: number,
): number {
  const second = Math.floor(at / 1000) * 1000;
  const whole = Math.floor(seconds);
  return workingTime?.earliestStart(second, whole) ?? second - whole * 1000;
}

interface RankedRow {
  started_at: number | string;
  rank: number | string;
  n: number | string;
  beyond: number | string;
}

/**
 * Ages of what is in progress at a moment. The rows in the middle, at the 85th percentile and at the end are all that leaves the
 * database.
 */
export async function describeAges(
  knex: Knex,
  calculation: string,
  selection: ComponentSelection,
  moment: ItemMoment,
  expectationSeconds: number | null,
): Promise<WorkItemAges> {
  const { day, at } = moment;
  const open = knex('flow_items as item')
    .where('item.calculation', calculation)
    .modify(query => whereInProgress(query, moment))
    .modify(query => joinMembersOn(query, selection, day))
    .select(
      'item.started_at',
      knex.raw('row_number() over (order by item.started_at desc) - 1 as rank'),
      knex.raw('count(*) over () as n'),
      knex.raw(
        'sum(case when item.started_at < ? then 1 else 0 end) over () as beyond',
        [
          expectationSeconds === null
            ? 0
            : earliestWithin(moment, expectationSeconds),
        ],
      ),
    );
  const rows: RankedRow[] = await knex
    .from(open.as('open'))
    // A neighbour more on both sides, because the ranks are told with fractions elsewhere.
    .whereRaw(
      `rank in ((n - 1) / 2, n / 2, n - 1,
        (n - 1) * 85 / 100 - 1, (n - 1) * 85 / 100, (n - 1) * 85 / 100 + 1)`,
    )
    .select('started_at', 'rank', 'n', 'beyond');
  const n = Number(rows[0]?.n ?? 0);
  const ages = new Map(
    rows.map(row => [
      Number(row.rank),
      ageOf({ startedAt: Number(row.started_at) }, at, moment.workingTime),
    ]),
  );
  const quantile = (p: number) => {
    const ranks = quantileRanks(n, p);
    return ranks
      ? interpolate(
          ages.get(ranks.below)!,
          ages.get(ranks.above)!,
          ranks.fraction,
        )
      : null;
  };
  return {
    median: quantile(0.5),
    p85: quantile(0.85),
    oldest: ages.get(n - 1) ?? null,
    n,
    beyondExpectation:
      expectationSeconds === null ? null : Number(rows[0]?.beyond ?? 0),
  };
}
