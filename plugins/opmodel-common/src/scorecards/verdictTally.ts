import { type VerdictState, verdictStates } from './checkVerdict';

/** How many verdicts of each state there are. Tallies add up, so a group's is that of all that it owns, each counted once. */
export type VerdictTally = Readonly<Record<VerdictState, number>>;

/** No verdicts. */
export const emptyVerdictTally: VerdictTally = {
  passed: 0,
  failed: 0,
  warning: 0,
  not_applicable: 0,
  not_reported: 0,
  error: 0,
  exempt: 0,
};

/** Counts verdicts. */
export function tallyVerdicts(
  verdicts: Iterable<{ state: VerdictState }>,
): VerdictTally {
  const tally: Record<VerdictState, number> = { ...emptyVerdictTally };
  for (const { state } of verdicts) {
    tally[state] += 1;
  }
  return tally;
}

/** The tally of two sets of verdicts that share none. */
export function addVerdictTallies(
  a: VerdictTally,
  b: VerdictTally,
): VerdictTally {
  return Object.fromEntries(
    verdictStates.map(state => [state, a[state] + b[state]]),
  ) as unknown as VerdictTally;
}

/** What a tally says, with what it rests on. */
export interface VerdictShare {
  /** Of those that are judged, the share that passed, with a warning or without, 0 to 1; null: none is judged. */
  passing: number | null;
  /** Passed, warning or failed. */
  judged: number;
  /** All but those that are not asked. */
  applicable: number;
  /** `judged / applicable`, 0 to 1; null: nothing is asked. What is exempt is not judged. */
  coverage: number | null;
  /** `exempt / applicable`, 0 to 1; null: nothing is asked. */
  exempt: number | null;
}

/** The share of a tally that passes, and how much of what is asked it speaks for. */
export function shareOfTally(tally: VerdictTally): VerdictShare {
  const passing = tally.passed + tally.warning;
  const judged = passing + tally.failed;
  const applicable = judged + tally.exempt + tally.not_reported + tally.error;
  const ratio = (part: number, whole: number) =>
    whole === 0 ? null : part / whole;
  return {
    passing: ratio(passing, judged),
    judged,
    applicable,
    coverage: ratio(judged, applicable),
    exempt: ratio(tally.exempt, applicable),
  };
}

/** Above this share of exemptions the check is in question rather than the entities. */
export const badStandardShare = 0.15;

/**
 * Whether so much of what a check is asked of is exempt from it that the check is a bad standard.
 *
 * @param minimum - entities below which a share says nothing
 */
export function isBadStandard(
  tally: VerdictTally,
  { minimum = 5 }: { minimum?: number } = {},
): boolean {
  const { applicable, exempt } = shareOfTally(tally);
  return applicable >= minimum && exempt !== null && exempt > badStandardShare;
}
