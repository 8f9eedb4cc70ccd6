import type { BinCounts } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import { whereSelectedDuring } from '../catalog/DatabaseComponentSelection';
import { isPostgres, whereAnyOf } from '../catalog/DatabaseLists';
import { selectedDays } from './DatabaseFlowCounts';
import { whereInProgress } from './DatabaseOpenItems';
import type {
  CountedMetric,
  FlowCounts,
  FlowMemberOrder,
  FlowMemberPage,
  FlowMemberRow,
  ItemMoment,
} from './FlowStore';

const ORDER_COLUMNS: Record<FlowMemberOrder, string> = {
  name: 'sort_name',
  cycleTime: 'cycle_bin',
  wip: 'wip',
  throughput: 'throughput',
  oldest: 'oldest',
};

/** What is listed. */
interface MemberListRequest {
  calculation: string;
  selection: ComponentSelection;
  span: DaySpan;
  moment: ItemMoment;
}

/**
 * One page of the components of a selection, ordered and cut in SQL. Of all of them only what they are ordered by is told; the
 * rest is read of those on the page.
 */
export async function listMembers(
  knex: Knex,
  request: MemberListRequest & { page: FlowMemberPage },
): Promise<{ items: FlowMemberRow[]; total: number }> {
  const { page, selection, span } = request;
  const column = ORDER_COLUMNS[page.order];
  // The oldest work began first.
  const isDescending = page.descending !== (page.order === 'oldest');
  const query = knex.from(
    memberRows(knex, request, { only: page.order }).as('component'),
  );
  if (page.after) {
    const { value, entityRef } = page.after;
    query.where(rest => {
      if (value === null) {
        rest.whereNull(column).andWhere('ref', '>', entityRef);
        return;
      }
      rest
        .where(column, isDescending ? '<' : '>', value)
        .orWhere(tie =>
          tie.where(column, value).andWhere('ref', '>', entityRef),
        )
        .orWhereNull(column);
    });
  }
  const [listed, [{ total }]] = await Promise.all([
    // A null orders before or after everything depending on the database, so it is told to come last.
    query
      .orderByRaw('(case when ?? is null then 1 else 0 end)', [column])
      .orderBy(column, isDescending ? 'desc' : 'asc')
      .orderBy('ref')
      .limit(page.limit)
      .select('ref') as unknown as Promise<{ ref: string }[]>,
    knex('entities as member')
      .modify(members => whereSelectedDuring(members, selection, span))
      .count({ total: '*' }),
  ]);
  const refs = listed.map(({ ref }) => ref);
  const rows: Record<string, any>[] =
    refs.length === 0 ? [] : await memberRows(knex, request, { among: refs });
  const rowOf = new Map(rows.map(row => [row.ref, toMemberRow(row)]));
  return {
    // Who was removed between both statements is left out.
    items: refs.flatMap(ref => rowOf.get(ref) ?? []),
    total: Number(total),
  };
}

/** Items completed by component and week. */
export async function countMemberWeeks(
  knex: Knex,
  request: {
    calculation: string;
    selection: ComponentSelection;
    span: DaySpan;
    entityRefs: string[];
  },
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const { calculation, selection, span, entityRefs } = request;
  const counts = new Map(
    entityRefs.map(ref => [ref, new Map<string, number>()]),
  );
  const rows: { entity_ref: string; week: string; count: string | number }[] =
    await selectedDays(knex, calculation, selection, span)
      .where('day.metric', 'completed')
      .modify(query => whereAnyOf(query, 'day.entity_ref', entityRefs))
      .groupBy('day.entity_ref', 'day.week')
      .select('day.entity_ref', 'day.week')
      .sum({ count: 'day.count' });
  for (const row of rows) {
    counts.get(row.entity_ref)?.set(row.week, Number(row.count));
  }
  return counts;
}

/** Counts of metrics by component. */
export async function sumMembers(
  knex: Knex,
  request: {
    calculation: string;
    selection: ComponentSelection;
    span: DaySpan;
    metrics: readonly CountedMetric[];
  },
): Promise<ReadonlyMap<string, FlowCounts>> {
  const { calculation, selection, span, metrics } = request;
  const rows: {
    entity_ref: string;
    metric: CountedMetric;
    count: string | number;
  }[] = await selectedDays(knex, calculation, selection, span)
    .whereIn('day.metric', metrics)
    .groupBy('day.entity_ref', 'day.metric')
    .select('day.entity_ref', 'day.metric')
    .sum({ count: 'day.count' });
  const sums = new Map<string, Map<CountedMetric, BinCounts>>();
  for (const row of rows) {
    const own = sums.get(row.entity_ref) ?? new Map<CountedMetric, BinCounts>();
    sums.set(row.entity_ref, own);
    own.set(row.metric, new Map([[0, Number(row.count)]]));
  }
  return sums;
}

/**
 * The components of a selection with their numbers.
 *
 * @param options - `among`: only these components; `only`: of the numbers, only that by which they are ordered
 */
