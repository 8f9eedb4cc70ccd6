import {
  type DayWindow,
  type DoraReportQuery,
  type DoraSummaryQuery,
  type OrganisationCalendar,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import type { DoraRequest, ReportRequest } from './doraRequests';
import type { ComponentFilter } from './DoraStore';
import { entityRefOf } from '../lib/entityRefOf';

/** What of a query says which numbers are asked for. */
type NumbersQuery = Pick<
  DoraReportQuery,
  'window' | 'from' | 'to' | 'ownership' | 'profile'
>;

/** Reads what requests say of their numbers; they have been validated against the API's description. */
export interface QueryReader {
  /**
   * @throws InputError that names the field
   */
  window(query: Pick<NumbersQuery, 'window' | 'from' | 'to'>): DayWindow;
  /** The numbers of the entity that the path names. */
  entity(request: Request, query: NumbersQuery): DoraRequest;
  /** The numbers of all components that a filter selects. */
  selection(
    query: DoraSummaryQuery & Pick<NumbersQuery, 'ownership'>,
  ): ReportRequest;
  filter(query: DoraSummaryQuery): ComponentFilter;
}

/**
 * @param options - `clock`: epoch milliseconds of now
 */
export function createQueryReader(options: {
  calendar: OrganisationCalendar;
  clock: () => number;
}): QueryReader {
  const { calendar, clock } = options;
  const windowOf: QueryReader['window'] = query =>
    resolveWindow(query, calendar, clock());
  return {
    window: windowOf,
    entity: (request, query) => ({
      scopeRef: entityRefOf(request),
      window: windowOf(query),
      ownership: query.ownership ?? 'now',
      profile: query.profile,
    }),
    selection: query => ({
      scopeRef: 'org',
      window: windowOf(query),
      ownership: query.ownership ?? 'now',
      filter: filterOf(query),
      profile: query.profile,
      edition: query.edition,
    }),
    filter: filterOf,
  };
}

function filterOf(query: DoraSummaryQuery): ComponentFilter {
  const lower = (ref: string | undefined) => ref?.toLocaleLowerCase('en-US');
  return {
    ownerRefs: query.owner?.map(ref => ref.toLocaleLowerCase('en-US')),
    descendants:
      query.owner === undefined ? undefined : query.descendants ?? true,
    systemRef: lower(query.system),
    domainRef: lower(query.domain),
    type: query.type,
    tier: query.tier,
    lifecycle: query.lifecycle,
    text: query.text,
  };
}
