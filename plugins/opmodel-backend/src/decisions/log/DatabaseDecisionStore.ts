import type { Knex } from 'knex';
import {
  insertRows,
  isPostgres,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import { whereVisible } from '../../catalog/DatabaseVisibility';
import type { Visibility } from '../../catalog/Visibility';
import { readDecisions, toRow } from './DatabaseDecisionRows';
import type {
  DecisionFilter,
  DecisionPosition,
  DecisionRecord,
  DecisionStore,
  PastDecision,
} from './DecisionStore';
import { refuseChanged } from './refuseChanged';

/** Keeps the decision log in the engine's database. */
export class DatabaseDecisionStore implements DecisionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async save(decisions: readonly DecisionRecord[]): Promise<void> {
    await this.#knex.transaction(async transaction => {
      // Always in one order, so that two that change the same do not wait for each other.
      const sorted = [...decisions].sort((a, b) => (a.id < b.id ? -1 : 1));
      for (const decision of sorted) {
        if (decision.version === 1) {
          await transaction('decisions').insert(toRow(decision));
        } else {
          await replace(transaction, decision);
        }
        await insertRows(
          transaction,
          'decision_entities',
          { decision_id: 'text', entity_ref: 'text' },
          decision.entityRefs.map(ref => ({
            decision_id: decision.id,
            entity_ref: ref,
          })),
        );
      }
    });
  }

  async get(
    id: string,
    visibility: Visibility,
  ): Promise<DecisionRecord | undefined> {
    const rows = await this.#select({}, visibility)
      .where('decision.id', id)
      .select('decision.*');
    const [found] = await readDecisions(this.#knex, rows);
    return found;
  }

  async visibleIds(
    ids: Iterable<string>,
    visibility: Visibility,
  ): Promise<ReadonlySet<string>> {
    const query = this.#select({}, visibility).select('decision.id');
    whereAnyOf(query, 'decision.id', ids);
    const rows: { id: string }[] = await query;
    return new Set(rows.map(row => row.id));
  }

  async listPast(id: string): Promise<PastDecision[]> {
    const rows = await this.#knex('decision_versions')
      .where({ decision_id: id })
      .orderBy('version', 'desc');
    return rows.map(row => ({
      version: Number(row.version),
      at: Number(row.saved_at),
      by: row.saved_by,
      title: row.title,
      decision: row.decision,
      status: row.status,
      entityRefs: JSON.parse(row.entity_refs),
    }));
  }

  async countEntities(kind: string, visibility: Visibility): Promise<number> {
    const [{ found }] = await this.#select({}, visibility)
      .join('decision_entities as about', 'about.decision_id', 'decision.id')
      .join('entities as entity', 'entity.ref', 'about.entity_ref')
      .where('entity.kind', kind)
      .whereNull('entity.removed_at')
      .countDistinct({ found: 'entity.ref' });
    return Number(found);
  }

  async list(
    filter: DecisionFilter,
    visibility: Visibility,
    page: { limit: number; after?: DecisionPosition },
  ): Promise<{ items: DecisionRecord[]; total: number }> {
    const { limit, after } = page;
    const [{ total }] = await this.#select(filter, visibility).count({
      total: '*',
    });
    const ordered = isPostgres(this.#knex) ? 'collate "C"' : '';
    const query = this.#select(filter, visibility)
      .select('decision.*')
      .orderByRaw(
        `decision.decided_on ${ordered} desc, decision.created_at desc, decision.id ${ordered} desc`,
      )
      .limit(limit);
    if (after) {
      const { decidedOn, createdAt, id } = after;
      query.whereRaw(
        `(decision.decided_on ${ordered} < ? or (decision.decided_on = ? and (decision.created_at < ?
          or (decision.created_at = ? and decision.id ${ordered} < ?))))`,
        [decidedOn, decidedOn, createdAt, createdAt, id],
      );
    }
    return {
      items: await readDecisions(this.#knex, await query),
      total: Number(total),
    };
  }

  #select(
    { words = [], entityRef, ownerRefs, status, reviewBefore }: DecisionFilter,
    visibility: Visibility,
  ): Knex.QueryBuilder {
    const query = this.#knex('decisions as decision');
    query.whereNotExists(unseen => {
      unseen
        .from('decision_entities as about')
        .whereRaw('about.decision_id = decision.id')
        .whereNotIn('about.entity_ref', seen => {
          seen.from('entities as seen').select('seen.ref');
          whereVisible(seen, visibility, 'seen.ref');
        });
    });
    const occurs = isPostgres(this.#knex) ? 'strpos' : 'instr';
    for (const word of words) {
      query.whereRaw(`${occurs}(decision.search_text, ?) > 0`, [word]);
    }
    if (entityRef !== undefined) {
      query.whereExists(about => {
        about
          .from('decision_entities as about')
          .whereRaw('about.decision_id = decision.id')
          .where(inside => {
            inside.where('about.entity_ref', entityRef);
            inside.orWhereExists(span => {
              whereInScopes(span, 'about.entity_ref', [entityRef]);
            });
          });
      });
    }
    if (ownerRefs) {
      query.where(owned => {
        whereAnyOf(owned, 'decision.owner_ref', ownerRefs);
        owned.orWhereExists(span => {
          whereInScopes(span, 'decision.owner_ref', ownerRefs);
        });
      });
    }
    if (status !== undefined) {
      query.where('decision.status', status);
    }
    if (reviewBefore !== undefined) {
      query
        .where('decision.status', 'accepted')
        .where('decision.review_on', '<', reviewBefore);
    }
    return query;
  }
}

/** Writes a query for whether an entity counts now in one of the scopes. */
function whereInScopes(
  query: Knex.QueryBuilder,
  entityRefColumn: string,
  scopeRefs: readonly string[],
): void {
  query
    .from('scope_spans as span')
    .whereRaw('span.entity_ref = ??', [entityRefColumn])
    .whereNull('span.to_day');
  whereAnyOf(query, 'span.scope_ref', scopeRefs);
}

async function replace(
  transaction: Knex.Transaction,
  decision: DecisionRecord,
): Promise<void> {
  const { id, version } = decision;
  const query = transaction('decisions').where({ id });
  if (isPostgres(transaction)) {
    query.forUpdate();
  }
  const [before] = await readDecisions(transaction, await query);
  refuseChanged(id, before, version - 1);
  await transaction('decision_versions').insert({
    decision_id: id,
    version: before.version,
    title: before.title,
    context: before.context,
    decision: before.decision,
    entity_refs: JSON.stringify(before.entityRefs),
    owner_ref: before.ownerRef,
    decided_on: before.decidedOn,
    review_on: before.reviewOn,
    status: before.status,
    supersedes: before.supersedes,
    links: JSON.stringify(before.links),
    saved_by: before.updatedBy ?? before.createdBy,
    saved_at: before.updatedAt ?? before.createdAt,
  });
  await transaction('decisions').where({ id }).update(toRow(decision));
  await transaction('decision_entities').where({ decision_id: id }).delete();
}
