import type { ReleaseDecision } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import {
  insertRows,
  orderByText,
  whereAnyOf,
  whereTextAfter,
} from '../../catalog/DatabaseLists';
import { whereEntityVisible } from '../../catalog/DatabaseVisibility';
import type { Visibility } from '../../catalog/Visibility';
import type {
  GateDecision,
  HeldRelease,
  PolicyDecision,
  ReleaseGateStore,
} from './ReleaseGateStore';

/** Of more held releases, the newest are told. */
const AT_MOST = 500;

/** Keeps answers of the gate in SQLite or PostgreSQL. */
export class DatabaseReleaseGateStore implements ReleaseGateStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listSloRefs(entityRef: string): Promise<string[]> {
    const query = this.#knex('slos')
      .where('entity_ref', entityRef)
      .whereNull('removed_at');
    orderByText(query, 'ref');
    return query.pluck('ref');
  }

  async add(
    decision: GateDecision,
    policies: ReadonlyMap<string, boolean>,
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await transaction('release_gate_decisions').insert({
        id: decision.id,
        entity_ref: decision.entityRef,
        at: decision.at,
        decision: decision.decision,
        mode: decision.mode,
        would_hold: decision.wouldHold,
        reference: decision.reference,
        environment: decision.environment,
        reasons: JSON.stringify(decision.reasons),
        rule_version: decision.ruleVersion,
      });
      await insertRows(
        transaction,
        'release_gate_policies',
        { decision_id: 'text', policy_ref: 'text', holds: 'boolean' },
        [...policies].map(([ref, holds]) => ({
          decision_id: decision.id,
          policy_ref: ref,
          holds,
        })),
      );
    });
  }

  async list(
    filter: { entityRef: string; decision?: ReleaseDecision },
    visibility: Visibility,
    { limit, after }: { limit: number; after?: { at: number; id: string } },
  ): Promise<{ items: GateDecision[]; total: number }> {
    const select = () => {
      const query = this.#knex('release_gate_decisions as given').where(
        'given.entity_ref',
        filter.entityRef,
      );
      if (filter.decision) {
        query.where('given.decision', filter.decision);
      }
      whereEntityVisible(query, visibility, 'given.entity_ref');
      return query;
    };
    const [{ total }] = await select().count({ total: '*' });
    const query = select()
      .select('given.*')
      .orderBy('given.at', 'desc')
      .limit(limit);
    orderByText(query, 'given.id');
    if (after) {
      query.where(later =>
        later.where('given.at', '<', after.at).orWhere(same => {
          same.where('given.at', after.at);
          whereTextAfter(same, 'given.id', after.id);
        }),
      );
    }
    const rows: Record<string, any>[] = await query;
    return { items: rows.map(readDecision), total: Number(total) };
  }

  async listOfPolicy(
    policyRef: string,
    { from, to }: { from: number; to: number },
    visibility: Visibility,
    { limit }: { limit: number },
  ): Promise<PolicyDecision[]> {
    const query = this.#knex('release_gate_policies as policy')
      .join('release_gate_decisions as given', 'given.id', 'policy.decision_id')
      .where('policy.policy_ref', policyRef)
      .whereBetween('given.at', [from, to])
      .orderBy('given.at', 'desc')
      .limit(limit)
      .select(
        'given.id',
        'given.entity_ref',
        'given.at',
        'given.reference',
        'given.environment',
        'policy.holds',
      );
    orderByText(query, 'given.id');
    whereEntityVisible(query, visibility, 'given.entity_ref');
    const rows: Record<string, any>[] = await query;
    return rows.map(row => ({
      id: row.id,
      entityRef: row.entity_ref,
      at: Number(row.at),
      reference: row.reference,
      environment: row.environment,
      holds: Boolean(row.holds),
    }));
  }

  async listHeld(
    { owners, visibility }: { owners?: string[]; visibility: Visibility },
    since: number,
  ): Promise<HeldRelease[]> {
    const query = this.#knex('release_gate_decisions as given')
      .join('entities as entity', 'entity.ref', 'given.entity_ref')
      .whereNull('entity.removed_at')
      .where('given.decision', 'held')
      .where('given.at', '>=', since)
      .whereNotExists(later =>
        later
          .from('release_gate_decisions as later')
          .whereRaw('later.entity_ref = given.entity_ref')
          .whereRaw(
            '(later.at > given.at or (later.at = given.at and later.id > given.id))',
          ),
      )
      .orderBy('given.at', 'desc')
      .limit(AT_MOST)
      .select('given.*', 'entity.title', 'entity.name', 'entity.owner_ref');
    orderByText(query, 'given.id');
    whereEntityVisible(query, visibility, 'given.entity_ref');
    if (owners) {
      query.where(owned => {
        whereAnyOf(owned, 'entity.owner_ref', owners);
        owned.orWhereExists(span => {
          span
            .from('scope_spans as owner_span')
            .whereRaw('owner_span.entity_ref = given.entity_ref')
            .whereNull('owner_span.to_day');
          whereAnyOf(span, 'owner_span.scope_ref', owners);
          // What is below a hidden group is not told.
          whereEntityVisible(span, visibility, 'owner_span.scope_ref');
        });
      });
    }
    const rows: Record<string, any>[] = await query;
    return rows.map(row => ({
      ...readDecision(row),
      entityTitle: row.title ?? row.name,
      ownerRef: row.owner_ref,
    }));
  }

  async deleteBefore(before: number, limit: number): Promise<number> {
    const old = this.#knex('release_gate_decisions')
      .where('at', '<', before)
      .orderBy('at')
      .limit(limit);
    orderByText(old, 'id');
    const ids: string[] = await old.pluck('id');
    await this.#knex.transaction(async transaction => {
      const parts = transaction('release_gate_policies');
      whereAnyOf(parts, 'decision_id', ids);
      await parts.delete();
      const rows = transaction('release_gate_decisions');
      whereAnyOf(rows, 'id', ids);
      await rows.delete();
    });
    return ids.length;
  }
}

function readDecision(row: Record<string, any>): GateDecision {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    at: Number(row.at),
    decision: row.decision,
    mode: row.mode,
    wouldHold: Boolean(row.would_hold),
    reference: row.reference,
    environment: row.environment,
    reasons: JSON.parse(row.reasons),
    ruleVersion: row.rule_version,
  };
}
