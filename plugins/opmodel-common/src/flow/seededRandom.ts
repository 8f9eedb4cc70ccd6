/**
 * A generator of pseudo-random numbers that gives the same sequence for the same seed on any machine: all of its arithmetic is on
 * 32-bit integers.
 *
 * This is mulberry32 by Tommy Ettinger, 2017, which is in the public domain: a counter with a period of 2^32 and a mixing
 * function. It passes the usual statistical tests; it is no generator for secrets.
 *
 * @param seed - a whole number from 0 to 2^32 − 1
 * @returns a function that gives the next number, from 0 inclusive to 1 exclusive
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff) {
    throw new RangeError(
      `A seed must be a whole number from 0 to 4294967295, got ${seed}`,
    );
  }
  let counter = seed;
  return () => {
    counter = (counter + 0x6d2b79f5) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 15), counter | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
