import {
  type CheckVerdict,
  isJudgement,
  type Judgement,
  noStateLetter,
  stateLetters,
  stateOfLetter,
  type VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Verdicts of one entity on one scorecard, as they are kept. */
export interface EncodedVerdicts {
  /** One letter for each slot; slots that are missing at its end are absent. */
  states: string;
  /** JSON array, one entry for each slot. */
  verdicts: string;
}

/** `[since − base, value, detail, letter of the standing, [letter, times, at − base]]`, without what is usual at its end. */
type Entry = [
  since: number,
  value?: CheckVerdict['value'],
  detail?: string | null,
  standing?: string | null,
  pending?: [string, number, number],
];

/**
 * Writes verdicts down in few bytes: instants as distances from a base, and nothing that follows from the state.
 *
 * @param slots - check ids in the order of the states
 * @param base - epoch milliseconds, when the entity was first evaluated
 */
export function encodeVerdicts(
  verdicts: ReadonlyMap<string, CheckVerdict>,
  slots: readonly string[],
  base: number,
): EncodedVerdicts {
  const found = slots.map(id => verdicts.get(id));
  return {
    states: found
      .map(verdict => (verdict ? stateLetters[verdict.state] : noStateLetter))
      .join(''),
    verdicts: JSON.stringify(
      found.map(verdict => (verdict ? entryOf(verdict, base) : null)),
    ),
  };
}

function entryOf(verdict: CheckVerdict, base: number): Entry {
  const { since, value, detail, standing, pending } = verdict;
  const isUsual = standing === usualStanding(verdict.state);
  const entry: Entry = [since - base];
  if (value !== null || detail !== null || !isUsual || pending) {
    entry.push(value);
  }
  if (detail !== null || !isUsual || pending) {
    entry.push(detail);
  }
  if (!isUsual || pending) {
    entry.push(standing && stateLetters[standing]);
  }
  if (pending) {
    entry.push([stateLetters[pending.state], pending.times, pending.at - base]);
  }
  return entry;
}

/** Reads what {@link encodeVerdicts} wrote. */
export function decodeVerdicts(
  encoded: EncodedVerdicts,
  slots: readonly string[],
  base: number,
): Map<string, CheckVerdict> {
  const entries: (Entry | null)[] = JSON.parse(encoded.verdicts);
  const verdicts = new Map<string, CheckVerdict>();
  slots.forEach((checkId, at) => {
    const state = stateOfLetter(encoded.states[at]);
    const entry = entries[at];
    if (!state || !entry) {
      return;
    }
    const [since, value = null, detail = null, standing, pending] = entry;
    verdicts.set(checkId, {
      checkId,
      state,
      since: base + since,
      value,
      detail,
      standing:
        standing === undefined
          ? usualStanding(state)
          : (stateOfLetter(standing ?? undefined) as Judgement | null),
      pending: pending
        ? {
            state: stateOfLetter(pending[0])!,
            times: pending[1],
            at: base + pending[2],
          }
        : null,
    });
  });
  return verdicts;
}

function usualStanding(state: VerdictState): Judgement | null {
  return isJudgement(state) ? state : null;
}
