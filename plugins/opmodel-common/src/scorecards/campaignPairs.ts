import { isJudgement, type Judgement, type VerdictState } from './checkVerdict';

/**
 * Where a pair of entity and check stands for a campaign.
 *
 * - `met`: passed, with a warning or without
 * - `open`: failed
 * - `exempt`: an acceptance covers it
 * - `unknown`: nothing is found now, and nothing was found before
 *
 * While nothing can be found, what was found last stands: a provider that is silent neither helps nor hurts a campaign.
 */
export type PairStanding = 'open' | 'met' | 'exempt' | 'unknown';

/**
 * Where a pair stands.
 *
 * @param last - what was last found of the entity, while nothing can be found now
 * @returns null: the check is not asked of the entity
 */
export function pairStandingOf(
  state: VerdictState | null,
  last: Judgement | null,
): PairStanding | null {
  switch (state) {
    case null:
    case 'not_applicable':
      return null;
    case 'passed':
    case 'warning':
      return 'met';
    case 'failed':
      return 'open';
    case 'exempt':
      return 'exempt';
    default:
      return last === null ? 'unknown' : pairStandingOf(last, null);
  }
}

/** How the state of one pair changed. */
export interface PairHistory {
  /** When it was evaluated first, epoch milliseconds; before, nothing is known of it. */
  firstAt: number;
  /** As it is now; null: the check is not there. */
  state: VerdictState | null;
  /** What was last found, while nothing can be found now. */
  last: Judgement | null;
  /** From the oldest to the newest. */
  changes: readonly {
    /** Epoch milliseconds. */
    at: number;
    before: VerdictState | null;
    after: VerdictState | null;
  }[];
}

/** A time during which a pair stood alike, from its instant to that of the next one. */
export interface PairSpan {
  /** Epoch milliseconds. */
  from: number;
  /** Null: it was not asked. */
  standing: PairStanding | null;
}

/** Where a pair stood, from the first to the last, made of how it is now and how it changed. */
export function replayPair({
  firstAt,
  state,
  last,
  changes,
}: PairHistory): PairSpan[] {
  if (changes.length === 0) {
    return [{ from: firstAt, standing: pairStandingOf(state, last) }];
  }
  let found: Judgement | null = null;
  const spanOf = (from: number, at: VerdictState | null): PairSpan => {
    if (at !== null && isJudgement(at)) {
      found = at;
    }
    return { from, standing: pairStandingOf(at, found) };
  };
  const spans = [
    spanOf(firstAt, changes[0].before),
    ...changes.map(({ at, after }) => spanOf(at, after)),
  ];
  // What is kept of it now knows more than the changes that are still there.
  spans[spans.length - 1] = {
    from: changes[changes.length - 1].at,
    standing: pairStandingOf(state, last),
  };
  return spans;
}

/**
 * Where a pair stood at a moment.
 *
 * @param at - epoch milliseconds
 * @returns null: it was not asked, or nothing was known of it
 */
export function standingAt(
  spans: readonly PairSpan[],
  at: number,
): PairStanding | null {
  let standing: PairStanding | null = null;
  for (const span of spans) {
    if (span.from <= at) {
      standing = span.standing;
    }
  }
  return standing;
}

/** How many pairs stood how at a moment. */
export type PairCounts = Readonly<Record<PairStanding, number>>;

/**
 * Counts pairs at moments.
 *
 * @param instants - epoch milliseconds, from the oldest to the newest
 * @returns for each instant; null: none of the pairs was known then
 */
export function countPairsOverTime(
  pairs: Iterable<readonly PairSpan[]>,
  instants: readonly number[],
): (PairCounts | null)[] {
  const empty = () => ({ open: 0, met: 0, exempt: 0, unknown: 0, known: 0 });
  const steps = [...instants, 0].map(empty);
  const step = (
    standing: keyof ReturnType<typeof empty>,
    from: number,
    to: number,
  ) => {
    steps[from][standing] += 1;
    steps[to][standing] -= 1;
  };
  for (const spans of pairs) {
    spans.forEach(({ from, standing }, index) => {
      const first = firstNotBefore(instants, from);
      const next = spans[index + 1];
      const end = next ? firstNotBefore(instants, next.from) : instants.length;
      step('known', first, end);
      if (standing !== null) {
        step(standing, first, end);
      }
    });
  }
  const sum = empty();
  return steps.slice(0, instants.length).map(change => {
    for (const name of Object.keys(sum) as (keyof typeof sum)[]) {
      sum[name] += change[name];
    }
    const { known, ...counts } = sum;
    return known === 0 ? null : counts;
  });
}

/** The place of the first instant that is not before another one; one more than the last where all are. */
function firstNotBefore(instants: readonly number[], at: number): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (instants[middle] < at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
