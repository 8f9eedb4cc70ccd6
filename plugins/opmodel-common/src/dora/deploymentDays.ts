import { addDays, weekOf, type WeekStart } from '../calendar/days';

/** The days of one week on which something was deployed. */
export interface DeploymentWeek {
  /** First day of the week, also where the window begins later. */
  week: string;
  deploymentDays: number;
}

/**
 * Counts the days with a deployment in each week that a window touches, oldest first. Weeks at both ends that lie only partly in
 * the window count as they are, as the tools that count so do.
 *
 * @param days - ISO days with a deployment, in any order; those outside the window and repeated ones do not count
 * @param window - ISO days, both included
 */
export function deploymentDaysByWeek(
  days: readonly string[],
  window: { from: string; to: string },
  weekStart: WeekStart,
): DeploymentWeek[] {
  const counts = new Map<string, number>();
  for (
    let week = weekOf(window.from, weekStart);
    week <= window.to;
    week = addDays(week, 7)
  ) {
    counts.set(week, 0);
  }
  for (const day of daysWithin(days, window)) {
    const week = weekOf(day, weekStart);
    counts.set(week, counts.get(week)! + 1);
  }
  return [...counts].map(([week, deploymentDays]) => ({
    week,
    deploymentDays,
  }));
}

/** The days with a deployment in each month that a window touches, oldest first; months as `2026-11`. */
export function deploymentDaysByMonth(
  days: readonly string[],
  window: { from: string; to: string },
): { month: string; deploymentDays: number }[] {
  const counts = new Map<string, number>();
  for (
    let month = monthOf(window.from);
    month <= monthOf(window.to);
    month = monthOf(addDays(`${month}-01`, 31))
  ) {
    counts.set(month, 0);
  }
  for (const day of daysWithin(days, window)) {
    counts.set(monthOf(day), counts.get(monthOf(day))! + 1);
  }
  return [...counts].map(([month, deploymentDays]) => ({
    month,
    deploymentDays,
  }));
}

/** The month of an ISO day, as `2026-11`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

function daysWithin(
  days: readonly string[],
  { from, to }: { from: string; to: string },
): Set<string> {
  return new Set(days.filter(day => day >= from && day <= to));
}
