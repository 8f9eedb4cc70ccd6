import type {
  DeploymentRow,
  DoraCorrection,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../lib/instants';
import type { DeploymentRecord } from './doraRecords';
import { toFailureLink } from './failureRows';

/**
 * A deployment as the API writes it.
 *
 * @param corrections - what people decided about it and still holds
 */
export function toDeployment(
  record: DeploymentRecord,
  corrections: DoraCorrection[],
): DeploymentRow {
  return {
    entityRef: record.entityRef,
    entityTitle: record.entityTitle ?? record.entityName,
    source: record.source,
    id: record.subject,
    title: record.title,
    url: record.url,
    environment: record.environment,
    environmentTier: record.environmentTier,
    startedAt: toInstant(record.startedAt),
    finishedAt: toInstant(record.finishedAt),
    day: record.day,
    result: record.result,
    deploymentType: record.deploymentType,
    version: record.version,
    commitSha: record.commitSha,
    hotfix: record.hotfix,
    planned: record.planned,
    counted: record.exclusion === null,
    exclusion: record.exclusion,
    failed: record.failed,
    failures: record.failures.map(toFailureLink),
    rework: record.rework,
    recoveredAt: toInstant(record.recoveredAt),
    recoverySeconds: record.recovery,
    corrections,
    changesTotal: record.changesTotal,
    changes: record.changes.map(change => ({
      key: change.key,
      title: change.title,
      url: change.url,
      commitSha: change.commitSha,
      firstCommitAt: toInstant(change.firstCommitAt),
      openedAt: toInstant(change.openedAt),
      firstReviewAt: toInstant(change.firstReviewAt),
      mergedAt: toInstant(change.mergedAt),
      leadTime: change.leadTime,
      exclusion: change.exclusion,
    })),
    recordedAt: toInstant(record.recordedAt),
  };
}
