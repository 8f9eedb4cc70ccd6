import {
  addDays,
  burnDownCampaign,
  type CampaignBurnDown,
  type CampaignProgressCount,
  type CampaignReport,
  countCampaignProgress,
  countPairsOverTime,
  dayOf,
  type PairStanding,
  projectCampaignEnd,
  replayPair,
  standingAt,
} from '@opmodel/backstage-plugin-opmodel-common';
import { groupBy } from 'lodash';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import type { ScorecardDirectory } from '../reading/ScorecardDirectory';
import { startOfDay } from '../startOfDay';
import { emphasisedChecks, pairsOf } from './campaignChecks';
import type { CampaignDescriber } from './CampaignDescriber';
import type { CampaignPairStore, PairEntityHistory } from './CampaignPairStore';
import type { CampaignRecord } from './CampaignStore';
import type { VisibleCampaign } from './VisibleCampaigns';

/** Days that a burn-down shows at most: three years, as long as a campaign takes. */
const MOST_DAYS = 1_097;

/** An entity with where its checks stood at the beginning and at the end. */
interface ReportedEntity {
  /** Null: nobody owns it whom the reader may see. */
  ownerRef: string | null;
  ownerTitle: string | null;
  start: (PairStanding | null)[];
  end: (PairStanding | null)[];
}

/**
 * Tells how campaigns went. Nothing of it is kept as totals: it is made of how the pairs that somebody may see stand now, and of how they
 * changed.
 */
export class CampaignHistoryReader {
  readonly #options: {
    pairs: Pick<CampaignPairStore, 'listHistories'>;
    describer: CampaignDescriber;
    directory: Pick<ScorecardDirectory, 'nameOwners'>;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    pairs: Pick<CampaignPairStore, 'listHistories'>;
    describer: CampaignDescriber;
    directory: Pick<ScorecardDirectory, 'nameOwners'>;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /** What was open at the end of each day, beside the straight way to the target date. */
  async burnDown(
    visible: VisibleCampaign,
    visibility: Visibility,
  ): Promise<CampaignBurnDown> {
    const { zone, clock } = this.#options;
    const { campaign } = visible;
    const now = clock();
    const until = endOf(campaign, now);
    const days = this.#daysOf(campaign, until);
    // Before the first day there is its beginning, from which the straight way leads.
    const ends = [
      campaign.startsAt,
      ...days.map(day => startOfDay('day', addDays(day, 1), zone)),
    ];
    // The day that is not over yet is told as it is now.
    const begun = [campaign.startsAt, ...ends].filter(at => at <= until).length;
    const instants = ends.slice(0, begun).map(at => Math.min(at, until));
    const pairs = (await this.#listHistories(visible, visibility)).flatMap(
      ({ histories }) => histories.map(replayPair),
    );
    const counts = countPairsOverTime(pairs, instants);
    const points = burnDownCampaign(
      campaign,
      ends.map((at, place) => ({
        at,
        open: counts[place]?.open ?? null,
        exempt: counts[place]?.exempt ?? null,
      })),
    );
    const isKnown = points.some(({ open }) => open !== null);
    const projected =
      until === now
        ? projectCampaignEnd(
            instants.map((at, place) => ({
              at,
              open: counts[place]?.open ?? null,
            })),
            now,
          )
        : null;
    return {
      points: days.map((day, place) => {
        const { open, exempt, ideal } = points[place + 1];
        return { day, open, exempt, ideal: isKnown ? ideal : null };
      }),
      projectedOn: projected === null ? null : dayOf(projected, zone),
    };
  }

  /** How it went by team and by check, from its start to its end, or to now. Teams stand in the order of their names. */
  async report(
    visible: VisibleCampaign,
    visibility: Visibility,
  ): Promise<CampaignReport> {
    const { describer, directory, clock } = this.#options;
    const { campaign, scorecard } = visible;
    const to = endOf(campaign, clock());
    const from = Math.min(campaign.startsAt, to);
    const described = await describer.describe(visible, visibility);
    const histories = await this.#listHistories(visible, visibility);
    const nameOwner = await directory.nameOwners(
      histories.map(({ ownerRef }) => ownerRef),
      visibility,
    );
    const entities = histories.map((entity): ReportedEntity => {
      const spans = entity.histories.map(replayPair);
      return {
        ...nameOwner(entity.ownerRef),
        start: spans.map(one => standingAt(one, from)),
        end: spans.map(one => standingAt(one, to)),
      };
    });
    const teams = Object.values(
      groupBy(entities, ({ ownerRef }) => ownerRef ?? ''),
    )
      .map(owned => ({
        ref: owned[0].ownerRef,
        title: owned[0].ownerTitle ?? 'No owner',
        ...startAndEnd(owned),
      }))
      .filter(({ start, end }) => start.total > 0 || end.total > 0)
      .sort((a, b) => a.title.localeCompare(b.title, 'en-US'));
    return {
      campaign: described,
      from: toInstant(from),
      to: toInstant(to),
      isFinal: ['ended', 'archived'].includes(described.status),
      ...startAndEnd(entities),
      teams,
      checks: emphasisedChecks(scorecard, campaign.emphasis).map(
        ({ id, name }, at) => ({
          ref: id,
          title: name,
          ...startAndEnd(
            entities.map(({ start, end, ...rest }) => ({
              ...rest,
              start: [start[at]],
              end: [end[at]],
            })),
          ),
        }),
      ),
    };
  }

  #listHistories(
    { campaign, scorecard }: VisibleCampaign,
    visibility: Visibility,
  ): Promise<PairEntityHistory[]> {
    return this.#options.pairs.listHistories(
      pairsOf(campaign, scorecard, visibility),
      campaign.startsAt,
    );
  }

  /** From the first day to the last one of the plan, or to today where that is past. */
  #daysOf({ startsAt, targetAt }: CampaignRecord, until: number): string[] {
    const { zone } = this.#options;
    const last = dayOf(Math.max(targetAt - 1, until), zone);
    const days: string[] = [];
    for (
      let day = dayOf(startsAt, zone);
      day <= last && days.length < MOST_DAYS;
      day = addDays(day, 1)
    ) {
      days.push(day);
    }
    return days;
  }
}

/** Up to when a campaign is told of: its end where it has one, else now. */
function endOf({ endedAt, archivedAt }: CampaignRecord, now: number): number {
  return endedAt ?? archivedAt ?? now;
}

function startAndEnd(entities: readonly ReportedEntity[]): {
  start: CampaignProgressCount;
  end: CampaignProgressCount;
} {
  const count = (at: 'start' | 'end') =>
    countCampaignProgress(
      entities.map(entity => ({ standings: entity[at], entities: 1 })),
    );
  return { start: count('start'), end: count('end') };
}
