import type { ErrorBudgetPolicySpec } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import {
  inBulks,
  type JsonColumnType,
  jsonTable,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import type { Visibility } from '../../catalog/Visibility';
import { selectSlos } from '../reading/DatabaseSloSelection';
import {
  countEntities,
  getEntitySubject,
  listSubjects,
} from './DatabasePolicySubjects';
import type {
  Consequence,
  MeasuredSubject,
  NamedConsequence,
  SloPolicyStore,
} from './SloPolicyStore';

const columns: Record<string, JsonColumnType> = {
  id: 'text',
  policy_ref: 'text',
  policy_version: 'text',
  slo_ref: 'text',
  objective: 'integer',
  kind: 'text',
  threshold: 'double precision',
  remaining: 'double precision',
  mode: 'text',
  since: 'bigint',
  until_at: 'bigint',
};

/** Keeps consequences in SQLite or PostgreSQL. */
export class DatabaseSloPolicyStore implements SloPolicyStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  listSubjects(
    sloRefs: readonly string[],
  ): Promise<ReadonlyMap<string, MeasuredSubject>> {
    return listSubjects(this.#knex, sloRefs);
  }

  getEntitySubject(entityRef: string): Promise<MeasuredSubject> {
    return getEntitySubject(this.#knex, entityRef);
  }

  async listHolding(sloRefs: readonly string[]): Promise<Consequence[]> {
    const query = this.#knex('slo_consequences')
      .whereNull('until_at')
      .orderBy('since');
    whereAnyOf(query, 'slo_ref', sloRefs);
    orderByText(query, 'id');
    const rows: Record<string, any>[] = await query;
    return rows.map(readConsequence);
  }

  async change(
    {
      ended,
      begun,
    }: { ended: readonly string[]; begun: readonly Consequence[] },
    { now }: { now: number },
  ): Promise<void> {
    const names = Object.keys(columns);
    await this.#knex.transaction(async transaction => {
      await inBulks(ended, bulk => {
        const query = transaction('slo_consequences').whereNull('until_at');
        whereAnyOf(query, 'id', bulk);
        return query.update({ until_at: now });
      });
      await inBulks(begun, bulk =>
        transaction.raw(
          `insert into slo_consequences (${names}) select ${names} from ? where true
           on conflict do nothing`,
          [jsonTable(transaction, bulk.map(toRow), columns, 'given')],
        ),
      );
    });
  }

  async endOfRemoved({ now }: { now: number }): Promise<void> {
    await this.#knex('slo_consequences')
      .whereNull('until_at')
      .whereNotExists(present =>
        present
          .from('slos')
          .whereRaw('slos.ref = slo_consequences.slo_ref')
          .whereNull('slos.removed_at'),
      )
      .update({ until_at: now });
  }

  async listConsequences(
    filter: {
      policyRefs?: readonly string[];
      sloRefs?: readonly string[];
      endedAfter?: number;
    },
    visibility: Visibility,
    { limit }: { limit: number },
  ): Promise<NamedConsequence[]> {
    const { policyRefs, sloRefs, endedAfter } = filter;
    const query = this.#select(visibility)
      .where(time => {
        time.whereNull('consequence.until_at');
        if (endedAfter !== undefined) {
          time.orWhere('consequence.until_at', '>', endedAfter);
        }
      })
      .select('consequence.*', 'slo.title as slo_title', 'slo.entity_ref')
      .orderByRaw(
        'case when consequence.until_at is null then 0 else 1 end, consequence.since desc',
      )
      .limit(limit);
    if (policyRefs) {
      whereAnyOf(query, 'consequence.policy_ref', policyRefs);
    }
    if (sloRefs) {
      whereAnyOf(query, 'consequence.slo_ref', sloRefs);
    }
    orderByText(query, 'consequence.id');
    const rows: Record<string, any>[] = await query;
    return rows.map(row => ({
      ...readConsequence(row),
      sloTitle: row.slo_title,
      entityRef: row.entity_ref,
    }));
  }

  async countHolding(
    policyRefs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, number>> {
    const query = this.#select(visibility)
      .whereNull('consequence.until_at')
      .groupBy('consequence.policy_ref')
      .select('consequence.policy_ref')
      .count({ count: '*' });
    whereAnyOf(query, 'consequence.policy_ref', policyRefs);
    const rows: Record<string, any>[] = await query;
    return new Map(rows.map(row => [row.policy_ref, Number(row.count)]));
  }

  countEntities(
    spec: Pick<ErrorBudgetPolicySpec, 'appliesTo' | 'tiers'>,
    visibility: Visibility,
  ): Promise<number> {
    return countEntities(this.#knex, spec, visibility);
  }

  async deleteEndedBefore(before: number, limit: number): Promise<number> {
    const old = this.#knex('slo_consequences')
      .where('until_at', '<', before)
      .orderBy('until_at')
      .limit(limit);
    orderByText(old, 'id');
    const ids: string[] = await old.pluck('id');
    const query = this.#knex('slo_consequences');
    whereAnyOf(query, 'id', ids);
    return query.delete();
  }

  #select(visibility: Visibility): Knex.QueryBuilder {
    return selectSlos(this.#knex, { visibility }).join(
      'slo_consequences as consequence',
      'consequence.slo_ref',
      'slo.ref',
    );
  }
}

function toRow(consequence: Consequence) {
  return {
    id: consequence.id,
    policy_ref: consequence.policyRef,
    policy_version: consequence.policyVersion,
    slo_ref: consequence.sloRef,
    objective: consequence.objective,
    kind: consequence.kind,
    threshold: consequence.threshold,
    remaining: consequence.remaining,
    mode: consequence.mode,
    since: consequence.since,
    until_at: consequence.until,
  };
}

function readConsequence(row: Record<string, any>): Consequence {
  return {
    id: row.id,
    policyRef: row.policy_ref,
    policyVersion: row.policy_version,
    sloRef: row.slo_ref,
    objective: row.objective,
    kind: row.kind,
    threshold: row.threshold,
    remaining: row.remaining,
    mode: row.mode,
    since: Number(row.since),
    until: row.until_at === null ? null : Number(row.until_at),
  };
}
