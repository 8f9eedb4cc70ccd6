import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  insertRows,
  isPostgres,
  orderByText,
  whereAnyOf,
  whereTextAfter,
} from '../catalog/DatabaseLists';
import { seesAll, type Visibility } from '../catalog/Visibility';
import {
  type AcceptanceRow,
  approvalRow,
  approverRows,
  eventRow,
  toRow,
} from './acceptanceRows';
import {
  type AcceptanceFilter,
  type AcceptancePosition,
  type AcceptanceStep,
  type AcceptanceStore,
  afterStep,
  alreadyAsked,
  type KeptAcceptance,
  type KeptRule,
  LATEST,
} from './AcceptanceStore';
import { withParts } from './DatabaseAcceptanceParts';
import { selectAcceptances } from './DatabaseAcceptanceSelection';

/** See `positionOf`. */
const POSITION = `case acceptance.state
  when 'requested' then '0' || acceptance.decide_by || ' ' || cast(acceptance.requested_at as text)
  else '1' || cast(${LATEST} - coalesce(acceptance.decided_at, acceptance.requested_at) as text) end`;

/** What hangs on an acceptance. */
const PARTS = [
  'acceptance_entities',
  'acceptance_approvers',
  'acceptance_approvals',
  'acceptance_events',
];

const approverColumns = {
  acceptance_id: 'text',
  approver_ref: 'text',
  position: 'integer',
  right_id: 'text',
  below_refs: 'text',
  except_refs: 'text',
  awaited: 'boolean',
} as const;

