import type { Knex } from 'knex';
import {
  isPostgres,
  orderByText,
  whereTextAfter,
} from '../catalog/DatabaseLists';
import { readFacts } from './DatabaseDeliveryFacts';
import {
  CALCULATED_TABLES,
  type CalculationIdentity,
  deltasOf,
  replaceRows,
  SCOPE_TABLES,
} from './DatabaseDeliveryRows';
import { addToScopes, lockEntities } from './DatabaseScopeDayRows';
import { dayNumber } from './dayNumber';
import { keepDelivery } from './keepDelivery';
import type {
  DeliveryFacts,
  DeliveryResult,
  DeliveryStore,
} from './DeliveryStore';

/** Reads the records of intake and keeps what is calculated from them. */
export class DatabaseDeliveryStore implements DeliveryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async writeDelivery(
    calculation: string,
    entityRef: string,
    compute: (facts: DeliveryFacts) => DeliveryResult,
    { now }: { now: number },
  ): Promise<void> {
    const identity: CalculationIdentity = {
      calculation,
      entity_ref: entityRef,
    };
    await this.#knex.transaction(async transaction => {
      // Before the facts are read: whoever comes later reads newer ones, so that the last result is the one of the last facts.
      await lockEntities(transaction, calculation, [entityRef]);
      const facts = await readFacts(transaction, entityRef);
      const rows = this.#toRows(identity, facts, compute(facts), {
        now,
        revision: await nextRevision(transaction, identity, now),
      });
      for (const table of CALCULATED_TABLES) {
        const { removed, added } = await replaceRows(
          transaction,
          table,
          identity,
          rows[table],
        );
        if (table === 'dora_entity_days') {
          // Last, so that the rows that others wait for are held only shortly.
          await addToScopes(
            transaction,
            calculation,
            entityRef,
            deltasOf(removed, added),
          );
        }
      }
    });
  }

  async listWithDaysBefore(
    calculation: string,
    { day, after, limit }: { day: string; after: string; limit: number },
  ): Promise<{ entityRef: string; rows: number }[]> {
    const query = this.#knex('dora_entity_days')
      .where({ calculation })
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

  async listUncalculated(calculation: string): Promise<string[]> {
    const missing = this.#knex('deployments as reporting')
      .where('reporting.superseded_at', null)
      .whereNotExists(
        this.#knex('dora_entities as mine')
          .where('mine.calculation', calculation)
          .whereRaw('mine.entity_ref = reporting.entity_ref'),
      )
      .select('reporting.entity_ref');
    // A replica of another version took the last change for itself; of an entity that has no deployment any more, too.
    const overtaken = this.#knex('dora_entities as mine')
      .where('mine.calculation', calculation)
      .whereExists(
        this.#knex('dora_entities as other')
          .whereRaw('other.entity_ref = mine.entity_ref')
          .whereRaw('other.calculation <> mine.calculation')
          .whereRaw('other.computed_at > mine.computed_at'),
      )
      .select('mine.entity_ref');
    const rows = await missing.union(overtaken).orderBy('entity_ref');
    return rows.map(row => row.entity_ref);
  }

  async dropOtherCalculations(
    calculation: string,
    unusedSince: number,
  ): Promise<void> {
    const unused = await this.#knex('dora_entities')
      .whereNot({ calculation })
      .groupBy('calculation')
      .havingRaw('max(computed_at) < ?', [unusedSince])
      .pluck('calculation');
    // Scopes first: what nobody keeps, nobody adds to.
    for (const table of [...SCOPE_TABLES, ...CALCULATED_TABLES]) {
      await this.#knex(table).whereIn('calculation', unused).delete();
    }
  }

  #toRows(
    identity: CalculationIdentity,
    facts: DeliveryFacts,
    result: DeliveryResult,
    { now, revision }: { now: number; revision: number },
  ): Record<string, Record<string, unknown>[]> {
    const { delivery, days, firstDeploymentDay, lastDeploymentAt } =
      keepDelivery(result);
    const counted = delivery.deployments.filter(
      deployment => deployment.exclusion === null,
    );
    return {
      dora_entities: [
        {
          ...identity,
          first_deployment_day: firstDeploymentDay,
          last_deployment_at: lastDeploymentAt,
          deployment_days: this.#toDayNumbers(counted.map(({ day }) => day)),
          latest_recorded_at: facts.latestRecordedAt,
          computed_at: now,
          revision,
        },
      ],
      dora_deployments: delivery.deployments.map(deployment => ({
        ...identity,
        source: deployment.source,
        deployment: deployment.subject,
        day: deployment.day,
        at: deployment.at,
        environment_tier: deployment.environmentTier,
        finished_at: deployment.finishedAt,
        exclusion: deployment.exclusion,
      })),
      dora_samples: delivery.samples.map(sample => ({
        ...identity,
        source: sample.source,
        deployment: sample.deployment,
        change_key: sample.changeKey,
        day: sample.day,
        lead_time: sample.seconds,
        coding: sample.stages?.coding ?? null,
        pickup: sample.stages?.pickup ?? null,
        review: sample.stages?.review ?? null,
        commit_to_merge: sample.stages?.commitToMerge ?? null,
        merge_to_deploy: sample.stages?.mergeToDeploy ?? null,
        exclusion: sample.exclusion,
      })),
      dora_entity_days: days.map(day => ({ ...identity, ...day })),
    };
  }

  #toDayNumbers(days: string[]): number[] | string {
    const numbers = days.map(dayNumber).sort((a, b) => a - b);
    return isPostgres(this.#knex) ? numbers : JSON.stringify(numbers);
  }
}

/**
 * Greater than that of the entity's rows so far. It begins with the time, so that it never comes back where the rows of a
 * calculation were dropped and are written again.
 */
async function nextRevision(
  transaction: Knex.Transaction,
  identity: CalculationIdentity,
  now: number,
): Promise<number> {
  const row = await transaction('dora_entities')
    .where(identity)
    .first('revision');
  return Math.max(now, Number(row?.revision ?? 0) + 1);
}
