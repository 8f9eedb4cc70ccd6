import {
  type MeasuredDay,
  proposeTarget,
  type TargetProposal,
} from '../proposeTarget';
import type { SliCounts } from '../sliBucket';
import { emptyTally } from '../sloTally';
import type { OwnSignal } from './ownSignal';

/** Minutes of an incident come together: an hour of them proves no more than one event does. */
const together: Record<OwnSignal, number> = {
  'deployment-success': 1,
  'incident-free-minutes': 60,
};

/**
 * A target that an entity would bear by its own records, with the evidence.
 *
 * @param days - what was counted on each of the latest thirty days, in any order; those of which nothing is known may be absent
 */
export function proposeOwnTarget(
  signal: OwnSignal,
  days: readonly (SliCounts & { day: string })[],
): TargetProposal {
  const measured = days.map(
    ({ day, good, total }): MeasuredDay => ({
      day,
      tally: { ...emptyTally, good, total },
    }),
  );
  return proposeTarget(measured, 'Occurrences', {
    together: together[signal],
  });
}
