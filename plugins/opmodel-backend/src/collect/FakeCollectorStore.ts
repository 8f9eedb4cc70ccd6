import type { JsonValue } from '@backstage/types';
import type { FakeCollectorLeaseStore } from './FakeCollectorLeaseStore';
import {
  BROKEN_OFF,
  type CollectorHistory,
  type CollectorRun,
  type CollectorRunResult,
  type CollectorStore,
} from './CollectorStore';

/** Keeps runs and watermarks in memory. */
export class FakeCollectorStore implements CollectorStore {
  runs: CollectorRun[] = [];
  readonly #leases: FakeCollectorLeaseStore;
  readonly #watermarks = new Map<string, JsonValue>();

  constructor(leases: FakeCollectorLeaseStore) {
    this.#leases = leases;
  }

  async startRun(run: {
    id: string;
    collector: string;
    now: number;
  }): Promise<void> {
    for (const other of this.runs) {
      if (other.collector === run.collector && other.state === 'running') {
        Object.assign(other, {
          state: 'failed',
          finishedAt: run.now,
          error: BROKEN_OFF,
        });
      }
    }
    this.runs.push({
      id: run.id,
      collector: run.collector,
      startedAt: run.now,
      state: 'running',
      events: 0,
      problems: [],
    });
  }

  async finishRun(
    id: string,
    { now, ...result }: CollectorRunResult & { now: number },
  ): Promise<void> {
    const run = this.runs.find(candidate => candidate.id === id)!;
    if (run.state === 'running') {
      const told = Object.entries(structuredClone(result)).filter(
        ([, value]) => value !== undefined,
      );
      Object.assign(run, Object.fromEntries(told), { finishedAt: now });
    }
  }

  async listHistories(
    collectors: string[],
  ): Promise<Map<string, CollectorHistory>> {
    const histories = new Map<string, CollectorHistory>();
    for (const collector of collectors) {
      const runs = this.#newestFirst(collector);
      const successes = runs.filter(run => run.state === 'succeeded');
      const complete = runs.flatMap(run => run.completeUntil ?? []);
      if (runs.length > 0) {
        histories.set(collector, {
          latest: structuredClone(runs[0]),
          ...(successes.length > 0
            ? {
                lastSuccessAt: Math.max(
                  ...successes.map(run => run.finishedAt!),
                ),
              }
            : {}),
          ...(complete.length > 0
            ? { completeUntil: Math.max(...complete) }
            : {}),
        });
      }
    }
    return histories;
  }

  async listRuns(
    collector: string,
    options: { limit: number },
  ): Promise<CollectorRun[]> {
    return structuredClone(
      this.#newestFirst(collector).slice(0, options.limit),
    );
  }

  async getWatermark(collector: string): Promise<JsonValue | undefined> {
    return structuredClone(this.#watermarks.get(collector));
  }

  async saveWatermark(
    collector: string,
    watermark: JsonValue,
    options: { token: string },
  ): Promise<boolean> {
    if (this.#leases.tokenOf(collector) !== options.token) {
      return false;
    }
    this.#watermarks.set(collector, structuredClone(watermark));
    return true;
  }

  async deleteRuns(options: {
    before: number;
    limit: number;
  }): Promise<number> {
    const superfluous = this.runs
      .filter(
        run =>
          run.startedAt < options.before &&
          run.state !== 'running' &&
          this.#isSuperfluous(run),
      )
      .sort((a, b) => a.startedAt - b.startedAt)
      .slice(0, options.limit);
    this.runs = this.runs.filter(run => !superfluous.includes(run));
    return superfluous.length;
  }

  #isSuperfluous(run: CollectorRun): boolean {
    const later = this.runs.filter(
      other =>
        other.collector === run.collector && other.startedAt > run.startedAt,
    );
    return (
      later.length > 0 &&
      (run.state !== 'succeeded' ||
        later.some(other => other.state === 'succeeded')) &&
      (run.completeUntil === undefined ||
        later.some(other => other.completeUntil! >= run.completeUntil!))
    );
  }

  #newestFirst(collector: string): CollectorRun[] {
    return this.runs
      .filter(run => run.collector === collector)
      .sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1));
  }
}
