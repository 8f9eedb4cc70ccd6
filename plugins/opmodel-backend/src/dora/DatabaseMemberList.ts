import type { Knex } from 'knex';
import { whereAnyOf } from '../catalog/DatabaseLists';
import { lowerMedians } from './DatabaseMedians';
import { selectedDays } from './DatabaseMemberCounts';
import {
  type MemberListRequest,
  memberRows,
  toMemberRow,
} from './DatabaseMemberRows';
import type { MemberOrder, MemberPageRequest, MemberRow } from './doraMembers';
import type { LeadTimeRanking } from './LeadTimeRanking';

const ORDER_COLUMNS: Record<MemberOrder, string> = {
  name: 'sort_name',
  leadTime: 'lead_time_bin',
  deployments: 'deployments',
  lastDeployment: 'last_deployment_at',
  changeFailRate: 'failures_per_million',
  recovery: 'recovery_bin',
};

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
          pageOf(knex, request),
      countAll(knex, request),
    ]);
    return { items: rows.map(toMemberRow), total };
  }
  const [ranked, total] = await Promise.all([
    pageOf(knex, request),
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
): Promise<Record<string, any>[]> {
  const { page } = request;
  const column = ORDER_COLUMNS[page.order];
  const direction = page.descending ? 'desc' : 'asc';
  const query = knex.from(
    memberRows(knex, request, { ordered: true }).as('component'),
  );
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
        memberRows(knex, { ...request, among }, { ordered: false }).as(
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
    memberRows(knex, request, { ordered: false }).as('component'),
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
    rows.map(({ entity_ref: ref, bin, samples }: any) => [
      ref,
      { lead_time_bin: bin, samples },
    ]),
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
