import {
  addDays,
  attainmentOf,
  countDays,
  minimumSample,
  SLI_BUCKET_SECONDS,
  type SloDay,
  type SloObjective,
  type SloSpan,
  sloUnitsOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import { groupBy } from 'lodash';
import { DateTime } from 'luxon';
import type { StoredSlo } from '../definitions/SloDefinitionStore';
import { objectiveAt } from '../evaluation/EvaluationPlan';
import type { SloCorrections } from '../evaluation/SloCorrections';
import type { SloStore } from '../SloStore';
import type {
  SpanTally,
  TallyQuestion,
} from '../evaluation/SloEvaluationStore';
import {
  countedSliceSeconds,
  countedSpans,
  excludedSpans,
} from './countedSpans';

const BORDER = SLI_BUCKET_SECONDS * 1_000;

/** An objective whose days are wanted. */
export interface ObjectiveOfDays {
  slo: StoredSlo;
  /** Index; that of a composite as a whole where its slices are counted. */
  objective: number;
}

/** A day with what was counted on it; undefined: nothing was measured. */
export interface TalliedDay {
  day: string;
  tally: SpanTally | undefined;
}

/** Reads what happened on the days of the configured zone. A day on which the clocks change has 23 or 25 hours. */
export class SloDayReader {
  readonly #store: Pick<SloStore, 'evaluations'>;
  readonly #corrections: SloCorrections;
  readonly #zone: string;

  constructor(options: {
    store: Pick<SloStore, 'evaluations'>;
    corrections: SloCorrections;
    zone: string;
  }) {
    this.#store = options.store;
    this.#corrections = options.corrections;
    this.#zone = options.zone;
  }

  /**
   * @param span - ISO days, both included
   * @returns for each objective its days, in order
   */
  async read(
    objectives: readonly ObjectiveOfDays[],
    span: { from: string; to: string },
  ): Promise<SloDay[][]> {
    const tallied = await this.readTallies(objectives, span);
    return objectives.map((of, place) => {
      const { definition } = of.slo;
      const objective = objectiveAt(definition, of.objective);
      return tallied[place].map(({ day, tally }) => ({
        day,
        ...this.#describe(definition.budgetingMethod, objective, {
          tally,
          seconds: secondsOf(this.#spanOf(day)),
        }),
      }));
    });
  }

  /** The same, as it was counted. */
  async readTallies(
    objectives: readonly ObjectiveOfDays[],
    { from, to }: { from: string; to: string },
  ): Promise<TalliedDay[][]> {
    if (objectives.length === 0) {
      return [];
    }
    const days = Array.from({ length: countDays(from, to) }, (_, place) =>
      addDays(from, place),
    );
    const corrections = await this.#corrections.spansOf(
      objectives.map(({ slo }) => slo.definition.ref),
    );
    const tallies = await this.#store.evaluations.sum(
      this.#ask(objectives, days, corrections),
    );
    const found = new Map(
      tallies.map(tally => [
        keyOf(tally.sloRef, tally.objective, tally.span),
        tally,
      ]),
    );
    return objectives.map(({ slo, objective }) =>
      days.map(day => ({
        day,
        tally: found.get(keyOf(slo.definition.ref, objective, day)),
      })),
    );
  }

  /** One question for all that have nothing left out, and one for each of the others. */
  #ask(
    objectives: readonly ObjectiveOfDays[],
    days: readonly string[],
    corrections: ReadonlyMap<string, readonly SloSpan[]>,
  ): TallyQuestion[] {
    const { plain = [], corrected = [] } = groupBy(objectives, ({ slo }) =>
      (corrections.get(slo.definition.ref) ?? []).length === 0
        ? 'plain'
        : 'corrected',
    );
    const questionOf = (
      asked: readonly ObjectiveOfDays[],
      excluded: readonly SloSpan[],
    ): TallyQuestion => ({
      slos: asked.map(({ slo, objective }) => ({
        sloRef: slo.definition.ref,
        objectives: [objective],
        countsFrom: slo.countsFrom,
      })),
      spans: Object.fromEntries(
        days.map(day => [
          day,
          countedSpans(this.#spanOf(day), { countsFrom: null }, excluded),
        ]),
      ),
    });
    return [
      ...(plain.length > 0 ? [questionOf(plain, [])] : []),
      ...corrected.map(of => {
        const { definition } = of.slo;
        const objective = objectiveAt(definition, of.objective);
        return questionOf(
          [of],
          excludedSpans(
            corrections.get(definition.ref) ?? [],
            countedSliceSeconds(definition, objective),
          ),
        );
      }),
    ];
  }

  #describe(
    method: StoredSlo['definition']['budgetingMethod'],
    { target, timeSliceSeconds }: SloObjective,
    { tally, seconds }: { tally: SpanTally | undefined; seconds: number },
  ): Omit<SloDay, 'day'> {
    if (!tally || tally.buckets === 0) {
      return { attainment: null, good: null, total: null, state: 'no_data' };
    }
    const { good, total } = sloUnitsOf(tally, method);
    const attainment = attainmentOf(tally, method);
    const minimum = minimumSample({
      method,
      target,
      timeSliceSeconds: method === 'Occurrences' ? null : timeSliceSeconds,
      periodSeconds: seconds,
    });
    return {
      attainment,
      good,
      total,
      state: dayState({ attainment, isThin: total < minimum, target }),
    };
  }

  #spanOf(day: string): SloSpan {
    return { from: this.#startOf(day), to: this.#startOf(addDays(day, 1)) };
  }

  #startOf(day: string): number {
    const start = DateTime.fromISO(day, { zone: this.#zone }).toMillis();
    return Math.floor(start / BORDER) * BORDER;
  }
}

function dayState(of: {
  attainment: number | null;
  isThin: boolean;
  target: number;
}): SloDay['state'] {
  if (of.attainment === null) {
    return 'no_data';
  }
  if (of.isThin) {
    return 'thin';
  }
  return of.attainment >= of.target ? 'met' : 'missed';
}

function secondsOf({ from, to }: SloSpan): number {
  return (to - from) / 1_000;
}

function keyOf(...parts: (string | number)[]): string {
  return parts.join(' ');
}
