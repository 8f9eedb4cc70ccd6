import type {
  BenchmarkEditionId,
  MetricBenchmark,
  MetricContext,
  MetricQuality,
} from '../../client/DoraInsightApi';
import type { DoraMetricId, NumberState } from '../../client/OpmodelApi';
import type { DoraProfile } from '../doraProfile';
import { benchmarkOf } from './benchmarkOf';

/** What is known of a number that is to be compared with an edition. */
export interface GradeQuestion {
  metric: DoraMetricId;
  /**
   * Seconds, deployments a week, or a share. The deployments a week of a roll-up are the median over its active components.
   */
  value: number | null;
  state: NumberState;
  quality: MetricQuality;
  profile: DoraProfile;
  edition: BenchmarkEditionId;
  /** Whether the number stands for several components. */
  rollUp: boolean;
  /** Whether lead times leave out what lies on days off. */
  workingTime?: boolean;
}

/** A benchmark, or the reason why there is none. */
export type Grade =
  | { benchmark: MetricBenchmark; ungraded: null }
  | {
      benchmark: null;
      ungraded: NonNullable<MetricContext['ungraded']>;
    };

/**
 * Decides whether a number is compared with an edition at all, and places it there.
 *
 * Never on thin or doubtful data, and never for a rate of zero where no incident was reported at all: that nothing failed and
 * that nobody looked cannot be told apart. A number of a definition that measures something else than the report asked for is not
 * compared with it, and neither is a lead time without days off: the respondents counted their weekends. The reports ask about one application or service: of a roll-up only the frequency is compared, because its
 * median stands for one component; its other numbers are pooled over all of them.
 */
export function gradeMetric(question: GradeQuestion): Grade {
  const { metric, value, state, quality, profile, edition, rollUp } = question;
  const workingTime = question.workingTime ?? false;
  const ungraded = (reason: NonNullable<MetricContext['ungraded']>): Grade => ({
    benchmark: null,
    ungraded: reason,
  });
  if (
    state === 'no_data' ||
    value === null ||
    (value === 0 && nobodyLooked(quality))
  ) {
    return ungraded('no_data');
  }
  if (state === 'thin') {
    return ungraded('thin');
  }
  if (quality.state === 'doubtful') {
    return ungraded('doubtful');
  }
  const benchmark = benchmarkOf({ metric, value, edition });
  if (benchmark === null) {
    return ungraded('edition');
  }
  if (
    !isComparable(metric, profile, edition) ||
    (workingTime && metric === 'change-lead-time')
  ) {
    return ungraded('definition');
  }
  if (rollUp && metric !== 'deployment-frequency') {
    return ungraded('roll_up');
  }
  return { benchmark, ungraded: null };
}

/** Whether incidents matter to the metric and there was none to check. */
function nobodyLooked({ checks }: MetricQuality): boolean {
  return checks.some(
    ({ id, denominator }) => id === 'incidents-linked' && denominator === 0,
  );
}

/** Whether a definition measures what the respondents of an edition were asked for. */
function isComparable(
  metric: DoraMetricId,
  { leadTime, failures }: DoraProfile,
  edition: BenchmarkEditionId,
): boolean {
  switch (metric) {
    case 'change-lead-time':
      // From the commit to production: what begins with the merge is shorter by all that comes before it.
      return leadTime.start !== 'merge';
    case 'change-fail-rate':
      // Incidents over deployments pass 100 %, which no answer does.
      return failures.numerator === 'failed_deployments';
    case 'failed-deployment-recovery-time':
      // Up to 2022 the question was about any incident, since 2023 it is about failed deployments alone.
      return (
        edition <= '2022' ||
        failures.recovery === 'deployment_to_recovered' ||
        failures.recovery === 'deployment_to_resolved'
      );
    case 'deployment-rework-rate':
      return failures.rework;
    default:
      return true;
  }
}
