import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { isPostgres, orderByText } from '../../catalog/DatabaseLists';
import {
  alreadyDrafted,
  type ScorecardDraftRecord,
  type ScorecardDraftStore,
} from './ScorecardDraftStore';

/** Keeps drafts in SQLite or PostgreSQL. */
export class DatabaseScorecardDraftStore implements ScorecardDraftStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(draft: ScorecardDraftRecord): Promise<void> {
    const { scorecardRef } = draft;
    await this.#knex.transaction(async transaction => {
      if (isPostgres(transaction)) {
        // Drafts are begun rarely: one after the other, no scorecard has two.
        await transaction.raw(
          'select pg_advisory_xact_lock(hashtextextended(?, 0))',
          ['scorecard_drafts'],
        );
      }
      const same = await transaction('scorecard_drafts')
        .where('scorecard_ref', scorecardRef)
        .first('id');
      if (same) {
        throw new ConflictError(alreadyDrafted(scorecardRef));
      }
      await transaction('scorecard_drafts').insert({
        id: draft.id,
        scorecard_ref: scorecardRef,
        document: JSON.stringify(draft.spec),
        owner_ref: draft.ownerRef,
        based_on: draft.basedOn,
        revision: draft.revision,
        created_by: draft.createdBy,
        created_at: draft.createdAt,
        updated_by: draft.updatedBy,
        updated_at: draft.updatedAt,
      });
    });
  }

  async list(): Promise<ScorecardDraftRecord[]> {
    const query = this.#knex('scorecard_drafts');
    orderByText(query, 'scorecard_ref');
    const rows: Record<string, any>[] = await query;
    return rows.map(fromRow);
  }

  async get(id: string): Promise<ScorecardDraftRecord | undefined> {
    const row = await this.#knex('scorecard_drafts').where({ id }).first();
    return row && fromRow(row);
  }

  async save(
    id: string,
    change: Parameters<ScorecardDraftStore['save']>[1],
  ): Promise<ScorecardDraftRecord | undefined> {
    const { revision, spec, ownerRef, updatedBy, updatedAt } = change;
    const saved = await this.#knex('scorecard_drafts')
      .where({ id, revision })
      .update({
        document: JSON.stringify(spec),
        owner_ref: ownerRef,
        revision: revision + 1,
        updated_by: updatedBy,
        updated_at: updatedAt,
      })
      .returning('*');
    return saved[0] && fromRow(saved[0]);
  }

  async delete(id: string): Promise<void> {
    await this.#knex('scorecard_drafts').where({ id }).delete();
  }
}

function fromRow(row: Record<string, any>): ScorecardDraftRecord {
  return {
    id: row.id,
    scorecardRef: row.scorecard_ref,
    spec: JSON.parse(row.document),
    ownerRef: row.owner_ref,
    basedOn: row.based_on,
    revision: row.revision,
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    updatedBy: row.updated_by,
    updatedAt: Number(row.updated_at),
  };
}
