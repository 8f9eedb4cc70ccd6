import { seededRandom } from './seededRandom';

/** Draws of one portion: a few milliseconds. */
const DRAWS_IN_PORTION = 100_000;

/**
 * Plays the future through, trial by trial. Between two trials it stops now and then, so that nobody has to wait for all of them
 * at once; where it stops changes nothing of what is drawn.
 *
 * @param trial - one future; `draw` gives what the next day does, as a day of the history that is drawn at random, with replacement
 * @returns what each trial came to; null without anything to draw
 */
export function* playThrough(
  options: {
    dailyThroughput: readonly number[];
    /** A whole number from 0 to 2^32 − 1. */
    seed: number;
    trials: number;
  },
  trial: (draw: () => number) => number,
): Generator<void, number[] | null> {
  const { dailyThroughput, seed, trials } = options;
  if (!dailyThroughput.some(count => count > 0)) {
    return null;
  }
  const random = seededRandom(seed);
  let drawn = 0;
  const draw = () => {
    drawn += 1;
    return dailyThroughput[Math.floor(random() * dailyThroughput.length)];
  };
  const outcomes: number[] = [];
  while (outcomes.length < trials) {
    outcomes.push(trial(draw));
    if (drawn >= DRAWS_IN_PORTION) {
      drawn = 0;
      yield;
    }
  }
  return outcomes;
}
