import type { Knex } from 'knex';
import { isPostgres } from '../catalog/DatabaseLists';
import { queryRows } from '../intake/DatabaseRows';
import type { StorageStore, TableSize } from './StorageStore';

/** Up to this estimate rows are counted, because an estimate of few rows is often far off. */
const COUNTED_ROWS = 20_000;

/** Tables that the migrations keep for themselves. */
const OF_MIGRATIONS = 'knex_migrations%';

/** Measures the tables in the engine's database. */
export class DatabaseStorageStore implements StorageStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async measure(): Promise<TableSize[]> {
    const sizes = isPostgres(this.#knex)
      ? await this.#measurePostgres()
      : await this.#measureSqlite();
    return sizes.sort(
      (a, b) =>
        (b.bytes ?? 0) - (a.bytes ?? 0) ||
        b.rows - a.rows ||
        (a.table < b.table ? -1 : 1),
    );
  }

  async #measurePostgres(): Promise<TableSize[]> {
    const tables = await queryRows<Record<string, any>>(
      this.#knex.raw(
        `select c.relname as name, c.reltuples::bigint as rows, pg_total_relation_size(c.oid) as bytes
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind = 'r' and n.nspname = current_schema() and c.relname not like ?`,
        [OF_MIGRATIONS],
      ),
    );
    // A table that was never analysed has -1 rows; its size tells whether it is small.
    const isSmall = ({ rows, bytes }: Record<string, any>) =>
      Number(rows) >= 0
        ? Number(rows) <= COUNTED_ROWS && Number(bytes) < 100_000_000
        : Number(bytes) < 10_000_000;
    const counts = await this.#count(
      tables.filter(isSmall).map(({ name }) => name),
    );
    return tables.map(({ name, rows, bytes }) => ({
      table: name,
      rows: counts.get(name) ?? Math.max(0, Number(rows)),
      exact: counts.has(name),
      bytes: Number(bytes),
    }));
  }

  async #measureSqlite(): Promise<TableSize[]> {
    const names: string[] = await this.#knex('sqlite_master')
      .where('type', 'table')
      .whereNot('name', 'like', OF_MIGRATIONS)
      .whereNot('name', 'like', 'sqlite_%')
      .pluck('name');
    const counts = await this.#count(names);
    const bytes = await this.#readPages();
    return names.map(name => ({
      table: name,
      rows: counts.get(name)!,
      exact: true,
      bytes: bytes?.get(name) ?? null,
    }));
  }

  /** The rows of tables, in one statement. */
  async #count(names: string[]): Promise<Map<string, number>> {
    if (names.length === 0) {
      return new Map();
    }
    const rows = await queryRows<{ name: string; rows: unknown }>(
      this.#knex.raw(
        names
          .map(() => 'select ? as name, count(*) as rows from ??')
          .join(' union all '),
        names.flatMap(name => [name, name]),
      ),
    );
    return new Map(rows.map(row => [row.name, Number(row.rows)]));
  }

  /** The bytes of tables with their indexes; undefined where SQLite was built without the table that tells. */
  async #readPages(): Promise<Map<string, number> | undefined> {
    try {
      const rows = await queryRows<{ name: string; bytes: unknown }>(
        this.#knex.raw(
          `select m.tbl_name as name, sum(s.pgsize) as bytes
           from dbstat s join sqlite_master m on m.name = s.name
           where s.aggregate = true group by m.tbl_name`,
        ),
      );
      return new Map(rows.map(row => [row.name, Number(row.bytes)]));
    } catch {
      return undefined;
    }
  }
}
