import type { Knex } from 'knex';
import { isPostgres, whereAnyOf } from '../catalog/DatabaseLists';
import { lowerMedians } from './DatabaseLeadTimeMedians';
import { selectedDays } from './DatabaseMemberCounts';
import { whereSelectedDuring } from './DatabaseDoraSelection';
import { countDeployments } from './DatabaseSelectionState';
import type {
  DaySpan,
  DoraSelection,
  MemberOrder,
  MemberPageRequest,
  MemberRow,
} from './DoraStore';
import type { LeadTimeRanking } from './LeadTimeRanking';

const ORDER_COLUMNS: Record<MemberOrder, string> = {
  name: 'sort_name',
  leadTime: 'lead_time_bin',
  deployments: 'deployments',
  lastDeployment: 'last_deployment_at',
};

/** What is listed. */
interface MemberListRequest {
  calculation: string;
  selection: DoraSelection;
  span: DaySpan;
  page: MemberPageRequest;
  /** Only these components. */
  among?: string[];
}

/** Components that are looked at first for a page of a ranking, by the length of the page: most callers see nearly all. */
const LOOKED_AT_PER_ROW = 4;

/** How many more are looked at each time, until the page is full. */
const LOOKED_AT_GROWTH = 8;

/**
 * One page of the components of a selection, filtered, ordered and cut in SQL. The median by which
 * rows are ordered is the lower one of the bins.
 */
export async function listMembers(
  knex: Knex,
  request: MemberListRequest,
): Promise<{ items: MemberRow[]; total: number }> {
  if (request.page.order === 'leadTime') {
    const { ranking } = request.page;
    const isKnown = ranking && request.selection.ownership === 'now';
    const [rows, total] = await Promise.all([
      isKnown
        ? rankedPageOf(knex, request, ranking)
        : // The order has taken all samples already.
          pageOf(knex, request, { medians: true }),
      countAll(knex, request),
    ]);
    return { items: rows.map(toMemberRow), total };
  }
  const [ranked, total] = await Promise.all([
    pageOf(knex, request, { medians: false }),
    countAll(knex, request),
  ]);
  const medians = await readMedians(
    knex,
    request,
    ranked.map(row => row.ref),
  );
  return {
    items: ranked.map(row => toMemberRow({ ...row, ...medians.get(row.ref) })),
    total,
  };
}

/** The rows of the page in their order. */
async function pageOf(
  knex: Knex,
  request: MemberListRequest,
  options: { medians: boolean },
): Promise<Record<string, any>[]> {
  const { page } = request;
  const column = ORDER_COLUMNS[page.order];
  const direction = page.descending ? 'desc' : 'asc';
  const query = knex.from(memberRows(knex, request, options).as('component'));
  whereDeployments(query, page.deployments);
  if (page.after) {
    const { value, entityRef } = page.after;
    const beyond = page.descending ? '<' : '>';
    query.where(rest => {
      if (value === null) {
        rest.whereNull(column).andWhere('ref', '>', entityRef);
        return;
      }
      rest
        .where(column, beyond, value)
        .orWhere(tie =>
          tie.where(column, value).andWhere('ref', '>', entityRef),
        )
        .orWhereNull(column);
    });
  }
  // A null orders before or after everything depending on the database, so it is told to come last.
  return query
    .orderByRaw('(case when ?? is null then 1 else 0 end)', [column])
    .orderBy(column, direction)
    .orderBy('ref')
    .limit(page.limit)
    .select('*');
}

/** The rows of the page in an order that is known: the first of it that belong to the selection. */
async function rankedPageOf(
  knex: Knex,
  request: MemberListRequest,
  ranking: LeadTimeRanking,
): Promise<Record<string, any>[]> {
  const { page } = request;
  const rows: Record<string, any>[] = [];
  const select = (among?: string[]): Knex.QueryBuilder =>
    knex
      .from(
        memberRows(knex, { ...request, among }, { medians: false }).as(
          'component',
        ),
      )
      .modify(query => whereDeployments(query, page.deployments))
      .select('*');
  const ranked = ranking.listFrom(page.after, page.descending);
  let size = page.limit * LOOKED_AT_PER_ROW;
  for (let at = 0; at < ranked.length && rows.length < page.limit; ) {
    const among = ranked.slice(at, at + size);
    const members: Record<string, any>[] = await select(among);
    const found = new Map(members.map(row => [row.ref, row]));
    for (const ref of among) {
      const row = found.get(ref);
      if (row) {
        const { bin, samples } = ranking.medianOf(ref)!;
        rows.push({ ...row, lead_time_bin: bin, samples });
      }
    }
    at += size;
    size *= LOOKED_AT_GROWTH;
  }
  const missing = page.limit - rows.length;
  if (missing > 0) {
    const { after } = page;
    const rest = select()
      .whereNot(known => whereAnyOf(known, 'ref', ranking.refs))
      .orderBy('ref')
      .limit(missing);
    if (after?.value === null) {
      rest.where('ref', '>', after.entityRef);
    }
    rows.push(...(await rest));
  }
  return rows.slice(0, page.limit);
}

