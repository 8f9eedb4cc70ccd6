import type { Knex } from 'knex';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import {
  joinSelectedDays,
  whereSelectedDuring,
} from '../catalog/DatabaseComponentSelection';
import { orderByText, whereTextAfter } from '../catalog/DatabaseLists';
import { whereInProgress } from './DatabaseOpenItems';
import type { ItemMoment, ItemPageRequest, ItemRecord } from './FlowStore';

/** By what items of the same instant are ordered: by their characters, so that every database lists the same page. */
const TIES = ['item.entity_ref', 'item.source', 'item.item'];

interface ItemListRequest {
  calculation: string;
  selection: ComponentSelection;
  span: DaySpan;
  moment: ItemMoment;
  page: ItemPageRequest;
}

/** One page of the work items of a selection: the newest first, and of what is in progress the oldest. */
export async function listItems(
  knex: Knex,
  request: ItemListRequest,
): Promise<{ items: ItemRecord[]; total: number }> {
  const { page } = request;
  const all = knex('flow_items as item')
    .where('item.calculation', request.calculation)
    .modify(query => whereListed(query, request));
  if (page.category !== undefined) {
    all.where('item.category', page.category);
  }
  if (page.period !== undefined) {
    all.whereExists(
      knex('flow_item_periods as committed')
        .whereRaw('committed.calculation = item.calculation')
        .whereRaw('committed.entity_ref = item.entity_ref')
        .whereRaw('committed.source = item.source')
        .whereRaw('committed.item = item.item')
        .where('committed.period', page.period),
    );
  }
  const [{ total }] = await all.clone().count({ total: '*' });
  const isAscending = page.state === 'in_progress';
  const column = isAscending ? 'item.started_at' : 'item.at';
  const rows: Record<string, any>[] = await all
    .join('work_items as record', join =>
      join
        .on('record.source', 'item.source')
        .andOn('record.subject', 'item.item')
        .andOn('record.entity_ref', 'item.entity_ref')
        .andOnNull('record.superseded_at'),
    )
    .join('entities as component', 'component.ref', 'item.entity_ref')
    .modify(query => wherePast(query, column, isAscending, page.after))
    .orderBy(column, isAscending ? 'asc' : 'desc')
    .modify(query => TIES.forEach(tied => orderByText(query, tied)))
    .limit(page.limit)
    .select(
      'item.*',
      'record.title',
      'record.url',
      'record.severity',
      'record.found_in',
      'record.created_at',
      'record.committed_period',
      'record.recorded_at',
      'component.name as entity_name',
      'component.title as entity_title',
      knex.raw('?? as position', [column]),
    );
  return { items: rows.map(toItemRecord), total: Number(total) };
}

/** What happened on a day belongs to the scope of that day; what lasts, to that of the moment or of any day of the span. */
function whereListed(
  query: Knex.QueryBuilder,
  { selection, span, moment, page }: ItemListRequest,
): void {
  const during = (members: Knex.QueryBuilder, days: DaySpan) =>
    members
      .join('entities as member', 'member.ref', 'item.entity_ref')
      .modify(rows => whereSelectedDuring(rows, selection, days));
  const on = (day: string) => {
    query.whereBetween(day, [span.from, span.to]).modify(rows =>
      joinSelectedDays(rows, selection, {
        entityRef: 'item.entity_ref',
        day,
      }),
    );
  };
  switch (page.state) {
    case 'arrived':
      on('item.arrived_day');
      break;
    case 'completed':
      on('item.completed_day');
      break;
    case 'reopened':
      on('item.completed_day');
      // As the number counts them: of those of which the states are known from start to end, which have a time of being blocked.
      query
        .where('item.times_reopened', '>', 0)
        .whereNotNull('item.blocked_seconds');
      break;
    case 'cancelled':
      on('item.ended_day');
      query.whereNotNull('item.cancelled_at');
      break;
    case 'in_progress':
      whereInProgress(query, moment);
      during(query, { from: moment.day, to: moment.day });
      break;
    default:
      query
        .where('item.arrived_day', '<=', span.to)
        .where(lasting =>
          lasting
            .whereNull('item.ended_day')
            .orWhere('item.ended_day', '>=', span.from),
        );
      during(query, span);
      if (page.state === 'blocked') {
        query.where('item.ever_blocked', true);
      }
  }
  if (page.state !== undefined) {
    query.where('item.withdrawn', false);
  }
}

function wherePast(
  query: Knex.QueryBuilder,
  column: string,
  isAscending: boolean,
  after: ItemPageRequest['after'],
): void {
  if (!after) {
    return;
  }
  const values = [after.entityRef, after.source, after.subject];
  query.where(past => {
    past.where(column, isAscending ? '>' : '<', after.at);
    TIES.forEach((tied, index) => {
      past.orWhere(tie => {
        tie.where(column, after.at);
        whereTextAfter(tie, tied, values[index]);
        for (const [nth, equal] of TIES.slice(0, index).entries()) {
          tie.where(equal, values[nth]);
        }
      });
    });
  });
}

function toItemRecord(row: Record<string, any>): ItemRecord {
  const number = (value: unknown) => (value === null ? null : Number(value));
  return {
    entityRef: row.entity_ref,
    entityName: row.entity_name,
    entityTitle: row.entity_title,
    source: row.source,
    subject: row.item,
    title: row.title,
    url: row.url,
    category: row.category,
    severity: row.severity,
    foundIn: row.found_in,
    state: row.state,
    createdAt: number(row.created_at),
    startedAt: number(row.started_at),
    completedAt: number(row.completed_at),
    cancelledAt: number(row.cancelled_at),
    committedPeriod: row.committed_period,
    cycleSeconds: number(row.cycle_seconds),
    blockedSeconds: number(row.blocked_seconds),
    timesReopened: Number(row.times_reopened),
    exclusion: row.exclusion,
    recordedAt: Number(row.recorded_at),
    stateSince: Number(row.at),
    at: Number(row.position),
  };
}