function memberRows(
  knex: Knex,
  request: MemberListRequest,
  { among, only }: { among?: string[]; only?: FlowMemberOrder },
): Knex.QueryBuilder {
  const { calculation, selection, span, moment } = request;
  const collation = isPostgres(knex) ? 'collate "C"' : '';
  const limit = (query: Knex.QueryBuilder, column: string) => {
    if (among) {
      whereAnyOf(query, column, among);
    }
  };
  const days = () =>
    selectedDays(knex, calculation, selection, span).modify(
      limit,
      'day.entity_ref',
    );
  const completed = () =>
    days()
      .where('day.metric', 'completed')
      .groupBy('day.entity_ref')
      .select('day.entity_ref')
      .sum({ throughput: 'day.count' });
  const open = () =>
    knex('flow_items as item')
      .where('item.calculation', calculation)
      .modify(query => whereInProgress(query, moment))
      .modify(limit, 'item.entity_ref')
      .groupBy('item.entity_ref')
      .select('item.entity_ref', knex.raw('min(item.started_at) as oldest'))
      .count({ wip: '*' });
  const blocked = () =>
    blockedItems(knex, calculation, span, query => limit(query, 'entity_ref'));
  // By the alias of each: what it is, and by which orders it is asked for.
  const numbers: [string, () => Knex.QueryBuilder, FlowMemberOrder[]][] = [
    ['done', completed, ['throughput']],
    ['open', open, ['wip', 'oldest']],
    ['held', blocked, []],
    ['median', () => lowerMedians(knex, days()), ['cycleTime']],
  ];
  const query = knex('entities as member')
    .modify(members => whereSelectedDuring(members, selection, span))
    .modify(limit, 'member.ref')
    .leftJoin('flow_entities as state', join =>
      join
        .on('state.entity_ref', 'member.ref')
        .andOnVal('state.calculation', calculation)
        .andOnVal('state.first_item_day', '<=', span.to),
    );
  const joined = new Set<string>();
  for (const [alias, rows, orders] of numbers) {
    if (only === undefined || orders.includes(only)) {
      query.leftJoin(rows().as(alias), `${alias}.entity_ref`, 'member.ref');
      joined.add(alias);
    }
  }
  const valueOf = (alias: string, name: string) =>
    joined.has(alias) ? `${alias}.${name}` : 'null';
  const known = (alias: string, name: string) =>
    knex.raw(
      `case when state.first_item_day is null then null else coalesce(${valueOf(
        alias,
        name,
      )}, 0) end as ??`,
      [name],
    );
  return query.select(
    // SQLite orders text by its bytes; PostgreSQL is told to, so that both list the same page.
    knex.raw(`member.ref ${collation} as ref`),
    knex.raw(`member.sort_name ${collation} as sort_name`),
    'member.name',
    'member.title',
    'member.kind',
    'member.type',
    'member.tier',
    'member.lifecycle',
    'member.owner_ref',
    'member.system_ref',
    'state.first_item_day',
    known('done', 'throughput'),
    known('open', 'wip'),
    known('held', 'blocked'),
    knex.raw(`${valueOf('open', 'oldest')} as oldest`),
    knex.raw(`${valueOf('median', 'cycle_bin')} as cycle_bin`),
    knex.raw(`coalesce(${valueOf('median', 'samples')}, 0) as samples`),
  );
}

/** What is blocked now, less what has been since the span. */
function blockedItems(
  knex: Knex,
  calculation: string,
  span: DaySpan,
  limit: (query: Knex.QueryBuilder) => void,
): Knex.QueryBuilder {
  const metric = 'state:blocked';
  return knex
    .from(
      knex('flow_stocks')
        .where({ calculation, metric })
        .modify(limit)
        .select('entity_ref', 'count')
        .unionAll(
          knex('flow_entity_days')
            .where({ calculation, metric })
            .where('day', '>', span.to)
            .modify(limit)
            .select('entity_ref', knex.raw('-count as count')),
        )
        .as('stock'),
    )
    .groupBy('entity_ref')
    .select('entity_ref')
    .sum({ blocked: 'count' });
}

/** The bin of the lower median of the cycle times of each component. */
function lowerMedians(knex: Knex, days: Knex.QueryBuilder): Knex.QueryBuilder {
  const bins = days
    .where('day.metric', 'cycle_time')
    .groupBy('day.entity_ref', 'day.bin')
    .select('day.entity_ref', 'day.bin')
    .sum({ count: 'day.count' });
  const reached = knex
    .from(bins.as('bins'))
    .select(
      'entity_ref',
      'bin',
      knex.raw('sum(count) over (partition by entity_ref) as samples'),
      knex.raw(
        'sum(count) over (partition by entity_ref order by bin) as reached',
      ),
    );
  return knex
    .from(reached.as('ranked'))
    .whereRaw('reached * 2 >= samples')
    .groupBy('entity_ref', 'samples')
    .select('entity_ref', 'samples')
    .min({ cycle_bin: 'bin' });
}

function toMemberRow(row: Record<string, any>): FlowMemberRow {
  const number = (value: unknown) => (value === null ? null : Number(value));
  return {
    entityRef: row.ref,
    name: row.name,
    title: row.title,
    sortName: row.sort_name,
    kind: row.kind,
    type: row.type,
    tier: row.tier,
    lifecycle: row.lifecycle,
    ownerRef: row.owner_ref,
    systemRef: row.system_ref,
    firstItemDay: row.first_item_day,
    throughput: number(row.throughput),
    wip: number(row.wip),
    blocked: number(row.blocked),
    oldest: number(row.oldest),
    cycleTimeN: Number(row.samples),
    cycleTimeBin: number(row.cycle_bin),
  };
}
