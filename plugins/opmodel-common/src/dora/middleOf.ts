import { quantile } from '../statistics/quantile';
import type { DoraProfile } from './doraProfile';

/**
 * The middle of a sample as a definition takes it: between the two middle values, or the lower of them.
 *
 * @param values - in any order
 * @returns in the unit of the values, or null for an empty sample
 */
export function middleOf(
  values: readonly number[],
  median: DoraProfile['median'],
): number | null {
  if (median === 'interpolated') {
    return quantile(values, 0.5);
  }
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** A value with what tells the days apart whose middles are taken. */
export interface DatedValue {
  day: string;
  /** Where there are several, a day is one for each of them. */
  environment?: string | null;
  /** Where there are several, a day is one for each of them. */
  entityRef?: string;
  value: number;
}

/**
 * The middle of a window: of its samples, or of the middles of its days, which gives a day with one sample the weight of a day
 * with a hundred. A day is one for each component and environment, as in GitLab, which keeps a row for each environment of a
 * project and day.
 */
export function middleOfWindow(
  samples: readonly DatedValue[],
  { median, summary }: Pick<DoraProfile, 'median' | 'summary'>,
): number | null {
  const values =
    summary === 'samples' ? samples : middlesOfDays(samples, median);
  return middleOf(
    values.map(({ value }) => value),
    median,
  );
}

/** The middle of each day, environment and component that has a sample. */
export function middlesOfDays(
  samples: readonly DatedValue[],
  median: DoraProfile['median'],
): { day: string; value: number }[] {
  const groups = new Map<string, { day: string; values: number[] }>();
  for (const { day, environment = null, entityRef, value } of samples) {
    const key = JSON.stringify([day, environment, entityRef]);
    const group = groups.get(key);
    if (group) {
      group.values.push(value);
    } else {
      groups.set(key, { day, values: [value] });
    }
  }
  return [...groups.values()].map(({ day, values }) => ({
    day,
    value: middleOf(values, median)!,
  }));
}
