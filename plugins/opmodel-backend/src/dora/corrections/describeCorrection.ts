import type {
  DoraCorrection,
  RecordKey,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../../lib/instants';
import type { StatedCorrection } from './CorrectionStore';

/**
 * A correction as the API tells it.
 *
 * @param mayCorrect - whether the caller may correct the facts of its entity
 */
export function describeCorrection(
  correction: StatedCorrection,
  { mayCorrect }: { mayCorrect: boolean },
): DoraCorrection {
  const { undone, recordedAt, incident, deployment, ...rest } = correction;
  return {
    ...rest,
    incident: describeKey(incident),
    deployment: describeKey(deployment),
    decidedAt: toInstant(recordedAt),
    undoneBy: undone?.by ?? null,
    undoneAt: toInstant(undone?.at ?? null),
    undoReason: undone?.reason ?? null,
    mayUndo: mayCorrect && undone === null,
  };
}

function describeKey(
  key: RecordKey | null,
): { source: string; id: string } | null {
  return key && { source: key.source, id: key.subject };
}
