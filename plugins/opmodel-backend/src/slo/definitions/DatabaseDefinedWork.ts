import type { Knex } from 'knex';
import { deleteRows, inBulks, jsonTable } from '../../catalog/DatabaseLists';
import { queryRows } from '../../intake/DatabaseRows';
import type { SloChanges } from './SloDefinitionStore';

const measurementColumns = {
  slo_ref: 'text',
  source_type: 'text',
  measured_until: 'bigint',
  next_at: 'bigint',
  failures: 'integer',
  recount: 'boolean',
} as const;

const evaluationColumns = {
  slo_ref: 'text',
  due_at: 'bigint',
  failures: 'integer',
} as const;

/** What reads differently is asked for at once; whoever measures it by the old reading has lost his claim. */
export async function writeMeasurements(
  transaction: Knex.Transaction,
  slos: SloChanges['defined'],
  now: number,
): Promise<void> {
  await deleteRows(
    transaction,
    'slo_measurements',
    'slo_ref',
    slos
      .filter(({ sourceType }) => sourceType === null)
      .map(({ definition }) => definition.ref),
  );
  const measured = slos.filter(({ sourceType }) => sourceType !== null);
  const before = await listMeasuredDays(transaction, measured);
  const names = Object.keys(measurementColumns).join(', ');
  await inBulks(measured, bulk =>
    transaction.raw(
      `insert into slo_measurements (${names}) select ${names} from ? where true
       on conflict (slo_ref) do update set
         source_type = excluded.source_type,
         measured_until = case
           when excluded.measured_until is null then slo_measurements.measured_until
           when slo_measurements.measured_until > excluded.measured_until then slo_measurements.measured_until
           else excluded.measured_until end,
         next_at = excluded.next_at, failures = 0, error = null,
         lease_until = null, lease_token = null,
         recount = slo_measurements.recount or excluded.recount`,
      [
        jsonTable(
          transaction,
          bulk.map(slo => ({
            slo_ref: slo.definition.ref,
            source_type: slo.sourceType,
            measured_until: latest(
              slo.countsFrom,
              before.get(slo.definition.ref) ?? null,
            ),
            next_at: now,
            failures: 0,
            recount: slo.recount,
          })),
          measurementColumns,
          'new_measurement',
        ),
      ],
    ),
  );
}

/** Has them evaluated at once. */
export async function requestEvaluations(
  transaction: Knex.Transaction,
  slos: SloChanges['defined'],
  now: number,
): Promise<void> {
  await transaction.raw(
    `insert into slo_evaluations (slo_ref, due_at, failures)
     select slo_ref, due_at, failures from ? where true
     on conflict (slo_ref) do update set
       due_at = excluded.due_at, lease_until = null, lease_token = null`,
    [
      jsonTable(
        transaction,
        slos.map(({ definition }) => ({
          slo_ref: definition.ref,
          due_at: now,
          failures: 0,
        })),
        evaluationColumns,
        'new_evaluation',
      ),
    ],
  );
}

/**
 * The last day of which something is known, of those that come back to be measured: their source may have forgotten what was before, and
 * its silence would take the place of what is known. Epoch milliseconds, by SLO.
 */
async function listMeasuredDays(
  transaction: Knex.Transaction,
  slos: SloChanges['defined'],
): Promise<ReadonlyMap<string, number>> {
  const days = new Map<string, number>();
  await inBulks(slos, async bulk => {
    const rows = await queryRows<{ slo_ref: string; day: unknown }>(
      transaction.raw(
        `select given.slo_ref, (
           select max(bucket.start) from slo_buckets as bucket
           where bucket.slo_ref = given.slo_ref
             and bucket.objective = given.objective
             and bucket.resolution = 86400
         ) as day
         from ? where not exists (
           select 1 from slo_measurements as known
           where known.slo_ref = given.slo_ref
         )`,
        [
          jsonTable(
            transaction,
            bulk.map(({ definition: { ref, objectives } }) => ({
              slo_ref: ref,
              objective: objectives[0].index,
            })),
            { slo_ref: 'text', objective: 'integer' },
            'given',
          ),
        ],
      ),
    );
    for (const row of rows.filter(({ day }) => day !== null)) {
      days.set(row.slo_ref, Number(row.day));
    }
  });
  return days;
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? a ?? b : Math.max(a, b);
}
