import type { Knex } from 'knex';
import {
  inBulks,
  insertRows,
  isPostgres,
  orderByText,
  whereAnyOf,
} from '../catalog/DatabaseLists';
import type {
  AssessedState,
  Assessment,
  AssessmentProgress,
  AssessmentStore,
} from './AssessmentStore';
import { declaredReview, reviewedAnnotation } from './declaredReview';
import { type OpenSpan, planSpans, type SpanPlan } from './planSpans';

/** The one row of `ownership_assessments`. */
const EVERYTHING = 'everything';

const stateColumns = {
  entity_ref: 'text',
  from_day: 'text',
  owner_ref: 'text',
  tier: 'text',
  reached: 'integer',
  gaps: 'text',
  rungs: 'text',
  verified_at: 'bigint',
  expires_at: 'bigint',
} as const;

/** Keeps assessments in SQLite or PostgreSQL. */
export class DatabaseAssessmentStore implements AssessmentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async progress(): Promise<AssessmentProgress> {
    return readProgress(this.#knex);
  }

  async listConfirmations(
    refs?: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const query = this.#selectConfirmed()
      .groupBy('review.entity_ref')
      .select('review.entity_ref')
      .max({ at: 'review.at' });
    if (refs) {
      whereAnyOf(query, 'review.entity_ref', refs);
    }
    const rows: { entity_ref: string; at: number | string }[] = await query;
    const confirmed = new Map(
      rows.map(row => [row.entity_ref, Number(row.at)]),
    );
    for (const [ref, at] of await this.#listDeclared(refs)) {
      confirmed.set(ref, Math.max(at, confirmed.get(ref) ?? 0));
    }
    return confirmed;
  }

  async listUnassessed(): Promise<string[]> {
    const query = this.#selectConfirmed()
      .join(
        'ownership_states as state',
        'state.entity_ref',
        'review.entity_ref',
      )
      .whereNull('state.to_day')
      .where(late =>
        late
          .whereNull('state.verified_at')
          .orWhereRaw('state.verified_at < review.at'),
      )
      .groupBy('review.entity_ref')
      .select('review.entity_ref');
    orderByText(query, 'review.entity_ref');
    const rows: { entity_ref: string }[] = await query;
    return rows.map(row => row.entity_ref);
  }

  /** The confirmations of the present owners of entities, since they own them. */
  #selectConfirmed(): Knex.QueryBuilder {
    return (
      this.#knex('ownership_reviews as review')
        .join('ownership_spans as span', 'span.entity_ref', 'review.entity_ref')
        .where('review.kind', 'confirmed')
        .whereNull('span.to_at')
        .whereNull('span.superseded_at')
        .whereRaw('span.owner_ref = review.owner_ref')
        // Whoever owned it before and owns it again has not confirmed it since.
        .whereRaw('review.at >= span.from_at')
    );
  }

  /** What entities say of their last confirmation in an annotation. */
  async #listDeclared(
    refs: readonly string[] | undefined,
  ): Promise<[ref: string, at: number][]> {
    const query = this.#knex('entity_properties as declared')
      .join('entities as entity', 'entity.ref', 'declared.entity_ref')
      .join('ownership_spans as span', 'span.entity_ref', 'entity.ref')
      .where('declared.key', `metadata.annotations.${reviewedAnnotation}`)
      .whereNotNull('declared.value')
      .whereNull('span.to_at')
      .whereNull('span.superseded_at')
      .whereNotNull('span.owner_ref')
      .select('entity.ref', 'declared.value', 'span.from_at', 'entity.seen_at');
    if (refs) {
      whereAnyOf(query, 'entity.ref', refs);
    }
    const rows: {
      ref: string;
      value: string;
      from_at: number | string;
      seen_at: number | string;
    }[] = await query;
    return rows.flatMap(row => {
      const at = declaredReview(row.value, {
        ownedSince: Number(row.from_at),
        readAt: Number(row.seen_at),
      });
      return at === undefined ? [] : [[row.ref, at] as [string, number]];
    });
  }

  async listStates(refs: readonly string[]): Promise<AssessedState[]> {
    const open = await readOpen(this.#knex, refs);
    return open.map(({ fromDay: _fromDay, ...state }) => state);
  }

  async keep(assessment: Assessment): Promise<number | undefined> {
    const { states, refs, basis, day } = assessment;
    return this.#knex.transaction(async transaction => {
      if ((await lockRevision(transaction)) !== basis) {
        return undefined;
      }
      const open = await readOpen(transaction, refs);
      const plan = planSpans(open, states, day);
      await writePlan(transaction, plan, day);
      await endDates(transaction, assessment);
      await writeProgress(transaction, assessment);
      return new Set([
        ...plan.closed,
        ...plan.dropped,
        ...plan.written.map(({ entityRef }) => entityRef),
      ]).size;
    });
  }

  async deleteEndedBefore(day: string, limit: number): Promise<number> {
    const ended = this.#knex('ownership_states')
      .select('entity_ref', 'from_day')
      .where('to_day', '<', day)
      .orderBy('to_day')
      .limit(limit);
    return this.#knex('ownership_states')
      .whereIn(['entity_ref', 'from_day'], ended)
      .delete();
  }
}

