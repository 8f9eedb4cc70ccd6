import type { PushedBucketKey } from './PushedBucketStore';

/** By SLO, objective, start and length. */
export function inOrder<T extends PushedBucketKey>(buckets: readonly T[]): T[] {
  return [...buckets].sort(
    (a, b) =>
      (a.sloRef < b.sloRef ? -1 : Number(a.sloRef > b.sloRef)) ||
      a.objective - b.objective ||
      a.start - b.start ||
      a.seconds - b.seconds,
  );
}

/** Tells a bucket from every other, as text. */
export function keyOf({
  sloRef,
  objective,
  start,
  seconds,
}: PushedBucketKey): string {
  return `${sloRef} ${objective} ${start} ${seconds}`;
}
