import { NotFoundError } from '@backstage/errors';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import type { VisibleScorecards } from '../definitions/VisibleScorecards';
import { type CampaignCaller, isEditor } from './CampaignCaller';
import type { CampaignRecord, CampaignStore } from './CampaignStore';

/** A campaign that somebody may see, with what it is about. */
export interface VisibleCampaign {
  campaign: CampaignRecord;
  scorecard: StoredScorecard;
  /** What its owner is called. */
  ownerTitle: string;
  /** Whether it is the caller's to change. */
  isEditor: boolean;
}

/**
 * Finds campaigns as whoever asks may see them: with their scorecard, and with all that they name. Drafts are there for those alone who
 * may change them.
 */
export class VisibleCampaigns {
  readonly #options: {
    store: Pick<CampaignStore, 'get' | 'list'>;
    scorecards: Pick<VisibleScorecards, 'list'>;
    catalog: Pick<CatalogStore, 'getEntities'>;
  };

  constructor(options: {
    store: Pick<CampaignStore, 'get' | 'list'>;
    scorecards: Pick<VisibleScorecards, 'list'>;
    catalog: Pick<CatalogStore, 'getEntities'>;
  }) {
    this.#options = options;
  }

  /** @throws NotFoundError when there is none, or it may not be seen */
  async find(id: string, caller: CampaignCaller): Promise<VisibleCampaign> {
    const campaign = await this.#options.store.get(id);
    // One that is hidden takes no more questions than one that is not there.
    const [visible] = await this.#see(campaign ? [campaign] : [], caller);
    if (!visible) {
      throw new NotFoundError(`There is no campaign '${id}'`);
    }
    return visible;
  }

  /** Ordered by target date. */
  async list(
    filter: Parameters<CampaignStore['list']>[0],
    caller: CampaignCaller,
  ): Promise<VisibleCampaign[]> {
    return this.#see(await this.#options.store.list(filter), caller);
  }

  async #see(
    campaigns: readonly CampaignRecord[],
    caller: CampaignCaller,
  ): Promise<VisibleCampaign[]> {
    const { scorecards, catalog } = this.#options;
    const [stored, entities] = await Promise.all([
      scorecards.list(caller.reads),
      // What a campaign names may be gone from the catalog since; who could see it still knows it.
      catalog.getEntities(campaigns.flatMap(namedRefs), caller.reads, {
        includeRemoved: true,
      }),
    ]);
    const byRef = new Map(stored.map(one => [one.definition.ref, one]));
    const titles = new Map(
      entities.map(({ ref, title, name }) => [ref, title ?? name]),
    );
    return campaigns.flatMap(campaign => {
      const scorecard = byRef.get(campaign.scorecardRef);
      const editor = isEditor(campaign, caller);
      return scorecard &&
        namedRefs(campaign).every(ref => titles.has(ref)) &&
        (!campaign.isDraft || editor)
        ? [
            {
              campaign,
              scorecard,
              ownerTitle: titles.get(campaign.ownerRef)!,
              isEditor: editor,
            },
          ]
        : [];
    });
  }
}

/** The entities that a campaign names. */
export function namedRefs({
  ownerRef,
  scope,
}: Pick<CampaignRecord, 'ownerRef' | 'scope'>): string[] {
  const { ownerRefs = [], systemRefs = [], domainRefs = [] } = scope;
  return [ownerRef, ...ownerRefs, ...systemRefs, ...domainRefs];
}
