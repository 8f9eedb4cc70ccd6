/**
 * What was found for one entity and one check.
 *
 * - `passed`, `failed`
 * - `warning`: passed, and soon it may not
 * - `not_applicable`: not asked of this entity, or not yet
 * - `not_reported`: a fact that it needs was not told, or is too old to be believed
 * - `error`: the check or its provider is broken
 * - `exempt`: an acceptance covers it for a time
 */
export type VerdictState =
  | 'passed'
  | 'failed'
  | 'warning'
  | 'not_applicable'
  | 'not_reported'
  | 'error'
  | 'exempt';

/** Every state, in the order in which they are listed. */
export const verdictStates: readonly VerdictState[] = [
  'failed',
  'warning',
  'passed',
  'exempt',
  'not_reported',
  'error',
  'not_applicable',
];

/** The states that say something of the entity. */
export type Judgement = 'passed' | 'warning' | 'failed';

/** Whether a state says something of the entity. */
export function isJudgement(state: VerdictState): state is Judgement {
  return state === 'passed' || state === 'warning' || state === 'failed';
}

/** What a check came to for an entity at one moment. */
export interface Evaluation {
  state: VerdictState;
  /** The number or text beside the verdict; null: there is none. */
  value: boolean | number | string | null;
  /** Why it is not one of the entity: the missing fact, the error, or why it is not asked; null: it is one. */
  detail: string | null;
}

/** What is kept of an entity and a check. */
export interface CheckVerdict extends Evaluation {
  checkId: string;
  /** Since when the state is this one, epoch milliseconds. */
  since: number;
  /** What was last found of the entity itself, while nothing can be found now; null: nothing yet. */
  standing: Judgement | null;
  /** An evaluation that differs and is not yet confirmed, and when it was last found, epoch milliseconds; null: there is none. */
  pending: { state: VerdictState; times: number; at: number } | null;
}
