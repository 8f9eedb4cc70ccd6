import type { DayMetric } from '../dayMetrics';
import type { FailureDefinition } from '../doraProfile';
import type { QualityFigure, QualityFigures } from './checkQuality';

/** How often each thing happened, summed up over the days and components in question. */
export type MetricTotals = (metric: DayMetric) => number;

/**
 * What the checks of data quality are computed from, of the counts by day.
 *
 * @param total - the sum of the counts of a metric over all bins; 0 where it never happened
 * @param collection - days on which facts were collected without a gap, of all days; null where nobody watches
 * @param failures - of the definition that was counted by: one that ties no incident to a deployment misses no link
 */
export function figuresOfCounts(
  total: MetricTotals,
  collection: QualityFigure | null,
  { incidents }: Pick<FailureDefinition, 'incidents'>,
): QualityFigures {
  const counted = total('deployments');
  const unknown = total('excluded_deployment:unknown_changes');
  const unfinished = total('excluded_deployment:not_finished');
  const ended =
    counted +
    unknown +
    total('excluded_deployment:not_successful') +
    total('excluded_deployment:same_rollout') +
    total('excluded_deployment:rollback');
  const clockProblems = total('clock_problems');
  const measured = total('lead_time') + total('recovery') + total('restore');
  return {
    'deployments-with-changes': {
      numerator: total('deployments_with_changes'),
      // Of a definition that leaves them out, they are what is missing.
      denominator: counted + unknown,
    },
    'changes-with-first-commit': {
      numerator: total('changes_with_first_commit'),
      denominator: total('carried_changes'),
    },
    'incidents-linked': incidents === 'all' ? null : incidentsLinked(total),
    clocks: { numerator: measured, denominator: measured + clockProblems },
    collection,
    'deployments-with-result': {
      numerator: ended,
      denominator: ended + unfinished,
    },
  };
}

/**
 * Of the incidents whose deployment was looked for, those that have one. What was decided, and what has another cause, is
 * accounted for as it is.
 */
function incidentsLinked(total: MetricTotals): QualityFigure {
  const accountedFor =
    total('unlinked_incident:other_cause') + total('unlinked_incident:decided');
  return {
    numerator: total('linked_incidents') + accountedFor,
    denominator: total('incidents'),
  };
}
