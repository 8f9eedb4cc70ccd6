import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { evaluateEntity } from './evaluateEntity';
import { FailedEntities } from './FailedEntities';
import type {
  EvaluationBasis,
  EvaluationOutcome,
  ResultStore,
} from './ResultStore';
import {
  requireVersions,
  type RulesAtAnyTime,
  StandingRules,
  type StandingRulesOptions,
  UnreadVersionError,
} from './StandingRules';

/** What the evaluator works with. */
export interface EvaluatorOptions extends StandingRulesOptions {
  results: Pick<
    ResultStore,
    'evaluate' | 'lastWork' | 'listEntities' | 'putOff' | 'workOff'
  >;
  logger: LoggerService;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** What one transaction goes by. */
interface Attempt {
  revision: string;
  /** Position of the work that it may take. */
  until: number;
  now: number;
  evaluate: (basis: EvaluationBasis) => EvaluationOutcome;
}

/** Entities of one transaction: enough to make statements cheap, few enough that nobody waits long for them. */
const entitiesAtOnce = 500;

/** An entity that could not be evaluated is left alone for so long. Milliseconds. */
const pauseAfterFailure = 5 * 60_000;

/** Definitions that change again and again while they are carried out are not waited for. */
const mostStale = 20;

/**
 * Evaluates entities by the scorecards that hold: those of which something changed, and all of them now and then, because time changes
 * verdicts too. What comes to what is known writes nothing.
 */
export class Evaluator {
  readonly #options: EvaluatorOptions;
  readonly #rules: StandingRules;
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: EvaluatorOptions) {
    this.#options = options;
    this.#rules = new StandingRules(options);
  }

  /**
   * Evaluates what waits, until nothing is left or somebody else has it. Calls of one process follow each other.
   *
   * @returns how many entities were evaluated
   * @throws what the first failure was, after everything else was evaluated
   */
  workOff(signal?: AbortSignal): Promise<number> {
    const next = this.#running.then(() => this.#workOff(signal));
    this.#running = next.catch(() => undefined);
    return next;
  }

  /** Evaluates all of one entity now, whether or not anything changed. What the catalog does not have is left out. */
  async evaluateNow(entityRef: string): Promise<void> {
    await this.#evaluateWhole([entityRef]);
  }

  /**
   * Evaluates everything, for what time alone changes: facts that grew old, checks that begin, exemptions that ran out.
   *
   * @returns how many entities were evaluated
   * @throws what the first failure was, after everything else was evaluated
   */
  async sweep(signal?: AbortSignal): Promise<number> {
    const { logger, results } = this.#options;
    const failed = new FailedEntities(logger);
    let evaluated = 0;
    let after: string | undefined;
    for (;;) {
      signal?.throwIfAborted();
      const refs = await results.listEntities({ after, limit: entitiesAtOnce });
      if (refs.length === 0) {
        break;
      }
      after = refs[refs.length - 1];
      try {
        evaluated += await this.#evaluateWhole(refs);
      } catch (error) {
        evaluated += await failed.isolate(refs, error, {
          evaluate: ref => this.#evaluateWhole([ref]),
        });
      }
    }
    failed.throwFirst();
    return evaluated;
  }

  async #workOff(signal: AbortSignal | undefined): Promise<number> {
    const { clock, logger, results } = this.#options;
    const failed = new FailedEntities(logger);
    let evaluated = 0;
    for (;;) {
      signal?.throwIfAborted();
      const batch: string[] = [];
      let done: number;
      try {
        done = await this.#workOffBatch({ limit: entitiesAtOnce }, batch);
      } catch (error) {
        if (batch.length === 0) {
          throw error;
        }
        done = await failed.isolate(batch, error, {
          evaluate: ref => this.#workOffBatch({ limit: 1, entityRefs: [ref] }),
          putOff: (ref, own) =>
            results.putOff([ref], {
              error: stringifyError(own),
              until: clock() + pauseAfterFailure,
            }),
        });
      }
      if (done === 0) {
        break;
      }
      evaluated += done;
    }
    failed.throwFirst();
    return evaluated;
  }

  /** @param batch - is told which entities it is about */
  #workOffBatch(
    request: { limit: number; entityRefs?: readonly string[] },
    batch: string[] = [],
  ): Promise<number> {
    return this.#attempt(({ evaluate, ...attempt }) => {
      batch.length = 0;
      return this.#options.results.workOff(
        { ...attempt, ...request },
        basis => {
          batch.push(basis.work.entityRef);
          return evaluate(basis);
        },
      );
    });
  }

  #evaluateWhole(entityRefs: readonly string[]): Promise<number> {
    return this.#attempt(({ evaluate, revision, now }) =>
      this.#options.results.evaluate({ revision, entityRefs, now }, evaluate),
    );
  }

  /** Runs a transaction by the rules as they are, again where they have changed meanwhile. */
  async #attempt(
    run: (attempt: Attempt) => Promise<{ evaluated: number } | 'stale'>,
  ): Promise<number> {
    const { clock, results } = this.#options;
    let stale = 0;
    while (stale < mostStale) {
      const until = await results.lastWork();
      const rules = await this.#rules.read();
      try {
        const done = await run(attemptOf(rules, { until, now: clock() }));
        if (done !== 'stale') {
          return done.evaluated;
        }
        stale += 1;
      } catch (error) {
        if (!(error instanceof UnreadVersionError)) {
          throw error;
        }
        await this.#rules.readVersion(rules, error);
      }
    }
    throw new Error(
      'Scorecards are changed again and again while they are carried out',
    );
  }
}

function attemptOf(
  rules: RulesAtAnyTime,
  { until, now }: { until: number; now: number },
): Attempt {
  return {
    revision: rules.scorecards.revision,
    until,
    now,
    evaluate(basis) {
      requireVersions(rules, basis.results.values());
      return evaluateEntity(basis, { ...rules, now: basis.at ?? now });
    },
  };
}
