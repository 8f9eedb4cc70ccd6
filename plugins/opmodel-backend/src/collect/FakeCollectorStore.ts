import type { JsonValue } from '@backstage/types';
import {
  BROKEN_OFF,
  type CollectorHistory,
  type CollectorRun,
  type CollectorStore,
} from './CollectorStore';

/** Keeps runs and watermarks in memory. */
export class FakeCollectorStore implements CollectorStore {
  runs: CollectorRun[] = [];
  readonly #watermarks = new Map<string, JsonValue>();

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
    {
      now,
      ...result
    }: Pick<CollectorRun, 'state' | 'events' | 'problems' | 'error'> & {
      now: number;
    },
  ): Promise<void> {
    const run = this.runs.find(candidate => candidate.id === id)!;
    Object.assign(run, structuredClone(result), { finishedAt: now });
    if (result.error === undefined) {
      delete run.error;
    }
  }

  async listHistories(
    collectors: string[],
  ): Promise<Map<string, CollectorHistory>> {
    const histories = new Map<string, CollectorHistory>();
    for (const collector of collectors) {
      const runs = this.#newestFirst(collector);
      const success = runs.find(run => run.state === 'succeeded');
      if (runs.length > 0) {
        histories.set(collector, {
          latest: structuredClone(runs[0]),
          ...(success ? { lastSuccessAt: success.finishedAt } : {}),
        });
      }
    }
    return histories;
  }

  async getWatermark(collector: string): Promise<JsonValue | undefined> {
    return structuredClone(this.#watermarks.get(collector));
  }

  async saveWatermark(collector: string, watermark: JsonValue): Promise<void> {
    this.#watermarks.set(collector, structuredClone(watermark));
  }

  async prune(options: { before: number }): Promise<void> {
    this.runs = this.runs.filter(
      run =>
        run.startedAt >= options.before ||
        run.state === 'running' ||
        run ===
          this.#newestFirst(run.collector).find(
            ({ state }) => state === 'succeeded',
          ),
    );
  }

  #newestFirst(collector: string): CollectorRun[] {
    return this.runs
      .filter(run => run.collector === collector)
      .sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1));
  }
}
