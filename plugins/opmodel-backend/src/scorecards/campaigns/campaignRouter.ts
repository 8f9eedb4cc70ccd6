import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type {
  CampaignStatus,
  PairStanding,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { AuthorizedCampaignService } from './AuthorizedCampaignService';
import { campaignFields } from './readCampaign';

/** Queries as the API's description has let them through. */
interface OwnerQuery {
  owner?: string[];
  descendants?: boolean;
  limit?: number;
  cursor?: string;
}

const lower = (ref: string) => ref.toLocaleLowerCase('en-US');

const readPage = ({ owner, descendants, limit, cursor }: OwnerQuery) => ({
  owners: owner?.map(lower),
  descendants: descendants ?? true,
  limit: limit ?? 20,
  cursor,
});

/** Adds the routes of campaigns to a router that has validated the request against the API's description. */
export function addCampaignRoutes(
  router: Router,
  {
    campaigns,
    httpAuth,
  }: { campaigns: AuthorizedCampaignService; httpAuth: HttpAuthService },
): void {
  const contextOf = async (request: Request) => ({
    // Services as well, so that they are told why they may not change anything.
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
    request,
  });

  router.get('/campaigns', async (request, response) => {
    const query = request.query as unknown as OwnerQuery & {
      status?: CampaignStatus;
      scorecard?: string;
    };
    const { credentials } = await contextOf(request);
    response.json(
      await campaigns.list(
        {
          ...readPage(query),
          status: query.status,
          scorecardRef: query.scorecard && lower(query.scorecard),
        },
        credentials,
      ),
    );
  });

  router.post('/campaigns', async (request, response) => {
    refuseUnknownFields(request.body, campaignFields);
    const context = await contextOf(request);
    response.status(201).json(await campaigns.create(request.body, context));
  });

  router.get('/campaigns/:campaignId', async (request, response) => {
    const { credentials } = await contextOf(request);
    response.json(await campaigns.get(request.params.campaignId, credentials));
  });

  router.put('/campaigns/:campaignId', async (request, response) => {
    refuseUnknownFields(request.body, [...campaignFields, 'revision']);
    const { campaignId } = request.params;
    response.json(
      await campaigns.change(
        campaignId,
        request.body,
        await contextOf(request),
      ),
    );
  });

  for (const deed of ['end', 'archive'] as const) {
    router.post(`/campaigns/:campaignId/${deed}`, async (request, response) => {
      refuseUnknownFields(request.body, ['revision', 'note']);
      const { campaignId } = request.params;
      response.json(
        await campaigns[deed](
          campaignId,
          request.body,
          await contextOf(request),
        ),
      );
    });
  }

  router.get('/campaigns/:campaignId/burn-down', async (request, response) => {
    const { credentials } = await contextOf(request);
    response.json(
      await campaigns.getBurnDown(request.params.campaignId, credentials),
    );
  });

  router.get('/campaigns/:campaignId/items', async (request, response) => {
    const query = request.query as unknown as OwnerQuery & {
      state?: PairStanding;
    };
    const { credentials } = await contextOf(request);
    response.json(
      await campaigns.listItems(
        request.params.campaignId,
        { ...readPage(query), state: query.state },
        credentials,
      ),
    );
  });

  router.get('/campaigns/:campaignId/report', async (request, response) => {
    const { credentials } = await contextOf(request);
    response.json(
      await campaigns.getReport(request.params.campaignId, credentials),
    );
  });
}
