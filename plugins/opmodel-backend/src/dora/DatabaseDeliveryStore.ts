import type { Knex } from 'knex';
import {
  isPostgres,
  orderByText,
  whereTextAfter,
} from '../catalog/DatabaseLists';
import {
  type CalculatedIdentity,
  replaceCalculatedRows,
} from '../lib/DatabaseCalculatedRows';
import {
  addToScopes,
  type DayDelta,
  deltasOf,
  lockEntities,
} from '../lib/DatabaseScopeDayRows';
import { readFacts } from './DatabaseDeliveryFacts';
import { CALCULATED_TABLES, SCOPE_TABLES } from './deliveryTables';
import { doraScopeDays } from './DatabaseScopeDayRows';
import { toDeliveryRows } from './deliveryRows';
import type { DeliveryCalculation, DeliveryStore } from './DeliveryStore';

/** Reads the records of intake and keeps what is calculated from them. */
export class DatabaseDeliveryStore implements DeliveryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async writeDelivery(
    entityRef: string,
    calculations: readonly DeliveryCalculation[],
    { now }: { now: number },
  ): Promise<void> {
    // Everybody writes the sums of scopes in one order.
    const ordered = [...calculations].sort((a, b) =>
      a.calculation < b.calculation ? -1 : 1,
    );
    await this.#knex.transaction(async transaction => {
      // Before the facts are read: whoever comes later reads newer ones, so that the last result is the one of the last facts.
      await lockEntities(transaction, doraScopeDays, [entityRef]);
      const facts = await readFacts(transaction, entityRef);
      const deltas = new Map<string, DayDelta[]>();
      for (const { calculation, compute } of ordered) {
        const identity = { calculation, entity_ref: entityRef };
        const rows = toDeliveryRows(facts, compute(facts), {
          now,
          revision: await nextRevision(transaction, identity, now),
          toDayList: days =>
            isPostgres(transaction) ? days : JSON.stringify(days),
        });
        for (const table of CALCULATED_TABLES) {
          const { removed, added } = await replaceCalculatedRows(
            transaction,
            table,
            identity,
            rows[table.table],
          );
          if (table.table === 'dora_entity_days') {
            deltas.set(calculation, deltasOf(removed, added));
          }
        }
      }
      // Last, so that the rows that others wait for are held only shortly.
      for (const [calculation, changes] of deltas) {
        await addToScopes(
          transaction,
          doraScopeDays,
          calculation,
          entityRef,
          changes,
        );
      }
    });
  }

  async listWithDaysBefore(
    calculations: readonly string[],
    { day, after, limit }: { day: string; after: string; limit: number },
  ): Promise<{ entityRef: string; rows: number }[]> {
    const query = this.#knex('dora_entity_days')
      .whereIn('calculation', calculations)
      .andWhere('day', '<', day)
      .groupBy('entity_ref')
      .select('entity_ref')
      .count({ rows: '*' })
      .limit(limit);
    whereTextAfter(query, 'entity_ref', after);
    orderByText(query, 'entity_ref');
    const rows: Record<string, unknown>[] = await query;
    return rows.map(row => ({
      entityRef: String(row.entity_ref),
      rows: Number(row.rows),
    }));
  }

  async listUncalculated(calculations: readonly string[]): Promise<string[]> {
    // Incidents without a deployment have a time to restore, and may repeat one another.
    const missing = calculations.flatMap(calculation =>
      ['deployments', 'incidents'].map(table =>
        this.#knex(`${table} as reporting`)
          .where('reporting.superseded_at', null)
          .whereNotExists(
            this.#knex('dora_entities as mine')
              .where('mine.calculation', calculation)
              .whereRaw('mine.entity_ref = reporting.entity_ref'),
          )
          .select('reporting.entity_ref'),
      ),
    );
    // A replica of another version took the last change for itself; of an entity that has no record any more, too.
    const overtaken = this.#knex('dora_entities as mine')
      .whereIn('mine.calculation', calculations)
      .whereExists(
        this.#knex('dora_entities as other')
          .whereRaw('other.entity_ref = mine.entity_ref')
          .whereRaw('other.calculation <> mine.calculation')
          .whereRaw('other.computed_at > mine.computed_at'),
      )
      .select('mine.entity_ref');
    const rows = await overtaken.union(missing).orderBy('entity_ref');
    return rows.map(row => row.entity_ref);
  }

  async dropOtherCalculations(
    calculations: readonly string[],
    unusedSince: number,
  ): Promise<void> {
    const unused = await this.#knex('dora_entities')
      .whereNotIn('calculation', calculations)
      .groupBy('calculation')
      .havingRaw('max(computed_at) < ?', [unusedSince])
      .pluck('calculation');
    // Scopes first: what nobody keeps, nobody adds to.
    const calculated = CALCULATED_TABLES.map(({ table }) => table);
    for (const table of [...SCOPE_TABLES, ...calculated]) {
      await this.#knex(table).whereIn('calculation', unused).delete();
    }
  }
}

/**
 * Greater than that of the entity's rows so far. It begins with the time, so that it never comes back where the rows of a
 * calculation were dropped and are written again.
 */
async function nextRevision(
  transaction: Knex.Transaction,
  identity: CalculatedIdentity,
  now: number,
): Promise<number> {
  const row = await transaction('dora_entities')
    .where(identity)
    .first('revision');
  return Math.max(now, Number(row?.revision ?? 0) + 1);
}
