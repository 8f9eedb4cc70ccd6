import type { SliResolution } from './sliBucket';
import { mergeSpans, type SloSpan } from './sloSpan';

/**
 * Leaves out of buckets, or of tallies, what corrections exclude: such as a planned maintenance, or a fault of the measuring. What is
 * excluded leaves both the good and the total. A bucket cannot be divided, so one that a correction touches is left out whole.
 *
 * @param rows - buckets or tallies, all of the resolution
 * @param resolution - their length in seconds
 */
export function excludeCorrections<Row extends { start: number }>(
  rows: readonly Row[],
  resolution: SliResolution,
  corrections: readonly SloSpan[],
): { kept: Row[]; excluded: Row[] } {
  const spans = mergeSpans(corrections);
  const length = resolution * 1_000;
  const kept: Row[] = [];
  const excluded: Row[] = [];
  for (const row of rows) {
    const isTouched = spans.some(
      ({ from, to }) => from < row.start + length && row.start < to,
    );
    (isTouched ? excluded : kept).push(row);
  }
  return { kept, excluded };
}
