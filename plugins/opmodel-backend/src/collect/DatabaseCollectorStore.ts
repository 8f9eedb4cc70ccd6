import type { JsonValue } from '@backstage/types';
import type { Knex } from 'knex';
import { whereAnyOf } from '../catalog/DatabaseLists';
import {
  BROKEN_OFF,
  type CollectorHistory,
  type CollectorRun,
  type CollectorRunResult,
  type CollectorStore,
} from './CollectorStore';

function readRun(row: Record<string, any>): CollectorRun {
  return {
    id: row.id,
    collector: row.collector,
    startedAt: Number(row.started_at),
    state: row.state,
    events: row.events,
    problems: JSON.parse(row.problems),
    ...(row.finished_at === null
      ? {}
      : { finishedAt: Number(row.finished_at) }),
    ...(row.error === null ? {} : { error: row.error }),
    ...(row.requests === null ? {} : { requests: row.requests }),
    ...(row.complete_until === null
      ? {}
      : { completeUntil: Number(row.complete_until) }),
    ...(row.budget_remaining === null
      ? {}
      : {
          budget: {
            limit: row.budget_limit,
            remaining: row.budget_remaining,
            resetAt:
              row.budget_reset_at === null ? null : Number(row.budget_reset_at),
          },
        }),
  };
}

/** Keeps runs and watermarks in the engine's database. */
export class DatabaseCollectorStore implements CollectorStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async startRun(run: {
    id: string;
    collector: string;
    now: number;
  }): Promise<void> {
    await this.#knex('collector_runs')
      .where({ collector: run.collector, state: 'running' })
      .update({ state: 'failed', finished_at: run.now, error: BROKEN_OFF });
    await this.#knex('collector_runs').insert({
      id: run.id,
      collector: run.collector,
      started_at: run.now,
      state: 'running',
      events: 0,
      problems: '[]',
    });
  }

  async finishRun(
    id: string,
    result: CollectorRunResult & { now: number },
  ): Promise<void> {
    await this.#knex('collector_runs')
      .where({ id, state: 'running' })
      .update({
        state: result.state,
        finished_at: result.now,
        events: result.events,
        problems: JSON.stringify(result.problems),
        error: result.error ?? null,
        requests: result.requests ?? null,
        budget_limit: result.budget?.limit ?? null,
        budget_remaining: result.budget?.remaining ?? null,
        budget_reset_at: result.budget?.resetAt ?? null,
        complete_until: result.completeUntil ?? null,
      });
  }

  async listHistories(
    collectors: string[],
  ): Promise<Map<string, CollectorHistory>> {
    const newest = this.#knex('collector_runs')
      .select('*')
      .rowNumber('age', rank =>
        rank.partitionBy('collector').orderBy([
          { column: 'started_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ]),
      );
    whereAnyOf(newest, 'collector', collectors);
    const runs = await this.#knex
      .from(newest.as('ranked'))
      .where('age', 1)
      .select();
    const summaries = this.#knex('collector_runs')
      .groupBy('collector')
      .select('collector')
      .max({
        succeeded_at: this.#knex.raw('case when ?? = ? then ?? end', [
          'state',
          'succeeded',
          'finished_at',
        ]),
        complete_until: 'complete_until',
      });
    whereAnyOf(summaries, 'collector', collectors);
    const summarized: Record<string, any>[] = await summaries;
    const summaryOf = new Map(summarized.map(row => [row.collector, row]));
    const instant = (field: string, value: unknown) =>
      value === null || value === undefined ? {} : { [field]: Number(value) };
    return new Map(
      runs.map(row => {
        const summary = summaryOf.get(row.collector);
        return [
          row.collector,
          {
            latest: readRun(row),
            ...instant('lastSuccessAt', summary?.succeeded_at),
            ...instant('completeUntil', summary?.complete_until),
          },
        ];
      }),
    );
  }

  async listRuns(
    collector: string,
    options: { limit: number },
  ): Promise<CollectorRun[]> {
    const rows = await this.#knex('collector_runs')
      .where({ collector })
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(options.limit)
      .select();
    return rows.map(readRun);
  }

  async getWatermark(collector: string): Promise<JsonValue | undefined> {
    const row = await this.#knex('collector_watermarks')
      .where({ collector })
      .first('watermark');
    return row && JSON.parse(row.watermark);
  }

  async saveWatermark(
    collector: string,
    watermark: JsonValue,
    options: { token: string; now: number },
  ): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const lease = await transaction('collector_leases')
        .where({ collector, token: options.token })
        .forUpdate()
        .first('token');
      if (!lease) {
        return false;
      }
      await transaction('collector_watermarks')
        .insert({
          collector,
          watermark: JSON.stringify(watermark),
          saved_at: options.now,
        })
        .onConflict('collector')
        .merge();
      return true;
    });
  }

  async deleteRuns(options: {
    before: number;
    limit: number;
  }): Promise<number> {
    const exists = (which: (later: Knex.QueryBuilder) => void) =>
      this.#knex('collector_runs as later')
        .select(this.#knex.raw('1'))
        .whereRaw('later.collector = run.collector')
        .modify(which);
    const superfluous = this.#knex('collector_runs as run')
      .where('run.started_at', '<', options.before)
      .andWhereNot('run.state', 'running')
      .whereExists(
        exists(later => later.whereRaw('later.started_at > run.started_at')),
      )
      .andWhere(query =>
        query
          .whereNot('run.state', 'succeeded')
          .orWhereExists(
            exists(later =>
              later
                .where('later.state', 'succeeded')
                .whereRaw('later.started_at > run.started_at'),
            ),
          ),
      )
      .andWhere(query =>
        query
          .whereNull('run.complete_until')
          .orWhereExists(
            exists(later =>
              later
                .whereRaw('later.complete_until >= run.complete_until')
                .whereRaw('later.started_at > run.started_at'),
            ),
          ),
      )
      .orderBy('run.started_at')
      .limit(options.limit)
      .select('run.id');
    return this.#knex('collector_runs').whereIn('id', superfluous).delete();
  }
}