/** Keeps acceptances in SQLite or PostgreSQL. */
export class DatabaseAcceptanceStore implements AcceptanceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(kept: KeptAcceptance, visibility: Visibility): Promise<void> {
    const { id, subject, subjectRef, entityRefs } = kept;
    await this.#knex.transaction(async transaction => {
      if (isPostgres(transaction)) {
        // Requests are few: one after the other, none is made twice.
        await transaction.raw(
          'select pg_advisory_xact_lock(hashtextextended(?, 0))',
          ['acceptances'],
        );
      }
      const same = await selectAcceptances(
        transaction,
        { state: 'requested', subject, entityRefs },
        seesAll,
      )
        .where('acceptance.subject_ref', subjectRef ?? null)
        .first('acceptance.id');
      if (same) {
        const seen = await selectAcceptances(transaction, {}, visibility)
          .where('acceptance.id', same.id)
          .first('acceptance.id');
        throw new ConflictError(alreadyAsked(seen?.id));
      }
      await transaction('acceptances').insert({ ...toRow(kept), untold: true });
      await insertRows(
        transaction,
        'acceptance_entities',
        { acceptance_id: 'text', entity_ref: 'text', position: 'integer' },
        entityRefs.map((ref, position) => ({
          acceptance_id: id,
          entity_ref: ref,
          position,
        })),
      );
      await insertApprovers(transaction, kept);
      for (const [position, event] of kept.history.entries()) {
        await transaction('acceptance_events').insert(
          eventRow(id, position, event),
        );
      }
    });
  }

  async get(
    id: string,
    visibility: Visibility,
  ): Promise<KeptAcceptance | undefined> {
    const rows: AcceptanceRow[] = await selectAcceptances(
      this.#knex,
      {},
      visibility,
    )
      .where('acceptance.id', id)
      .select('acceptance.*');
    return (await withParts(this.#knex, rows))[0];
  }

  async list(
    filter: AcceptanceFilter,
    visibility: Visibility,
    { limit, after }: { limit: number; after?: AcceptancePosition },
  ): Promise<{ items: KeptAcceptance[]; total: number }> {
    const select = () => selectAcceptances(this.#knex, filter, visibility);
    const [{ total }] = await select().count({ total: '*' });
    if (Number(total) === 0) {
      return { items: [], total: 0 };
    }
    const byCharacter = isPostgres(this.#knex) ? 'collate "C"' : '';
    const position = `(${POSITION}) ${byCharacter}`;
    const query = select()
      .select('acceptance.*')
      .orderByRaw(`${position}, acceptance.id ${byCharacter}`)
      .limit(limit);
    if (after) {
      query.whereRaw(
        `(${position} > ? or (${position} = ? and acceptance.id ${byCharacter} > ?))`,
        [after.key, after.key, after.id],
      );
    }
    return {
      items: await withParts(this.#knex, await query),
      total: Number(total),
    };
  }

  async change(
    id: string,
    plan: (current: KeptAcceptance) => AcceptanceStep | undefined,
  ): Promise<KeptAcceptance> {
    return this.#knex.transaction(async transaction => {
      const current = await lock(transaction, id);
      if (!current) {
        throw new NotFoundError(`There is no acceptance '${id}'`);
      }
      const step = plan(current);
      if (!step) {
        return current;
      }
      const next = afterStep(current, step);
      await transaction('acceptances')
        .where({ id })
        .update({ ...toRow(next), untold: true });
      if (step.approval) {
        await transaction('acceptance_approvals').insert(
          approvalRow(id, step.approval),
        );
      }
      if (step.rule) {
        await insertApprovers(transaction, next);
      }
      await transaction('acceptance_events').insert(
        eventRow(id, current.history.length, step.event),
      );
      return next;
    });
  }

  async replaceRule(id: string, rule: KeptRule): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const current = await lock(transaction, id);
      if (current?.state === 'requested') {
        await transaction('acceptances')
          .where({ id })
          .update({
            approvals_needed: rule.approvalsNeeded,
            each_of: rule.eachOf && JSON.stringify(rule.eachOf),
          });
        await insertApprovers(transaction, { ...current, ...rule });
      }
    });
  }

  async listDue(today: string, limit: number): Promise<string[]> {
    const query = this.#knex('acceptances')
      .where(due =>
        due
          .where(open =>
            open.where('state', 'requested').where('decide_by', '<', today),
          )
          .orWhere(held =>
            held.where('state', 'approved').where('expires_on', '<', today),
          ),
      )
      .orderBy('requested_at')
      .limit(limit);
    orderByText(query, 'id');
    return query.pluck('id');
  }

  async listUntold(
    limit: number,
    after?: Pick<KeptAcceptance, 'id' | 'requestedAt'>,
  ): Promise<KeptAcceptance[]> {
    const query = this.#knex('acceptances')
      .where('untold', true)
      .orderBy('requested_at')
      .limit(limit);
    orderByText(query, 'id');
    if (after) {
      query.where(later =>
        later.where('requested_at', '>', after.requestedAt).orWhere(same => {
          same.where('requested_at', after.requestedAt);
          whereTextAfter(same, 'id', after.id);
        }),
      );
    }
    return withParts(this.#knex, await query);
  }

  async markTold({
    id,
    revision,
  }: Pick<KeptAcceptance, 'id' | 'revision'>): Promise<void> {
    await this.#knex('acceptances')
      .where({ id, revision })
      .update({ untold: false });
  }

  async deleteEndedBefore(before: number, limit: number): Promise<number> {
    const query = this.#knex('acceptances')
      .whereNotIn('state', ['requested', 'approved'])
      .where('decided_at', '<', before)
      .orderBy('requested_at')
      .limit(limit);
    orderByText(query, 'id');
    const ids: string[] = await query.pluck('id');
    await this.#knex.transaction(async transaction => {
      for (const table of PARTS) {
        const parts = transaction(table);
        whereAnyOf(parts, 'acceptance_id', ids);
        await parts.delete();
      }
      const rows = transaction('acceptances');
      whereAnyOf(rows, 'id', ids);
      await rows.delete();
    });
    return ids.length;
  }
}

/** Reads an acceptance, and lets nobody else change it until the transaction ends. SQLite has one writer at a time anyway. */
async function lock(
  transaction: Knex.Transaction,
  id: string,
): Promise<KeptAcceptance | undefined> {
  const query = transaction('acceptances').where({ id });
  if (isPostgres(transaction)) {
    query.forUpdate();
  }
  return (await withParts(transaction, await query))[0];
}

async function insertApprovers(
  transaction: Knex.Transaction,
  kept: KeptAcceptance,
): Promise<void> {
  await transaction('acceptance_approvers')
    .where({ acceptance_id: kept.id })
    .delete();
  await insertRows(
    transaction,
    'acceptance_approvers',
    approverColumns,
    approverRows(kept),
  );
}
