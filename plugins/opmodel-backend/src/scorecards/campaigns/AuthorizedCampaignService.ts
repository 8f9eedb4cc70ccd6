import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  Campaign,
  CampaignBurnDown,
  CampaignEdit,
  CampaignItemPage,
  CampaignNote,
  CampaignPage,
  CampaignReport,
  NewCampaign,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import { audited } from '../../lib/audited';
import {
  type CampaignCaller,
  type CampaignCallerOptions,
  resolveCampaignCaller,
} from './CampaignCaller';
import type { CampaignHistoryReader } from './CampaignHistoryReader';
import type {
  CampaignItemReader,
  CampaignItemsRequest,
} from './CampaignItemReader';
import type {
  CampaignListReader,
  CampaignsRequest,
} from './CampaignListReader';
import type { CampaignService } from './CampaignService';
import type { VisibleCampaign, VisibleCampaigns } from './VisibleCampaigns';

/** Who asks, and the request they ask in, which the auditor is told of. */
export interface CampaignContext {
  credentials: BackstageCredentials;
  request: Request;
}

/**
 * Campaigns for somebody: every call resolves what the caller may see and change, and every change is an auditor event.
 *
 * Each method throws NotAllowedError when the caller may read no scorecards at all, and NotFoundError where there is no such campaign that
 * they may see.
 */
export class AuthorizedCampaignService {
  readonly #options: CampaignCallerOptions & {
    service: CampaignService;
    campaigns: VisibleCampaigns;
    lists: CampaignListReader;
    items: CampaignItemReader;
    histories: CampaignHistoryReader;
    auditor: AuditorService;
  };

  constructor(
    options: CampaignCallerOptions & {
      service: CampaignService;
      campaigns: VisibleCampaigns;
      lists: CampaignListReader;
      items: CampaignItemReader;
      histories: CampaignHistoryReader;
      auditor: AuditorService;
    },
  ) {
    this.#options = options;
  }

  async list(
    request: CampaignsRequest,
    credentials: BackstageCredentials,
  ): Promise<CampaignPage> {
    const caller = await this.#resolve(credentials);
    return this.#options.lists.list(request, caller);
  }

  async get(id: string, credentials: BackstageCredentials): Promise<Campaign> {
    const caller = await this.#resolve(credentials);
    return this.#options.service.get(id, caller);
  }

  async getBurnDown(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<CampaignBurnDown> {
    return this.#of(id, credentials, (visible, { reads }) =>
      this.#options.histories.burnDown(visible, reads),
    );
  }

  async getReport(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<CampaignReport> {
    return this.#of(id, credentials, (visible, { reads }) =>
      this.#options.histories.report(visible, reads),
    );
  }

  async listItems(
    id: string,
    request: CampaignItemsRequest,
    credentials: BackstageCredentials,
  ): Promise<CampaignItemPage> {
    return this.#of(id, credentials, (visible, { reads }) =>
      this.#options.items.list(visible, request, reads),
    );
  }

  async create(body: NewCampaign, context: CampaignContext): Promise<Campaign> {
    const { scorecardRef } = body;
    return this.#audited('create', { scorecardRef }, context, caller =>
      this.#options.service.create(body, caller),
    );
  }

  async change(
    id: string,
    body: CampaignEdit,
    context: CampaignContext,
  ): Promise<Campaign> {
    return this.#audited('change', { campaignId: id }, context, caller =>
      this.#options.service.change(id, body, caller),
    );
  }

  async end(
    id: string,
    body: CampaignNote,
    context: CampaignContext,
  ): Promise<Campaign> {
    return this.#audited('end', { campaignId: id }, context, caller =>
      this.#options.service.end(id, body, caller),
    );
  }

  async archive(
    id: string,
    body: CampaignNote,
    context: CampaignContext,
  ): Promise<Campaign> {
    return this.#audited('archive', { campaignId: id }, context, caller =>
      this.#options.service.archive(id, body, caller),
    );
  }

  #resolve(credentials: BackstageCredentials): Promise<CampaignCaller> {
    return resolveCampaignCaller(this.#options, credentials);
  }

  async #of<T>(
    id: string,
    credentials: BackstageCredentials,
    read: (visible: VisibleCampaign, caller: CampaignCaller) => Promise<T>,
  ): Promise<T> {
    const caller = await this.#resolve(credentials);
    return read(await this.#options.campaigns.find(id, caller), caller);
  }

  #audited(
    deed: 'create' | 'change' | 'end' | 'archive',
    meta: JsonObject,
    { credentials, request }: CampaignContext,
    work: (caller: CampaignCaller) => Promise<Campaign>,
  ): Promise<Campaign> {
    return audited(
      this.#options.auditor,
      { eventId: `campaign-${deed}`, request, meta },
      async () => {
        const result = await work(await this.#resolve(credentials));
        const { id, revision, status } = result;
        return { result, meta: { campaignId: id, revision, status } };
      },
    );
  }
}
