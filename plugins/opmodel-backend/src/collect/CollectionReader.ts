import {
  countDays,
  dayOf,
  type QualityFigure,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DaySpan } from '../catalog/ComponentSelection';

/** Tells how far facts have been collected. */
export interface CollectionProgress {
  /**
   * Up to when every collector at work has read all that its outside system knows, epoch milliseconds, 0 while one of them has
   * read nothing; null where none has ever run, because facts are sent by others.
   */
  readCompleteUntil(): Promise<number | null>;
}

/**
 * The days of a span up to which collectors are complete, of all its days. What a collector missed it reads again before it goes
 * on, so a gap is always at the end.
 *
 * @param zone - IANA zone in which days begin
 * @returns null where nobody watches
 */
export async function readCollection(
  progress: CollectionProgress | undefined,
  { from, to }: DaySpan,
  zone: string,
): Promise<QualityFigure | null> {
  const completeUntil = await progress?.readCompleteUntil();
  if (completeUntil === null || completeUntil === undefined) {
    return null;
  }
  const lastDay = dayOf(completeUntil, zone);
  const last = lastDay < to ? lastDay : to;
  return {
    numerator: last < from ? 0 : countDays(from, last),
    denominator: countDays(from, to),
  };
}
