import type { Knex } from 'knex';
import type { RetentionRun, RetentionStore } from './RetentionStore';

function instant(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}

/** Keeps the runs in the engine's database. */
export class DatabaseRetentionStore implements RetentionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async start(rule: string, options: { now: number }): Promise<void> {
    await this.#knex('retention_runs')
      .insert({
        rule,
        started_at: options.now,
        finished_at: null,
        deleted: 0,
        error: null,
      })
      .onConflict('rule')
      .merge(['started_at', 'finished_at', 'deleted', 'error']);
  }

  async finish(
    rule: string,
    result: { deleted: number; error: string | null; now: number },
  ): Promise<void> {
    const { deleted, error, now } = result;
    await this.#knex('retention_runs')
      .where({ rule })
      .update({
        deleted,
        error,
        finished_at: now,
        failing_since:
          error === null
            ? null
            : this.#knex.raw('coalesce(failing_since, started_at)'),
      });
  }

  async list(): Promise<Map<string, RetentionRun>> {
    const rows = await this.#knex('retention_runs').select();
    return new Map(
      rows.map(row => [
        row.rule,
        {
          startedAt: Number(row.started_at),
          finishedAt: instant(row.finished_at),
          deleted: row.deleted,
          error: row.error,
          failingSince: instant(row.failing_since),
        },
      ]),
    );
  }
}
