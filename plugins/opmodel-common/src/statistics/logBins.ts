/**
 * Logarithmic bins for durations: bin `b` holds the whole seconds from γ^b up to γ^(b+1). Representing a bin by its middle
 * keeps the relative error of any quantile at or below (γ − 1) / (γ + 1), 0.99 %. Bins of different days and components
 * merge by adding their counts.
 *
 * Source: Masson, Rim, Lee, "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees", 2019.
 */
const GAMMA = 1.02;
const LOG_GAMMA = Math.log(GAMMA);

/** The bin of a duration of zero seconds. */
export const ZERO_BIN = -1;

/** Bins to a factor of two: γ^35 = 1.9999. */
export const BINS_PER_OCTAVE = 35;

/**
 * The bin of a duration.
 *
 * @param seconds - whole seconds, zero or more
 */
export function binOf(seconds: number): number {
  if (!Number.isInteger(seconds) || seconds < 0) {
    throw new RangeError(
      `A duration must be whole seconds from 0, got ${seconds}`,
    );
  }
  return seconds === 0 ? ZERO_BIN : Math.floor(Math.log(seconds) / LOG_GAMMA);
}

/** The smallest whole second whose bin is `bin` or higher. */
function lowerEdge(bin: number): number {
  if (bin <= ZERO_BIN) {
    return 0;
  }
  // The logarithm and the power round differently, so the edge is settled by asking binOf itself.
  let edge = Math.max(1, Math.floor(Math.pow(GAMMA, bin)) - 1);
  while (binOf(edge) < bin) {
    edge += 1;
  }
  return edge;
}

/**
 * The whole seconds that fall into a bin.
 *
 * @returns `from` inclusive and `to` exclusive; equal where no whole second falls into the bin
 */
export function binRange(bin: number): { from: number; to: number } {
  return { from: lowerEdge(bin), to: lowerEdge(bin + 1) };
}

/** The duration in seconds that stands for a bin, within 0.99 % of every duration in it. */
export function binValue(bin: number): number {
  return bin <= ZERO_BIN ? 0 : (2 * Math.pow(GAMMA, bin + 1)) / (GAMMA + 1);
}
