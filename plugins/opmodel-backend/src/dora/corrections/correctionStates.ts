import isEqual from 'lodash/isEqual';
import type { Correction, StatedCorrection } from './CorrectionStore';

/**
 * What a correction is about. A failure link is about its incident, a verdict about its deployment, and an excluded period about
 * its days, so that another cause of the same days takes the place of the first.
 */
function targetOf({
  kind,
  incident,
  deployment,
  from,
  to,
}: Correction): unknown[] {
  switch (kind) {
    case 'failure_link':
      return [kind, incident];
    case 'excluded_period':
      return [kind, from, to];
    default:
      return [kind, deployment];
  }
}

/** Says of each correction of one entity whether it counts. */
export function stateCorrections(
  corrections: readonly Correction[],
): StatedCorrection[] {
  return corrections.map(correction => {
    if (correction.undone) {
      return { ...correction, state: 'undone' };
    }
    const isSuperseded = corrections.some(
      other =>
        other.recordedAt > correction.recordedAt &&
        !other.undone &&
        isEqual(targetOf(other), targetOf(correction)),
    );
    return { ...correction, state: isSuperseded ? 'superseded' : 'active' };
  });
}
