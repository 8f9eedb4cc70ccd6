import { SeededRandom } from '../history/SeededRandom';
import { DAY, isoDay } from '../history/workload';
import { debtThemes } from './debtThemes';
import type { DrawnDebtItem } from './drawDebtItems';

/** What an item cost on a day, as somebody of the team wrote it down. */
export interface DrawnDebtReport {
  /** ISO day. */
  day: string;
  hoursLost: number;
  what: string;
}

/** Days before the end of a span from which on teams report. */
const REPORTED_FOR_DAYS = 365;
/** Teams report so large a share of what happens. */
const REPORTED = 0.25;
const HOURS_A_DAY = 8;
const MOST_REPORTS = 12;

/**
 * What teams reported of an item: a part of what it costs, while it stood. It depends on nothing but the seed and the item.
 *
 * @param span - `until`: epoch milliseconds
 * @returns by the oldest first; empty where nobody estimates or reports
 */
export function drawDebtReports(
  { externalId, estimate, createdAt, resolvedAt }: DrawnDebtItem,
  { seed, until }: { seed: string; until: number },
): DrawnDebtReport[] {
  const random = new SeededRandom(seed, externalId!, 'reports');
  const theme = debtThemes.find(({ id }) => externalId!.startsWith(`${id}-`))!;
  const from = Math.max(createdAt!, until - REPORTED_FOR_DAYS * DAY);
  const to = Math.min(resolvedAt ?? until, until);
  const { occurrencesPerMonth, interestDays } = estimate;
  if (!occurrencesPerMonth || !interestDays || to <= from) {
    return [];
  }
  const months = (to - from) / (30 * DAY);
  const count = Math.min(
    MOST_REPORTS,
    random.poisson(months * Math.min(occurrencesPerMonth, 4) * REPORTED),
  );
  return Array.from({ length: count }, () => {
    const at = random.between(from, to);
    const hours = random.logNormal(interestDays * HOURS_A_DAY, 0.5);
    return {
      day: isoDay(at),
      hoursLost: Math.max(0.5, Math.round(hours * 2) / 2),
      what: random.pick(theme.symptoms),
    };
  }).sort((a, b) => (a.day < b.day ? -1 : 1));
}
