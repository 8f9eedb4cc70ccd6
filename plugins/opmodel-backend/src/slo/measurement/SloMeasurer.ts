import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SliAnswer } from '@opmodel/backstage-plugin-opmodel-node';
import type { SloDefinitionStore } from '../definitions/SloDefinitionStore';
import { type AskedObjective, askObjectives } from './askObjectives';
import { BucketKeeper, type MeasuredObjective } from './BucketKeeper';
import { countsWholeByMinute } from './countsByMinute';
import { keepClaims } from './keepClaims';
import { outcomeOf, type PlannedMeasurement } from './measurementOutcome';
import { planMeasurement, stepOf } from './MeasurementPlan';
import type { MeasurementSettings } from './measurementSettings';
import { type BackfillStep, planBackfills } from './planBackfills';
import { requestIdOf } from './requestIds';
import type { SliBucketStore } from './SliBucketStore';
import type { SloBackfill, SloBackfillStore } from './SloBackfillStore';
import type { SliSources } from './SliSources';
import type {
  ClaimedMeasurement,
  MeasurementOutcome,
  SloMeasurementStore,
} from './SloMeasurementStore';

/** SLOs that are taken at a time. */
const CLAIMED_AT_ONCE = 100;

/** How long others leave them alone when nobody prolongs it. Milliseconds. */
const LEASE = 60_000;

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
    const {
      backfills,
      definitions,
      settings,
      sources,
      clock,
      random = Math.random,
    } = this.#options;
    const now = clock();
    const slos = new Map(
      (await definitions.list(claims.map(({ sloRef }) => sloRef))).map(slo => [
        slo.definition.ref,
        slo,
      ]),
    );
    const planned = claims.flatMap((claim): PlannedMeasurement[] => {
      const slo = slos.get(claim.sloRef);
      return slo
        ? [
            {
              claim,
              slo,
              span: planMeasurement(
                claim,
                { ...settings, stepMs: stepOf(slo.definition, settings) },
                { countsFrom: slo.countsFrom, now },
              ),
            },
          ]
        : [];
    });
    const backfill = planBackfills(
      await backfills.list(planned.map(({ claim }) => claim.sloRef)),
      new Map(
        planned.map(({ claim, slo }) => [
          claim.sloRef,
          {
            slo,
            measuredUntil: claim.measuredUntil,
            stepMs: stepOf(slo.definition, settings),
          },
        ]),
      ),
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
    const isDone = (step: BackfillStep) =>
      countsWholeByMinute(step.definition)
        ? backfill.steps
            .filter(({ definition }) => definition.ref === step.definition.ref)
            .every(isMeasured)
        : isMeasured(step);
    return {
      outcomes: planned.map(plan =>
        outcomeOf(
          plan,
          {
            answers,
            earlier,
            isBehind: backfill.steps.some(
              step =>
                step.backfill.sloRef === plan.claim.sloRef &&
                step.next !== null,
            ),
          },
          { now: clock(), random },
        ),
      ),
      backfilled: [
        ...backfill.needless.map(of => ({ ...of, next: null })),
        ...backfill.steps
          .filter(isDone)
          .map(step => ({ ...step.backfill, next: step.next })),
      ],
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
