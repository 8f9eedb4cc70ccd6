import {
  addDays,
  type AttentionItem,
  countCampaignProgress,
  countDays,
  dayOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import { groupBy } from 'lodash';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import { readerOf } from './CampaignCaller';
import { pairsOf } from './campaignChecks';
import type { CampaignPairStore, StandingGroup } from './CampaignPairStore';
import type { CampaignStore } from './CampaignStore';
import { readOwnersBelow } from '../ownersBelow';
import type { VisibleCampaign, VisibleCampaigns } from './VisibleCampaigns';

/** Days before the target date from which on what is open is more urgent. */
const URGENT_DAYS = 14;

/** As often as a team gets its digest. */
const DIGEST_DAYS = 7;

/** Tells owners what campaigns still ask of them, and whoever runs one that its date is past. One item a team and campaign. */
export class CampaignAttention {
  readonly #options: {
    campaigns: VisibleCampaigns;
    pairs: Pick<CampaignPairStore, 'countStandings'>;
    catalog: Pick<
      CatalogStore,
      'existingRefs' | 'getEntities' | 'listRelations'
    >;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    campaigns: VisibleCampaigns;
    pairs: Pick<CampaignPairStore, 'countStandings'>;
    catalog: Pick<
      CatalogStore,
      'existingRefs' | 'getEntities' | 'listRelations'
    >;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /** @param owners - only what is for these and the groups below them; absent: all */
  async list(
    visibility: Visibility,
    owners?: string[],
  ): Promise<AttentionItem[]> {
    const { campaigns, pairs, catalog, clock } = this.#options;
    const running: Parameters<CampaignStore['list']>[0] = {
      isRunning: { now: clock() },
    };
    const found = await Promise.all(
      (
        await campaigns.list(running, readerOf(visibility))
      ).map(async visible => ({
        visible,
        groups: (
          await pairs.countStandings(
            pairsOf(visible.campaign, visible.scorecard, visibility),
          )
        ).filter(({ standings }) => standings.includes('open')),
      })),
    );
    const teams = await catalog.getEntities(
      found.flatMap(({ visible, groups }) => [
        visible.campaign.ownerRef,
        ...groups.flatMap(({ ownerRef }) => ownerRef ?? []),
      ]),
      visibility,
    );
    const named = new Map(teams.map(team => [team.ref, team]));
    const wanted = await readOwnersBelow(catalog, owners, visibility);
    return found
      .flatMap(({ visible, groups }) => [
        ...this.#delayed(visible, groups, named),
        ...this.#open(visible, groups, named),
      ])
      .filter(({ ownerRef }) => wanted?.has(ownerRef ?? '') ?? true);
  }

  #delayed(
    visible: VisibleCampaign,
    groups: readonly StandingGroup[],
    named: ReadonlyMap<string, CatalogEntity>,
  ): AttentionItem[] {
    const { targetAt, ownerRef } = visible.campaign;
    const team = named.get(ownerRef);
    return team && groups.length > 0 && targetAt <= this.#options.clock()
      ? [
          {
            ...this.#about(visible, team, groups),
            id: `scorecards:campaign-delayed:${visible.campaign.id}`,
            kind: 'campaign-delayed',
            since: toInstant(targetAt),
            urgency: 'soon',
          },
        ]
      : [];
  }

  #open(
    visible: VisibleCampaign,
    groups: readonly StandingGroup[],
    named: ReadonlyMap<string, CatalogEntity>,
  ): AttentionItem[] {
    const { zone, clock } = this.#options;
    const { id, startsAt, targetAt } = visible.campaign;
    const today = dayOf(clock(), zone);
    if (!isDue(visible.campaign, dayOf(startsAt, zone), today)) {
      return [];
    }
    const isUrgent = dayOf(targetAt - 1, zone) <= addDays(today, URGENT_DAYS);
    return Object.entries(
      groupBy(groups, ({ ownerRef }) => ownerRef ?? ''),
    ).flatMap(([ref, owned]) => {
      const team = named.get(ref);
      return team
        ? [
            {
              ...this.#about(visible, team, owned),
              id: `scorecards:campaign-open:${id}:${ref}`,
              kind: 'campaign-open' as const,
              since: toInstant(startsAt),
              urgency: isUrgent ? ('soon' as const) : ('later' as const),
            },
          ]
        : [];
    });
  }

  #about(
    { campaign }: VisibleCampaign,
    { ref, title, name }: CatalogEntity,
    groups: readonly StandingGroup[],
  ): Pick<
    AttentionItem,
    'subject' | 'entityRef' | 'entityTitle' | 'ownerRef' | 'values'
  > {
    const { open, entities } = countCampaignProgress(groups);
    return {
      subject: 'scorecards',
      entityRef: ref,
      entityTitle: title ?? name,
      ownerRef: ref,
      values: {
        campaign: campaign.id,
        title: campaign.title,
        open,
        entities,
        targetOn: dayOf(campaign.targetAt - 1, this.#options.zone),
      },
    };
  }
}

/** Whether owners hear of a campaign today: in one week of as many days as it says, since a digest comes once a week. */
function isDue(
  { remindEveryDays }: { remindEveryDays: number },
  startsOn: string,
  today: string,
): boolean {
  if (remindEveryDays === 0) {
    return false;
  }
  const passed = countDays(startsOn, today) - 1;
  return passed % Math.max(remindEveryDays, DIGEST_DAYS) < DIGEST_DAYS;
}
