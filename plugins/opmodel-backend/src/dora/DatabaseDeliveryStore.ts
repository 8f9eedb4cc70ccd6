import type {
  ChangeFact,
  DeploymentFact,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type {
  DeliveryFacts,
  DeliveryResult,
  DeliveryStore,
} from './DeliveryStore';

const CALCULATED_TABLES = [
  'dora_entities',
  'dora_deployments',
  'dora_samples',
  'dora_entity_days',
];

/** Rows of one statement: SQLite joins them by UNION ALL, of which it takes at most 500. */
const ROWS_PER_INSERT = 500;

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
    const { entityRef, delivery, days } = result;
    const identity = { calculation, entity_ref: entityRef };
    const counted = delivery.deployments.filter(
      deployment => deployment.exclusion === null,
    );
    const rows: Record<string, object[]> = {
      dora_entities: [
        {
          ...identity,
          first_deployment_day: counted[0]?.day ?? null,
          last_deployment_at: counted.at(-1)?.finishedAt ?? null,
          latest_recorded_at: result.latestRecordedAt,
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
      for (const table of CALCULATED_TABLES) {
        await transaction(table).where(identity).delete();
        await transaction.batchInsert(table, rows[table], ROWS_PER_INSERT);
      }
    });
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
    for (const table of CALCULATED_TABLES) {
      await this.#knex(table).whereIn('calculation', unused).delete();
    }
  }
}

function deploymentKey(source: string, subject: string): string {
  return JSON.stringify([source, subject]);
}

/** PostgreSQL returns 64-bit integers as text. */
function instant(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}
