import type { Knex } from 'knex';
import { inBulks, isPostgres, jsonTable } from '../../catalog/DatabaseLists';
import { queryRows } from '../../intake/DatabaseRows';
import type { HourTally } from './SliBucketStore';

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

const sums = [
  'good',
  'total',
  'slices',
  'good_slices',
  'ratio_sum',
  'measured',
];
const keys = ['slo_ref', 'objective', 'resolution', 'start'];

const hourColumns = {
  slo_ref: 'text',
  objective: 'integer',
  resolution: 'integer',
  start: 'bigint',
  good: 'double precision',
  total: 'double precision',
  slices: 'integer',
  good_slices: 'integer',
  ratio_sum: 'double precision',
  measured: 'integer',
} as const;

const dayColumns = {
  slo_ref: 'text',
  objective: 'integer',
  day: 'bigint',
} as const;

const upsert = `on conflict (${keys.join(', ')}) do update set
  ${sums.map(name => `${name} = excluded.${name}`).join(', ')}
  where ${sums
    .map(name => `slo_buckets.${name} <> excluded.${name}`)
    .join(' or ')}`;

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
  const names = Object.keys(hourColumns).join(', ');
  return queryRows(
    transaction.raw(
      `insert into slo_buckets (${names}) select ${names} from ? where true
       ${upsert} returning slo_ref, objective, start`,
      [
        jsonTable(
          transaction,
          hours.map(hour => ({
            slo_ref: hour.sloRef,
            objective: hour.objective,
            resolution: HOUR_SECONDS,
            start: hour.start,
            good: hour.good,
            total: hour.total,
            slices: hour.slices,
            good_slices: hour.goodSlices,
            ratio_sum: hour.ratioSum,
            measured: hour.measured,
          })),
          hourColumns,
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
      `insert into slo_buckets (${Object.keys(hourColumns).join(', ')})
       select part.slo_ref, part.objective, ${DAY_SECONDS}, given.day, ${sums
        .map(name => `sum(part.${name})`)
        .join(', ')}
       from ? cross join slo_buckets as part
       where part.slo_ref = given.slo_ref and part.objective = given.objective
         and part.resolution = ${HOUR_SECONDS}
         and part.start >= given.day and part.start < given.day + ${day}
       group by part.slo_ref, part.objective, given.day
       ${upsert}`,
      [jsonTable(transaction, bulk, dayColumns, 'given')],
    ),
  );
}
