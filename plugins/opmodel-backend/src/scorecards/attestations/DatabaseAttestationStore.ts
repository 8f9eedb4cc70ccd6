import type { Knex } from 'knex';
import {
  orderByText,
  whereAnyOf,
  whereTextAfter,
} from '../../catalog/DatabaseLists';
import type { AttestationRecord, AttestationStore } from './AttestationStore';

/** Keeps what people vouch for in SQLite or PostgreSQL. */
export class DatabaseAttestationStore implements AttestationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(
    attestation: Omit<AttestationRecord, 'supersededAt'>,
  ): Promise<void> {
    const { entityRef, name, attestedAt } = attestation;
    await this.#knex.transaction(async transaction => {
      await transaction('attestations')
        .where({ entity_ref: entityRef, name })
        .whereNull('superseded_at')
        .update({ superseded_at: attestedAt });
      await transaction('attestations').insert({
        id: attestation.id,
        entity_ref: entityRef,
        name,
        holds: Number(attestation.holds),
        comment: attestation.comment,
        attested_by: attestation.attestedBy,
        attested_at: attestedAt,
        expires_at: attestation.expiresAt,
        superseded_at: null,
      });
    });
  }

  async listLast(entityRefs: readonly string[]): Promise<AttestationRecord[]> {
    const query = this.#knex('attestations').whereNull('superseded_at');
    whereAnyOf(query, 'entity_ref', entityRefs);
    orderByText(query, 'entity_ref');
    orderByText(query, 'name');
    // Two that were given at once, on two replicas, may both be there; the later one counts.
    query.orderBy('attested_at');
    orderByText(query, 'id');
    const rows: Record<string, any>[] = await query;
    const last = new Map(
      rows.map(row => [`${row.entity_ref} ${row.name}`, readRow(row)]),
    );
    return [...last.values()];
  }

  async listChanged(
    { after, upTo }: { after: number; upTo: number },
    page: { limit: number; after?: string },
  ): Promise<string[]> {
    const query = this.#knex('attestations')
      .whereNull('superseded_at')
      .where(changed =>
        ['attested_at', 'expires_at'].forEach(column =>
          changed.orWhere(within =>
            within.where(column, '>', after).where(column, '<=', upTo),
          ),
        ),
      )
      .groupBy('entity_ref')
      .limit(page.limit);
    if (page.after !== undefined) {
      whereTextAfter(query, 'entity_ref', page.after);
    }
    orderByText(query, 'entity_ref');
    return query.pluck('entity_ref');
  }
}

function readRow(row: Record<string, any>): AttestationRecord {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    name: row.name,
    holds: Boolean(row.holds),
    comment: row.comment,
    attestedBy: row.attested_by,
    attestedAt: Number(row.attested_at),
    expiresAt: Number(row.expires_at),
    supersededAt: null,
  };
}
