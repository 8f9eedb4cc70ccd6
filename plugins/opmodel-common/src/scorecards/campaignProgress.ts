import type { PairStanding } from './campaignPairs';

/** A time in which an organisation brings a part of its standards about. */
export interface CampaignDates {
  isDraft: boolean;
  /** Epoch milliseconds. */
  startsAt: number;
  targetAt: number;
  /** When it was ended by hand; null: it was not. */
  endedAt: number | null;
  /** When it was put away; null: it was not. */
  archivedAt: number | null;
}

/**
 * Where a campaign is.
 *
 * - `delayed`: its target date is past, and not everything is done
 * - `ended`: everything is done by its target date, or it was ended
 */
export type CampaignStatus =
  | 'draft'
  | 'scheduled'
  | 'in_progress'
  | 'delayed'
  | 'ended'
  | 'archived';

/**
 * Where a campaign is at a moment.
 *
 * @param open - pairs of entity and check that are not met yet
 * @param now - epoch milliseconds
 */
export function campaignStatusAt(
  { isDraft, startsAt, targetAt, endedAt, archivedAt }: CampaignDates,
  { open, now }: { open: number; now: number },
): CampaignStatus {
  if (archivedAt !== null && archivedAt <= now) {
    return 'archived';
  }
  if (endedAt !== null && endedAt <= now) {
    return 'ended';
  }
  if (isDraft) {
    return 'draft';
  }
  if (now < startsAt) {
    return 'scheduled';
  }
  if (now < targetAt) {
    return 'in_progress';
  }
  return open === 0 ? 'ended' : 'delayed';
}

/** What was open at the end of a day. */
export interface BurnDownPoint {
  /** Epoch milliseconds. */
  at: number;
  /** Pairs of entity and check that are not met; null: nothing was kept. */
  open: number | null;
  /** Pairs that are covered by an acceptance, and not open for it. */
  exempt: number | null;
  /** What would be open on a straight way from the start to the target. */
  ideal: number;
}

/**
 * Lays what was open beside the straight way from the start to the target date.
 *
 * @param open - what was open at moments, in any order
 */
export function burnDownCampaign(
  { startsAt, targetAt }: Pick<CampaignDates, 'startsAt' | 'targetAt'>,
  counts: readonly Pick<BurnDownPoint, 'at' | 'open' | 'exempt'>[],
): BurnDownPoint[] {
  const sorted = [...counts].sort((a, b) => a.at - b.at);
  const first = sorted.find(({ open }) => open !== null)?.open ?? 0;
  return sorted.map(point => {
    const passed = (point.at - startsAt) / (targetAt - startsAt);
    return {
      ...point,
      ideal: first * (1 - Math.min(1, Math.max(0, passed))),
    };
  });
}

/** How far a campaign is. Counts are of pairs of entity and check. */
export interface CampaignProgressCount {
  /** All pairs that it asks for. */
  total: number;
  met: number;
  open: number;
  exempt: number;
  unknown: number;
  /** Met or exempt, of those that are known, 0 to 1; null: none is. */
  share: number | null;
  /** Entities of which it asks something. */
  entities: number;
  /** Those of which nothing is open or unknown. */
  entitiesDone: number;
}

/**
 * Counts how far a campaign is.
 *
 * @param groups - entities that stand alike, each with where its checks stand; null: the check is not asked
 */
export function countCampaignProgress(
  groups: Iterable<{
    standings: readonly (PairStanding | null)[];
    entities: number;
  }>,
): CampaignProgressCount {
  const counts = { met: 0, open: 0, exempt: 0, unknown: 0 };
  let entities = 0;
  let entitiesDone = 0;
  for (const group of groups) {
    const asked = group.standings.flatMap(standing => standing ?? []);
    for (const standing of asked) {
      counts[standing] += group.entities;
    }
    if (asked.length > 0) {
      entities += group.entities;
      if (asked.every(one => one === 'met' || one === 'exempt')) {
        entitiesDone += group.entities;
      }
    }
  }
  const known = counts.met + counts.open + counts.exempt;
  return {
    ...counts,
    total: known + counts.unknown,
    share: known === 0 ? null : (counts.met + counts.exempt) / known,
    entities,
    entitiesDone,
  };
}

const DAY = 86_400_000;

/** Days that say how fast a campaign goes. */
const PACE_DAYS = 28;
/** A shorter time says nothing of the pace. */
const LEAST_DAYS = 7;
/** What would take longer is not going to end at this pace. */
const FARTHEST_DAYS = 3_660;

/**
 * When nothing would be open at the pace of the last four weeks, or since the first that is known.
 *
 * @param counts - what was open at moments, in any order
 * @param now - epoch milliseconds
 * @returns epoch milliseconds; null: not at this pace, nothing is open, or a week is not known yet
 */
export function projectCampaignEnd(
  counts: readonly Pick<BurnDownPoint, 'at' | 'open'>[],
  now: number,
): number | null {
  const known = counts
    .flatMap(({ at, open }) =>
      open === null || at > now ? [] : [{ at, open }],
    )
    .sort((a, b) => a.at - b.at);
  const first = known.find(({ at }) => at >= now - PACE_DAYS * DAY);
  const last = known[known.length - 1];
  if (!first || last.open === 0 || last.at - first.at < LEAST_DAYS * DAY) {
    return null;
  }
  const closed = first.open - last.open;
  const rest = (last.open * (last.at - first.at)) / closed;
  return closed > 0 && rest <= FARTHEST_DAYS * DAY ? last.at + rest : null;
}
