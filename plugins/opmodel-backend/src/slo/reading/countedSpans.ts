import {
  SLI_BUCKET_SECONDS,
  type SloDefinition,
  type SloObjective,
  type SloSpan,
  subtractSpans,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { StoredSlo } from '../definitions/SloDefinitionStore';

/** Length of the slices that are counted in seconds; null where events are. */
export function countedSliceSeconds(
  { budgetingMethod }: Pick<SloDefinition, 'budgetingMethod'>,
  { timeSliceSeconds }: Pick<SloObjective, 'timeSliceSeconds'>,
): number | null {
  return budgetingMethod === 'Occurrences' ? null : timeSliceSeconds;
}

/**
 * What corrections leave out. A slice cannot be divided, nor can a bucket that holds several, so that what a correction touches is left
 * out whole.
 */
export function excludedSpans(
  corrections: readonly SloSpan[],
  sliceSeconds: number | null,
): readonly SloSpan[] {
  if (sliceSeconds === null) {
    return corrections;
  }
  const whole = Math.max(sliceSeconds, SLI_BUCKET_SECONDS) * 1_000;
  return corrections.map(({ from, to }) => ({
    from: Math.floor(from / whole) * whole,
    to: Math.ceil(to / whole) * whole,
  }));
}

/** What of a span counts for an objective: not what is left out, and nothing of an indicator that is no longer meant. */
export function countedSpans(
  span: SloSpan,
  { countsFrom }: Pick<StoredSlo, 'countsFrom'>,
  excluded: readonly SloSpan[],
): SloSpan[] {
  return subtractSpans(
    { from: Math.max(span.from, countsFrom ?? span.from), to: span.to },
    excluded,
  );
}
