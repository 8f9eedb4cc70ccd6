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

/**
 * The middle of a window: of its samples, or of the middles of its days, which gives a day with one sample the weight of a day
 * with a hundred.
 *
 * @param samples - the day on which each counts, and the environment where there are several: a day is then one for each of
 *   them, as in GitLab, which keeps a row for each environment and day
 */
export function middleOfWindow(
  samples: readonly {
    day: string;
    environment?: string | null;
    value: number;
  }[],
  { median, summary }: Pick<DoraProfile, 'median' | 'summary'>,
): number | null {
  if (summary === 'samples') {
    return middleOf(
      samples.map(({ value }) => value),
      median,
    );
  }
  const groups = new Map<string, number[]>();
  for (const { day, environment, value } of samples) {
    const group = `${day} ${environment ?? ''}`;
    const values = groups.get(group);
    if (values) {
      values.push(value);
    } else {
      groups.set(group, [value]);
    }
  }
  return middleOf(
    [...groups.values()].map(values => middleOf(values, median)!),
    median,
  );
}
