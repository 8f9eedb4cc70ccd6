import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { groupBy } from 'lodash';
import {
  inBulks,
  isPostgres,
  jsonTable,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import { queryRows } from '../../intake/DatabaseRows';
import { reopenWindows } from '../evaluation/DatabaseReopenedWindows';
import type {
  ClaimedMeasurement,
  MeasurementOutcome,
  SloMeasurement,
  SloMeasurementStore,
} from './SloMeasurementStore';

const outcomeColumns = {
  slo_ref: 'text',
  lease_token: 'text',
  measured_until: 'bigint',
  again_from: 'bigint',
  measured_at: 'bigint',
  failures: 'integer',
  error: 'text',
  queries: 'text',
  next_at: 'bigint',
  recounted: 'boolean',
} as const;

const claimColumns = { slo_ref: 'text', lease_token: 'text' } as const;

/** Keeps how far SLOs are measured in SQLite or PostgreSQL. */
export class DatabaseSloMeasurementStore implements SloMeasurementStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async claim(options: {
    sourceType: string;
    limit: number;
    leaseMs: number;
    now: number;
  }): Promise<ClaimedMeasurement[]> {
    const { sourceType, limit, leaseMs, now } = options;
    const token = randomUUID();
    // Evaluated once, also on PostgreSQL: a selection that is evaluated again would skip what it has locked and take other rows.
    const rows = await queryRows<Record<string, any>>(
      this.#knex.raw(
        `with due as materialized (
           select slo_ref from slo_measurements
           where source_type = ? and next_at <= ?
             and (lease_until is null or lease_until <= ?)
           order by next_at limit ?
           ${isPostgres(this.#knex) ? 'for update skip locked' : ''}
         )
         update slo_measurements set lease_until = ?, next_at = ?, lease_token = ?
         where slo_ref in (select slo_ref from due)
         returning slo_ref, measured_until, again_from, measured_at, failures, recount`,
        [sourceType, now, now, limit, now + leaseMs, now + leaseMs, token],
      ),
    );
    return rows
      .map(row => ({
        sloRef: row.slo_ref as string,
        measuredUntil: instantOf(row.measured_until),
        againFrom: instantOf(row.again_from),
        measuredAt: instantOf(row.measured_at),
        failures: row.failures,
        recount: Boolean(row.recount),
        token,
      }))
      .sort((a, b) => (a.sloRef < b.sloRef ? -1 : 1));
  }

  async extend(
    claims: readonly { sloRef: string; token: string }[],
    options: { leaseMs: number; now: number },
  ): Promise<number> {
    const until = options.now + options.leaseMs;
    return this.#knex('slo_measurements')
      .whereRaw(
        '(slo_ref, lease_token) in (select slo_ref, lease_token from ?)',
        [
          jsonTable(
            this.#knex,
            claims.map(({ sloRef, token }) => ({
              slo_ref: sloRef,
              lease_token: token,
            })),
            claimColumns,
            'given',
          ),
        ],
      )
      .update({
        lease_until: until,
        next_at: this.#knex.raw(
          'case when next_at < lease_until then next_at else ? end',
          [until],
        ),
      });
  }

  async settle(
    outcomes: readonly MeasurementOutcome[],
    { now }: { now: number },
  ): Promise<string[]> {
    return this.#knex.transaction(async transaction => {
      const held: string[] = [];
      await inBulks(outcomes, async bulk => {
        held.push(...(await settleBulk(transaction, bulk, now)));
      });
      await reopenRestated(transaction, outcomes, now);
      // Also after a failure: what is measured no more has to be said.
      const tried = outcomes
        .filter(({ state }) => state !== 'given_back')
        .map(({ sloRef }) => sloRef);
      await inBulks(tried, refs => {
        const query = transaction('slo_evaluations').where('due_at', '>', now);
        whereAnyOf(query, 'slo_ref', refs);
        return query.update({ due_at: now });
      });
      return held.sort();
    });
  }

  async request(
    refs: readonly string[],
    { now, from }: { now: number; from?: number },
  ): Promise<void> {
    await inBulks(refs, bulk => {
      const query = this.#knex('slo_measurements');
      whereAnyOf(query, 'slo_ref', bulk);
      return query.update({
        next_at: now,
        ...(from !== undefined && {
          again_from: this.#knex.raw(
            `case when measured_until > ? and (again_from is null or again_from > ?)
              then ? else again_from end`,
            [from, from, from],
          ),
        }),
      });
    });
  }

  async getMany(
    refs: readonly string[],
  ): Promise<ReadonlyMap<string, SloMeasurement>> {
    const query = this.#knex('slo_measurements').select();
    whereAnyOf(query, 'slo_ref', refs);
    const rows: Record<string, any>[] = await query;
    return new Map(
      rows.map(row => [
        row.slo_ref,
        {
          sloRef: row.slo_ref,
          sourceType: row.source_type,
          measuredUntil: instantOf(row.measured_until),
          againFrom: instantOf(row.again_from),
          measuredAt: instantOf(row.measured_at),
          nextAt: Number(row.next_at),
          failures: row.failures,
          error: row.error,
          queries: JSON.parse(row.queries ?? '{}'),
        },
      ]),
    );
  }
}

