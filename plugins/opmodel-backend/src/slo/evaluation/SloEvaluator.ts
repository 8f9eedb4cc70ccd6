import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SloSpan } from '@opmodel/backstage-plugin-opmodel-common';
import { groupBy } from 'lodash';
import { nextAttemptAfter } from '../../collect/backOff';
import type { SloDefinitionStore } from '../definitions/SloDefinitionStore';
import type { SloMeasurementStore } from '../measurement/SloMeasurementStore';
import type { EvaluatedSlo, EvaluationListener } from './EvaluatedSlo';
import { evaluateSlo, indexesOf, type SloEvaluation } from './evaluateSlo';
import {
  type EvaluationPlan,
  judgedUntil,
  planEvaluation,
  type SloToEvaluate,
} from './EvaluationPlan';
import type { EvaluationSettings } from './evaluationSettings';
import type { SloCorrections } from './SloCorrections';
import type {
  ClaimedEvaluation,
  EvaluationOutcome,
  SloEvaluationStore,
  SloObjectiveState,
  SpanTally,
  TallyQuestion,
} from './SloEvaluationStore';

/** SLOs of one round: enough to make statements cheap, few enough for a lease. */
const CLAIMED_AT_ONCE = 500;

/** When so many fail one after the other, it is none of theirs. */
const FAILED_IN_A_ROW = 5;

/** How long others leave them alone. Milliseconds. */
const LEASE = 120_000;

/** An SLO of which nothing new is measured is evaluated as often, so that windows move on. Milliseconds. */
const LONGEST_PAUSE = 3_600_000;

/** What the evaluator works with. */
export interface SloEvaluatorOptions {
  definitions: Pick<SloDefinitionStore, 'list'>;
  measurements: Pick<SloMeasurementStore, 'getMany'>;
  evaluations: SloEvaluationStore;
  corrections: SloCorrections;
  /** Are told of what was evaluated, one after the other. */
  listeners: readonly EvaluationListener[];
  settings: EvaluationSettings;
  logger: LoggerService;
  /** IANA zone of the days. */
  zone: string;
  /** The clock that all replicas share. Epoch milliseconds. */
  clock: () => number;
  /** From 0 up to but not 1. Default: chance. */
  random?: () => number;
}

/** An SLO with what its evaluation is planned by. */
interface Planned {
  claim: ClaimedEvaluation;
  given: SloToEvaluate;
  plan: EvaluationPlan;
}

/**
 * Evaluates the SLOs that are due, many at a time: one statement sums their buckets, pure functions judge the sums. An evaluation that
 * breaks off is done again, with the same result, and whoever listens is told again.
 */
export class SloEvaluator {
  readonly #options: SloEvaluatorOptions;

  constructor(options: SloEvaluatorOptions) {
    this.#options = options;
  }

  /**
   * Evaluates what is due now.
   *
   * @returns how many SLOs were evaluated
   * @throws what the first failure was, after everything else was evaluated
   */
  async evaluateDue(signal: AbortSignal): Promise<number> {
    const { evaluations, clock } = this.#options;
    const now = clock();
    let count = 0;
    let failure: unknown;
    for (;;) {
      signal.throwIfAborted();
      const claims = await evaluations.claim({
        limit: CLAIMED_AT_ONCE,
        leaseMs: LEASE,
        now,
      });
      if (claims.length === 0) {
        break;
      }
      try {
        count += await this.#evaluate(claims);
      } catch (error) {
        failure ??= error;
        count += await this.#evaluateEach(claims, error);
      }
    }
    if (failure !== undefined) {
      throw failure;
    }
    return count;
  }

  async #evaluate(claims: readonly ClaimedEvaluation[]): Promise<number> {
    const { evaluations, listeners, clock } = this.#options;
    const now = clock();
    const refs = claims.map(({ sloRef }) => sloRef);
    const before = groupBy(
      await evaluations.listStates(refs),
      ({ sloRef }) => sloRef,
    );
    const planned = await this.#plan(claims, before, now);
    const tallies = groupTallies(await evaluations.sum(questionsOf(planned)));
    const evaluated: EvaluatedSlo[] = [];
    const found: SloEvaluation = { states: [], windows: [] };
    for (const { given, plan } of planned) {
      const { definition } = given.slo;
      const evaluation = evaluateSlo(
        given,
        plan,
        tallies.get(definition.ref) ?? new Map(),
        {
          before: before[definition.ref] ?? [],
          minimumEvents: this.#options.settings.minimumEvents,
          now,
        },
      );
      found.states.push(...evaluation.states);
      found.windows.push(...evaluation.windows);
      evaluated.push({
        definition,
        states: evaluation.states,
        before: before[definition.ref] ?? [],
        countsFrom: given.slo.countsFrom,
        corrections: given.corrections,
      });
    }
    await evaluations.keep(found);
    for (const listener of listeners) {
      await listener(evaluated, { now });
    }
    await evaluations.settle(
      planned.map(of => this.#outcomeOf(of, now)),
      { now },
    );
    return planned.length;
  }

