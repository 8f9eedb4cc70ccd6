import {
  dayOf,
  type SloState,
  type SloSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../../lib/instants';
import type { SloReadStore, SloSelection } from './SloReadStore';

/** States in the order in which they are told. */
const states: readonly SloState[] = [
  'exhausted',
  'at_risk',
  'no_data',
  'thin',
  'met',
];

/** Sums up how the SLOs of a selection are doing, and which components have none. */
export class SloSummaryReader {
  readonly #reads: Pick<SloReadStore, 'count' | 'countCoverage'>;
  readonly #zone: string;
  readonly #clock: () => number;

  constructor(options: {
    reads: Pick<SloReadStore, 'count' | 'countCoverage'>;
    zone: string;
    clock: () => number;
  }) {
    this.#reads = options.reads;
    this.#zone = options.zone;
    this.#clock = options.clock;
  }

  async read(selection: SloSelection): Promise<SloSummary> {
    const today = dayOf(this.#clock(), this.#zone);
    const [counts, tiers] = await Promise.all([
      this.#reads.count(selection, { today }),
      this.#reads.countCoverage(selection),
    ]);
    const entities = sumOf(tiers.map(tier => tier.entities));
    const covered = sumOf(tiers.map(tier => tier.covered));
    return {
      slos: sumOf([...counts.states.values()]),
      states: states.map(state => ({
        state,
        slos: counts.states.get(state) ?? 0,
      })),
      burning: counts.burning,
      problems: counts.problems,
      reviewsOverdue: counts.reviewsOverdue,
      coverage: tiers.map(tier => ({
        ...tier,
        share: shareOf(tier.covered, tier.entities),
      })),
      entities,
      covered,
      share: shareOf(covered, entities),
      state: entities === 0 ? 'no_data' : 'ok',
      asOf: toInstant(counts.measuredUntil),
    };
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
