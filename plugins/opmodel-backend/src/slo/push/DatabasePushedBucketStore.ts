import type { Knex } from 'knex';
import { inBulks, jsonTable } from '../../catalog/DatabaseLists';
import { queryRows } from '../../intake/DatabaseRows';
import type { BucketRange } from '../measurement/SliBucketStore';
import { inOrder } from './pushedOrder';
import type {
  PushedBucket,
  PushedBucketKey,
  PushedBucketStore,
} from './PushedBucketStore';

const keys = ['slo_ref', 'objective', 'start', 'seconds'];

const bucketColumns = {
  slo_ref: 'text',
  objective: 'integer',
  start: 'bigint',
  seconds: 'integer',
  good: 'double precision',
  total: 'double precision',
} as const;

const rangeColumns = {
  slo_ref: 'text',
  objective: 'integer',
  from_at: 'bigint',
  to_at: 'bigint',
} as const;

/** Length of the longest bucket. Milliseconds. */
const LONGEST = 86_400_000;

const names = Object.keys(bucketColumns).join(', ');

/** Keeps what producers counted in SQLite or PostgreSQL. */
export class DatabasePushedBucketStore implements PushedBucketStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async keep(buckets: readonly PushedBucket[]): Promise<PushedBucketKey[]> {
    const changed: PushedBucketKey[] = [];
    await this.#knex.transaction(async transaction => {
      // In one order, so that those who keep the same do not wait for each other in a circle.
      await inBulks(inOrder(buckets), async bulk => {
        const rows = await queryRows<Record<string, any>>(
          transaction.raw(
            `insert into slo_pushed (${names}) select ${names} from ? where true
             on conflict (${keys.join(', ')}) do update set
               good = excluded.good, total = excluded.total
               where slo_pushed.good <> excluded.good
                 or slo_pushed.total <> excluded.total
             returning ${keys.join(', ')}`,
            [
              jsonTable(
                transaction,
                bulk.map(({ sloRef, ...bucket }) => ({
                  slo_ref: sloRef,
                  ...bucket,
                })),
                bucketColumns,
                'new_bucket',
              ),
            ],
          ),
        );
        changed.push(...rows.map(toKey));
      });
    });
    return inOrder(changed);
  }

  async list(
    ranges: readonly Omit<BucketRange, 'resolution'>[],
  ): Promise<PushedBucket[]> {
    const rows = await queryRows<Record<string, any>>(
      this.#knex.raw(
        `select distinct ${keys
          .map(name => `pushed.${name}`)
          .join(', ')}, pushed.good, pushed.total
         from ? cross join slo_pushed as pushed
         where pushed.slo_ref = span.slo_ref and pushed.objective = span.objective
           and pushed.start > span.from_at - ${LONGEST} and pushed.start < span.to_at
           and pushed.start + pushed.seconds * 1000 > span.from_at`,
        [
          jsonTable(
            this.#knex,
            ranges.map(({ sloRef, objective, from, to }) => ({
              slo_ref: sloRef,
              objective,
              from_at: from,
              to_at: to,
            })),
            rangeColumns,
            'span',
          ),
        ],
      ),
    );
    return inOrder(
      rows.map(row => ({ ...toKey(row), good: row.good, total: row.total })),
    );
  }

  async deleteBatch(options: {
    before: number;
    limit: number;
  }): Promise<number> {
    const oldest = this.#knex('slo_pushed')
      .where('start', '<', options.before)
      .orderBy('start')
      .limit(options.limit)
      .select(keys);
    return this.#knex('slo_pushed').whereIn(keys, oldest).delete();
  }
}

function toKey(row: Record<string, any>): PushedBucketKey {
  return {
    sloRef: row.slo_ref,
    objective: row.objective,
    start: Number(row.start),
    seconds: row.seconds,
  };
}
