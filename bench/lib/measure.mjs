/** Latencies of repeated work, and how they are printed. */

/** The p-th quantile of measured milliseconds. */
export function quantileOf(milliseconds, p) {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))];
}

/**
 * Repeats work until enough is known of it: `runs` times or until `seconds` are over, and at least three times. What is done `before` each
 * is not measured.
 *
 * @returns milliseconds of each run
 */
export async function repeat(
  work,
  { runs = 100, seconds = 20, warm = 2, before = async () => {} } = {},
) {
  for (let run = 0; run < warm; run++) {
    await before();
    await work();
  }
  const measured = [];
  const end = performance.now() + seconds * 1000;
  while (
    measured.length < 3 ||
    (measured.length < runs && performance.now() < end)
  ) {
    await before();
    const startedAt = performance.now();
    await work();
    measured.push(performance.now() - startedAt);
  }
  return measured;
}

/**
 * Runs work on several connections at once for a while.
 *
 * @param {(index: number) => Promise<unknown>} work gets a new number each time
 * @returns milliseconds of each run
 */
export async function load(work, { connections = 10, seconds = 10 } = {}) {
  const measured = [];
  let next = 0;
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const startedAt = performance.now();
        await work((next += 1));
        measured.push(performance.now() - startedAt);
      }
    }),
  );
  return measured;
}

/** One line of a table: what, p50, p95, and both beside those of something else. */
export function lineOf(name, measured, base) {
  const [p50, p95] = [0.5, 0.95].map(p => quantileOf(measured, p));
  const ratios = base
    ? [0.5, 0.95]
        .map(
          p =>
            `${(quantileOf(measured, p) / quantileOf(base, p)).toFixed(2)} x`,
        )
        .map(text => text.padStart(9))
        .join('')
    : ''.padStart(18);
  return [
    name.padEnd(46),
    `p50 ${p50.toFixed(1)} ms`.padStart(14),
    `p95 ${p95.toFixed(1)} ms`.padStart(15),
    ratios,
    `N ${measured.length}`.padStart(9),
  ].join(' ');
}
