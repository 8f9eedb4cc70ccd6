import { addDays } from '../calendar/days';
import type { PrintedValue } from '../client/DoraInsightApi';
import { deploymentDaysByMonth, deploymentDaysByWeek } from './deploymentDays';
import { middleOf } from './middleOf';
import type {
  MetricPrinter,
  PrintedProfile,
  PrintFigures,
} from './printFigures';

/**
 * What the DORA dashboard of Apache DevLake prints under its 2023 report. Its bands are its own, not those of that report.
 *
 * Source: `grafana/dashboards/DORA.json` of apache/devlake, 2026-06.
 */
export const printDevlake: MetricPrinter = (metric, figures, profile) => {
  switch (metric) {
    case 'change-lead-time':
      return printHours(figures, [
        [24, 'Less than one day(elite)'],
        [7 * 24, 'Between one day and one week(high)'],
        [30 * 24, 'Between one week and one month(medium)'],
        [Infinity, 'More than one month(low)'],
      ]);
    case 'failed-deployment-recovery-time':
      return printHours(figures, [
        [1, 'Less than one hour(elite)'],
        [24, 'Less than one day(high)'],
        [7 * 24, 'Between one day and one week(medium)'],
        [Infinity, 'More than one week(low)'],
      ]);
    case 'change-fail-rate':
      return printRate(figures);
    case 'deployment-frequency':
      return printFrequency(figures, profile);
    default:
      return null;
  }
};

/** Whole minutes in hours, to one decimal. */
function printHours(
  { medianSeconds }: PrintFigures,
  bands: readonly (readonly [below: number, text: string])[],
): PrintedValue | null {
  if (medianSeconds === null || medianSeconds === undefined) {
    return null;
  }
  const minutes = Math.floor(medianSeconds / 60);
  return {
    value: Math.round(minutes / 6) / 10,
    unit: 'hours',
    text: bands.find(([below]) => minutes < below * 60)![1],
  };
}

function printRate({
  numerator,
  deployments,
}: PrintFigures): PrintedValue | null {
  if (numerator === null || numerator === undefined || !deployments) {
    return null;
  }
  // A quotient of whole numbers has four decimals in MySQL, and the bands are read from those.
  const share = Math.round((numerator * 10_000) / deployments) / 10_000;
  const bands = [
    [0.05, '0-5%(elite)'],
    [0.1, '5%-10%(high)'],
    [0.15, '10%-15%(medium)'],
    [Infinity, '> 15%(low)'],
  ] as const;
  return {
    value: Math.round(share * 1_000) / 10,
    unit: 'percent',
    text: bands.find(([upTo]) => share <= upTo)![1],
  };
}

/** Days that the calendar of the dashboard knows, back from the end of the range. */
const CALENDAR_DAYS = 400;

/**
 * The middle of deployment days: of a week where that is at least one, else of a month. Of a range that is longer than the
 * calendar, only its last days are looked at.
 */
function printFrequency(
  { window: range, deployments, deploymentDays = [] }: PrintFigures,
  { median, weekStart }: PrintedProfile,
): PrintedValue | null {
  if (deployments === null || deployments === undefined) {
    return null;
  }
  const firstOfCalendar = addDays(range.to, 1 - CALENDAR_DAYS);
  const window = {
    from: range.from > firstOfCalendar ? range.from : firstOfCalendar,
    to: range.to,
  };
  const aWeek = middleOf(
    deploymentDaysByWeek(deploymentDays, window, weekStart).map(
      week => week.deploymentDays,
    ),
    median,
  )!;
  if (aWeek >= 1) {
    return {
      value: aWeek,
      unit: 'deployment-days-per-week',
      text: `${aWeek} deployment days per week(${
        aWeek >= 5 ? 'elite' : 'high'
      })`,
    };
  }
  const aMonth = middleOf(
    deploymentDaysByMonth(deploymentDays, window).map(
      month => month.deploymentDays,
    ),
    median,
  )!;
  return {
    value: null,
    unit: 'bucket',
    text: `${aMonth} deployment days per month(${
      aMonth >= 1 ? 'medium' : 'low'
    })`,
  };
}
