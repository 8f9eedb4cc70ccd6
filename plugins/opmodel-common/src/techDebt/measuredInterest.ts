import { countDays } from '../calendar/days';
import { printNumber, printResult } from './debtPrice';
import type { DebtReport } from './debtReport';

/** A month as rates are told in: a twelfth of 365.25 days. Days. */
export const MONTH_DAYS = 30.4375;

/** How reports become a rate. */
export interface MeasuringRules {
  /** What a person-day has, hours, above 0. */
  hoursPerDay: number;
  /** Fewer reports with hours are shown and called thin. */
  minimumReports: number;
  /** So is what was watched for fewer days: a month would be made of a week. */
  minimumDays: number;
}

/** The rules that hold where nothing is configured. */
export const measuringRules: MeasuringRules = {
  hoursPerDay: 8,
  minimumReports: 5,
  minimumDays: 28,
};

/** Why a measured interest is called thin. */
export type ThinEvidence = 'few_reports' | 'few_days';

/** Interest as it was measured, with its evidence. */
export interface MeasuredInterest {
  /** `no_data`: nobody reported hours, which does not say that none were lost. */
  confidence: 'ok' | 'thin' | 'no_data';
  /** Why it is thin; empty unless it is. */
  thinBecause: readonly ThinEvidence[];
  /** Person-days per month; null without hours. */
  personDaysPerMonth: number | null;
  /** Hours that were lost in the watched days; null: nobody said. */
  hoursLost: number | null;
  /** Reports of the watched days. */
  reports: number;
  /** Those that say how many hours were lost. */
  reportsWithHours: number;
  /** Different teams among these reports, as far as they are known; from the most hours to the fewest. */
  teams: readonly { teamRef: string; reports: number; hoursLost: number }[];
  /** First and last ISO day that were watched, both included; null: none. */
  watched: { from: string; to: string; days: number } | null;
  /** Such as `12 ÷ 8 × 30.4375 ÷ 90 ≈ 0.507292`: hours ÷ hours of a day × days of a month ÷ watched days; empty without hours. */
  formula: string;
}

/**
 * Interest as it was measured: the hours that teams reported as lost, in person-days per month over the days that were watched. It stands
 * beside the interest that was estimated and is never mixed with it.
 *
 * Of one item, of one entity, or of whatever the reports are of: a sum of hours that were lost is one of facts, each of which counts
 * once. What it is not: the interest of several items added up, each of which is a rate of its own.
 *
 * @param reports - those that count, in any order; what comes twice counts once
 * @param window - first and last ISO day, both included
 * @param since - ISO day since when it could be reported, such as that on which the item was filed, or null. An earlier report moves it
 *   to the day of that report, so that what is watched holds all that is counted.
 */
export function measureInterest(
  reports: readonly DebtReport[],
  window: { from: string; to: string },
  since: string | null = null,
  rules: MeasuringRules = measuringRules,
): MeasuredInterest {
  const counted = [
    ...new Map(reports.map(report => [report.id, report])).values(),
  ].filter(({ day }) => day >= window.from && day <= window.to);
  const watched = watchedDays(counted, window, since);
  const timed = counted.flatMap(({ hoursLost, teamRef }) =>
    hoursLost !== null && hoursLost > 0 ? [{ hoursLost, teamRef }] : [],
  );
  const hoursLost =
    timed.length === 0
      ? null
      : timed.reduce((sum, report) => sum + report.hoursLost, 0);
  const rate =
    hoursLost === null || watched === null
      ? null
      : ((hoursLost / rules.hoursPerDay) * MONTH_DAYS) / watched.days;
  const thinBecause =
    rate === null ? [] : findThinness(timed.length, watched!.days, rules);

  return {
    confidence: confidenceOf(rate, thinBecause),
    thinBecause,
    personDaysPerMonth: rate,
    hoursLost,
    reports: counted.length,
    reportsWithHours: timed.length,
    teams: addUpTeams(timed),
    watched,
    formula:
      rate === null
        ? ''
        : `${printNumber(hoursLost!)} ÷ ${printNumber(
            rules.hoursPerDay,
          )} × ${MONTH_DAYS} ÷ ${watched!.days} ${printResult(rate)}`,
  };
}

function watchedDays(
  counted: readonly DebtReport[],
  window: { from: string; to: string },
  since: string | null,
): MeasuredInterest['watched'] {
  const first = counted.reduce(
    (earliest, { day }) => (day < earliest ? day : earliest),
    since ?? window.from,
  );
  const from = first > window.from ? first : window.from;
  const days = countDays(from, window.to);
  return days > 0 ? { from, to: window.to, days } : null;
}

function findThinness(
  reports: number,
  days: number,
  rules: MeasuringRules,
): ThinEvidence[] {
  return [
    ...(reports < rules.minimumReports ? ['few_reports' as const] : []),
    ...(days < rules.minimumDays ? ['few_days' as const] : []),
  ];
}

function confidenceOf(
  rate: number | null,
  thinBecause: readonly ThinEvidence[],
): MeasuredInterest['confidence'] {
  if (rate === null) {
    return 'no_data';
  }
  return thinBecause.length > 0 ? 'thin' : 'ok';
}

function addUpTeams(
  timed: readonly { hoursLost: number; teamRef: string | null }[],
): MeasuredInterest['teams'] {
  const teams = new Map<string, { reports: number; hoursLost: number }>();
  for (const { hoursLost, teamRef } of timed) {
    if (teamRef !== null) {
      const team = teams.get(teamRef) ?? { reports: 0, hoursLost: 0 };
      team.reports += 1;
      team.hoursLost += hoursLost;
      teams.set(teamRef, team);
    }
  }
  return [...teams]
    .map(([teamRef, team]) => ({ teamRef, ...team }))
    .sort(
      (a, b) => b.hoursLost - a.hoursLost || (a.teamRef < b.teamRef ? -1 : 1),
    );
}