async function countAll(
  knex: Knex,
  request: MemberListRequest,
): Promise<number> {
  const { page } = request;
  const all = knex.from(
    memberRows(knex, request, { medians: false }).as('component'),
  );
  whereDeployments(all, page.deployments);
  const [{ total }] = await all.count({ total: '*' });
  return Number(total);
}

async function readMedians(
  knex: Knex,
  request: MemberListRequest,
  refs: string[],
): Promise<Map<string, { lead_time_bin: number; samples: number | string }>> {
  const rows = await lowerMedians(knex, selectedDays(knex, request, refs));
  return new Map(
    rows.map(({ entity_ref: ref, lead_time_bin, samples }: any) => [
      ref,
      { lead_time_bin, samples },
    ]),
  );
}

/**
 * The components of a selection with their numbers.
 *
 * @param options - `medians`: with the median lead time, which takes all samples; null without
 */
function memberRows(
  knex: Knex,
  request: MemberListRequest,
  options: { medians: boolean },
): Knex.QueryBuilder {
  const { calculation, selection, span, among } = request;
  const collation = isPostgres(knex) ? 'collate "C"' : '';
  const query = knex('entities as member')
    .modify(members => whereSelectedDuring(members, selection, span))
    .leftJoin('dora_entities as state', join =>
      join
        .on('state.entity_ref', 'member.ref')
        .andOnVal('state.calculation', calculation)
        .andOnVal('state.first_deployment_day', '<=', span.to),
    );
  let deployments = countDeployments(knex, span);
  if (selection.ownership === 'then') {
    deployments = knex.raw('counted.deployments');
    query.leftJoin(
      selectedDays(knex, request, among)
        .where('day.metric', 'deployments')
        .groupBy('day.entity_ref')
        .select('day.entity_ref')
        .sum({ deployments: 'day.count' })
        .as('counted'),
      'counted.entity_ref',
      'member.ref',
    );
  }
  if (options.medians) {
    query.leftJoin(
      lowerMedians(knex, selectedDays(knex, request, among)).as('median'),
      'median.entity_ref',
      'member.ref',
    );
  }
  if (among) {
    whereAnyOf(query, 'member.ref', among);
  }
  return query.select(
    // SQLite orders text by its bytes; PostgreSQL is told to, so that both list the same page.
    knex.raw(`member.ref ${collation} as ref`),
    'member.name',
    'member.title',
    'member.kind',
    'member.type',
    'member.tier',
    'member.lifecycle',
    'member.owner_ref',
    'member.system_ref',
    'state.first_deployment_day',
    'state.last_deployment_at',
    options.medians
      ? 'median.lead_time_bin'
      : knex.raw('null as lead_time_bin'),
    options.medians
      ? knex.raw('coalesce(median.samples, 0) as samples')
      : knex.raw('0 as samples'),
    knex.raw(`member.sort_name ${collation} as sort_name`),
    // Known to deploy and nothing in the span is a true zero; never having reported is not.
    knex.raw(
      'case when state.entity_ref is null then null else coalesce(?, 0) end as deployments',
      [deployments],
    ),
  );
}

function whereDeployments(
  query: Knex.QueryBuilder,
  wanted: MemberPageRequest['deployments'],
): void {
  if (!wanted) {
    return;
  }
  if (!wanted.known) {
    query.whereNull('deployments');
    return;
  }
  query.whereNotNull('deployments');
  if (wanted.minimum !== undefined) {
    query.where('deployments', '>=', wanted.minimum);
  }
  if (wanted.maximum !== undefined) {
    query.where('deployments', '<=', wanted.maximum);
  }
}

function toMemberRow(row: Record<string, any>): MemberRow {
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
    deployments: number(row.deployments),
    firstDeploymentDay: row.first_deployment_day,
    lastDeploymentAt: number(row.last_deployment_at),
    leadTimeSamples: Number(row.samples),
    leadTimeBin: number(row.lead_time_bin),
  };
}
