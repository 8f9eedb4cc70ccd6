import { entityPath } from './entityPath';
import type { EngineRequests } from './EngineRequests';
import type { RequestOptions } from './RequestOptions';
import type { Acceptance } from './AcceptanceApi';
import type {
  Attestation,
  AttestationList,
  Campaign,
  CampaignApi,
  CampaignBurnDown,
  CampaignEdit,
  CampaignItemPage,
  CampaignNote,
  CampaignPage,
  CampaignReport,
  NewAttestation,
  NewCampaign,
  NewCheckExemption,
} from './CampaignApi';

/** The calls for campaigns, exemptions and attestations. */
export function campaignCalls(engine: EngineRequests): CampaignApi {
  return {
    listCampaigns(
      query: Parameters<CampaignApi['listCampaigns']>[0] = {},
      options: RequestOptions = {},
    ): Promise<CampaignPage> {
      return engine.read(client =>
        client.GET('/campaigns', { params: { query }, ...options }),
      );
    },

    createCampaign(
      body: NewCampaign,
      options: RequestOptions = {},
    ): Promise<Campaign> {
      return engine.read(client =>
        client.POST('/campaigns', { body, ...options }),
      );
    },

    getCampaign(
      campaignId: string,
      options: RequestOptions = {},
    ): Promise<Campaign> {
      return engine.read(client =>
        client.GET('/campaigns/{campaignId}', {
          params: { path: { campaignId } },
          ...options,
        }),
      );
    },

    changeCampaign(
      campaignId: string,
      body: CampaignEdit,
      options: RequestOptions = {},
    ): Promise<Campaign> {
      return engine.read(client =>
        client.PUT('/campaigns/{campaignId}', {
          params: { path: { campaignId } },
          body,
          ...options,
        }),
      );
    },

    endCampaign(
      campaignId: string,
      body: CampaignNote,
      options: RequestOptions = {},
    ): Promise<Campaign> {
      return engine.read(client =>
        client.POST('/campaigns/{campaignId}/end', {
          params: { path: { campaignId } },
          body,
          ...options,
        }),
      );
    },

    archiveCampaign(
      campaignId: string,
      body: CampaignNote,
      options: RequestOptions = {},
    ): Promise<Campaign> {
      return engine.read(client =>
        client.POST('/campaigns/{campaignId}/archive', {
          params: { path: { campaignId } },
          body,
          ...options,
        }),
      );
    },

    getCampaignBurnDown(
      campaignId: string,
      options: RequestOptions = {},
    ): Promise<CampaignBurnDown> {
      return engine.read(client =>
        client.GET('/campaigns/{campaignId}/burn-down', {
          params: { path: { campaignId } },
          ...options,
        }),
      );
    },

    listCampaignItems(
      campaignId: string,
      query: Parameters<CampaignApi['listCampaignItems']>[1] = {},
      options: RequestOptions = {},
    ): Promise<CampaignItemPage> {
      return engine.read(client =>
        client.GET('/campaigns/{campaignId}/items', {
          params: { path: { campaignId }, query },
          ...options,
        }),
      );
    },

    getCampaignReport(
      campaignId: string,
      options: RequestOptions = {},
    ): Promise<CampaignReport> {
      return engine.read(client =>
        client.GET('/campaigns/{campaignId}/report', {
          params: { path: { campaignId } },
          ...options,
        }),
      );
    },

    requestCheckExemption(
      entityRef: string,
      body: NewCheckExemption,
      options: RequestOptions = {},
    ): Promise<Acceptance> {
      return engine.read(client =>
        client.POST(
          '/entities/{kind}/{namespace}/{name}/scorecards/exemptions',
          { params: { path: entityPath(entityRef) }, body, ...options },
        ),
      );
    },

    listAttestations(
      entityRef: string,
      options: RequestOptions = {},
    ): Promise<AttestationList> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/attestations', {
          params: { path: entityPath(entityRef) },
          ...options,
        }),
      );
    },

    attest(
      entityRef: string,
      body: NewAttestation,
      options: RequestOptions = {},
    ): Promise<Attestation> {
      return engine.read(client =>
        client.POST('/entities/{kind}/{namespace}/{name}/attestations', {
          params: { path: entityPath(entityRef) },
          body,
          ...options,
        }),
      );
    },
  };
}
