import {
  type DoraExclusion,
  type DoraExplanation,
  type DurationMetric,
  type FrequencyMetric,
  quantileRanks,
} from '@opmodel/backstage-plugin-opmodel-common';

/** What an explanation says of the number itself. */
export type NumberExplanation = Pick<
  DoraExplanation,
  'state' | 'n' | 'minimum' | 'approximate' | 'figures' | 'excluded'
>;

/** How the median of change lead time came about: what was carried, what was left out, and which rows stand in the middle. */
export function explainLeadTime(metric: DurationMetric): NumberExplanation {
  const { state, n, minimum, approximate, excluded } = metric;
  const ranks = quantileRanks(n, 0.5);
  return {
    state,
    n,
    minimum,
    approximate,
    excluded,
    figures: [
      {
        label: 'changes-carried',
        value: n + sumOf(excluded),
        unit: 'count',
      },
      { label: 'changes-counted', value: n, unit: 'count' },
      {
        label: 'rank-below',
        value: ranks ? ranks.below + 1 : null,
        unit: 'rank',
      },
      {
        label: 'rank-above',
        value: ranks ? ranks.above + 1 : null,
        unit: 'rank',
      },
      { label: 'median', value: metric.median, unit: 'seconds' },
      { label: 'p75', value: metric.p75, unit: 'seconds' },
      { label: 'p90', value: metric.p90, unit: 'seconds' },
    ],
  };
}

/**
 * How deployment frequency came about: what was recorded, what counted, over how many weeks.
 *
 * @param days - the window's; for one component those on which it is known
 */
export function explainFrequency(
  metric: FrequencyMetric,
  days: number,
  rollUp: boolean,
  reporting: number,
): NumberExplanation {
  const { state, n, minimum, excluded, deployments } = metric;
  const counted: NumberExplanation['figures'] = [
    {
      label: 'deployments-recorded',
      value: (deployments ?? 0) + sumOf(excluded),
      unit: 'count',
    },
    { label: 'deployments-counted', value: deployments, unit: 'count' },
    { label: 'weeks', value: Math.max(7, days) / 7, unit: 'weeks' },
  ];
  return {
    state,
    n,
    minimum,
    approximate: false,
    excluded,
    figures: rollUp
      ? [
          ...counted,
          { label: 'reporting-components', value: reporting, unit: 'count' },
          { label: 'active-components', value: n, unit: 'count' },
          {
            label: 'median-per-week',
            value: metric.medianPerWeek,
            unit: 'per-week',
          },
          { label: 'share-weekly', value: metric.shareWeekly, unit: 'ratio' },
        ]
      : [
          ...counted,
          { label: 'per-week', value: metric.perWeek, unit: 'per-week' },
        ],
  };
}

function sumOf(excluded: DoraExclusion[]): number {
  return excluded.reduce((sum, { count }) => sum + count, 0);
}
