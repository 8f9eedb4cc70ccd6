import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  type OpmodelApi,
  type OrganisationCalendar,
  type OwnershipGap,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import { entityRefOf } from '../lib/entityRefOf';
import type { AuthorizedOwnershipService } from './AuthorizedOwnershipService';
import type { OwnershipSelection } from './OwnershipService';
import type { OwnershipOrder } from './OwnershipStore';

type ListQuery = NonNullable<Parameters<OpmodelApi['listOwnership']>[0]>;
type SummaryQuery = NonNullable<
  Parameters<OpmodelApi['getOwnershipSummary']>[0]
>;
type EntityQuery = NonNullable<Parameters<OpmodelApi['getEntityOwnership']>[1]>;

const ENTITY = '/entities/:kind/:namespace/:name/ownership';

/** Adds the routes of ownership to a router that has validated the request against the API's description. */
export function addOwnershipRoutes(
  router: Router,
  options: {
    ownership: AuthorizedOwnershipService;
    httpAuth: HttpAuthService;
    calendar: OrganisationCalendar;
    clock: () => number;
  },
): void {
  const { ownership, httpAuth, calendar, clock } = options;
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  const windowOf = (query: { window?: string; from?: string; to?: string }) =>
    resolveWindow(query, calendar, clock());

  router.get(ENTITY, async (request, response) => {
    const query = request.query as EntityQuery;
    response.json(
      await ownership.getReport(
        {
          entityRef: entityRefOf(request),
          window: windowOf(query),
          ownership: query.ownership ?? 'now',
        },
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${ENTITY}/explain`, async (request, response) => {
    response.json(
      await ownership.explainEntity(
        entityRefOf(request),
        await credentialsOf(request),
      ),
    );
  });

  router.put(`${ENTITY}/gap-dates`, async (request, response) => {
    response.json(
      await ownership.setGapDate(entityRefOf(request), request.body, {
        credentials: await credentialsOf(request),
        request,
      }),
    );
  });

  router.delete(`${ENTITY}/gap-dates/:gap`, async (request, response) => {
    await ownership.removeGapDate(
      entityRefOf(request),
      request.params.gap as OwnershipGap,
      { credentials: await credentialsOf(request), request },
    );
    response.status(204).end();
  });

  router.get('/ownership', async (request, response) => {
    const query = request.query as ListQuery;
    const sort = query.sort ?? 'rung';
    response.json(
      await ownership.list(
        {
          ...selectionOf(query),
          gap: query.gap,
          overdue: query.overdue,
          order: sort.replace('-', '') as OwnershipOrder,
          descending: sort.startsWith('-'),
          limit: query.limit ?? 20,
          cursor: query.cursor,
        },
        await credentialsOf(request),
      ),
    );
  });

  router.get('/ownership/summary', async (request, response) => {
    const query = request.query as SummaryQuery;
    response.json(
      await ownership.getSummary(
        { ...selectionOf(query), window: windowOf(query) },
        await credentialsOf(request),
      ),
    );
  });

  router.get('/ownership/explain', async (request, response) => {
    response.json(
      await ownership.explainSummary(
        selectionOf(request.query as SummaryQuery),
        await credentialsOf(request),
      ),
    );
  });
}

function selectionOf(query: SummaryQuery): OwnershipSelection {
  const lower = (ref: string | undefined) => ref?.toLocaleLowerCase('en-US');
  return {
    kind: query.kind,
    filter: {
      ownerRefs: query.owner?.map(ref => ref.toLocaleLowerCase('en-US')),
      descendants:
        query.owner === undefined ? undefined : query.descendants ?? true,
      systemRef: lower(query.system),
      domainRef: lower(query.domain),
      type: query.type,
      tier: query.tier,
      lifecycle: query.lifecycle,
      text: query.text,
    },
  };
}
