import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import {
  inBulks,
  isPostgres,
  jsonTable,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import { queryRows } from '../../intake/DatabaseRows';
import { sumBuckets } from './DatabaseBucketSums';
import { reopenWindows } from './DatabaseReopenedWindows';
import { readState, readWindow } from './DatabaseStateRows';
import { keepStates, writeAlertStates } from './DatabaseStateWrites';
import type {
  ClaimedEvaluation,
  EvaluationOutcome,
  SloEvaluationStore,
  SloObjectiveState,
  SloWindowRow,
  SpanTally,
  TallyQuestion,
} from './SloEvaluationStore';

const outcomeColumns = {
  slo_ref: 'text',
  lease_token: 'text',
  due_at: 'bigint',
  error: 'text',
} as const;

/** Keeps evaluations in SQLite or PostgreSQL. */
export class DatabaseSloEvaluationStore implements SloEvaluationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async request(
    refs: readonly string[] | undefined,
    { now, from, to }: { now: number; from?: number; to?: number },
  ): Promise<void> {
    const ask = async (bulk?: readonly string[]) => {
      if (from !== undefined) {
        await this.#knex.transaction(transaction =>
          reopenWindows(transaction, bulk, { now, from, to }),
        );
      }
      const query = this.#knex('slo_evaluations').where('due_at', '>', now);
      if (bulk) {
        whereAnyOf(query, 'slo_ref', bulk);
      }
      await query.update({ due_at: now });
    };
    await (refs ? inBulks(refs, ask) : ask());
  }

  async claim(options: {
    limit: number;
    leaseMs: number;
    now: number;
  }): Promise<ClaimedEvaluation[]> {
    const { limit, leaseMs, now } = options;
    const token = randomUUID();
    // Evaluated once, also on PostgreSQL: a selection that is evaluated again would skip what it has locked and take other rows.
    const rows = await queryRows<Record<string, any>>(
      this.#knex.raw(
        `with due as materialized (
           select slo_ref from slo_evaluations
           where due_at <= ? and (lease_until is null or lease_until <= ?)
           order by due_at limit ?
           ${isPostgres(this.#knex) ? 'for update skip locked' : ''}
         )
         update slo_evaluations set lease_until = ?, due_at = ?, lease_token = ?
         where slo_ref in (select slo_ref from due)
         returning slo_ref, failures, evaluated_at`,
        [now, now, limit, now + leaseMs, now + leaseMs, token],
      ),
    );
    return rows
      .map(row => ({
        sloRef: row.slo_ref as string,
        failures: row.failures,
        evaluatedAt:
          row.evaluated_at === null ? null : Number(row.evaluated_at),
        token,
      }))
      .sort((a, b) => (a.sloRef < b.sloRef ? -1 : 1));
  }

  async settle(
    outcomes: readonly EvaluationOutcome[],
    { now }: { now: number },
  ): Promise<void> {
    await inBulks(outcomes, bulk =>
      // While it is claimed it is due when the lease ends; what is due before that was asked for anew meanwhile.
      this.#knex.raw(
        `update slo_evaluations set
           due_at = case when slo_evaluations.due_at < slo_evaluations.lease_until
             then slo_evaluations.due_at else outcome.due_at end,
           evaluated_at = case when outcome.error is null then ? else slo_evaluations.evaluated_at end,
           failures = case when outcome.error is null then 0 else slo_evaluations.failures + 1 end,
           error = outcome.error, lease_until = null, lease_token = null
         from ?
         where slo_evaluations.slo_ref = outcome.slo_ref
           and slo_evaluations.lease_token = outcome.lease_token`,
        [
          now,
          jsonTable(
            this.#knex,
            bulk.map(({ sloRef, token, dueAt, error }) => ({
              slo_ref: sloRef,
              lease_token: token,
              due_at: dueAt,
              error,
            })),
            outcomeColumns,
            'outcome',
          ),
        ],
      ),
    );
  }

  async sum(questions: readonly TallyQuestion[]): Promise<SpanTally[]> {
    return sumBuckets(this.#knex, questions);
  }

  async keep(evaluated: {
    states: readonly SloObjectiveState[];
    windows: readonly SloWindowRow[];
  }): Promise<void> {
    await this.#knex.transaction(transaction =>
      keepStates(transaction, evaluated),
    );
  }

  async listStates(refs: readonly string[]): Promise<SloObjectiveState[]> {
    const query = this.#knex('slo_states').select();
    whereAnyOf(query, 'slo_ref', refs);
    orderByText(query, 'slo_ref');
    const rows: Record<string, any>[] = await query.orderBy('objective');
    return rows.map(readState);
  }

  async keepAlertStates(
    alerts: Parameters<SloEvaluationStore['keepAlertStates']>[0],
  ): Promise<void> {
    await this.#knex.transaction(transaction =>
      writeAlertStates(transaction, alerts),
    );
  }

  async listOpenWindows(
    refs: readonly string[],
    { until }: { until: number },
  ): Promise<SloWindowRow[]> {
    // As the index says it that finds the few of them.
    const query = this.#knex('slo_windows')
      .whereRaw('not complete')
      .where('to_at', '<=', until)
      .select();
    whereAnyOf(query, 'slo_ref', refs);
    orderByText(query, 'slo_ref');
    const rows: Record<string, any>[] = await query
      .orderBy('to_at')
      .orderBy('objective');
    return rows.map(readWindow);
  }

  async listWindows(
    sloRef: string,
    objective: number,
    { before, limit }: { before?: number; limit: number },
  ): Promise<SloWindowRow[]> {
    const query = this.#knex('slo_windows')
      .where({ slo_ref: sloRef, objective })
      .orderBy('to_at', 'desc')
      .limit(limit)
      .select();
    if (before !== undefined) {
      query.where('to_at', '<', before);
    }
    const rows: Record<string, any>[] = await query;
    return rows.map(readWindow);
  }
}