function instantOf(value: unknown): number | null {
  return value === null ? null : Number(value);
}

/** Windows that ended before what is in them was known are evaluated anew. */
async function reopenRestated(
  transaction: Knex.Transaction,
  outcomes: readonly MeasurementOutcome[],
  now: number,
): Promise<void> {
  const restated = groupBy(
    outcomes.flatMap(outcome =>
      outcome.state === 'measured' && outcome.again
        ? [{ sloRef: outcome.sloRef, again: outcome.again }]
        : [],
    ),
    ({ again }) => `${again.from} ${again.to}`,
  );
  for (const same of Object.values(restated)) {
    const refs = same.map(({ sloRef }) => sloRef);
    const { from, to } = same[0].again;
    await reopenWindows(transaction, refs, { now, from, to });
  }
}

/**
 * While it is claimed it is due when the lease ends; what is due before that was asked for anew meanwhile, and is
 * neither put off nor said to be measured further than that.
 */
async function settleBulk(
  transaction: Knex.Transaction,
  outcomes: readonly MeasurementOutcome[],
  now: number,
): Promise<string[]> {
  const rows = await queryRows<{ slo_ref: string }>(
    transaction.raw(
      `update slo_measurements set
         measured_until = case
           when slo_measurements.next_at < slo_measurements.lease_until
             and (slo_measurements.measured_until is null
               or slo_measurements.measured_until < outcome.measured_until)
           then slo_measurements.measured_until
           else coalesce(outcome.measured_until, slo_measurements.measured_until) end,
         again_from = case
           when slo_measurements.next_at < slo_measurements.lease_until or not outcome.recounted
           then slo_measurements.again_from else outcome.again_from end,
         measured_at = coalesce(outcome.measured_at, slo_measurements.measured_at),
         failures = case outcome.failures when 0 then 0 else slo_measurements.failures + coalesce(outcome.failures, 0) end,
         error = case when outcome.failures is null then slo_measurements.error else outcome.error end,
         queries = coalesce(outcome.queries, slo_measurements.queries),
         next_at = case when slo_measurements.next_at < slo_measurements.lease_until
           then slo_measurements.next_at else outcome.next_at end,
         recount = slo_measurements.recount and not outcome.recounted,
         lease_until = null, lease_token = null
       from ?
       where slo_measurements.slo_ref = outcome.slo_ref
         and slo_measurements.lease_token = outcome.lease_token
       returning slo_measurements.slo_ref`,
      [
        jsonTable(
          transaction,
          outcomes.map(outcome => toRow(outcome, now)),
          outcomeColumns,
          'outcome',
        ),
      ],
    ),
  );
  return rows.map(row => row.slo_ref);
}

function toRow(outcome: MeasurementOutcome, now: number): object {
  const common = {
    slo_ref: outcome.sloRef,
    lease_token: outcome.token,
    recounted: outcome.state === 'measured',
  };
  switch (outcome.state) {
    case 'measured':
      return {
        ...common,
        measured_until: outcome.measuredUntil,
        again_from: outcome.again?.next,
        measured_at: now,
        failures: 0,
        queries: outcome.queries && JSON.stringify(outcome.queries),
        next_at: outcome.nextAt,
      };
    case 'failed':
      return {
        ...common,
        measured_until: outcome.measuredUntil,
        failures: 1,
        error: outcome.error,
        queries: outcome.queries && JSON.stringify(outcome.queries),
        next_at: outcome.nextAt,
      };
    default:
      return { ...common, next_at: now };
  }
}
