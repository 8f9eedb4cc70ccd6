import type { JsonValue } from '@backstage/types';
import type { Knex } from 'knex';
import { whereAnyOf } from '../catalog/DatabaseLists';
import {
  BROKEN_OFF,
  type CollectorHistory,
  type CollectorRun,
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
    result: Pick<CollectorRun, 'state' | 'events' | 'problems' | 'error'> & {
      now: number;
    },
  ): Promise<void> {
    await this.#knex('collector_runs')
      .where({ id })
      .update({
        state: result.state,
        finished_at: result.now,
        events: result.events,
        problems: JSON.stringify(result.problems),
        error: result.error ?? null,
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
    const successes = this.#knex('collector_runs')
      .where('state', 'succeeded')
      .groupBy('collector')
      .select('collector')
      .max({ at: 'finished_at' });
    whereAnyOf(successes, 'collector', collectors);
    const succeeded: Record<string, any>[] = await successes;
    const lastSuccess = new Map(
      succeeded.map(row => [row.collector, Number(row.at)]),
    );
    return new Map(
      runs.map(row => {
        const lastSuccessAt = lastSuccess.get(row.collector);
        return [
          row.collector,
          {
            latest: readRun(row),
            ...(lastSuccessAt === undefined ? {} : { lastSuccessAt }),
          },
        ];
      }),
    );
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
    options: { now: number },
  ): Promise<void> {
    await this.#knex('collector_watermarks')
      .insert({
        collector,
        watermark: JSON.stringify(watermark),
        saved_at: options.now,
      })
      .onConflict('collector')
      .merge();
  }

  async prune(options: { before: number }): Promise<void> {
    await this.#knex('collector_runs')
      .where('started_at', '<', options.before)
      .andWhereNot('state', 'running')
      .andWhere(superfluous =>
        superfluous
          .whereNot('state', 'succeeded')
          .orWhereExists(later =>
            later
              .from('collector_runs as later')
              .whereRaw('later.collector = collector_runs.collector')
              .andWhere('later.state', 'succeeded')
              .whereRaw('later.started_at > collector_runs.started_at'),
          ),
      )
      .delete();
  }
}
