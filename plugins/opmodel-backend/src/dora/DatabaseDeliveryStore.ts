import type {
  ChangeFact,
  DeploymentFact,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import {
  isPostgres,
  orderByText,
  whereTextAfter,
} from '../catalog/DatabaseLists';
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

  async readFacts(entityRef: string): Promise<DeliveryFacts> {
    const current = (table: string) =>
      this.#knex(table).where({ entity_ref: entityRef, superseded_at: null });
    const deployments = await current('deployments');
    const carried = await current('deployment_changes').select(
      'source',
      'deployment',
      'change_key',
      'recorded_at',
    );
    const changes = await current('changes');
    const carriedBy = new Map<string, string[]>();
    for (const row of carried) {
      const key = deploymentKey(row.source, row.deployment);
      const keys = carriedBy.get(key);
      if (keys) {
        keys.push(row.change_key);
      } else {
        carriedBy.set(key, [row.change_key]);
      }
    }
    const recordedAt = [...deployments, ...carried, ...changes].reduce(
      (latest, row) => Math.max(latest, Number(row.recorded_at)),
      0,
    );
    return {
      deployments: deployments.map(
        (row): DeploymentFact => ({
          source: row.source,
          subject: row.subject,
          environment: row.environment,
          environmentTier: row.environment_tier ?? 'other',
          startedAt: instant(row.started_at),
          finishedAt: instant(row.finished_at),
          result: row.result,
          deploymentType: row.deployment_type,
          version: row.version,
          commitSha: row.commit_sha,
          baseline: Boolean(row.baseline),
          withdrawn: Boolean(row.withdrawn),
          carries: carriedBy.get(deploymentKey(row.source, row.subject)) ?? [],
        }),
      ),
      changes: changes.map(
        (row): ChangeFact => ({
          source: row.source,
          subject: row.subject,
          commitSha: row.commit_sha,
          firstCommitAt: instant(row.first_commit_at),
          openedAt: instant(row.opened_at),
          firstReviewAt: instant(row.first_review_at),
          mergedAt: instant(row.merged_at),
          withdrawn: Boolean(row.withdrawn),
        }),
      ),
      latestRecordedAt: recordedAt === 0 ? null : recordedAt,
    };
  }

  async writeDelivery(
    calculation: string,
    result: DeliveryResult,
    now: number,
  ): Promise<void> {
    const { entityRef, latestRecordedAt } = result;
    const { delivery, days, firstDeploymentDay, lastDeploymentAt } =
      keepDelivery(result);
    const identity: CalculationIdentity = {
      calculation,
      entity_ref: entityRef,
    };
    const counted = delivery.deployments.filter(
      deployment => deployment.exclusion === null,
    );
    const rows: Record<string, Record<string, unknown>[]> = {
      dora_entities: [
        {
          ...identity,
          first_deployment_day: firstDeploymentDay,
          last_deployment_at: lastDeploymentAt,
          deployment_days: this.#toDayNumbers(counted.map(({ day }) => day)),
          latest_recorded_at: latestRecordedAt,
          computed_at: now,
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
    await this.#knex.transaction(async transaction => {
      await lockEntities(transaction, calculation, [entityRef]);
      const known = await transaction('dora_entities')
        .where(identity)
        .first('latest_recorded_at');
      if (Number(known?.latest_recorded_at ?? 0) > (latestRecordedAt ?? 0)) {
        // Another replica was faster with newer facts.
        return;
      }
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
    const rows = await this.#knex
      .from(
        this.#knex('deployments')
          .where({ superseded_at: null })
          .distinct('entity_ref')
          .as('reporting'),
      )
      .whereNotExists(
        this.#knex('dora_entities as mine')
          .where('mine.calculation', calculation)
          .whereRaw('mine.entity_ref = reporting.entity_ref')
          .whereNotExists(
            // A replica of another version took the last change for itself.
            this.#knex('dora_entities as other')
              .whereRaw('other.entity_ref = mine.entity_ref')
              .whereRaw('other.calculation <> mine.calculation')
              .whereRaw('other.computed_at > mine.computed_at'),
          ),
      )
      .select('entity_ref')
      .orderBy('entity_ref');
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

  #toDayNumbers(days: string[]): number[] | string {
    const numbers = days.map(dayNumber).sort((a, b) => a - b);
    return isPostgres(this.#knex) ? numbers : JSON.stringify(numbers);
  }
}

function deploymentKey(source: string, subject: string): string {
  return JSON.stringify([source, subject]);
}

/** PostgreSQL returns 64-bit integers as text. */
function instant(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}
