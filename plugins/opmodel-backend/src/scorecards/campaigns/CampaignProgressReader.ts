import {
  type CampaignProgressCount,
  type CampaignStatus,
  campaignStatusAt,
  countCampaignProgress,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import { pairsOf } from './campaignChecks';
import type { CampaignPairStore } from './CampaignPairStore';
import type { VisibleCampaign } from './VisibleCampaigns';

/** Counts how far campaigns are, as far as somebody may see, and says where they are. */
export class CampaignProgressReader {
  readonly #pairs: Pick<CampaignPairStore, 'countStandings'>;
  readonly #clock: () => number;

  constructor(options: {
    pairs: Pick<CampaignPairStore, 'countStandings'>;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#pairs = options.pairs;
    this.#clock = options.clock;
  }

  async count(
    { campaign, scorecard }: VisibleCampaign,
    visibility: Visibility,
  ): Promise<CampaignProgressCount> {
    return countCampaignProgress(
      await this.#pairs.countStandings(
        pairsOf(campaign, scorecard, visibility),
      ),
    );
  }

  /** Where a campaign is. What is open is counted only where it decides. */
  async statusOf(
    visible: VisibleCampaign,
    visibility: Visibility,
  ): Promise<CampaignStatus> {
    const now = this.#clock();
    const { campaign } = visible;
    const status = campaignStatusAt(campaign, { open: 1, now });
    return status === 'delayed'
      ? campaignStatusAt(campaign, {
          ...(await this.count(visible, visibility)),
          now,
        })
      : status;
  }
}
