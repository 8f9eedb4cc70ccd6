import type { LoggerService } from '@backstage/backend-plugin-api';
import { SLI_BUCKET_SECONDS } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  SliAnswer,
  SliRequest,
} from '@opmodel/backstage-plugin-opmodel-node';
import { groupBy } from 'lodash';
import { nextAttemptAfter } from '../../collect/backOff';
import type {
  SloDefinitionStore,
  StoredSlo,
} from '../definitions/SloDefinitionStore';
import { askSource } from './askSource';
import { BucketKeeper, type MeasuredObjective } from './BucketKeeper';
import { keepClaims } from './keepClaims';
import {
  planMeasurement,
  type PlannedSpan,
  sourceTypeOf,
} from './MeasurementPlan';
import type { MeasurementSettings } from './measurementSettings';
import { requestIdOf } from './requestIds';
import type { SliBucketStore } from './SliBucketStore';
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
    const { measurements, logger, clock } = this.#options;
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
      const outcomes = await this.#measure(claims, signal, () => kept.isLost());
      await measurements.settle(outcomes, { now: clock() });
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
  ): Promise<MeasurementOutcome[]> {
    const { definitions, settings, clock } = this.#options;
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
    const answers = await this.#ask(planned, signal);
    if (isLost()) {
      return [];
    }
    await this.#keeper.keep(
      planned.flatMap(plan => measuredObjectives(plan, answers)),
    );
    for (const { claim, slo } of planned.filter(plan => plan.claim.recount)) {
      await this.#keeper.recount(slo.definition, {
        from: now - settings.backfillMs,
        until: claim.measuredUntil ?? now,
      });
    }
    return planned.map(plan => this.#outcomeOf(plan, answers));
  }

  async #ask(
    planned: readonly Planned[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, SliAnswer>> {
    const { sources, settings } = this.#options;
    const asked = planned.flatMap(({ slo: { definition }, span }) =>
      definition.objectives.flatMap(objective => {
        const type = sourceTypeOf(objective);
        const { indicator, comparison } = objective;
        return type && indicator && span.from < span.to
          ? [
              {
                type,
                request: {
                  id: requestIdOf(definition.ref, objective.index),
                  indicator,
                  comparison,
                  entityRef: definition.entityRef,
                  from: span.from,
                  to: span.to,
                } satisfies SliRequest,
              },
            ]
          : [];
      }),
    );
    const answers = new Map<string, SliAnswer>();
    for (const [type, ofType] of Object.entries(groupBy(asked, 'type'))) {
      const source = sources.get(type);
      const told = source
        ? await askSource(
            source,
            ofType.map(({ request }) => request),
            { signal, budgetShare: settings.budgetShare },
          )
        : new Map<string, SliAnswer>();
      told.forEach((answer, id) => answers.set(id, answer));
    }
    return answers;
  }

  #outcomeOf(
    { claim, slo: { definition }, span }: Planned,
    answers: ReadonlyMap<string, SliAnswer>,
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
    const problems = told.flatMap(({ answer }) =>
      'problem' in answer ? answer.problem : [],
    );
    if (problems.length > 0) {
      return {
        sloRef,
        token,
        state: 'failed',
        error: [...new Set(problems)].join('\n').slice(0, LONGEST_ERROR),
        queries,
        measuredUntil: problems.length < told.length ? span.to : measuredUntil,
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
      nextAt: span.isBehind
        ? clock() + 1
        : span.to + BUCKET + Math.floor(random() * 60_000),
    };
  }
}

function measuredObjectives(
  { slo: { definition }, span }: Planned,
  answers: ReadonlyMap<string, SliAnswer>,
): MeasuredObjective[] {
  return definition.objectives.flatMap(objective => {
    const answer = answers.get(requestIdOf(definition.ref, objective.index));
    return answer && 'buckets' in answer
      ? [{ definition, objective, span, buckets: answer.buckets }]
      : [];
  });
}
