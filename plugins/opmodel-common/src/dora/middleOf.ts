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
 * @param samples - what each is summed up with where days are, and its value: the day on which it counts, with the environment
 *   where there are several, because GitLab keeps one row for each of them and each day
 */
export function middleOfWindow(
  samples: readonly { group: string; value: number }[],
  { median, summary }: Pick<DoraProfile, 'median' | 'summary'>,
): number | null {
  if (summary === 'samples') {
    return middleOf(
      samples.map(({ value }) => value),
      median,
    );
  }
  const groups = new Map<string, number[]>();
  for (const { group, value } of samples) {
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
