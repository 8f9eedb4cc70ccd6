import { isJudgement, type VerdictState } from './checkVerdict';

/**
 * Why a score moved.
 *
 * - `entity`: what was found of an entity changed
 * - `rule`: the check is new, gone or another one
 * - `population`: the entity is new, gone, or no longer asked
 * - `data`: what was known is not known any more, or is known again
 * - `exemption`: an acceptance began or ended
 */
export type ScoreCause =
  | 'entity'
  | 'rule'
  | 'population'
  | 'data'
  | 'exemption';

/** Every cause, in the order in which they are listed. */
export const scoreCauses: readonly ScoreCause[] = [
  'entity',
  'rule',
  'population',
  'data',
  'exemption',
];

/** One entity and one check, at the beginning of a span and at its end. */
export interface ScoredPair {
  /** State at the beginning; null: the pair was not there. */
  before: VerdictState | null;
  /** State at the end; null: the pair is not there any more. */
  after: VerdictState | null;
  /** Whether the definition of the check changed within the span, or it came or went. */
  isRuleChanged: boolean;
}

/** How much of the change of a share each cause brought about; the parts add up to the whole. */
export interface ScoreChange {
  /** Share of the judged pairs that passed, 0 to 1; null: none was judged. */
  before: number | null;
  after: number | null;
  /** `after − before`; null: one of them is not known. */
  change: number | null;
  /** Parts of the change, in shares; null with it. */
  parts: Readonly<Record<ScoreCause, number>> | null;
}

/** Pairs that stand at the end as they did at the beginning: they move nothing, and the shares are of them too. */
export interface UnchangedPairs {
  passing: number;
  judged: number;
}

/**
 * Splits the change of a share by its causes, exactly and whatever the order.
 *
 * With `n` of `d` judged pairs passing before and `n'` of `d'` after, `n'/d' − n/d = Σ (Δnᵢ − n/d · Δdᵢ) / d'`, where the sum goes over
 * the pairs: each pair brings the part that it added to the passing ones, less what it would have added as an average pair. A pair
 * belongs to one cause, so the causes add up to the change without a rest.
 *
 * @param pairs - all of them, or all that changed
 * @param unchanged - where only those that changed are given: the others
 */
export function attributeScoreChange(
  pairs: readonly ScoredPair[],
  unchanged: UnchangedPairs = { passing: 0, judged: 0 },
): ScoreChange {
  const count = (states: (VerdictState | null)[]) => ({
    passing: unchanged.passing + states.filter(isPassing).length,
    judged: unchanged.judged + states.filter(isJudged).length,
  });
  const first = count(pairs.map(({ before }) => before));
  const last = count(pairs.map(({ after }) => after));
  const before = first.judged === 0 ? null : first.passing / first.judged;
  const after = last.judged === 0 ? null : last.passing / last.judged;
  if (before === null || after === null) {
    return { before, after, change: null, parts: null };
  }
  const parts: Record<ScoreCause, number> = {
    entity: 0,
    rule: 0,
    population: 0,
    data: 0,
    exemption: 0,
  };
  for (const pair of pairs) {
    const passing =
      Number(isPassing(pair.after)) - Number(isPassing(pair.before));
    const judged = Number(isJudged(pair.after)) - Number(isJudged(pair.before));
    parts[causeOf(pair)] += (passing - before * judged) / last.judged;
  }
  return { before, after, change: after - before, parts };
}

/** Why the state of one pair changed. A change of the rule comes first: what an entity would have done without it is not known. */
export function causeOf({
  before,
  after,
  isRuleChanged,
}: ScoredPair): ScoreCause {
  if (isRuleChanged) {
    return 'rule';
  }
  if (isAbsent(before) !== isAbsent(after)) {
    return 'population';
  }
  if (isSilent(before) !== isSilent(after)) {
    return 'data';
  }
  if ((before === 'exempt') !== (after === 'exempt')) {
    return 'exemption';
  }
  return 'entity';
}

function isAbsent(state: VerdictState | null): boolean {
  return state === null || state === 'not_applicable';
}

function isSilent(state: VerdictState | null): boolean {
  return state === 'not_reported' || state === 'error';
}

function isJudged(state: VerdictState | null): boolean {
  return state !== null && isJudgement(state);
}

function isPassing(state: VerdictState | null): boolean {
  return state === 'passed' || state === 'warning';
}
