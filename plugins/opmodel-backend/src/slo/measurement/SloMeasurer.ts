import type { LoggerService } from '@backstage/backend-plugin-api';
import { SLI_BUCKET_SECONDS } from '@opmodel/backstage-plugin-opmodel-common';
import type { SliAnswer } from '@opmodel/backstage-plugin-opmodel-node';
import { nextAttemptAfter } from '../../collect/backOff';
import type {
  SloDefinitionStore,
  StoredSlo,
} from '../definitions/SloDefinitionStore';
import { type AskedObjective, askObjectives } from './askObjectives';
import { BucketKeeper, type MeasuredObjective } from './BucketKeeper';
import { keepClaims } from './keepClaims';
import { planMeasurement, type PlannedSpan } from './MeasurementPlan';
import type { MeasurementSettings } from './measurementSettings';
import { planBackfills } from './planBackfills';
import { requestIdOf } from './requestIds';
import type { SliBucketStore } from './SliBucketStore';
import type { SloBackfill, SloBackfillStore } from './SloBackfillStore';
import type { SliSources } from './SliSources';
import type {
  ClaimedMeasurement,
  MeasurementOutcome,
  SloMeasurementStore,
} from './SloMeasurementStore';

const BUCKET = SLI_BUCKET_SECONDS * 1_000;

/** SLOs that are taken at a time. */
const CLAIMED_AT_ONCE = 100;

/** How long others leave them alone when nobody prolongs it. Milliseconds. */
const LEASE = 60_000;

/** Longest text of an error that is kept. */
const LONGEST_ERROR = 2_000;

/** What the measurer works with. */
export interface SloMeasurerOptions {
  backfills: SloBackfillStore;
  buckets: SliBucketStore;
  definitions: Pick<SloDefinitionStore, 'list'>;
  measurements: SloMeasurementStore;
  sources: SliSources;
  settings: MeasurementSettings;
  logger: LoggerService;
  /** The clock that all replicas share. Epoch milliseconds. */
  clock: () => number;
  /** From 0 up to but not 1. Default: chance. */
  random?: () => number;
}

/** What came of claims. */
interface Measured {
  outcomes: MeasurementOutcome[];
  backfilled: (SloBackfill & { next: number | null })[];
}

/** A claimed SLO with what is asked about it. */
interface Planned {
  claim: ClaimedMeasurement;
  slo: StoredSlo;
  span: PlannedSpan;
}

/**
 * Measures the SLOs that are due: takes them, asks their sources, keeps the buckets, and says how far it came. Whatever breaks off is
 * done again, with the same result.
 */
export class SloMeasurer {
  readonly #options: SloMeasurerOptions;
  readonly #keeper: BucketKeeper;

  constructor(options: SloMeasurerOptions) {
    this.#options = options;
    this.#keeper = new BucketKeeper({ store: options.buckets });
  }

