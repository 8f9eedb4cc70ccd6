import type {
  DeploymentRow,
  IncidentRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CsvColumn } from '@opmodel/backstage-plugin-opmodel-react';

/** Deployments as they are exported: times in ISO 8601, durations in seconds. */
export const deploymentCsvColumns: ReadonlyArray<CsvColumn<DeploymentRow>> = [
  ['entity_ref', row => row.entityRef],
  ['source', row => row.source],
  ['id', row => row.id],
  ['title', row => row.title],
  ['version', row => row.version],
  ['commit', row => row.commitSha],
  ['environment', row => row.environment],
  ['environment_tier', row => row.environmentTier],
  ['finished_at', row => row.finishedAt],
  ['result', row => row.result],
  ['counted', row => row.counted],
  ['exclusion', row => row.exclusion],
  ['failed', row => row.failed],
  ['failed_by', row => row.failures[0]?.kind ?? null],
  ['failed_confidence', row => row.failures[0]?.confidence ?? null],
  ['rework', row => row.rework],
  ['recovered_at', row => row.recoveredAt],
  ['recovery_seconds', row => row.recoverySeconds],
  ['changes', row => row.changesTotal],
  ['url', row => row.url],
];

/** Incidents as they are exported: times in ISO 8601, durations in seconds. */
export const incidentCsvColumns: ReadonlyArray<CsvColumn<IncidentRow>> = [
  ['entity_ref', row => row.entityRef],
  ['source', row => row.source],
  ['id', row => row.id],
  ['title', row => row.title],
  ['severity', row => row.severity],
  ['cause_class', row => row.causeClass],
  ['started_at', row => row.startedAt],
  ['detected_at', row => row.detectedAt],
  ['mitigated_at', row => row.mitigatedAt],
  ['resolved_at', row => row.resolvedAt],
  ['deployment_source', row => row.linkedDeployment?.source ?? null],
  ['deployment', row => row.linkedDeployment?.id ?? null],
  ['linked_by', row => row.link?.kind ?? null],
  ['link_confidence', row => row.link?.confidence ?? null],
  ['unlinked', row => row.unlinked],
  ['restore_seconds', row => row.restoreSeconds],
  ['restore_exclusion', row => row.restoreExclusion],
  ['repeats', row => row.recurrenceOf],
  ['url', row => row.url],
];
