import type { Knex } from 'knex';
import { inBulks, isPostgres, jsonTable } from '../../catalog/DatabaseLists';
import { queryRows } from '../../intake/DatabaseRows';
import {
  bucketColumns,
  bucketNames,
  summedParts,
  toBucketRow,
  upsertBucket,
} from './DatabaseSliBucketRows';
import type { HourTally } from './SliBucketStore';

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

const dayColumns = {
  slo_ref: 'text',
  objective: 'integer',
  day: 'bigint',
} as const;

/** Keeps hours of a time of which there are no buckets of five minutes, and sums their days. */
export async function keepHourRows(
  knex: Knex,
  hours: readonly HourTally[],
): Promise<Pick<HourTally, 'sloRef' | 'objective' | 'start'>[]> {
  const changed: Pick<HourTally, 'sloRef' | 'objective' | 'start'>[] = [];
  await knex.transaction(async transaction => {
    await lockSlos(transaction, hours);
    await inBulks(hours, async bulk => {
      const rows = await writeHours(transaction, bulk);
      changed.push(
        ...rows.map(row => ({
          sloRef: row.slo_ref,
          objective: row.objective,
          start: Number(row.start),
        })),
      );
    });
    await sumDays(transaction, changed);
  });
  return changed;
}

/** Of two that keep hours of one day, the second has to see those of the first when it sums the day. */
async function lockSlos(
  transaction: Knex.Transaction,
  hours: readonly HourTally[],
): Promise<void> {
  if (isPostgres(transaction)) {
    await transaction.raw(
      `select slo_ref from slo_measurements
       where slo_ref = any(?::text[]) order by slo_ref for update`,
      [[...new Set(hours.map(({ sloRef }) => sloRef))]],
    );
  }
}

async function writeHours(
  transaction: Knex.Transaction,
  hours: readonly HourTally[],
): Promise<Record<string, any>[]> {
  return queryRows(
    transaction.raw(
      `insert into slo_buckets (${bucketNames}) select ${bucketNames} from ? where true
       ${upsertBucket} returning slo_ref, objective, start`,
      [
        jsonTable(
          transaction,
          hours.map(hour =>
            toBucketRow(hour, { ...hour, resolution: HOUR_SECONDS }),
          ),
          bucketColumns,
          'new_hour',
        ),
      ],
    ),
  );
}

async function sumDays(
  transaction: Knex.Transaction,
  hours: readonly Pick<HourTally, 'sloRef' | 'objective' | 'start'>[],
): Promise<void> {
  const day = DAY_SECONDS * 1_000;
  const days = new Map(
    hours.map(({ sloRef, objective, start }) => {
      const row = {
        slo_ref: sloRef,
        objective,
        day: Math.floor(start / day) * day,
      };
      return [JSON.stringify(row), row];
    }),
  );
  await inBulks([...days.values()], bulk =>
    transaction.raw(
      `insert into slo_buckets (${bucketNames})
       select part.slo_ref, part.objective, ${DAY_SECONDS}, given.day, ${summedParts}
       from ? cross join slo_buckets as part
       where part.slo_ref = given.slo_ref and part.objective = given.objective
         and part.resolution = ${HOUR_SECONDS}
         and part.start >= given.day and part.start < given.day + ${day}
       group by part.slo_ref, part.objective, given.day
       ${upsertBucket}`,
      [jsonTable(transaction, bulk, dayColumns, 'given')],
    ),
  );
}