  /** Measures until nothing is due any more, so that a long way back is gone in one call, step by step. */
  async measureDue(signal: AbortSignal): Promise<void> {
    const { sources, settings } = this.#options;
    const workers = sources.types.flatMap(sourceType =>
      Array.from({ length: settings.parallel }, async () => {
        while (
          !signal.aborted &&
          (await this.#measureNext(sourceType, signal))
        ) {
          // The next batch.
        }
      }),
    );
    const ended = await Promise.allSettled(workers);
    const failed = ended.find(({ status }) => status === 'rejected');
    if (failed) {
      throw (failed as PromiseRejectedResult).reason;
    }
  }

  /** @returns whether there was something to measure */
  async #measureNext(
    sourceType: string,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { backfills, measurements, logger, clock } = this.#options;
    const claims = await measurements.claim({
      sourceType,
      limit: CLAIMED_AT_ONCE,
      leaseMs: LEASE,
      now: clock(),
    });
    if (claims.length === 0) {
      return false;
    }
    const kept = keepClaims({
      extend: at => measurements.extend(claims, { leaseMs: LEASE, now: at }),
      leaseMs: LEASE,
      clock,
      logger,
    });
    try {
      const { outcomes, backfilled } = await this.#measure(claims, signal, () =>
        kept.isLost(),
      );
      const held = new Set(
        await measurements.settle(outcomes, { now: clock() }),
      );
      // What reads differently by now is measured backwards anew.
      await backfills.settle(
        backfilled.filter(({ sloRef }) => held.has(sloRef)),
      );
    } catch (error) {
      await measurements.settle(
        claims.map(({ sloRef, token }) => ({
          sloRef,
          token,
          state: 'given_back',
        })),
        { now: clock() },
      );
      if (!signal.aborted) {
        throw error;
      }
    } finally {
      await kept.stop();
    }
    return true;
  }

  async #measure(
    claims: readonly ClaimedMeasurement[],
    signal: AbortSignal,
    isLost: () => boolean,
  ): Promise<Measured> {
    const { backfills, definitions, settings, sources, clock } = this.#options;
    const now = clock();
    const slos = new Map(
      (await definitions.list(claims.map(({ sloRef }) => sloRef))).map(slo => [
        slo.definition.ref,
        slo,
      ]),
    );
    const planned = claims.flatMap((claim): Planned[] => {
      const slo = slos.get(claim.sloRef);
      return slo
        ? [
            {
              claim,
              slo,
              span: planMeasurement(claim, settings, {
                countsFrom: slo.countsFrom,
                now,
              }),
            },
          ]
        : [];
    });
    const backfill = planBackfills(
      await backfills.list(planned.map(({ claim }) => claim.sloRef)),
      new Map(
        planned.map(({ claim, slo }) => [
          claim.sloRef,
          { slo, measuredUntil: claim.measuredUntil },
        ]),
      ),
      settings.stepMs,
    );
    const asking = { signal, budgetShare: settings.budgetShare };
    const asked = planned.flatMap(({ slo: { definition }, span }) =>
      definition.objectives.map(objective => ({ definition, objective, span })),
    );
    const answers = await askObjectives(sources, asked, asking);
    const earlier = await askObjectives(sources, backfill.steps, asking);
    if (isLost()) {
      return { outcomes: [], backfilled: [] };
    }
    await this.#keeper.keep(measuredOf(asked, answers));
    await this.#keeper.keep(measuredOf(backfill.steps, earlier));
    for (const { claim, slo } of planned.filter(plan => plan.claim.recount)) {
      await this.#keeper.recount(slo.definition, {
        from: now - settings.backfillMs,
        until: claim.measuredUntil ?? now,
      });
    }
    const isMeasured = ({ definition, objective }: AskedObjective) =>
      'buckets' in
      (earlier.get(requestIdOf(definition.ref, objective.index)) ?? {});
    return {
      outcomes: planned.map(plan =>
        this.#outcomeOf(plan, answers, {
          earlier,
          isBehind: backfill.steps.some(
            step =>
              step.backfill.sloRef === plan.claim.sloRef && step.next !== null,
          ),
        }),
      ),
      backfilled: [
        ...backfill.needless.map(of => ({ ...of, next: null })),
        ...backfill.steps
          .filter(isMeasured)
          .map(step => ({ ...step.backfill, next: step.next })),
      ],
    };
  }

  #outcomeOf(
    { claim, slo: { definition }, span }: Planned,
    answers: ReadonlyMap<string, SliAnswer>,
    backfill: { earlier: ReadonlyMap<string, SliAnswer>; isBehind: boolean },
  ): MeasurementOutcome {
    const { clock, random = Math.random } = this.#options;
    const { sloRef, token, failures, measuredUntil } = claim;
    const told = definition.objectives.flatMap(({ index }) => {
      const answer = answers.get(requestIdOf(sloRef, index));
      return answer ? [{ index, answer }] : [];
    });
    const queries =
      told.length === 0
        ? null
        : Object.fromEntries(
            told.map(({ index, answer }) => [String(index), answer.queries]),
          );
    const problemsOf = (from: readonly (SliAnswer | undefined)[]) =>
      from.flatMap(answer =>
        answer && 'problem' in answer ? answer.problem : [],
      );
    const failed = problemsOf(told.map(({ answer }) => answer)).length;
    const problems = problemsOf([
      ...told.map(({ answer }) => answer),
      ...definition.objectives.map(({ index }) =>
        backfill.earlier.get(requestIdOf(sloRef, index)),
      ),
    ]);
    if (problems.length > 0) {
      return {
        sloRef,
        token,
        state: 'failed',
        error: [...new Set(problems)].join('\n').slice(0, LONGEST_ERROR),
        queries,
        measuredUntil:
          failed === 0 || failed < told.length ? span.to : measuredUntil,
        nextAt: Math.max(
          // Not before the next call.
          clock() + 1,
          nextAttemptAfter({ failures: failures + 1, now: clock(), random }),
        ),
      };
    }
    return {
      sloRef,
      token,
      state: 'measured',
      measuredUntil: Math.max(span.to, measuredUntil ?? 0),
      ...(span.isAgain && {
        again: { from: span.from, to: span.to, next: span.againFrom },
      }),
      queries,
      nextAt:
        span.isBehind || backfill.isBehind
          ? clock() + 1
          : span.to + BUCKET + Math.floor(random() * 60_000),
    };
  }
}

function measuredOf(
  asked: readonly AskedObjective[],
  answers: ReadonlyMap<string, SliAnswer>,
): MeasuredObjective[] {
  return asked.flatMap(({ definition, objective, span }) => {
    const answer = answers.get(requestIdOf(definition.ref, objective.index));
    return answer && 'buckets' in answer
      ? [{ definition, objective, span, buckets: answer.buckets }]
      : [];
  });
}
