import type { Knex } from 'knex';
import { isPostgres, whereAnyOf } from '../catalog/DatabaseLists';
import {
  countDeployments,
  countExcludedDays,
  isExcludedThroughout,
} from './DatabaseDayLists';
import { whereSelectedDuring } from '../catalog/DatabaseComponentSelection';
import { lowerMedians } from './DatabaseMedians';
import { selectedDays } from './DatabaseMemberCounts';
import type { MemberOrder, MemberPageRequest, MemberRow } from './doraMembers';
import type { DaySpan, DoraSelection, DurationKind } from './DoraStore';

/** What is listed. */
export interface MemberListRequest {
  calculation: string;
  selection: DoraSelection;
  span: DaySpan;
  page: MemberPageRequest;
  /** Only these components. */
  among?: string[];
}

/** By what rows are ordered that takes the rows of all days to know. */
const ORDERED_MEDIANS: Partial<Record<MemberOrder, DurationKind>> = {
  leadTime: 'lead_time',
  recovery: 'recovery',
};

/**
 * The components of a selection with their numbers.
 *
 * @param options - `ordered`: with what the page is ordered by; without, what takes long to know is null
 */
export function memberRows(
  knex: Knex,
  request: MemberListRequest,
  options: { ordered: boolean },
): Knex.QueryBuilder {
  const { calculation, selection, span, among, page } = request;
  const collation = isPostgres(knex) ? 'collate "C"' : '';
  const query = knex('entities as member')
    .modify(members => whereSelectedDuring(members, selection, span))
    .leftJoin('dora_entities as state', join =>
      join
        .on('state.entity_ref', 'member.ref')
        .andOnVal('state.calculation', calculation)
        .andOnVal('state.first_deployment_day', '<=', span.to),
    );
  const joinCounts = (metric: string, alias: string) =>
    query.leftJoin(
      selectedDays(knex, request, among)
        .where('day.metric', metric)
        .groupBy('day.entity_ref')
        .select('day.entity_ref')
        .sum({ total: 'day.count' })
        .as(alias),
      `${alias}.entity_ref`,
      'member.ref',
    );
  let deployments = countDeployments(knex, span);
  if (selection.ownership === 'then') {
    joinCounts('deployments', 'counted');
    deployments = knex.raw('counted.total');
  }
  const knownFrom = knex.raw(
    'case when state.first_deployment_day > ? then state.first_deployment_day else ? end',
    [span.from, span.from],
  );
  // Known to deploy and nothing in the span is a true zero; never having reported is not, nor is a span that counts for nothing.
  deployments = knex.raw(
    'case when state.entity_ref is null or ? then null else coalesce(?, 0) end',
    [isExcludedThroughout(knex, span, knownFrom), deployments],
  );
  const median = options.ordered ? ORDERED_MEDIANS[page.order] : undefined;
  if (median) {
    query.leftJoin(
      lowerMedians(knex, selectedDays(knex, request, among), median).as(
        'median',
      ),
      'median.entity_ref',
      'member.ref',
    );
  }
  let failuresPerMillion = knex.raw('null');
  if (
    options.ordered &&
    page.order === 'changeFailRate' &&
    page.failures !== undefined
  ) {
    joinCounts(page.failures, 'failures');
    failuresPerMillion = knex.raw(
      'case when ? > 0 then coalesce(failures.total, 0) * 1000000 / ? end',
      [deployments, deployments],
    );
  }
  if (among) {
    whereAnyOf(query, 'member.ref', among);
  }
  const medianBin = (kind: DurationKind) =>
    knex.raw(median === kind ? 'median.bin' : 'null');
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
    knex.raw(
      'case when state.first_incident_day <= ? then state.first_incident_day end as first_incident_day',
      [span.to],
    ),
    knex.raw('? as lead_time_bin', [medianBin('lead_time')]),
    knex.raw('? as recovery_bin', [medianBin('recovery')]),
    knex.raw(
      `${
        median === 'lead_time' ? 'coalesce(median.samples, 0)' : '0'
      } as samples`,
    ),
    knex.raw('? as failures_per_million', [failuresPerMillion]),
    knex.raw(`member.sort_name ${collation} as sort_name`),
    knex.raw('? as deployments', [deployments]),
    knex.raw('? as excluded', [countExcludedDays(knex, span, knownFrom)]),
  );
}

/** A row of {@link memberRows} as it is given on. */
export function toMemberRow(row: Record<string, any>): MemberRow {
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
    firstIncidentDay: row.first_incident_day,
    excludedDays: Number(row.excluded),
    leadTimeSamples: Number(row.samples),
    leadTimeBin: number(row.lead_time_bin),
    failuresPerMillion: number(row.failures_per_million),
    recoveryBin: number(row.recovery_bin),
  };
}
