import type {
  CampaignPage,
  CampaignStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { readGroupsBelow } from '../../catalog/readGroupsBelow';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import type { CampaignCaller } from './CampaignCaller';
import type { CampaignDescriber } from './CampaignDescriber';
import type { CampaignProgressReader } from './CampaignProgressReader';
import type { VisibleCampaign, VisibleCampaigns } from './VisibleCampaigns';

/** Which campaigns are asked for, and how many. */
export interface CampaignsRequest {
  owners?: string[];
  /** Also those of the groups below the owners. */
  descendants: boolean;
  status?: CampaignStatus;
  scorecardRef?: string;
  limit: number;
  cursor?: string;
}

/** What needs people comes first. */
const statusOrder: readonly CampaignStatus[] = [
  'delayed',
  'in_progress',
  'scheduled',
  'draft',
  'ended',
  'archived',
];

interface CampaignPosition {
  rank: number;
  targetAt: number;
  id: string;
}

interface ListedCampaign {
  visible: VisibleCampaign;
  status: CampaignStatus;
  position: CampaignPosition;
}

/**
 * Lists campaigns: what needs people first, then by target date. Where a campaign is depends on what its reader may see, so the order is
 * made here, of as many campaigns as an organisation can run, and only a page of them is counted through.
 */
export class CampaignListReader {
  readonly #options: {
    campaigns: VisibleCampaigns;
    progress: Pick<CampaignProgressReader, 'statusOf'>;
    describer: CampaignDescriber;
    catalog: Pick<CatalogStore, 'existingRefs' | 'listRelations'>;
  };

  constructor(options: {
    campaigns: VisibleCampaigns;
    progress: Pick<CampaignProgressReader, 'statusOf'>;
    describer: CampaignDescriber;
    catalog: Pick<CatalogStore, 'existingRefs' | 'listRelations'>;
  }) {
    this.#options = options;
  }

  /** @throws InputError when the cursor is not one that this list gave */
  async list(
    { limit, cursor, ...request }: CampaignsRequest,
    caller: CampaignCaller,
  ): Promise<CampaignPage> {
    const { describer } = this.#options;
    const after = decodeCursor<CampaignPosition>(
      cursor,
      { rank: ['int32'], targetAt: ['number'], id: ['string'] },
      request,
    );
    const all = await this.#listAll(request, caller);
    const rest = after
      ? all.filter(({ position }) => compare(position, after) > 0)
      : all;
    const page = rest.slice(0, limit);
    const last = page[page.length - 1];
    return {
      items: await Promise.all(
        page.map(({ visible, status }) =>
          describer.describe(visible, caller.reads, status),
        ),
      ),
      totalItems: all.length,
      nextCursor:
        last && rest.length > limit
          ? encodeCursor(last.position, request)
          : null,
      mayCreate: caller.mayWrite,
    };
  }

  async #listAll(
    request: Omit<CampaignsRequest, 'limit' | 'cursor'>,
    caller: CampaignCaller,
  ): Promise<ListedCampaign[]> {
    const { campaigns, progress } = this.#options;
    const found = await campaigns.list(
      {
        ownerRefs: await this.#ownersOf(request, caller),
        scorecardRef: request.scorecardRef,
      },
      caller,
    );
    const listed = await Promise.all(
      found.map(async visible => {
        const status = await progress.statusOf(visible, caller.reads);
        const { id, targetAt } = visible.campaign;
        const rank = statusOrder.indexOf(status);
        return { visible, status, position: { rank, targetAt, id } };
      }),
    );
    return listed
      .filter(
        ({ status }) =>
          request.status === undefined || status === request.status,
      )
      .sort((a, b) => compare(a.position, b.position));
  }

  /** Only who may see a group learns which others it has below it. */
  async #ownersOf(
    { owners, descendants }: Pick<CampaignsRequest, 'owners' | 'descendants'>,
    { reads }: CampaignCaller,
  ): Promise<string[] | undefined> {
    const { catalog } = this.#options;
    if (!owners) {
      return undefined;
    }
    const visible = await catalog.existingRefs(owners, reads);
    if (!descendants) {
      return [...visible];
    }
    const tree = await readGroupsBelow(catalog, visible);
    return [...visible].flatMap(ref => [ref, ...tree.below(ref)]);
  }
}

function compare(a: CampaignPosition, b: CampaignPosition): number {
  if (a.id === b.id) {
    return 0;
  }
  return a.rank - b.rank || a.targetAt - b.targetAt || (a.id < b.id ? -1 : 1);
}
