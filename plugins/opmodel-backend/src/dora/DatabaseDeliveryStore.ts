import type {
  ChangeFact,
  DeploymentFact,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isPostgres } from '../catalog/DatabaseLists';
import type {
  DeliveryFacts,
  DeliveryResult,
  DeliveryStore,
} from './DeliveryStore';

/** What tells the rows of one entity apart, by table. */
const KEYS: Record<string, string[]> = {
  dora_entities: [],
  dora_deployments: ['source', 'deployment'],
  dora_samples: ['source', 'deployment', 'change_key'],
  dora_entity_days: ['day', 'metric', 'bin'],
};

/** What the rows say, by table. */
const VALUES: Record<string, string[]> = {
  dora_entities: [
    'first_deployment_day',
    'last_deployment_at',
    'latest_recorded_at',
    'computed_at',
  ],
  dora_deployments: [
    'day',
    'at',
    'finished_at',
    'environment_tier',
    'exclusion',
  ],
  dora_samples: [
    'day',
    'lead_time',
    'coding',
    'pickup',
    'review',
    'commit_to_merge',
    'merge_to_deploy',
    'exclusion',
  ],
  dora_entity_days: ['week', 'count'],
};

const CALCULATED_TABLES = Object.keys(KEYS);

/** SQLite takes at most 500 rows in one statement, and 32,766 parameters. */
const ROWS_PER_STATEMENT = 500;

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
    const { entityRef, delivery, days, latestRecordedAt } = result;
    const identity = { calculation, entity_ref: entityRef };
    const counted = delivery.deployments.filter(
      deployment => deployment.exclusion === null,
    );
    const rows: Record<string, Record<string, unknown>[]> = {
      dora_entities: [
        {
          ...identity,
          first_deployment_day: counted[0]?.day ?? null,
          last_deployment_at: counted.at(-1)?.finishedAt ?? null,
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
      const known = await lockState(transaction, identity);
      if (Number(known?.latest_recorded_at ?? 0) > (latestRecordedAt ?? 0)) {
        // Another replica was faster with newer facts.
        return;
      }
      for (const table of CALCULATED_TABLES) {
        await replaceRows(transaction, table, identity, rows[table]);
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

interface CalculationIdentity {
  calculation: string;
  entity_ref: string;
}

/** What is known of the entity; on PostgreSQL nobody else writes it until the transaction ends. */
async function lockState(
  transaction: Knex.Transaction,
  { calculation, entity_ref: entityRef }: CalculationIdentity,
): Promise<{ latest_recorded_at: number | string | null } | undefined> {
  if (isPostgres(transaction)) {
    await transaction.raw(
      'select pg_advisory_xact_lock(hashtextextended(?, 0))',
      [`dora ${calculation} ${entityRef}`],
    );
  }
  return transaction('dora_entities')
    .where({ calculation, entity_ref: entityRef })
    .first('latest_recorded_at');
}

/** Writes the difference between the rows of an entity and what they shall be: a late event touches a day, not a history. */
async function replaceRows(
  transaction: Knex.Transaction,
  table: string,
  identity: CalculationIdentity,
  wanted: Record<string, unknown>[],
): Promise<void> {
  const columns = [...KEYS[table], ...VALUES[table]];
  const textOf = (row: Record<string, unknown>, names: string[]) =>
    JSON.stringify(
      names.map(name => {
        const value = row[name];
        // PostgreSQL returns 64-bit integers as text.
        return value === null || value === undefined ? null : String(value);
      }),
    );
  const missing = new Map(wanted.map(row => [textOf(row, columns), row]));
  const outdated: Record<string, unknown>[] = [];
  for (const row of await transaction(table).where(identity).select(columns)) {
    if (!missing.delete(textOf(row, columns))) {
      outdated.push(row);
    }
  }
  for (let at = 0; at < outdated.length; at += ROWS_PER_STATEMENT) {
    const keys = outdated
      .slice(at, at + ROWS_PER_STATEMENT)
      .map(row => KEYS[table].map(name => row[name] as string));
    await transaction(table)
      .where(identity)
      .modify(query => {
        if (KEYS[table].length > 0) {
          query.whereIn(KEYS[table], keys);
        }
      })
      .delete();
  }
  await transaction.batchInsert(
    table,
    [...missing.values()],
    ROWS_PER_STATEMENT,
  );
}

function deploymentKey(source: string, subject: string): string {
  return JSON.stringify([source, subject]);
}

/** PostgreSQL returns 64-bit integers as text. */
function instant(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}
