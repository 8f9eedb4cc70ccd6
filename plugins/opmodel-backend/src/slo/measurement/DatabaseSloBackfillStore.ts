import type { Knex } from 'knex';
import { orderByText, whereAnyOf } from '../../catalog/DatabaseLists';
import type { SloBackfill, SloBackfillStore } from './SloBackfillStore';

/** Keeps which objectives are measured backwards in SQLite or PostgreSQL. */
export class DatabaseSloBackfillStore implements SloBackfillStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(sloRefs: readonly string[]): Promise<SloBackfill[]> {
    const query = this.#knex('slo_backfills').select();
    whereAnyOf(query, 'slo_ref', sloRefs);
    orderByText(query, 'slo_ref');
    const rows: Record<string, any>[] = await query.orderBy('objective');
    return rows.map(row => ({
      sloRef: row.slo_ref,
      objective: row.objective,
      from: Number(row.from_at),
    }));
  }

  async settle(
    steps: readonly (SloBackfill & { next: number | null })[],
  ): Promise<void> {
    if (steps.length === 0) {
      return;
    }
    await this.#knex.transaction(async transaction => {
      for (const { sloRef, objective, from, next } of steps) {
        const row = transaction('slo_backfills').where({
          slo_ref: sloRef,
          objective,
          from_at: from,
        });
        await (next === null ? row.delete() : row.update({ from_at: next }));
      }
    });
  }
}
