import type { RetentionRun, RetentionStore } from './RetentionStore';

/** Keeps the runs in memory. */
export class FakeRetentionStore implements RetentionStore {
  runs = new Map<string, RetentionRun>();

  async start(rule: string, options: { now: number }): Promise<void> {
    this.runs.set(rule, {
      startedAt: options.now,
      finishedAt: null,
      deleted: 0,
      error: null,
      failingSince: this.runs.get(rule)?.failingSince ?? null,
    });
  }

  async finish(
    rule: string,
    result: { deleted: number; error: string | null; now: number },
  ): Promise<void> {
    const run = this.runs.get(rule)!;
    const { deleted, error, now } = result;
    this.runs.set(rule, {
      ...run,
      deleted,
      error,
      finishedAt: now,
      failingSince: error === null ? null : run.failingSince ?? run.startedAt,
    });
  }

  async list(): Promise<Map<string, RetentionRun>> {
    return new Map(this.runs);
  }
}
