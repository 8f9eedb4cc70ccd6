import type { Knex } from 'knex';
import { deleteRows, orderByText } from '../../catalog/DatabaseLists';
import type { DebtDocumentStore, KeptDebtDocument } from './DebtDocumentStore';

/** Keeps in SQLite or PostgreSQL what came of the documents. */
export class DatabaseDebtDocumentStore implements DebtDocumentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(): Promise<KeptDebtDocument[]> {
    const query = this.#knex('tech_debt_documents').select();
    orderByText(query, 'ref');
    const rows: any[] = await query;
    return rows.map(row => ({
      ref: row.ref,
      problems: JSON.parse(row.problems),
      items: row.items,
      problemsSince:
        row.problems_since === null ? null : Number(row.problems_since),
    }));
  }

  async keep(documents: readonly KeptDebtDocument[]): Promise<void> {
    for (const { ref, problems, items, problemsSince } of documents) {
      await this.#knex('tech_debt_documents')
        .insert({
          ref,
          problems: JSON.stringify(problems),
          items,
          problems_since: problemsSince,
        })
        .onConflict('ref')
        .merge();
    }
  }

  async forget(refs: readonly string[]): Promise<void> {
    await deleteRows(this.#knex, 'tech_debt_documents', 'ref', refs);
  }
}
