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
