import { withoutArtefacts } from './errorBudget';
import type { BudgetingMethod, SloWindow } from './sloDefinition';
import { clipSpans, spanSeconds, type SloSpan } from './sloSpan';

/** A window, and how much of it is known. */
export interface SloWindowSoFar {
  method: BudgetingMethod;
  windowType: SloWindow['type'];
  /** The window, as `sloWindowAt` gives it. */
  span: SloSpan;
  /** Up to where it is measured, epoch milliseconds. */
  measuredUntil: number;
  /** Length of a slice; null for Occurrences. */
  timeSliceSeconds: number | null;
  /** Seconds of the window that were measured; all up to `measuredUntil` unless it is told. */
  measuredSeconds?: number;
  /** What is left out by corrections, past and planned. */
  excluded?: readonly SloSpan[];
}

/** Where the number of events or slices in the whole window comes from. */
export type SloTotalBasis =
  /** They were counted: a rolling window, or one that has ended. */
  | 'measured'
  /** Those to come are estimated by the pace so far: events of a calendar window. */
  | 'pace'
  /** Those to come are known by the clock: slices of a calendar window. */
  | 'clock';

/**
 * How many events or slices the whole window has.
 *
 * @param n - so far
 * @returns a `total` of null without data
 */
export function wholeWindow(
  input: SloWindowSoFar,
  n: number,
): { total: number | null; basis: SloTotalBasis } {
  const { windowType, span, measuredUntil, method } = input;
  if (n <= 0) {
    return { total: null, basis: 'measured' };
  }
  if (windowType === 'rolling' || measuredUntil >= span.to) {
    return { total: n, basis: 'measured' };
  }
  const toCome = { from: Math.max(span.from, measuredUntil), to: span.to };
  const left = (of: SloSpan) =>
    (of.to - of.from) / 1_000 -
    spanSeconds(clipSpans(input.excluded ?? [], of));
  if (method !== 'Occurrences' && input.timeSliceSeconds !== null) {
    const slice = input.timeSliceSeconds * 1_000;
    // The slice that is under way is still to be counted.
    const from = Math.max(span.from, Math.floor(toCome.from / slice) * slice);
    const slices = Math.ceil(left({ from, to: span.to }) / (slice / 1_000));
    return { total: n + Math.max(0, slices), basis: 'clock' };
  }
  const measured =
    input.measuredSeconds ?? left({ from: span.from, to: toCome.from });
  return measured > 0
    ? {
        total: withoutArtefacts(n + (n / measured) * left(toCome)),
        basis: 'pace',
      }
    : { total: n, basis: 'measured' };
}
