import {
  causeOf,
  type ScorecardCheck,
  type StateChangeView,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { StateChange } from '../evaluation/ResultStore';

/**
 * A change of a verdict with its cause.
 *
 * @param checks - of a definition that may not have the check any more, which is then called by its id
 */
export function describeStateChange(
  change: StateChange,
  checks: readonly Pick<ScorecardCheck, 'id' | 'name'>[],
): StateChangeView {
  const { checkId, before, after } = change;
  return {
    checkId,
    name: checks.find(({ id }) => id === checkId)?.name ?? checkId,
    before,
    after,
    cause: causeOf(change),
  };
}