  /**
   * Finds those that cannot be evaluated, so that they put off no other. Where one after the other fails it is none of theirs, and all that
   * are left are put off.
   *
   * @returns how many were evaluated
   */
  async #evaluateEach(
    claims: readonly ClaimedEvaluation[],
    error: unknown,
  ): Promise<number> {
    let count = 0;
    let failedInARow = 0;
    for (const [index, claim] of claims.entries()) {
      if (claims.length === 1 || failedInARow === FAILED_IN_A_ROW) {
        await this.#putOff(claims.slice(index), error);
        break;
      }
      try {
        count += await this.#evaluate([claim]);
        failedInARow = 0;
      } catch (own) {
        failedInARow += 1;
        await this.#putOff([claim], own);
      }
    }
    return count;
  }

  async #plan(
    claims: readonly ClaimedEvaluation[],
    before: Readonly<Record<string, SloObjectiveState[]>>,
    now: number,
  ): Promise<Planned[]> {
    const { definitions, evaluations, measurements, corrections, zone } =
      this.#options;
    const refs = claims.map(({ sloRef }) => sloRef);
    const [slos, measured, leftOut, open] = await Promise.all([
      definitions.list(refs),
      measurements.getMany(refs),
      corrections.spansOf(refs),
      evaluations.listOpenWindows(refs, { until: now }),
    ]);
    const openWindows = groupBy(open, ({ sloRef }) => sloRef);
    const byRef = new Map(slos.map(slo => [slo.definition.ref, slo]));
    return claims.flatMap(claim => {
      const slo = byRef.get(claim.sloRef);
      if (!slo) {
        return [];
      }
      const given: SloToEvaluate = {
        slo,
        measuredUntil: measured.get(claim.sloRef)?.measuredUntil ?? null,
        judgedUntil: judgedUntil(claim, before[claim.sloRef]),
        corrections: leftOut.get(claim.sloRef) ?? [],
        openWindows: openWindows[claim.sloRef] ?? [],
      };
      const indexes = indexesOf(slo.definition);
      return [
        { claim, given, plan: planEvaluation(given, indexes, { zone, now }) },
      ];
    });
  }

  #outcomeOf({ claim, given, plan }: Planned, now: number): EvaluationOutcome {
    const { window } = given.slo.definition;
    const ends =
      window.type === 'calendar' && plan.window && plan.window.to > now
        ? plan.window.to
        : Infinity;
    return {
      sloRef: claim.sloRef,
      token: claim.token,
      dueAt: Math.min(now + LONGEST_PAUSE, ends),
      error: null,
    };
  }

  async #putOff(
    claims: readonly ClaimedEvaluation[],
    error: unknown,
  ): Promise<void> {
    const { evaluations, clock, random = Math.random } = this.#options;
    const now = clock();
    await evaluations.settle(
      claims.map(({ sloRef, token, failures }) => ({
        sloRef,
        token,
        dueAt: nextAttemptAfter({ failures: failures + 1, now, random }) + 1,
        error: stringifyError(error),
      })),
      { now },
    );
  }
}

/** Objectives that are judged by the same spans are asked for together. */
function questionsOf(planned: readonly Planned[]): TallyQuestion[] {
  const questions = new Map<
    string,
    {
      slos: TallyQuestion['slos'][number][];
      spans: Record<string, SloSpan[]>;
    }
  >();
  for (const { given, plan } of planned) {
    const { definition, countsFrom } = given.slo;
    for (const { objective, spans, earlierSpans } of plan.objectives) {
      for (const asked of [
        { spans, countsFrom },
        { spans: earlierSpans, countsFrom: null },
      ]) {
        const key = JSON.stringify(asked.spans);
        const question = questions.get(key) ?? { slos: [], spans: asked.spans };
        if (Object.keys(asked.spans).length > 0) {
          questions.set(key, question);
        }
        question.slos.push({
          sloRef: definition.ref,
          objectives: [objective],
          countsFrom: asked.countsFrom,
        });
      }
    }
  }
  return [...questions.values()];
}

/** By SLO, objective and name of the span. */
function groupTallies(
  tallies: readonly SpanTally[],
): Map<string, Map<number, Map<string, SpanTally>>> {
  const grouped = new Map<string, Map<number, Map<string, SpanTally>>>();
  for (const tally of tallies) {
    const ofSlo =
      grouped.get(tally.sloRef) ?? new Map<number, Map<string, SpanTally>>();
    grouped.set(tally.sloRef, ofSlo);
    const ofObjective =
      ofSlo.get(tally.objective) ?? new Map<string, SpanTally>();
    ofSlo.set(tally.objective, ofObjective);
    ofObjective.set(tally.span, tally);
  }
  return grouped;
}
