import {
  clipSpans,
  excludeCorrections,
  mergeSpans,
  type SliResolution,
  sliResolutions,
  type SloSpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  MeasuredTally,
  SliBucketStore,
} from '../measurement/SliBucketStore';

/** Which tallies are meant. */
export interface CountedRange extends SloSpan {
  sloRef: string;
  objective: number;
  resolution: SliResolution;
  /** What is left out. */
  excluded: readonly SloSpan[];
}

/**
 * Tallies without what is left out, in order of time. A long bucket that is left out in part is read as the next shorter ones that are
 * not, as far as these are kept; of the shortest that are, those that are touched are left out whole, as budgets leave them out.
 */
export async function readCountedTallies(
  buckets: Pick<SliBucketStore, 'list'>,
  { excluded, ...range }: CountedRange,
): Promise<MeasuredTally[]> {
  const { kept, excluded: touched } = excludeCorrections(
    await buckets.list(range),
    range.resolution,
    excluded,
  );
  const finer = sliResolutions[sliResolutions.indexOf(range.resolution) - 1];
  if (finer === undefined || touched.length === 0) {
    return kept;
  }
  const length = range.resolution * 1_000;
  const holes = mergeSpans(
    touched.map(({ start }) => ({ from: start, to: start + length })),
  );
  const parts = await Promise.all(
    clipSpans(holes, range).map(hole =>
      readCountedTallies(buckets, {
        ...range,
        ...hole,
        resolution: finer,
        excluded,
      }),
    ),
  );
  return [...kept, ...parts.flat()].sort((a, b) => a.start - b.start);
}
