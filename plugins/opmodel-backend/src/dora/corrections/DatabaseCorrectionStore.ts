import { ConflictError } from '@backstage/errors';
import type { RecordKey } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isPostgres, whereAnyOf } from '../../catalog/DatabaseLists';
import {
  whereEntityVisible,
  whereVisible,
} from '../../catalog/DatabaseVisibility';
import type { Visibility } from '../../catalog/Visibility';
import { DatabaseRecalculationStore } from '../../intake/DatabaseRecalculationStore';
import {
  type CorrectionRow,
  IS_SUPERSEDED,
  readOne,
  stated,
  toCorrection,
} from './DatabaseCorrectionRows';
import {
  type CorrectionStore,
  type Decision,
  MAXIMUM_CORRECTIONS,
  type StatedCorrection,
} from './CorrectionStore';

/** Keeps corrections in the engine's database. */
export class DatabaseCorrectionStore implements CorrectionStore {
  readonly #knex: Knex;
  readonly #subjects: readonly string[];

  /**
   * @param subjects - ids of all subjects that compute numbers, those that are switched off included
   */
  constructor(knex: Knex, subjects: readonly string[]) {
    this.#knex = knex;
    this.#subjects = subjects;
  }

  async add(
    decision: Decision,
    { now }: { now: number },
  ): Promise<StatedCorrection> {
    const { entityRef, id } = decision;
    return this.#change(entityRef, now, async (transaction, latest) => {
      const [{ held }] = await transaction('dora_corrections')
        .where({ entity_ref: entityRef, undone_at: null })
        .count({ held: '*' });
      if (Number(held) >= MAXIMUM_CORRECTIONS) {
        throw new ConflictError(
          `'${entityRef}' has ${held} corrections, which is as many as it may have; take back those that are no longer needed`,
        );
      }
      await transaction('dora_corrections').insert({
        id,
        entity_ref: entityRef,
        kind: decision.kind,
        incident_source: decision.incident?.source ?? null,
        incident_subject: decision.incident?.subject ?? null,
        deployment_source: decision.deployment?.source ?? null,
        deployment_subject: decision.deployment?.subject ?? null,
        failed: decision.failed,
        planned: decision.planned,
        from_day: decision.from,
        to_day: decision.to,
        cause: decision.cause,
        reason: decision.reason,
        decided_by: decision.decidedBy,
        recorded_at: Math.max(now, latest + 1),
      });
      return (await readOne(transaction, { entityRef, id }))!;
    });
  }

  async undo(
    key: { entityRef: string; id: string },
    { by, reason, now }: { by: string; reason: string; now: number },
  ): Promise<StatedCorrection | undefined> {
    return this.#change(key.entityRef, now, async transaction => {
      const found = await readOne(transaction, key);
      if (found?.undone) {
        throw new ConflictError(
          `Correction '${key.id}' was taken back before, by ${found.undone.by}`,
        );
      }
      if (!found) {
        return undefined;
      }
      await transaction('dora_corrections')
        .where({ entity_ref: key.entityRef, id: key.id })
        .update({
          undone_at: Math.max(now, found.recordedAt),
          undone_by: by,
          undo_reason: reason,
        });
      return readOne(transaction, key);
    });
  }

  async list(
    entityRef: string,
    visibility: Visibility,
    { limit, before }: { limit: number; before?: number },
  ): Promise<{ items: StatedCorrection[]; total: number }> {
    const isMeant = (query: Knex.QueryBuilder) => {
      query.where('correction.entity_ref', entityRef);
      whereEntityVisible(query, visibility, 'correction.entity_ref');
    };
    const [{ total }] = await this.#knex('dora_corrections as correction')
      .modify(isMeant)
      .count({ total: '*' });
    const page = stated(this.#knex)
      .modify(isMeant)
      .orderBy('correction.recorded_at', 'desc')
      .limit(limit);
    if (before !== undefined) {
      page.where('correction.recorded_at', '<', before);
    }
    const rows: CorrectionRow[] = await page;
    return { items: rows.map(toCorrection), total: Number(total) };
  }

  async listActive(
    entityRefs: Iterable<string>,
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, StatedCorrection[]>> {
    const query = stated(this.#knex).whereNull('correction.undone_at');
    whereAnyOf(query, 'correction.entity_ref', entityRefs);
    query.whereRaw(`not ${IS_SUPERSEDED}`);
    whereVisible(query, visibility, 'correction.entity_ref');
    query.orderBy('correction.recorded_at');
    const rows: CorrectionRow[] = await query;
    const byEntity = new Map<string, StatedCorrection[]>();
    for (const correction of rows.map(toCorrection)) {
      const others = byEntity.get(correction.entityRef);
      if (others) {
        others.push(correction);
      } else {
        byEntity.set(correction.entityRef, [correction]);
      }
    }
    return byEntity;
  }

  async hasRecord(
    entityRef: string,
    kind: 'incident' | 'deployment',
    { source, subject }: RecordKey,
    visibility: Visibility,
  ): Promise<boolean> {
    const table = { incident: 'incidents', deployment: 'deployments' }[kind];
    const query = this.#knex(`${table} as record`)
      .where({
        'record.entity_ref': entityRef,
        'record.source': source,
        'record.subject': subject,
        'record.withdrawn': false,
      })
      .whereNull('record.superseded_at');
    whereEntityVisible(query, visibility, 'record.entity_ref');
    return (await query.first('record.subject')) !== undefined;
  }

  /** Changes what is on record of an entity, alone, and asks for its numbers if anything did change. */
  #change<T extends StatedCorrection | undefined>(
    entityRef: string,
    now: number,
    work: (transaction: Knex.Transaction, latest: number) => Promise<T>,
  ): Promise<T> {
    return this.#knex.transaction(async transaction => {
      if (isPostgres(transaction)) {
        await transaction.raw(
          'select pg_advisory_xact_lock(hashtextextended(?, 0))',
          [`dora corrections ${entityRef}`],
        );
      }
      const row = await transaction('dora_corrections')
        .where({ entity_ref: entityRef })
        .max({ latest: 'recorded_at' })
        .first();
      const changed = await work(transaction, Number(row?.latest ?? 0));
      if (changed) {
        // In the same transaction: a decision on record whose numbers nobody computes again would not be noticed.
        await new DatabaseRecalculationStore(
          transaction,
          this.#subjects,
        ).request([entityRef], { now });
      }
      return changed;
    });
  }
}
