import { sliResolutions, type SliResolution } from './sliBucket';
import type { SloSpan } from './sloSpan';

/** A span whose buckets of one length are to be summed. */
export interface BucketSpan extends SloSpan {
  resolution: SliResolution;
}

/**
 * Which buckets make up a window exactly with as few of them as can be: days in the middle, hours at its edges, five minutes at the
 * very edges. In order of time.
 *
 * @param window - borders of a bucket of five minutes
 */
export function coverWindow(window: SloSpan): BucketSpan[] {
  return cover(window, sliResolutions.length - 1);
}

function cover({ from, to }: SloSpan, place: number): BucketSpan[] {
  if (from >= to) {
    return [];
  }
  const resolution = sliResolutions[place];
  const length = resolution * 1_000;
  const first = Math.ceil(from / length) * length;
  const last = Math.floor(to / length) * length;
  if (place === 0) {
    return first < last ? [{ resolution, from: first, to: last }] : [];
  }
  return first < last
    ? [
        ...cover({ from, to: first }, place - 1),
        { resolution, from: first, to: last },
        ...cover({ from: last, to }, place - 1),
      ]
    : cover({ from, to }, place - 1);
}
