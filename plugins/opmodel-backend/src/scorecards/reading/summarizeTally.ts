import {
  shareOfTally,
  type VerdictSummary,
  type VerdictTally,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Verdicts over many entities below which their share is shown and not graded. */
export const MINIMUM_JUDGED = 5;

/**
 * What verdicts say together.
 *
 * @param minimum - how many have to be judged for the share to be graded: 1 for the verdicts of one entity, which are all that there are
 */
export function summarizeTally(
  tally: VerdictTally,
  minimum: number = MINIMUM_JUDGED,
): VerdictSummary {
  const share = shareOfTally(tally);
  return { ...share, counts: { ...tally }, state: stateOf(share, minimum) };
}

function stateOf(
  { judged }: { judged: number },
  minimum: number,
): VerdictSummary['state'] {
  if (judged === 0) {
    return 'no_data';
  }
  return judged < minimum ? 'thin' : 'ok';
}
