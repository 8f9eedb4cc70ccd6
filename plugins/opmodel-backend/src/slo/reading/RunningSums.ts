import {
  type SloSliceTally,
  type SloTally,
  withoutArtefacts,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A sum with how many buckets of five minutes of it were measured. */
export type MeasuredSum = SloSliceTally & { measured: number };

/** Sums over any span, of tallies that were summed once. What was bad is summed for itself: nothing bad stays exactly nothing. */
export class RunningSums {
  readonly #starts: number[] = [];
  readonly #sums: number[][] = [[0, 0, 0, 0, 0, 0]];

  constructor(tallies: readonly (SloTally & { measured: number })[]) {
    for (const tally of tallies) {
      const before = this.#sums[this.#sums.length - 1];
      const { good, total, slices, goodSlices, ratioSum, measured } = tally;
      const added = [
        total,
        total - good,
        slices,
        slices - goodSlices,
        slices - ratioSum,
        measured,
      ];
      this.#starts.push(tally.start);
      this.#sums.push(added.map((value, column) => value + before[column]));
    }
  }

  /** What began in a span. */
  between(from: number, to: number): MeasuredSum {
    const first = this.#sums[this.#placeOf(from)];
    const last = this.#sums[this.#placeOf(to)];
    const [total, bad, slices, badSlices, missed, measured] = last.map(
      (value, column) => withoutArtefacts(value - first[column]),
    );
    return {
      total,
      good: withoutArtefacts(total - bad),
      slices,
      goodSlices: slices - badSlices,
      ratioSum: withoutArtefacts(slices - missed),
      measured,
    };
  }

  /** How many begin before an instant. */
  #placeOf(instant: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] < instant) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
