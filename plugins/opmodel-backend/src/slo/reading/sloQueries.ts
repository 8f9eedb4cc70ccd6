import { InputError } from '@backstage/errors';
import {
  addDays,
  type OpmodelApi,
  type OrganisationCalendar,
  type SliResolution,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import { DateTime } from 'luxon';
import type { ComponentFilter } from '../../catalog/ComponentSelection';
import type { BucketsRequest } from './SloHistoryReader';
import type { PageOf, ProblemsRequest, SlosRequest } from './SloListReader';
import type { SloOrder } from './SloReadStore';
import type { ObjectiveRequest } from './SloService';

type ListQuery = NonNullable<Parameters<OpmodelApi['listSlos']>[0]>;
type ProblemQuery = NonNullable<Parameters<OpmodelApi['listSloProblems']>[0]>;
type BucketQuery = NonNullable<Parameters<OpmodelApi['listSloBuckets']>[1]>;
type SelectionQuery = NonNullable<Parameters<OpmodelApi['getSloSummary']>[0]>;

/** Rows of a page where nothing is said. */
const USUAL_PAGE = 20;

/** Which page a query asks for. */
export function readPage(query: { limit?: number; cursor?: string }): PageOf {
  return { limit: query.limit ?? USUAL_PAGE, cursor: query.cursor };
}

/** What a query says of what is measured. */
export function readFilter(query: SelectionQuery): ComponentFilter {
  return {
    ownerRefs: query.owner?.map(lower),
    descendants:
      query.owner === undefined ? undefined : query.descendants ?? true,
    systemRef: query.system && lower(query.system),
    domainRef: query.domain && lower(query.domain),
    type: query.type,
    tier: query.tier,
    lifecycle: query.lifecycle,
    text: query.text,
  };
}

/** Which SLOs a query asks for. */
export function readList(query: ListQuery): SlosRequest {
  const sort = query.sort ?? 'worst';
  return {
    ...readPage(query),
    filter: readFilter(query),
    state: query.state,
    burning: query.burning,
    review: query.review,
    order: sort.replace('-', '') as SloOrder,
    descending: sort.startsWith('-'),
  };
}

/** Which problems a query asks for. */
export function readProblems(query: ProblemQuery): ProblemsRequest {
  return {
    ...readPage(query),
    filter: readFilter(query),
    severity: query.severity,
    rule: query.rule,
  };
}

/** The SLO that the path of a request names, and the objective of its query. */
export function readObjective(request: Request): ObjectiveRequest {
  const { objective } = request.query as { objective?: number };
  return { ref: readSloRef(request), objective: objective ?? 0 };
}

/** The SLO that the path of a request names. */
export function readSloRef({ params }: Request): string {
  return lower(`slo:${params.namespace}/${params.name}`);
}

/**
 * Which buckets a query asks for.
 *
 * @throws InputError that names the field
 */
export function readBuckets(
  query: BucketQuery,
  { zone }: OrganisationCalendar,
): BucketsRequest {
  const { from, to } = query;
  if (from !== undefined && to !== undefined && from > to) {
    throw new InputError(`'from' must not be after 'to', got '${from}'`);
  }
  return {
    ...readPage(query),
    resolution: (query.resolution ?? 3_600) as SliResolution,
    from: from === undefined ? undefined : startOf('from', from, zone),
    to:
      to === undefined
        ? undefined
        : startOf('to', addDays(checkDay('to', to), 1), zone),
  };
}

function startOf(field: string, day: string, zone: string): number {
  return DateTime.fromISO(checkDay(field, day), { zone }).toMillis();
}

function checkDay(field: string, day: string): string {
  const { isValid, year } = DateTime.fromISO(day, { zone: 'utc' });
  if (!isValid || year < 1970 || year > 9000) {
    throw new InputError(
      `'${field}' must be a day such as 2026-03-01, got '${day}'`,
    );
  }
  return day;
}

function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
