import type {
  ChangeFact,
  CommitFact,
  DeploymentFact,
  IncidentFact,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { readActiveCorrections } from './DatabaseDeliveryCorrections';
import type { DeliveryFacts } from './DeliveryStore';

/** Reads the current records of an entity that its delivery is computed from, with what people decided about them. */
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
  const incidents = await current('incidents');
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
  let recordedAt = 0;
  for (const rows of [deployments, carried, changes, incidents]) {
    for (const row of rows) {
      recordedAt = Math.max(recordedAt, Number(row.recorded_at));
    }
  }
  return {
    deployments: deployments.map(row =>
      toDeployment(
        row,
        carriedBy.get(deploymentKey(row.source, row.subject)) ?? [],
      ),
    ),
    changes: changes.map(toChange),
    incidents: incidents.map(toIncident),
    corrections: await readActiveCorrections(knex, entityRef),
    latestRecordedAt: recordedAt === 0 ? null : recordedAt,
  };
}

function toDeployment(
  row: Record<string, any>,
  carries: string[],
): DeploymentFact {
  return {
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
    planned: flag(row.planned),
    hotfix: flag(row.hotfix),
    carries,
  };
}

function toChange(row: Record<string, any>): ChangeFact {
  return {
    source: row.source,
    subject: row.subject,
    commitSha: row.commit_sha,
    firstCommitAt: instant(row.first_commit_at),
    openedAt: instant(row.opened_at),
    firstReviewAt: instant(row.first_review_at),
    mergedAt: instant(row.merged_at),
    revertsCommitSha: row.reverts_commit_sha,
    hotfix: flag(row.hotfix),
    commits: commitsOf(row.commits),
    withdrawn: Boolean(row.withdrawn),
  };
}

function toIncident(row: Record<string, any>): IncidentFact {
  return {
    source: row.source,
    subject: row.subject,
    severity: row.severity,
    startedAt: instant(row.started_at),
    detectedAt: instant(row.detected_at),
    mitigatedAt: instant(row.mitigated_at),
    resolvedAt: instant(row.resolved_at),
    causeClass: row.cause_class,
    recurrenceOf: row.recurrence_of,
    deployment: row.deployment,
    withdrawn: Boolean(row.withdrawn),
  };
}

/** Kept as JSON; null where a change says nothing of its commits. */
function commitsOf(commits: string | null | undefined): CommitFact[] {
  return commits === null || commits === undefined ? [] : JSON.parse(commits);
}

function deploymentKey(source: string, subject: string): string {
  return JSON.stringify([source, subject]);
}

/** PostgreSQL returns 64-bit integers as text. */
function instant(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}

/** SQLite keeps booleans as 0 and 1; null is "not known". */
function flag(value: boolean | number | null): boolean | null {
  return value === null ? null : Boolean(value);
}
