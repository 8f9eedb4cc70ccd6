import type { FailureLinkRow } from '@opmodel/backstage-plugin-opmodel-common';
import type { FailureRecord } from './doraRecords';

/** By what a deployment is known to have failed, as the API writes it. */
export function toFailureLink(failure: FailureRecord): FailureLinkRow {
  const { source, subject, ...cause } = failure.cause;
  return {
    kind: failure.kind,
    confidence: failure.confidence,
    cause: { ...cause, source, id: subject },
    deployment: {
      source: failure.deployment.source,
      id: failure.deployment.subject,
    },
    lagSeconds: failure.lag,
    decidedBy: failure.decidedBy,
    correctionId: failure.correctionId,
  };
}
