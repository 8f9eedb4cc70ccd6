import {
  countOf,
  type FlowExplanation,
  type FlowMetricId,
} from '@opmodel/backstage-plugin-opmodel-common';
import { numberOf } from './flowNumbers';
import type { FlowReportBody } from './FlowReportReader';

/** What an explanation says of the number itself. */
export type FlowNumberExplanation = Pick<
  FlowExplanation,
  'state' | 'n' | 'minimum' | 'approximate' | 'figures' | 'excluded'
>;

type Figure = FlowExplanation['figures'][number];

const explanations: Record<
  FlowMetricId,
  (body: FlowReportBody) => FlowNumberExplanation
> = {
  'cycle-time': body =>
    explainDuration(body, body.cycleTime, 'excluded_cycle_time'),
  'flow-time': body =>
    explainDuration(body, body.flowTime, 'excluded_flow_time'),
  throughput: body => {
    const { state, value, perWeek } = body.throughput;
    return {
      ...whole(body, state, value ?? 0),
      figures: [
        count('items-arrived', body.arrivals.value),
        count('items-started', numberIn(body, 'started')),
        count('items-completed', value),
        { label: 'weeks', value: weeksOf(body), unit: 'weeks' },
        { label: 'completed-per-week', value: perWeek, unit: 'per-week' },
      ],
      excluded: excludedBy(body, 'excluded_cycle_time', ['withdrawn']),
    };
  },
  wip: body => {
    const { state, items, blocked, weeksOfWork } = body.wip;
    const last = body.cumulative.at(-1);
    return {
      ...whole(body, state, items ?? 0),
      figures: [
        count('items-active', last?.inProgress ?? null),
        count('items-waiting-or-blocked', last?.waiting ?? null),
        count('items-blocked', blocked),
        count('items-in-progress', items),
        count('items-completed', body.throughput.value),
        { label: 'weeks', value: weeksOf(body), unit: 'weeks' },
        { label: 'weeks-of-work', value: weeksOfWork, unit: 'weeks' },
      ],
      excluded: [],
    };
  },
  'work-item-age': body => {
    const { state, n, median, p85, oldest, beyondExpectation } = body.age;
    const { seconds, share, met } = body.serviceLevelExpectation;
    return {
      ...whole(body, state, n),
      figures: [
        count('items-in-progress', n),
        duration('median', median),
        duration('p85', p85),
        duration('oldest', oldest),
        duration('expectation', seconds),
        { label: 'expected-share', value: share, unit: 'ratio' },
        count('items-beyond-expectation', beyondExpectation),
        { label: 'met-in-window', value: met, unit: 'ratio' },
      ],
      excluded: [],
    };
  },
  'flow-efficiency': body => {
    const { state, value, numerator, denominator, n } = body.efficiency;
    return {
      ...whole(body, state, n, body.efficiency.minimum),
      figures: [
        count('items-completed', body.throughput.value),
        count('items-with-states', n),
        duration('active-time', numerator),
        duration('flow-time', denominator),
        { label: 'efficiency', value, unit: 'ratio' },
      ],
      excluded: excludedBy(body, 'excluded_efficiency'),
    };
  },
  allocation: body => {
    const { state, unit, total, unclassifiedShare, categories } =
      body.allocation;
    const unitOf = { items: 'count', active_time: 'seconds' } as const;
    const shown = unit === 'engineer_days' ? 'engineer-days' : unitOf[unit];
    return {
      ...whole(
        body,
        state === 'unclassified' ? 'ok' : state,
        numberIn(body, 'completed'),
      ),
      figures: [
        { label: 'total', value: total, unit: shown },
        {
          label: 'unclassified-share',
          value: unclassifiedShare,
          unit: 'ratio',
        },
        ...categories.flatMap(
          ({ category, amount, share, target }): Figure[] => [
            { label: category, value: amount, unit: shown },
            ...(category === 'unclassified'
              ? []
              : [
                  { label: `${category}-share`, value: share, unit: 'ratio' },
                  { label: `${category}-target`, value: target, unit: 'ratio' },
                ]),
          ],
        ),
      ],
      excluded: [],
    };
  },
  'escaped-defects': body => {
    const { state, value, numerator, denominator, bySeverity } =
      body.escapedDefects;
    const unknown = bySeverity.reduce((sum, row) => sum + row.unknown, 0);
    return {
      ...whole(body, state, denominator ?? 0),
      figures: [
        count('found-in-production', numerator),
        count('found-at-a-known-place', denominator),
        { label: 'escaped', value, unit: 'ratio' },
      ],
      excluded:
        unknown === 0
          ? []
          : [{ reason: 'place_unknown', unit: 'item', count: unknown }],
    };
  },
  predictability: body => {
    const closed = body.periods.filter(({ state }) => state === 'closed');
    const sum = (field: 'committed' | 'added' | 'removed' | 'done') =>
      closed.reduce((total, period) => total + period[field], 0);
    const committed = sum('committed');
    return {
      ...whole(body, committed === 0 ? 'no_data' : 'ok', committed),
      figures: [
        count('closed-periods', closed.length),
        count('committed-at-start', committed),
        count('added-later', sum('added')),
        count('removed', sum('removed')),
        count('done-of-committed', sum('done')),
        {
          label: 'done-by-committed',
          value: committed === 0 ? null : sum('done') / committed,
          unit: 'ratio',
        },
      ],
      excluded: [],
    };
  },
  'build-success': body => {
    const { success } = body.builds;
    return {
      ...whole(body, success.state, success.n, success.minimum),
      figures: [
        count('runs-succeeded', success.numerator),
        count('runs-that-count', success.denominator),
        { label: 'success-rate', value: success.value, unit: 'ratio' },
      ],
      excluded: excludedBy(body, 'excluded_build'),
    };
  },
  'build-duration': body => {
    const { duration: metric, queue } = body.builds;
    return {
      state: metric.state,
      n: metric.n,
      minimum: metric.minimum,
      approximate: metric.approximate,
      figures: [
        count('runs-that-count', body.builds.success.denominator),
        count('runs-timed', metric.n),
        duration('median', metric.median),
        duration('p75', metric.p75),
        duration('p90', metric.p90),
        duration('queued-median', queue.median),
      ],
      excluded: excludedBy(body, 'excluded_build'),
    };
  },
};

