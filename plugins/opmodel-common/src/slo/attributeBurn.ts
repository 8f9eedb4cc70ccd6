import { sloUnitsOf } from './burnRate';
import { withoutArtefacts } from './errorBudget';
import type { BudgetingMethod } from './sloDefinition';
import { sumTallies, type SloTally } from './sloTally';

const DAY_SECONDS = 86_400;

/** A deployment whose time is known. */
export interface BurnDeployment {
  id: string;
  /** When it was in production, epoch milliseconds. */
  at: number;
}

/** What burned after a deployment. It says when, and not why: other things happen at the same time. */
export interface DeploymentBurn {
  id: string;
  from: number;
  /** The next deployment, the limit, or up to where it is measured. */
  to: number;
  /** Share of the budget of its window that burned from then to there; null: nothing was measured. */
  burned: number | null;
  /** Share that would have burned, had it gone on as in the time before; null: nothing was measured before. */
  expected: number | null;
  /** burned − expected; below 0 where less burned than before. Null where either is not known. */
  above: number | null;
}

/**
 * What share of a budget burned between each deployment and the next one, and how much of that is more than what burned before it.
 *
 * burned = bad in the span / budget; expected = share of bad in as long a time before, `limitSeconds` at most back to the deployment
 * before × total in the span / budget
 *
 * A bucket counts where it begins: what happens within minutes after a deployment may count before it.
 *
 * @param deployments - in any order
 * @param tallies - of five minutes, of the window and of the time before its first deployment, in any order
 * @param budgetAt - how many may be bad in the window that an instant lies in; null: that is not known
 * @param limitSeconds - later than that nothing is put down to a deployment
 * @returns in order of time
 */
export function attributeBurn(
  deployments: readonly BurnDeployment[],
  tallies: readonly SloTally[],
  {
    method,
    budgetAt,
    until,
    limitSeconds = DAY_SECONDS,
  }: {
    method: BudgetingMethod;
    budgetAt: (instant: number) => number | null;
    /** Up to where it is measured, epoch milliseconds. */
    until: number;
    limitSeconds?: number;
  },
): DeploymentBurn[] {
  const inOrder = [...deployments].sort(
    (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
  );
  const sorted = [...tallies].sort((a, b) => a.start - b.start);
  const limit = limitSeconds * 1_000;
  const countIn = (from: number, to: number) => {
    const first = firstFrom(sorted, from);
    const end = Math.max(first, firstFrom(sorted, to));
    const { good, total } = sloUnitsOf(
      sumTallies(sorted.slice(first, end)),
      method,
    );
    return { bad: total - good, total };
  };

  return inOrder.map(({ id, at }, place) => {
    const to = Math.max(
      at,
      Math.min(inOrder[place + 1]?.at ?? Infinity, at + limit, until),
    );
    const budget = budgetAt(at);
    const after = countIn(at, to);
    if (budget === null || budget <= 0 || after.total <= 0) {
      return { id, from: at, to, burned: null, expected: null, above: null };
    }
    const since = Math.max(inOrder[place - 1]?.at ?? -Infinity, at - limit);
    const before = countIn(since, at);
    const burned = withoutArtefacts(after.bad / budget);
    const expected =
      before.total > 0
        ? withoutArtefacts(((before.bad / before.total) * after.total) / budget)
        : null;
    return {
      id,
      from: at,
      to,
      burned,
      expected,
      above: expected === null ? null : withoutArtefacts(burned - expected),
    };
  });
}

/** Place of the first tally that begins at an instant or later. */
function firstFrom(sorted: readonly SloTally[], instant: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle].start < instant) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
