import type { ScorecardCheck } from './scorecardDefinition';
import {
  type CheckVerdict,
  type Evaluation,
  isJudgement,
  type Judgement,
  type VerdictState,
} from './checkVerdict';

/**
 * Takes an evaluation into what is kept of an entity and a check.
 *
 * A judgement becomes another one only after `confirmations` evaluations in a row said so, each by facts that were told since the one
 * before, so that a value that swings about a bound does not swing the level with it, and looking again confirms nothing. Whatever is not a judgement holds at once: an exemption that ran out, a check that is
 * not asked any more, a provider that broke. What was last found of the entity is kept as its standing meanwhile, so that missing
 * data moves no level.
 *
 * @param previous - null: the first evaluation
 * @param options - `now`: epoch milliseconds; `reportedAt`: when the newest of the facts that it rests on was told, absent: just now
 * @returns `previous` itself where nothing changed, so that nothing need be written
 */
export function stepVerdict(
  previous: CheckVerdict | null,
  evaluation: Evaluation,
  {
    check,
    now,
    reportedAt,
  }: {
    check: Pick<ScorecardCheck, 'id' | 'confirmations'>;
    now: number;
    reportedAt?: number;
  },
): CheckVerdict {
  if (previous === null) {
    return {
      ...evaluation,
      checkId: check.id,
      since: now,
      standing: standingAfter(evaluation, null),
      pending: null,
    };
  }
  const pending = confirm(previous.pending, evaluation.state, {
    now,
    reportedAt,
  });
  const before = isJudgement(previous.state)
    ? previous.state
    : previous.standing;
  if (
    isSwing(before, evaluation.state) &&
    pending.times < check.confirmations
  ) {
    if (
      pending === previous.pending &&
      previous.state === before &&
      previous.value === evaluation.value
    ) {
      return previous;
    }
    return {
      ...previous,
      // The value is told as it is, the state as it is confirmed.
      value: evaluation.value,
      detail: null,
      state: before,
      since: previous.state === before ? previous.since : now,
      pending,
    };
  }
  const isSame =
    previous.state === evaluation.state &&
    previous.value === evaluation.value &&
    previous.detail === evaluation.detail &&
    previous.pending === null;
  return isSame
    ? previous
    : {
        ...evaluation,
        checkId: check.id,
        since: previous.state === evaluation.state ? previous.since : now,
        standing: standingAfter(evaluation, previous.standing),
        pending: null,
      };
}

type Pending = NonNullable<CheckVerdict['pending']>;

function confirm(
  pending: Pending | null,
  state: VerdictState,
  { now, reportedAt }: { now: number; reportedAt?: number },
): Pending {
  if (pending?.state !== state) {
    return { state, times: 1, at: now };
  }
  const isTold = reportedAt === undefined || reportedAt > pending.at;
  return isTold ? { state, times: pending.times + 1, at: now } : pending;
}

/** Whether one judgement would become another. */
function isSwing(
  before: Judgement | null,
  state: VerdictState,
): before is Judgement {
  return before !== null && isJudgement(state) && before !== state;
}

/** An exemption ends what stood; what cannot be told now leaves it. */
function standingAfter(
  { state }: Evaluation,
  standing: Judgement | null,
): Judgement | null {
  if (isJudgement(state)) {
    return state;
  }
  return state === 'not_reported' || state === 'error' ? standing : null;
}
