import type { SloState } from '../client/SloApi';
import { computeBudget, budgetStateOf, type SloBudget } from './computeBudget';
import type { SloBudgetInput } from './computeBudget';
import { withoutArtefacts } from './errorBudget';

/** A part of a composite. */
export interface CompositeMember {
  budget: SloBudget;
  /** Above 0; 1 unless the document says otherwise. */
  weight: number;
}

/** How a composite is doing. It has a budget, and no events of its own. */
export interface CompositeBudget {
  state: SloState;
  /** The strictest of the parts'. */
  target: number;
  /** Of slices: that of the whole. Null for Occurrences, where events of different kinds cannot be added. */
  attainment: number | null;
  consumed: number | null;
  /** 1 − consumed; below 0 once it is exhausted. */
  remaining: number | null;
  burnRate: number | null;
  /** Parts of which nothing is known, or too little; without them the whole looks better than it may be. */
  incomplete: number;
  /** For each part the share of the budget of the whole that it used up, in their order; null for Timeslices, where it is not known. */
  contributions: (number | null)[];
}

/**
 * The budget of a composite whose parts are counted by one method.
 *
 * - Occurrences: what burns the budget of a part burns that of the whole as fast, times its weight: consumed = Σ weight · consumed.
 * - RatioTimeslices: what the parts miss adds up, times their weights: consumed = Σ weight · (1 − attainment) / (1 − target).
 * - Timeslices: a slice is bad where it is for any part. There is no weight: a slice is bad or it is not.
 *
 * OpenSLO gives a composite no target. The strictest of its parts' stands in, so that with equal data a composite is exhausted
 * no later than any part with a weight of 1 or more.
 *
 * Source: OpenSLO v1, "Composite SLO".
 *
 * @param joint - for Timeslices: the input of the whole, with the tally of `tallyComposite`
 */
export function computeCompositeBudget(
  members: readonly CompositeMember[],
  joint?: Omit<SloBudgetInput, 'target'>,
): CompositeBudget {
  const target = Math.max(0, ...members.map(({ budget }) => budget.target));
  const incomplete = members.filter(
    ({ budget: { state } }) => state === 'no_data' || state === 'thin',
  ).length;
  if (joint?.method === 'Timeslices') {
    const whole = computeBudget({ ...joint, target });
    return {
      state: gradeWhole(whole.state, incomplete),
      target,
      attainment: whole.attainment,
      consumed: whole.consumed,
      remaining: whole.remaining,
      burnRate: whole.burnRate,
      incomplete,
      contributions: members.map(() => null),
    };
  }
  const scaled = members.map(member => scaleToWhole(member, target));
  const contributions = scaled.map(({ consumed }) => consumed);
  const consumed = sumOf(contributions);
  const remaining = consumed === null ? null : withoutArtefacts(1 - consumed);
  const isSliced = members.some(({ budget }) => budget.unit === 'share');
  const graded = budgetStateOf({ n: 1, minimum: 1, remaining });
  return {
    state: gradeWhole(graded, incomplete),
    target,
    attainment: isSliced ? attainmentOfWhole(members) : null,
    consumed,
    remaining,
    burnRate: sumOf(scaled.map(({ burn }) => burn)),
    incomplete,
    contributions,
  };
}

/** What a part takes of the budget of the whole. A mean of slices is measured by the target of the whole, events by their own. */
function scaleToWhole(
  { budget, weight }: CompositeMember,
  target: number,
): { consumed: number | null; burn: number | null } {
  const ratio =
    budget.unit === 'share' ? (1 - budget.target) / (1 - target) : 1;
  const scale = (value: number | null) =>
    value === null ? null : withoutArtefacts(value * weight * ratio);
  return { consumed: scale(budget.consumed), burn: scale(budget.burnRate) };
}

function attainmentOfWhole(members: readonly CompositeMember[]): number | null {
  const missing = sumOf(
    members.map(({ budget: { attainment }, weight }) =>
      attainment === null ? null : (1 - attainment) * weight,
    ),
  );
  return missing === null ? null : withoutArtefacts(Math.max(0, 1 - missing));
}

/** What is known exhausts a budget for certain; what is not known could not make it whole, but may well make it worse. */
function gradeWhole(state: SloState, incomplete: number): SloState {
  return incomplete > 0 && state !== 'exhausted' && state !== 'no_data'
    ? 'thin'
    : state;
}

/** Sum of what is known; null where nothing is. */
function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter(value => value !== null);
  return known.length === 0
    ? null
    : withoutArtefacts(known.reduce((sum, value) => sum + value, 0));
}
