import { ConflictError } from '@backstage/errors';
import type {
  DisputeState,
  DoraMetricId,
  DoraProfileId,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isPostgres, whereAnyOf } from '../../catalog/DatabaseLists';
import { whereEntityVisible } from '../../catalog/DatabaseVisibility';
import type { Visibility } from '../../catalog/Visibility';
import { refuseDispute } from './disputeLimits';
import {
  type DisputeEnd,
  type DisputeFilter,
  type DisputeLimits,
  type DisputeOrder,
  type DisputeRecord,
  type DisputeStore,
  LATEST,
  type OpenedDispute,
} from './DisputeStore';

/** See `positionOf`. */
const POSITIONS: Record<DisputeOrder, string> = {
  newest: `'1' || cast(${LATEST} - dispute.opened_at as text)`,
  due: `case dispute.state when 'open' then '0' || dispute.answer_due || ' ' || cast(dispute.opened_at as text)
    else '1' || cast(${LATEST} - dispute.opened_at as text) end`,
};

const columns = [
  'dispute.*',
  'scope.kind as scope_kind',
  'scope.name as scope_name',
  'scope.title as scope_title',
  'scope.owner_ref as scope_owner_ref',
];

/** Keeps disputes in the engine's database. */
export class DatabaseDisputeStore implements DisputeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async open(dispute: OpenedDispute, limits: DisputeLimits): Promise<void> {
    await this.#knex.transaction(async transaction => {
      if (isPostgres(transaction)) {
        // Disputes are few: one after the other, all limits hold.
        await transaction.raw(
          'select pg_advisory_xact_lock(hashtextextended(?, 0))',
          ['dora disputes'],
        );
      }
      const { scopeRef, openedBy } = dispute;
      const open = () => transaction('dora_disputes').where({ state: 'open' });
      const [{ ofPerson }] = await open()
        .where({ opened_by: openedBy })
        .count({ ofPerson: '*' });
      const [{ ofScope }] = await open()
        .where({ scope_ref: scopeRef })
        .count({ ofScope: '*' });
      const same = await open()
        .where({
          opened_by: openedBy,
          scope_ref: scopeRef,
          metric: dispute.metric,
          profile: dispute.profile,
          window_from: dispute.from,
          window_to: dispute.to,
        })
        .first('id');
      refuseDispute(
        dispute,
        {
          ofPerson: Number(ofPerson),
          ofScope: Number(ofScope),
          same: same?.id,
        },
        limits,
      );
      await transaction('dora_disputes').insert({
        id: dispute.id,
        scope_ref: scopeRef,
        metric: dispute.metric,
        profile: dispute.profile,
        window_from: dispute.from,
        window_to: dispute.to,
        value: dispute.value,
        reason: dispute.reason,
        opened_by: openedBy,
        opened_at: dispute.openedAt,
        answer_due: dispute.answerDue,
        state: 'open',
      });
    });
  }

  async get(
    { scopeRef, id }: { scopeRef: string; id: string },
    visibility: Visibility,
  ): Promise<DisputeRecord | undefined> {
    const row: DisputeRow | undefined = await this.#select({}, visibility)
      .where({ 'dispute.id': id, 'dispute.scope_ref': scopeRef })
      .first(columns);
    return row && toRecord(row);
  }

  async end(
    { scopeRef, id }: { scopeRef: string; id: string },
    end: DisputeEnd,
    { now }: { now: number },
  ): Promise<void> {
    const ended = await this.#knex('dora_disputes')
      .where({ id, scope_ref: scopeRef, state: 'open' })
      .update(
        end.state === 'withdrawn'
          ? { state: end.state, withdrawn_at: now }
          : {
              state: end.state,
              answer: end.answer,
              answered_by: end.by,
              answered_at: now,
            },
      );
    if (ended === 0) {
      throw new ConflictError(`Dispute '${id}' is no longer open`);
    }
  }

  async list(
    filter: DisputeFilter,
    visibility: Visibility,
    page: {
      order: DisputeOrder;
      limit: number;
      after?: { key: string; id: string };
    },
  ): Promise<{ items: DisputeRecord[]; total: number }> {
    const { order, limit, after } = page;
    const [{ total }] = await this.#select(filter, visibility).count({
      total: '*',
    });
    const byCharacter = isPostgres(this.#knex) ? 'collate "C"' : '';
    const position = `(${POSITIONS[order]}) ${byCharacter}`;
    const query = this.#select(filter, visibility)
      .select(columns)
      .orderByRaw(`${position}, dispute.id ${byCharacter}`)
      .limit(limit);
    if (after) {
      query.whereRaw(
        `(${position} > ? or (${position} = ? and dispute.id ${byCharacter} > ?))`,
        [after.key, after.key, after.id],
      );
    }
    const rows: DisputeRow[] = await query;
    return { items: rows.map(toRecord), total: Number(total) };
  }

  async countOpen(
    scopeRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<DoraMetricId, number>>> {
    const query = this.#knex('dora_disputes')
      .where({ state: 'open' })
      .groupBy('scope_ref', 'metric')
      .select('scope_ref', 'metric')
      .count({ open: '*' });
    whereAnyOf(query, 'scope_ref', scopeRefs);
    const rows: Record<string, any>[] = await query;
    const byScope = new Map<string, Map<DoraMetricId, number>>();
    for (const row of rows) {
      const counts = byScope.get(row.scope_ref) ?? new Map();
      counts.set(row.metric, Number(row.open));
      byScope.set(row.scope_ref, counts);
    }
    return byScope;
  }

  #select(
    { scopeRef, state, ownerRefs }: DisputeFilter,
    visibility: Visibility,
  ): Knex.QueryBuilder {
    const query = this.#knex('dora_disputes as dispute')
      .join('entities as scope', 'scope.ref', 'dispute.scope_ref')
      .whereNull('scope.removed_at');
    whereEntityVisible(query, visibility, 'scope.ref');
    if (scopeRef !== undefined) {
      query.where('dispute.scope_ref', scopeRef);
    }
    if (state !== undefined) {
      query.where('dispute.state', state);
    }
    if (ownerRefs) {
      query.where(owned => {
        whereAnyOf(owned, 'scope.owner_ref', ownerRefs);
        owned.orWhereExists(span => {
          span
            .from('scope_spans as owner_span')
            .whereRaw('owner_span.entity_ref = scope.ref')
            .whereNull('owner_span.to_day');
          whereAnyOf(span, 'owner_span.scope_ref', ownerRefs);
          // What is below a hidden group is not told.
          whereEntityVisible(span, visibility, 'owner_span.scope_ref');
        });
      });
    }
    return query;
  }
}

/** A row as both databases give it. */
interface DisputeRow {
  id: string;
  scope_ref: string;
  scope_kind: string;
  scope_name: string;
  scope_title: string | null;
  scope_owner_ref: string | null;
  metric: DoraMetricId;
  profile: DoraProfileId;
  window_from: string;
  window_to: string;
  value: number | null;
  reason: string;
  opened_by: string;
  opened_at: number | string;
  answer_due: string;
  state: DisputeState;
  answer: string | null;
  answered_by: string | null;
  answered_at: number | string | null;
}

function toRecord(row: DisputeRow): DisputeRecord {
  return {
    id: row.id,
    scopeRef: row.scope_ref,
    scopeKind: row.scope_kind,
    scopeTitle: row.scope_title ?? row.scope_name,
    ownerRef: row.scope_kind === 'group' ? row.scope_ref : row.scope_owner_ref,
    metric: row.metric,
    profile: row.profile,
    from: row.window_from,
    to: row.window_to,
    value: row.value,
    reason: row.reason,
    openedBy: row.opened_by,
    openedAt: Number(row.opened_at),
    answerDue: row.answer_due,
    state: row.state,
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at === null ? null : Number(row.answered_at),
  };
}
