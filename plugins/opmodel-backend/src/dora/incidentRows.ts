import type {
  DoraCorrection,
  IncidentRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../lib/instants';
import type { IncidentRecord } from './doraRecords';
import { toFailureLink } from './failureRows';

/**
 * An incident as the API writes it.
 *
 * @param corrections - what people decided about it and still holds
 */
export function toIncident(
  record: IncidentRecord,
  corrections: DoraCorrection[],
): IncidentRow {
  const { linkedDeployment } = record;
  return {
    entityRef: record.entityRef,
    entityTitle: record.entityTitle ?? record.entityName,
    source: record.source,
    id: record.subject,
    title: record.title,
    url: record.url,
    severity: record.severity,
    causeClass: record.causeClass,
    environment: record.environment,
    startedAt: toInstant(record.startedAt),
    detectedAt: toInstant(record.detectedAt),
    mitigatedAt: toInstant(record.mitigatedAt),
    resolvedAt: toInstant(record.resolvedAt),
    day: record.day,
    link: record.link && toFailureLink(record.link),
    linkedDeployment: linkedDeployment && {
      source: linkedDeployment.source,
      id: linkedDeployment.subject,
      title: linkedDeployment.title,
      url: linkedDeployment.url,
      version: linkedDeployment.version,
      finishedAt: toInstant(linkedDeployment.finishedAt),
    },
    unlinked: record.unlinked,
    restoreSeconds: record.restore,
    restoreExclusion: record.restoreExclusion,
    recurrence: record.recurrence,
    recurrenceOf: record.recurrenceOf,
    recordedAt: toInstant(record.recordedAt),
    corrections,
  };
}
