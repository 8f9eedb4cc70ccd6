import type {
  ChangeFact,
  DeploymentFact,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type { DeliveryFacts } from './DeliveryStore';

/** Reads the current records of an entity that its delivery is computed from. */
export async function readFacts(
  knex: Knex,
  entityRef: string,
): Promise<DeliveryFacts> {
  const current = (table: string) =>
    knex(table).where({ entity_ref: entityRef, superseded_at: null });
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

function deploymentKey(source: string, subject: string): string {
  return JSON.stringify([source, subject]);
}

/** PostgreSQL returns 64-bit integers as text. */
function instant(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}
