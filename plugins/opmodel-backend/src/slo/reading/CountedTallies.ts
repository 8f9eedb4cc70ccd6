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
 * Tallies without what is left out, in order of time. A long bucket that is left out in part is read as the short ones that are not.
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
  const [shortest] = sliResolutions;
  if (range.resolution === shortest || touched.length === 0) {
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
        resolution: shortest,
        excluded,
      }),
    ),
  );
  return [...kept, ...parts.flat()].sort((a, b) => a.start - b.start);
}
