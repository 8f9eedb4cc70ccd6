import { ZoneDays } from '../calendar/ZoneDays';
import { binOf } from '../statistics/logBins';
import type { BuildRun } from './computeBuildRun';
import { DayTally, type TallyRow } from './DayTally';
import type { BuildExclusion } from './flowFacts';

/** What the day rows of builds count, by the day on which a run finished. Durations are counted by bin, everything else in bin 0. */
export type BuildDayMetric =
  /** Runs that count, and of them those that failed. */
  | 'builds'
  | 'failed_builds'
  | 'build_duration'
  | 'build_queue'
  /** Runs that do not count, by the day of the last that is known of them. */
  | `excluded_build:${BuildExclusion}`;

/** How often something happened to the pipelines of an entity on one day. */
export type BuildDayCount = TallyRow<BuildDayMetric>;

/**
 * Counts the runs of an entity's pipelines by day. The counts of several entities and days merge by addition.
 *
 * @param zone - IANA zone in which days begin
 * @returns ordered by day, metric and bin
 */
export function countBuildDays(
  runs: readonly BuildRun[],
  zone: string,
): BuildDayCount[] {
  const counts = new DayTally<BuildDayMetric>();
  const days = new ZoneDays(zone);
  for (const run of runs) {
    if (run.at === null) {
      continue;
    }
    const day = days.dayOf(run.at);
    if (run.exclusion !== null) {
      counts.add(day, `excluded_build:${run.exclusion}`);
      continue;
    }
    counts.add(day, 'builds');
    if (run.result === 'failure') {
      counts.add(day, 'failed_builds');
    }
    if (run.durationSeconds !== null) {
      counts.add(day, 'build_duration', 1, binOf(run.durationSeconds));
    }
    if (run.queueSeconds !== null) {
      counts.add(day, 'build_queue', 1, binOf(run.queueSeconds));
    }
  }
  return counts.toRows();
}
