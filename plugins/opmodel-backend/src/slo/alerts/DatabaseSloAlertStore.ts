import type { Knex } from 'knex';
import {
  inBulks,
  type JsonColumnType,
  jsonTable,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import type { SloAlertKey, SloAlertRow, SloAlertStore } from './SloAlertStore';

const keyColumns = {
  slo_ref: 'text',
  objective: 'integer',
  rule: 'text',
} as const;

const columns: Record<string, JsonColumnType> = {
  ...keyColumns,
  severity: 'text',
  origin: 'text',
  long_seconds: 'integer',
  short_seconds: 'integer',
  threshold: 'double precision',
  can_fire: 'boolean',
  state: 'text',
  since: 'bigint',
  fired_at: 'bigint',
  cause: 'text',
  no_data_since: 'bigint',
  evaluated_at: 'bigint',
  burn: 'double precision',
  announced: 'text',
  announced_at: 'bigint',
};

/** Keeps alerts in SQLite or PostgreSQL. */
export class DatabaseSloAlertStore implements SloAlertStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(sloRefs: readonly string[]): Promise<SloAlertRow[]> {
    const query = this.#knex('slo_alerts').select();
    whereAnyOf(query, 'slo_ref', sloRefs);
    orderByText(query, 'slo_ref');
    query.orderBy('objective');
    orderByText(query, 'rule');
    const rows: Record<string, any>[] = await query;
    return rows.map(readRow);
  }

  async step(
    steps: readonly { row: SloAlertRow; before: number | null }[],
  ): Promise<void> {
    const names = Object.keys(columns);
    const added = steps.filter(({ before }) => before === null);
    const moved = steps.filter(({ before }) => before !== null);
    await inBulks(added, bulk =>
      this.#knex.raw(
        `insert into slo_alerts (${names}) select ${names} from ? where true
         on conflict (slo_ref, objective, rule) do nothing`,
        [
          jsonTable(
            this.#knex,
            bulk.map(({ row }) => toRow(row)),
            columns,
            'given',
          ),
        ],
      ),
    );
    const updates = names
      .filter(name => !Object.hasOwn(keyColumns, name))
      .map(name => `${name} = given.${name}`);
    await inBulks(moved, bulk =>
      this.#knex.raw(
        `update slo_alerts set ${updates} from ?
         where slo_alerts.slo_ref = given.slo_ref
           and slo_alerts.objective = given.objective
           and slo_alerts.rule = given.rule
           and slo_alerts.evaluated_at = given.before`,
        [
          jsonTable(
            this.#knex,
            bulk.map(({ row, before }) => ({ ...toRow(row), before })),
            { ...columns, before: 'bigint' },
            'given',
          ),
        ],
      ),
    );
  }

  async drop(keys: readonly SloAlertKey[]): Promise<void> {
    await inBulks(keys, bulk =>
      this.#knex.raw(
        `delete from slo_alerts where (slo_ref, objective, rule) in
           (select slo_ref, objective, rule from ?)`,
        [
          jsonTable(
            this.#knex,
            bulk.map(({ sloRef, objective, rule }) => ({
              slo_ref: sloRef,
              objective,
              rule,
            })),
            keyColumns,
            'given',
          ),
        ],
      ),
    );
  }
}

function toRow(row: SloAlertRow) {
  return {
    slo_ref: row.sloRef,
    objective: row.objective,
    rule: row.rule,
    severity: row.severity,
    origin: row.origin,
    long_seconds: row.longSeconds,
    short_seconds: row.shortSeconds,
    threshold: row.threshold,
    can_fire: row.canFire,
    state: row.state,
    since: row.since,
    fired_at: row.firedAt,
    cause: row.cause,
    no_data_since: row.noDataSince,
    evaluated_at: row.evaluatedAt,
    burn: row.burn,
    announced: row.announced,
    announced_at: row.announcedAt,
  };
}

function readRow(row: Record<string, any>): SloAlertRow {
  return {
    sloRef: row.slo_ref,
    objective: row.objective,
    rule: row.rule,
    severity: row.severity,
    origin: row.origin,
    longSeconds: row.long_seconds,
    shortSeconds: row.short_seconds,
    threshold: row.threshold,
    canFire: Boolean(row.can_fire),
    state: row.state,
    since: Number(row.since),
    firedAt: instantOf(row.fired_at),
    cause: row.cause,
    noDataSince: instantOf(row.no_data_since),
    evaluatedAt: Number(row.evaluated_at),
    burn: row.burn,
    announced: row.announced,
    announcedAt: instantOf(row.announced_at),
  };
}

function instantOf(value: unknown): number | null {
  return value === null ? null : Number(value);
}