async function readProgress(knex: Knex): Promise<AssessmentProgress> {
  const row = await knex('ownership_assessments')
    .where('id', EVERYTHING)
    .first();
  return {
    revision: Number(row?.revision ?? 0),
    assessedAt: row?.assessed_at ? Number(row.assessed_at) : null,
    day: row?.day ?? null,
    hash: row?.hash ?? null,
  };
}

/** Lets one assessment write after the other. SQLite has one writer at a time anyway. */
async function lockRevision(transaction: Knex.Transaction): Promise<number> {
  await transaction('ownership_assessments')
    .insert({ id: EVERYTHING, revision: 0 })
    .onConflict('id')
    .ignore();
  const query = transaction('ownership_assessments').where('id', EVERYTHING);
  const row = await (isPostgres(transaction) ? query.forUpdate() : query).first(
    'revision',
  );
  return Number(row.revision);
}

async function readOpen(
  knex: Knex,
  refs: readonly string[] | undefined,
): Promise<OpenSpan[]> {
  const query = knex('ownership_states').whereNull('to_day').select('*');
  if (refs) {
    whereAnyOf(query, 'entity_ref', refs);
  }
  const rows: Record<string, any>[] = await query;
  return rows.map(row => ({
    entityRef: row.entity_ref,
    fromDay: row.from_day,
    ownerRef: row.owner_ref,
    tier: row.tier,
    reached: row.reached,
    gaps: JSON.parse(row.gaps),
    rungs: JSON.parse(row.rungs ?? '[]'),
    verifiedAt: row.verified_at === null ? null : Number(row.verified_at),
    expiresAt: row.expires_at === null ? null : Number(row.expires_at),
  }));
}

async function writePlan(
  transaction: Knex.Transaction,
  { closed, dropped, written }: SpanPlan,
  day: string,
): Promise<void> {
  await inBulks(closed, refs => {
    const query = transaction('ownership_states').whereNull('to_day');
    whereAnyOf(query, 'entity_ref', refs);
    // What it rested on is told of the present alone.
    return query.update({ to_day: day, rungs: null });
  });
  await inBulks(dropped, refs => {
    const query = transaction('ownership_states').whereNull('to_day');
    whereAnyOf(query, 'entity_ref', refs);
    return query.delete();
  });
  await insertRows(
    transaction,
    'ownership_states',
    stateColumns,
    written.map(span => ({
      entity_ref: span.entityRef,
      from_day: span.fromDay,
      owner_ref: span.ownerRef,
      tier: span.tier,
      reached: span.reached,
      gaps: JSON.stringify(span.gaps),
      rungs: JSON.stringify(span.rungs),
      verified_at: span.verifiedAt,
      expires_at: span.expiresAt,
    })),
  );
}

/** The date of a gap ends with the gap. */
async function endDates(
  transaction: Knex.Transaction,
  { states, refs }: Assessment,
): Promise<void> {
  const query = transaction('ownership_gap_dates').select('entity_ref', 'gap');
  if (refs) {
    whereAnyOf(query, 'entity_ref', refs);
  }
  const dated: { entity_ref: string; gap: string }[] = await query;
  if (dated.length === 0) {
    return;
  }
  const open = new Set(
    states.flatMap(({ entityRef, gaps }) =>
      gaps.map(gap => `${gap} ${entityRef}`),
    ),
  );
  const ended = dated.filter(
    date => !open.has(`${date.gap} ${date.entity_ref}`),
  );
  for (const gap of new Set(ended.map(date => date.gap))) {
    const closed = ended.filter(date => date.gap === gap);
    await inBulks(closed, dates => {
      const closing = transaction('ownership_gap_dates').where({ gap });
      whereAnyOf(
        closing,
        'entity_ref',
        dates.map(date => date.entity_ref),
      );
      return closing.delete();
    });
  }
}

async function writeProgress(
  transaction: Knex.Transaction,
  { refs, basis, definition, hash, day, now }: Assessment,
): Promise<void> {
  const last = await transaction('ownership_definitions')
    .orderBy('first_day', 'desc')
    .first('hash');
  if (last?.hash !== hash) {
    await transaction('ownership_definitions')
      .insert({ first_day: day, hash, definition: JSON.stringify(definition) })
      .onConflict('first_day')
      .merge();
  }
  await transaction('ownership_assessments')
    .where('id', EVERYTHING)
    .update({
      revision: basis + 1,
      ...(refs ? {} : { assessed_at: now, day, hash }),
    });
}
