import {
  type Campaign,
  type CampaignStatus,
  dayOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import { describeColumn } from '../reading/describeScorecard';
import { emphasisedChecks } from './campaignChecks';
import type { CampaignProgressReader } from './CampaignProgressReader';
import type { VisibleCampaign } from './VisibleCampaigns';

/** Says what a campaign is to whoever asks. */
export class CampaignDescriber {
  readonly #progress: CampaignProgressReader;
  readonly #zone: string;

  constructor(options: {
    progress: CampaignProgressReader;
    /** IANA zone of the days. */
    zone: string;
  }) {
    this.#progress = options.progress;
    this.#zone = options.zone;
  }

  /** @param known - where it is, if that is known already */
  async describe(
    visible: VisibleCampaign,
    visibility: Visibility,
    known?: CampaignStatus,
  ): Promise<Campaign> {
    const { campaign, scorecard, ownerTitle, isEditor } = visible;
    const progress = await this.#progress.count(visible, visibility);
    const { id, title, description, ownerRef, emphasis, scope } = campaign;
    return {
      id,
      title,
      description,
      ownerRef,
      ownerTitle,
      scorecardRef: campaign.scorecardRef,
      scorecardTitle: scorecard.definition.title,
      emphasis,
      scope,
      status: known ?? (await this.#progress.statusOf(visible, visibility)),
      startsOn: dayOf(campaign.startsAt, this.#zone),
      // It ends with the end of its last day.
      targetOn: dayOf(campaign.targetAt - 1, this.#zone),
      remindEveryDays: campaign.remindEveryDays,
      endedAt: toInstant(campaign.endedAt),
      endedNote: campaign.endedNote,
      archivedAt: toInstant(campaign.archivedAt),
      progress,
      checks: emphasisedChecks(scorecard, emphasis).map(describeColumn),
      revision: campaign.revision,
      createdBy: campaign.createdBy,
      createdAt: toInstant(campaign.createdAt),
      updatedAt: toInstant(campaign.updatedAt),
      mayEdit: isEditor && campaign.archivedAt === null,
    };
  }
}
