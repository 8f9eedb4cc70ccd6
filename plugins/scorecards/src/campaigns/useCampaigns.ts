import type {
  Campaign,
  CampaignBurnDown,
  CampaignItem,
  CampaignItemPage,
  CampaignPage,
  CampaignReport,
  CampaignStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  useRowPages,
  writeParams,
  type CsvColumn,
  type QueryState,
  type RowExport,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';
import { today } from '../forms/today';
import { campaignStatuses } from './campaignWords';

const CAMPAIGNS_PER_PAGE = 25;
const ITEMS_PER_PAGE = 25;

/** Which campaigns are shown. */
export interface CampaignFilter {
  status: CampaignStatus | 'any';
  owner: string | undefined;
}

/** Which campaigns are shown, as the URL says it. */
export function useCampaignFilter(): CampaignFilter & {
  narrow(changed: Partial<CampaignFilter>): void;
} {
  const [params, setParams] = useSearchParams();
  const filter: CampaignFilter = {
    status:
      campaignStatuses.find(status => status === params.get('status')) ?? 'any',
    owner: params.get('owner') ?? undefined,
  };
  return {
    ...filter,
    narrow(changed) {
      const { status, owner } = { ...filter, ...changed };
      setParams(known =>
        writeParams(known, {
          status: status === 'any' ? undefined : status,
          owner,
        }),
      );
    },
  };
}

/** Campaigns, a page at a time. */
export function useCampaigns(filter: CampaignFilter): RowPages<CampaignPage> {
  const api = useOpmodelApi();
  const query = {
    ...(filter.status !== 'any' && { status: filter.status }),
    ...(filter.owner && { owner: [filter.owner], descendants: true }),
  };
  return useRowPages(
    {
      filter: query,
      requestPage: (page, signal) =>
        api.listCampaigns({ ...query, ...page }, { signal }),
    },
    { rowsPerPage: CAMPAIGNS_PER_PAGE, subject: 'campaigns' },
  );
}

/** One campaign. */
export function useCampaign(id: string): QueryState<Campaign> {
  const api = useOpmodelApi();
  return useQueryState({
    key: id,
    subject: id,
    request: signal => api.getCampaign(id, { signal }),
  });
}

/** What was open day by day. */
export function useBurnDown(campaign: Campaign): QueryState<CampaignBurnDown> {
  const api = useOpmodelApi();
  return useQueryState({
    key: `${campaign.id} ${campaign.revision}`,
    subject: campaign.id,
    request: signal => api.getCampaignBurnDown(campaign.id, { signal }),
  });
}

/** How it went, by team and by check. */
export function useCampaignReport(
  campaign: Campaign,
): QueryState<CampaignReport> {
  const api = useOpmodelApi();
  return useQueryState({
    key: `${campaign.id} ${campaign.revision}`,
    subject: campaign.id,
    request: signal => api.getCampaignReport(campaign.id, { signal }),
  });
}

/** Where entities stand, in the order in which it is offered. */
export const itemStates = ['any', 'open', 'met', 'exempt', 'unknown'] as const;

/** Which entities of a campaign are shown. */
export interface ItemFilter {
  state: (typeof itemStates)[number];
  team: string | undefined;
}

/** Which entities are shown, as the URL says it. */
export function useItemFilter(): ItemFilter & {
  narrow(changed: Partial<ItemFilter>): void;
} {
  const [params, setParams] = useSearchParams();
  const filter: ItemFilter = {
    state: itemStates.find(state => state === params.get('state')) ?? 'any',
    team: params.get('team') ?? undefined,
  };
  return {
    ...filter,
    narrow(changed) {
      const { state, team } = { ...filter, ...changed };
      setParams(known =>
        writeParams(known, {
          state: state === 'any' ? undefined : state,
          team,
        }),
      );
    },
  };
}

const itemColumns: ReadonlyArray<CsvColumn<CampaignItem>> = [
  ['entity_ref', item => item.entityRef],
  ['title', item => item.title],
  ['owner', item => item.ownerRef],
  ['tier', item => item.tier],
  ['open', item => item.open],
  ...(['open', 'met', 'exempt', 'unknown'] as const).map(
    (standing): CsvColumn<CampaignItem> => [
      `checks_${standing}`,
      item =>
        item.checks
          .filter(check => check.standing === standing)
          .map(({ checkId }) => checkId)
          .join(' '),
    ],
  ),
];

/** What a campaign asks of each entity, a page at a time or as a file. */
export function useCampaignItems(
  campaign: Campaign,
  filter: ItemFilter,
): {
  pages: RowPages<CampaignItemPage>;
  exported: RowExport<CampaignItemPage>;
} {
  const api = useOpmodelApi();
  const query = {
    ...(filter.state !== 'any' && { state: filter.state }),
    ...(filter.team && { owner: [filter.team], descendants: true }),
  };
  const exported: RowExport<CampaignItemPage> = {
    content: 'campaign-items',
    scopeRef: campaign.title,
    source: {
      filter: { campaign: campaign.id, ...query },
      requestPage: (page, signal) =>
        api.listCampaignItems(campaign.id, { ...query, ...page }, { signal }),
    },
    head: () => ({
      window: { from: campaign.startsOn, to: today(), zone: 'UTC' },
      definition: {
        id: campaign.scorecardRef,
        version: String(campaign.revision),
        title: campaign.scorecardTitle,
        docs: 'scorecards#campaigns',
      },
      campaign: { id: campaign.id, title: campaign.title },
    }),
    columns: () => itemColumns,
  };
  const pages = useRowPages(exported.source, {
    rowsPerPage: ITEMS_PER_PAGE,
    subject: campaign.id,
  });
  return { pages, exported };
}
