import type { IncidentFact, RestoreExclusion, UnlinkedReason } from './facts';
import type { IncidentVerdict } from './failure';

/** Severities whose restoration is measured. */
const SEVERE: readonly string[] = ['sev1', 'sev2'];

/**
 * Time to restore of one incident, whatever caused it: from the start of its impact to its mitigation, and where none is
 * known to its resolution. Only the two worst severities count; an incident whose start is not known is left out, because
 * its detection may be much later.
 *
 * @returns whole seconds, or the reason why there are none; neither for one that was taken back
 */
export function computeTimeToRestore(
  incident: IncidentFact,
  unlinked: UnlinkedReason | null,
): Pick<IncidentVerdict, 'restoreSeconds' | 'restoreExclusion'> {
  const leftOut = (restoreExclusion: RestoreExclusion | null) => ({
    restoreSeconds: null,
    restoreExclusion,
  });
  if (unlinked === 'withdrawn') {
    return leftOut(null);
  }
  if (unlinked === 'excluded_period') {
    return leftOut('excluded_period');
  }
  if (incident.severity === null) {
    return leftOut('severity_unknown');
  }
  if (!SEVERE.includes(incident.severity)) {
    return leftOut('not_severe');
  }
  if (incident.startedAt === null) {
    return leftOut('no_start');
  }
  const end = incident.mitigatedAt ?? incident.resolvedAt;
  if (end === null) {
    return leftOut('not_mitigated');
  }
  return end < incident.startedAt
    ? leftOut('negative_span')
    : {
        restoreSeconds: Math.floor((end - incident.startedAt) / 1000),
        restoreExclusion: null,
      };
}
