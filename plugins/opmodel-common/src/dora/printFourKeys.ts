import { addDays } from '../calendar/days';
import type { PrintedValue } from '../client/DoraInsightApi';
import { deploymentDaysByWeek, monthOf } from './deploymentDays';
import { middleOf } from './middleOf';
import type {
  MetricPrinter,
  PrintedProfile,
  PrintFigures,
} from './printFigures';

/** Bands of a duration, in hours. */
const DURATION_BUCKETS = [
  [24, 'One day'],
  [168, 'One week'],
  [730, 'One month'],
  [6 * 730, 'Six months'],
  [Infinity, 'One year'],
] as const;

/**
 * What the Four Keys dashboard prints: a bucket for each metric, here with the figure behind it.
 *
 * Source: `METRICS.md` and `dashboard/fourkeys_dashboard.json` of dora-team/fourkeys, 2024-01.
 */
export const printFourKeys: MetricPrinter = (metric, figures, profile) => {
  switch (metric) {
    case 'change-lead-time':
      return printDuration(figures, 'minutes', 60);
    case 'failed-deployment-recovery-time':
      return printDuration(figures, 'hours', 3_600);
    case 'change-fail-rate':
      return printRate(figures);
    case 'deployment-frequency':
      return printFrequency(figures, profile);
    default:
      return null;
  }
};

function printDuration(
  { medianSeconds }: PrintFigures,
  unit: 'minutes' | 'hours',
  unitSeconds: number,
): PrintedValue | null {
  if (medianSeconds === null || medianSeconds === undefined) {
    return null;
  }
  return {
    value: medianSeconds / unitSeconds,
    unit,
    text: DURATION_BUCKETS.find(([hours]) => medianSeconds < hours * 3_600)![1],
  };
}

/** May pass 100 %: incidents are counted, not the deployments that they follow. */
function printRate({
  numerator,
  deployments,
}: PrintFigures): PrintedValue | null {
  if (numerator === null || numerator === undefined || !deployments) {
    return null;
  }
  const share = numerator / deployments;
  const buckets = [
    [share <= 0.15, '0-15%'],
    [share < 0.46, '16-45%'],
    [true, '46-60%'],
  ] as const;
  return {
    value: Math.round(share * 1_000) / 10,
    unit: 'percent',
    text: buckets.find(([holds]) => holds)![1],
  };
}

/**
 * The first that holds: three days a week at the median; a deployment in the median week; one week with a deployment in the
 * month of the median week.
 *
 * Weeks belong to the month in which they begin. Only days after the first that is known count.
 */
function printFrequency(
  { window, deployments, deploymentDays = [], knownFrom = null }: PrintFigures,
  profile: PrintedProfile,
): PrintedValue | null {
  if (
    deployments === null ||
    deployments === undefined ||
    knownFrom === null ||
    knownFrom >= window.to
  ) {
    return null;
  }
  const known = {
    from: knownFrom >= window.from ? addDays(knownFrom, 1) : window.from,
    to: window.to,
  };
  const weeks = deploymentDaysByWeek(deploymentDays, known, profile.weekStart);
  const weeksOfMonth = new Map<string, number>();
  for (const { week, deploymentDays: days } of weeks) {
    const month = monthOf(week);
    weeksOfMonth.set(
      month,
      (weeksOfMonth.get(month) ?? 0) + (days > 0 ? 1 : 0),
    );
  }
  const median = (values: number[]) => middleOf(values, profile.median)!;
  const buckets = [
    [median(weeks.map(week => week.deploymentDays)) >= 3, 'Daily'],
    [
      median(weeks.map(week => (week.deploymentDays > 0 ? 1 : 0))) >= 1,
      'Weekly',
    ],
    // Each week has a row of its own, so a month counts as often as weeks begin in it.
    [
      median(weeks.map(({ week }) => weeksOfMonth.get(monthOf(week))!)) >= 1,
      'Monthly',
    ],
    [true, 'Yearly'],
  ] as const;
  return {
    value: null,
    unit: 'bucket',
    text: buckets.find(([holds]) => holds)![1],
  };
}
