import type { SliResolution } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { bucketKeys, bucketSums, readTally } from './DatabaseSliBucketRows';
import { keepHourRows } from './DatabaseSliHours';
import { keepTallies } from './DatabaseSliTallies';
import type {
  BucketRange,
  HourTally,
  MeasuredTally,
  SliBucketStore,
  TalliedSpan,
} from './SliBucketStore';

/** Keeps buckets in SQLite or PostgreSQL. */
export class DatabaseSliBucketStore implements SliBucketStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(
    range: BucketRange & { limit?: number },
  ): Promise<MeasuredTally[]> {
    const query = this.#knex('slo_buckets')
      .where({
        slo_ref: range.sloRef,
        objective: range.objective,
        resolution: range.resolution,
      })
      .where('start', '>=', range.from)
      .where('start', '<', range.to)
      .orderBy('start')
      .select('start', ...bucketSums);
    if (range.limit !== undefined) {
      query.limit(range.limit);
    }
    const rows: Record<string, any>[] = await query;
    return rows.map(readTally);
  }

  async keep(spans: readonly TalliedSpan[]): Promise<void> {
    await keepTallies(this.#knex, spans);
  }

  async keepHours(
    hours: readonly HourTally[],
  ): Promise<Pick<HourTally, 'sloRef' | 'objective' | 'start'>[]> {
    return keepHourRows(this.#knex, hours);
  }

  async deleteBatch(options: {
    resolution: SliResolution;
    before: number;
    limit: number;
  }): Promise<number> {
    const { resolution, before, limit } = options;
    const oldest = this.#knex('slo_buckets')
      .where({ resolution })
      .where('start', '<=', before - resolution * 1_000)
      .orderBy('start')
      .limit(limit)
      .select(bucketKeys);
    return this.#knex('slo_buckets').whereIn(bucketKeys, oldest).delete();
  }
}
