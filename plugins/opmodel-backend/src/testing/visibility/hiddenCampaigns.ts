import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { DatabaseAttestationStore } from '../../scorecards/attestations/DatabaseAttestationStore';
import type { CampaignRecord } from '../../scorecards/campaigns/CampaignStore';
import { DatabaseCampaignStore } from '../../scorecards/campaigns/DatabaseCampaignStore';

const DAY = 24 * 3_600_000;

/** The same for both engines. */
const began = DateTime.utc().minus({ days: 10 }).startOf('day').toMillis();

/** The campaign that everybody sees who reads scorecards at all, each as far as he sees its entities. */
export const visibleCampaign = 'walk';

/** The marker of the world, which imports this file. */
const word = 'zorblax';

function campaignOf(
  id: string,
  given: Partial<CampaignRecord> = {},
): CampaignRecord {
  return {
    id,
    title: `Campaign ${id}`,
    description: `Why ${id}`,
    ownerRef: 'group:default/shop',
    scorecardRef: 'scorecard:default/ready',
    emphasis: { checks: ['titled', 'tiered'] },
    scope: {},
    isDraft: false,
    startsAt: began,
    targetAt: began + 30 * DAY,
    remindEveryDays: 7,
    endedAt: null,
    endedNote: null,
    archivedAt: null,
    revision: 1,
    createdBy: 'user:default/author',
    createdAt: began,
    updatedBy: 'user:default/author',
    updatedAt: began,
    ...given,
  };
}

/** Ids of campaigns that are hidden, each for another thing that it names. */
export const hiddenCampaigns = ['owner', 'scorecard', 'scope', 'draft'].map(
  what => `${word}-${what}`,
);

/** Keeps campaigns, and what somebody vouched for. */
export async function seedCampaigns(
  knex: Knex,
  { hidden }: { hidden: boolean },
): Promise<void> {
  const campaigns = new DatabaseCampaignStore(knex);
  const [owner, scorecard, scope, draft] = hiddenCampaigns;
  const seeded = hidden
    ? [
        campaignOf(owner, { ownerRef: `group:default/${word}-guild` }),
        campaignOf(scorecard, {
          scorecardRef: `scorecard:default/${word}-ready`,
        }),
        campaignOf(scope, {
          scope: { systemRefs: [`system:default/${word}-system`] },
        }),
        campaignOf(draft, { isDraft: true }),
      ]
    : [campaignOf(visibleCampaign)];
  for (const campaign of seeded) {
    await campaigns.create(campaign);
  }
  const said = hidden ? word : 'open';
  await new DatabaseAttestationStore(knex).add({
    id: said,
    entityRef: `component:default/${hidden ? `${word}-vault` : 'cart'}`,
    name: 'drill',
    holds: true,
    comment: `Drilled ${said}`,
    attestedBy: 'user:default/author',
    attestedAt: began,
    expiresAt: began + 30 * DAY,
  });
}
