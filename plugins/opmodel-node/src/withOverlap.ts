/**
 * Where a run that asks for "updated since" begins: before the instant that the last run had come to, because outside systems
 * show some of what happened late.
 *
 * @param until - where the last run had come to, epoch milliseconds, or undefined on the first run
 * @param overlapMs - how late something may appear, milliseconds: `CollectorContext.overlapMs`
 * @returns epoch milliseconds, never before 1970, or undefined on the first run
 */
export function withOverlap(
  until: number | undefined,
  overlapMs: number,
): number | undefined {
  return until === undefined ? undefined : Math.max(0, until - overlapMs);
}