/** How each number came about, from what the report was made of. */
export function explainFlow(
  metric: FlowMetricId,
  body: FlowReportBody,
): FlowNumberExplanation {
  return explanations[metric](body);
}

function explainDuration(
  body: FlowReportBody,
  metric: FlowReportBody['cycleTime'],
  exclusions: string,
): FlowNumberExplanation {
  const { state, n, minimum, approximate } = metric;
  return {
    state,
    n,
    minimum,
    approximate,
    figures: [
      count('items-completed', body.throughput.value),
      count('items-counted', n),
      duration('median', metric.median),
      duration('p75', metric.p75),
      duration('p90', metric.p90),
    ],
    excluded: excludedBy(body, exclusions),
  };
}

/** Of a number that is counted, not estimated. */
function whole(
  body: FlowReportBody,
  state: FlowNumberExplanation['state'],
  n: number,
  minimum = body.cycleTime.minimum,
): Pick<FlowNumberExplanation, 'state' | 'n' | 'minimum' | 'approximate'> {
  return { state, n, minimum, approximate: false };
}

function numberIn(
  body: FlowReportBody,
  metric: 'started' | 'completed',
): number {
  return numberOf(body.counts.current, metric);
}

function weeksOf({ knownDays }: FlowReportBody): number {
  return Math.max(7, knownDays) / 7;
}

function count(label: string, value: number | null): Figure {
  return { label, value, unit: 'count' };
}

function duration(label: string, value: number | null): Figure {
  return { label, value, unit: 'seconds' };
}

/**
 * What was left out, by reason.
 *
 * @param reasons - only these; absent: all
 */
function excludedBy(
  { counts }: FlowReportBody,
  metric: string,
  reasons?: readonly string[],
): FlowNumberExplanation['excluded'] {
  return [...counts.current]
    .flatMap(([counted, bins]) => {
      const [kind, reason] = counted.split(':');
      return kind === metric && (reasons?.includes(reason) ?? true)
        ? [
            {
              reason,
              unit: metric === 'excluded_build' ? 'run' : 'item',
              count: countOf(bins),
            },
          ]
        : [];
    })
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
