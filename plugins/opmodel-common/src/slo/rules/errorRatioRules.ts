import type { SloDefinition, SloObjective } from '../sloDefinition';
import { type ObjectiveQueries, UnwritableError } from './objectiveQueries';
import type { RecordingRule } from './prometheusRules';
import { printLabels, printPrometheusDuration } from './ruleText';

/** Windows up to this long are asked of the series themselves; longer ones of what was recorded. Seconds. */
const LONGEST_DIRECT_WINDOW = 6 * 3_600;

/** How the share of an objective that is bad is recorded. */
export interface ErrorRatioRules {
  /** What the rest stands on. */
  base: RecordingRule[];
  /** How often that is to be evaluated: counts of five minutes follow one another, shares are looked at each minute. */
  baseInterval: '5m' | '1m';
  /** The share that was bad over the seconds before an instant. */
  errorOver(seconds: number): string;
}

/**
 * The share that is bad by each budgeting method, so that long windows cost little and are still exact:
 *
 * - Occurrences: bad events by events. Over more than six hours both are sums of counts of five minutes, so that each bucket weighs
 *   what happened in it.
 * - Timeslices: the share of the slices that miss their target; RatioTimeslices: the mean share of what was bad in a slice. A slice
 *   ends at each evaluation, rather than where the one before it began.
 *
 * @throws UnwritableError for slices without a length or a target
 */
export function errorRatioRulesOf(
  queries: ObjectiveQueries,
  { budgetingMethod }: Pick<SloDefinition, 'budgetingMethod'>,
  { timeSliceSeconds, timeSliceTarget }: SloObjective,
  labels: Record<string, string>,
): ErrorRatioRules {
  if (budgetingMethod === 'Occurrences') {
    return queries.type === 'events'
      ? countedRules(queries, labels)
      : averagedRules('opmodel_slo:bad:ratio', queries.bad, labels);
  }
  if (timeSliceSeconds === null) {
    throw new UnwritableError('its slices have no length');
  }
  const slice = printPrometheusDuration(timeSliceSeconds);
  const bad =
    queries.type === 'events'
      ? `(${queries.bad(slice)}) / (${queries.total(slice)})`
      : queries.badOver(slice);
  if (budgetingMethod === 'RatioTimeslices') {
    return averagedRules(
      'opmodel_slo:slice_bad:ratio',
      // A slice without events is none: 0 / 0 is no number, and not above anything.
      `(${bad}) >= -Inf`,
      labels,
    );
  }
  if (timeSliceTarget === null) {
    throw new UnwritableError('its slices have no target');
  }
  return averagedRules(
    'opmodel_slo:slice_bad:bool',
    `((1 - (${bad})) >= -Inf) < bool ${timeSliceTarget}`,
    labels,
  );
}

function countedRules(
  queries: Extract<ObjectiveQueries, { type: 'events' }>,
  labels: Record<string, string>,
): ErrorRatioRules {
  const [bad, total] = ['bad', 'total'].map(
    part => `opmodel_slo:${part}:${queries.measure}5m`,
  );
  const sumOf = (record: string, window: string) =>
    `sum_over_time(${record}${printLabels(labels)}[${window}])`;
  return {
    base: [
      { record: bad, expr: queries.badOfFiveMinutes, labels },
      { record: total, expr: queries.totalOfFiveMinutes, labels },
    ],
    baseInterval: '5m',
    errorOver(seconds) {
      const window = printPrometheusDuration(seconds);
      return seconds > LONGEST_DIRECT_WINDOW
        ? `${sumOf(bad, window)} / ${sumOf(total, window)}`
        : `(${queries.bad(window)}) / (${queries.total(window)})`;
    },
  };
}

function averagedRules(
  record: string,
  expr: string,
  labels: Record<string, string>,
): ErrorRatioRules {
  return {
    base: [{ record, expr, labels }],
    baseInterval: '1m',
    errorOver: seconds =>
      `avg_over_time(${record}${printLabels(labels)}[${printPrometheusDuration(
        seconds,
      )}])`,
  };
}
