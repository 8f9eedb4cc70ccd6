import {
  type BinCounts,
  binnedQuantile,
  countOf,
} from '../statistics/BinCounts';
import { binValue } from '../statistics/logBins';
import type { FlowDefinition } from './flowDefinition';

/** "So many of a hundred items are done within so long." */
export interface ServiceLevelExpectation {
  /** The share of items it is made for, 0 to 1. */
  share: number;
  /** Seconds; null where nothing is configured and too little is known. */
  seconds: number | null;
  origin: 'configured' | 'observed' | 'none';
  /** The share of the items completed in the window that met it, 0 to 1; null without an expectation or items. */
  met: number | null;
  /** Items with a cycle time completed in the window. */
  n: number;
}

/**
 * The service level expectation: the configured one, or else the quantile that `share` names of the cycle times of the year before
 * the window. Fewer of them than the definition asks for make no expectation.
 *
 * Cycle times come by bin, so what is observed is within 1 % of the rows, and an item within 1 % of the bound may fall on
 * either side.
 *
 * Source: Vacanti and Coleman, "The Kanban Guide", 2020.
 *
 * @param history - cycle times of items completed in the year before the window, by bin
 * @param completed - cycle times of items completed in the window, by bin
 * @param configured - what the organisation or the team agreed on; null: nothing
 */
export function serviceLevelExpectation(
  {
    configured,
    history,
    completed,
  }: {
    configured: { share: number; seconds: number } | null;
    history: BinCounts;
    completed: BinCounts;
  },
  definition: FlowDefinition,
): ServiceLevelExpectation {
  const n = countOf(completed);
  const share = configured?.share ?? definition.expectationShare;
  const observed =
    countOf(history) < definition.minimumItems
      ? null
      : binnedQuantile(history, share);
  const seconds = configured?.seconds ?? observed;
  if (seconds === null) {
    return { share, seconds, origin: 'none', met: null, n };
  }
  let within = 0;
  for (const [bin, count] of completed) {
    within += binValue(bin) <= seconds ? count : 0;
  }
  return {
    share,
    seconds,
    origin: configured ? 'configured' : 'observed',
    met: n === 0 ? null : within / n,
    n,
  };
}
