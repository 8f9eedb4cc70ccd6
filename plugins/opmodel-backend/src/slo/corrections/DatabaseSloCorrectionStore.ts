import type { Knex } from 'knex';
import { orderByText, whereAnyOf } from '../../catalog/DatabaseLists';
import type { KeptCorrection, SloCorrectionStore } from './SloCorrectionStore';

/** Keeps corrections in SQLite or PostgreSQL. */
export class DatabaseSloCorrectionStore implements SloCorrectionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async keep({
    acceptanceId,
    sloRef,
    from,
    to,
  }: KeptCorrection): Promise<void> {
    await this.#knex('slo_corrections')
      .insert({
        acceptance_id: acceptanceId,
        slo_ref: sloRef,
        from_at: from,
        to_at: to,
      })
      .onConflict('acceptance_id')
      .ignore();
  }

  async drop(acceptanceId: string): Promise<boolean> {
    const dropped = await this.#knex('slo_corrections')
      .where('acceptance_id', acceptanceId)
      .delete();
    return dropped > 0;
  }

  async list(sloRefs: readonly string[]): Promise<KeptCorrection[]> {
    const query = this.#knex('slo_corrections').select();
    whereAnyOf(query, 'slo_ref', sloRefs);
    orderByText(query, 'slo_ref');
    query.orderBy('from_at');
    orderByText(query, 'acceptance_id');
    const rows: Record<string, any>[] = await query;
    return rows.map(row => ({
      acceptanceId: row.acceptance_id,
      sloRef: row.slo_ref,
      from: Number(row.from_at),
      to: Number(row.to_at),
    }));
  }
}
