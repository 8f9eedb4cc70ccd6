import type { Knex } from 'knex';
import {
  deleteRows,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import type { Visibility } from '../../catalog/Visibility';
import { selectDebtItems } from '../items/DatabaseDebtItemSelection';
import type { DebtDocumentStore, KeptDebtDocument } from './DebtDocumentStore';

/** Keeps in SQLite or PostgreSQL what came of the documents. */
export class DatabaseDebtDocumentStore implements DebtDocumentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(refs?: readonly string[]): Promise<KeptDebtDocument[]> {
    const query = this.#knex('tech_debt_documents').select();
    if (refs !== undefined) {
      whereAnyOf(query, 'ref', refs);
    }
    orderByText(query, 'ref');
    const rows: any[] = await query;
    return rows.map(row => ({
      ref: row.ref,
      problems: JSON.parse(row.problems),
      items: row.items,
      problemsSince:
        row.problems_since === null ? null : Number(row.problems_since),
      keptAt: row.kept_at === null ? null : Number(row.kept_at),
    }));
  }

  async countItems(
    refs: readonly string[],
    visibility: Visibility,
  ): Promise<Map<string, number>> {
    const query = selectDebtItems(this.#knex, { visibility })
      .where('item.origin_type', 'document')
      .whereNull('item.origin_left_at')
      .groupBy('item.origin_source')
      .select({ ref: 'item.origin_source' })
      .count({ n: '*' });
    whereAnyOf(query, 'item.origin_source', refs);
    const rows: any[] = await query;
    return new Map(rows.map(({ ref, n }) => [ref, Number(n)]));
  }

  async keep(documents: readonly KeptDebtDocument[]): Promise<void> {
    for (const { ref, problems, items, problemsSince, keptAt } of documents) {
      await this.#knex('tech_debt_documents')
        .insert({
          ref,
          problems: JSON.stringify(problems),
          items,
          problems_since: problemsSince,
          kept_at: keptAt,
        })
        .onConflict('ref')
        .merge();
    }
  }

  async forget(refs: readonly string[]): Promise<void> {
    await deleteRows(this.#knex, 'tech_debt_documents', 'ref', refs);
  }
}
