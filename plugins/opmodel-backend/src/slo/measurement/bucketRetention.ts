import type { SliResolution } from '@opmodel/backstage-plugin-opmodel-common';
import type { RetentionRule } from '../../retention/RetentionRule';
import type { SliBucketStore } from './SliBucketStore';

/** How long buckets of five minutes are kept. They make slices, burns of hours and the exact edges of windows. */
export const fiveMinutesLimit = {
  id: 'slo-five-minutes',
  defaultKeepDays: 45,
  minimumKeepDays: 8,
};

/** How long hours are kept, 13 months: one more than the longest window that people look back on. */
export const hoursLimit = {
  id: 'slo-hours',
  defaultKeepDays: 396,
  minimumKeepDays: 32,
};

/** How long days are kept. */
export const daysLimit = {
  id: 'slo-days',
  defaultKeepDays: null,
  minimumKeepDays: 366,
};

/** Forgets buckets whose sums live on in longer ones. */
export function createBucketRetention(
  store: Pick<SliBucketStore, 'deleteBatch'>,
): RetentionRule[] {
  const rule = (
    limit: Pick<RetentionRule, 'id' | 'defaultKeepDays' | 'minimumKeepDays'>,
    title: string,
    resolution: SliResolution,
  ): RetentionRule => ({
    ...limit,
    title,
    deleteBatch: ({ before, limit: rows }) =>
      store.deleteBatch({ resolution, before, limit: rows }),
  });
  return [
    rule(fiveMinutesLimit, 'Service levels by five minutes', 300),
    rule(hoursLimit, 'Service levels by the hour', 3_600),
    rule(daysLimit, 'Service levels by the day', 86_400),
  ];
}
