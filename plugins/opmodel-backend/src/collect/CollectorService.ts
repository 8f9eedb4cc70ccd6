import { NotFoundError } from '@backstage/errors';
import type {
  CollectorHealth,
  CollectorRunReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  Collector,
  SourceBudget,
} from '@opmodel/backstage-plugin-opmodel-node';
import { toInstant } from '../lib/instants';
import type {
  CollectorLease,
  CollectorLeaseStore,
} from './CollectorLeaseStore';
import type { CollectorProblemStore } from './CollectorProblemStore';
import type { CollectorRun, CollectorStore } from './CollectorStore';
import { describeLeftOut } from './RunProgress';

/** Open problems of one collector that are told; the rest is counted. */
const PROBLEMS_TOLD = 100;

/** Tells how the collectors are doing. */
export class CollectorService {
  readonly #options: {
    collectors: Collector[];
    store: CollectorStore;
    leases: CollectorLeaseStore;
    problems: CollectorProblemStore;
    clock: () => number;
  };

  /**
   * @param options - `collectors`: those that are not switched off; `clock` in epoch milliseconds
   */
  constructor(options: {
    collectors: Collector[];
    store: CollectorStore;
    leases: CollectorLeaseStore;
    problems: CollectorProblemStore;
    clock: () => number;
  }) {
    this.#options = options;
  }

  /** How each collector is doing. */
  async listHealth(): Promise<CollectorHealth[]> {
    const { collectors, store, leases, problems, clock } = this.#options;
    const now = clock();
    const ids = collectors.map(({ id }) => id);
    const [histories, leaseOf, open] = await Promise.all([
      store.listHistories(ids),
      leases.read(ids),
      problems.listOpen(ids, { limit: PROBLEMS_TOLD }),
    ]);
    return collectors.map(({ id, title }) => {
      const history = histories.get(id);
      const latest = history?.latest;
      const lease = leaseOf.get(id);
      const told = open.get(id);
      const leftOut = (told?.total ?? 0) - (told?.problems.length ?? 0);
      return {
        id,
        title,
        state: latest?.state ?? 'never',
        lastSuccessAt: toInstant(history?.lastSuccessAt ?? null),
        lastRunAt: toInstant(latest?.startedAt ?? null),
        events: latest?.events ?? 0,
        problems: [
          ...(told?.problems ?? []),
          ...(leftOut > 0 ? [describeLeftOut(leftOut)] : []),
        ],
        error: latest?.error ?? null,
        consecutiveFailures: lease?.consecutiveFailures ?? 0,
        nextAttemptAt: toInstant(pauseOf(lease)),
        lagSeconds: lagAt(now, history?.completeUntil),
        budget: describeBudget(latest?.budget),
      };
    });
  }

  /**
   * Up to when every collector has read all that its outside system knows, epoch milliseconds: that of the one that is furthest
   * behind, and 0 while one has begun and never succeeded. One that never ran tells nothing, because nothing concerned it. Null
   * where none has run.
   */
  async readCompleteUntil(): Promise<number | null> {
    const { collectors, store } = this.#options;
    const histories = await store.listHistories(collectors.map(({ id }) => id));
    const complete = [...histories.values()].map(
      ({ completeUntil, lastSuccessAt }) => completeUntil ?? lastSuccessAt ?? 0,
    );
    return complete.length > 0 ? Math.min(...complete) : null;
  }

  /**
   * The newest runs of one collector, newest first.
   *
   * @throws NotFoundError for one that is not registered or switched off
   */
  async listRuns(
    collectorId: string,
    options: { limit: number },
  ): Promise<CollectorRunReport[]> {
    const { collectors, store, clock } = this.#options;
    if (!collectors.some(({ id }) => id === collectorId)) {
      throw new NotFoundError(`No collector ${collectorId} is running here`);
    }
    const runs = await store.listRuns(collectorId, options);
    return runs.map(run => describeRun(run, clock()));
  }
}

function describeRun(run: CollectorRun, now: number): CollectorRunReport {
  return {
    state: run.state,
    startedAt: toInstant(run.startedAt),
    durationSeconds:
      run.finishedAt === undefined
        ? null
        : (run.finishedAt - run.startedAt) / 1000,
    events: run.events,
    requests: run.requests ?? null,
    lagSeconds: lagAt(run.finishedAt ?? now, run.completeUntil),
    budget: describeBudget(run.budget),
    problems: run.problems,
    error: run.error ?? null,
  };
}

/** Nobody waits for a collector that is running. */
function pauseOf(lease: CollectorLease | undefined): number | null {
  return lease?.token === undefined ? lease?.nextAttemptAt ?? null : null;
}

function lagAt(now: number, completeUntil: number | undefined): number | null {
  return completeUntil === undefined
    ? null
    : Math.max(0, Math.round((now - completeUntil) / 1000));
}

function describeBudget(budget: SourceBudget | undefined) {
  return budget === undefined
    ? null
    : {
        limit: budget.limit,
        remaining: budget.remaining,
        resetAt: toInstant(budget.resetAt),
      };
}
