import type { Knex } from 'knex';
import type { ComponentSelection } from '../../catalog/ComponentSelection';
import { isPostgres } from '../../catalog/DatabaseLists';
import { whereEntityVisible } from '../../catalog/DatabaseVisibility';
import type { Visibility } from '../../catalog/Visibility';
import { selectStates } from '../DatabaseOwnershipList';
import { dueUntil } from './reviewOrder';
import type {
  ReviewEvent,
  ReviewListRequest,
  ReviewRow,
  ReviewStore,
} from './ReviewStore';

/** Who confirmed it last. */
const VERIFIED_BY = `(select min(review.by_ref) from ownership_reviews as review
  where review.entity_ref = state.entity_ref and review.kind = 'confirmed' and review.at = state.verified_at)`;

/** Keeps reviews in SQLite or PostgreSQL. */
export class DatabaseReviewStore implements ReviewStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(event: ReviewEvent): Promise<void> {
    const { id, entityRef, ownerRef, kind, at, by, toRef, note } = event;
    await this.#knex('ownership_reviews')
      .insert({
        id,
        entity_ref: entityRef,
        owner_ref: ownerRef,
        kind,
        at,
        by_ref: by,
        to_ref: toRef,
        note,
      })
      .onConflict('id')
      .ignore();
  }

  async listEvents(
    entityRef: string,
    visibility: Visibility,
  ): Promise<ReviewEvent[]> {
    const query = this.#knex('ownership_reviews as review')
      .where('review.entity_ref', entityRef)
      .orderBy(['review.at', 'review.id'])
      .select('review.*');
    whereEntityVisible(query, visibility, 'review.entity_ref');
    const rows: Record<string, any>[] = await query;
    return rows.map(row => ({
      id: row.id,
      entityRef: row.entity_ref,
      ownerRef: row.owner_ref,
      kind: row.kind,
      at: Number(row.at),
      by: row.by_ref,
      toRef: row.to_ref,
      note: row.note,
    }));
  }

  async getRow(
    entityRef: string,
    visibility: Visibility,
  ): Promise<ReviewRow | undefined> {
    const query = this.#knex('ownership_states as state')
      .whereNull('state.to_day')
      .where('state.entity_ref', entityRef);
    whereEntityVisible(query, visibility, 'state.entity_ref');
    const row = await named(this.#knex, query).first();
    return row && toRow(row);
  }

  async listRows(
    selection: ComponentSelection,
    request: ReviewListRequest,
  ): Promise<{ items: ReviewRow[]; total: number }> {
    const { now, limit, after } = request;
    const select = () =>
      whereState(selectStates(this.#knex, selection), request);
    const [{ total }] = await select().count({ total: '*' });
    const rank =
      '(case when state.expires_at is null then 1 when state.expires_at <= ? then 0 else 2 end)';
    const ref = `state.entity_ref${
      isPostgres(this.#knex) ? ' collate "C"' : ''
    }`;
    const due = dueUntil(now);
    const order = `${rank}, coalesce(state.expires_at, 0), ${ref}`;
    const query = named(this.#knex, select())
      .orderByRaw(order, [due])
      .limit(limit);
    if (after) {
      query.whereRaw(`(${order}) > (?, ?, ?)`, [
        due,
        after.rank,
        after.expiresAt,
        after.entityRef,
      ]);
    }
    const rows: Record<string, any>[] = await query;
    return { items: rows.map(toRow), total: Number(total) };
  }
}

function named(knex: Knex, query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .join('entities as entity', 'entity.ref', 'state.entity_ref')
    .select(
      'state.entity_ref',
      'state.owner_ref',
      'state.tier',
      'state.verified_at',
      'state.expires_at',
      'entity.kind',
      'entity.name',
      'entity.title',
    )
    .select({ verified_by: knex.raw(VERIFIED_BY) });
}

function whereState(
  query: Knex.QueryBuilder,
  { state, now }: ReviewListRequest,
): Knex.QueryBuilder {
  switch (state) {
    case 'never':
      return query.whereNull('state.expires_at');
    case 'overdue':
      return query.where('state.expires_at', '<=', now);
    case 'due':
      return query
        .where('state.expires_at', '>', now)
        .where('state.expires_at', '<=', dueUntil(now));
    case 'verified':
      return query.where('state.expires_at', '>', dueUntil(now));
    default:
      return query;
  }
}

function toRow(row: Record<string, any>): ReviewRow {
  return {
    entityRef: row.entity_ref,
    kind: row.kind,
    title: row.title ?? row.name,
    tier: row.tier,
    ownerRef: row.owner_ref,
    verifiedAt: row.verified_at === null ? null : Number(row.verified_at),
    verifiedBy: row.verified_by,
    expiresAt: row.expires_at === null ? null : Number(row.expires_at),
  };
}
