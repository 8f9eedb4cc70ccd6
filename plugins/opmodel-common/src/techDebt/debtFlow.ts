import type { WeekStart } from '../calendar/days';
import { countDebtDays, type DebtDayRow } from './debtDays';
import type { DebtFlow } from './debtFlowPeriod';
import { DebtFlowTally } from './DebtFlowTally';
import type { DebtSnapshot } from './debtHistory';
import { type DebtGrain, debtPeriods, placeOfPeriod } from './debtPeriods';

/** What a flow is told of. */
export interface DebtFlowRequest {
  /** First and last ISO day, both included. */
  window: { from: string; to: string };
  grain: DebtGrain;
  /** IANA zone of the organisation. */
  zone: string;
  weekStart?: WeekStart;
}

/**
 * The flow of debt through each scope, from day rows.
 *
 * @param rows - all up to the end of the window, in any order; later ones are left out, and those before it may be added up under any
 *   one day before it
 * @returns by scope, of those that have a row
 */
export function flowsOfDebtDays(
  rows: Iterable<DebtDayRow>,
  { window, grain, weekStart }: Omit<DebtFlowRequest, 'zone'>,
): Map<string, DebtFlow> {
  const periods = debtPeriods(window, grain, weekStart);
  const tallies = new Map<string, DebtFlowTally>();
  for (const row of rows) {
    if (row.day <= window.to) {
      const tally = tallies.get(row.scope) ?? new DebtFlowTally(periods);
      tallies.set(row.scope, tally);
      tally.add(placeOfPeriod(periods, row.day), row.metric, row);
    }
  }
  return new Map([...tallies].map(([scope, tally]) => [scope, tally.toFlow()]));
}

/**
 * The flow of debt through several scopes at once, from what each item was at each time: an item counts in a period for those who had
 * it then.
 *
 * @param snapshots - all that there are up to the end of the window, in any order; later ones are left out. Items that were filed by
 *   mistake and deleted are not among them.
 * @param scopesOf - the scopes that count an item as it was, such as its owner and all groups above it. Where scopes change without
 *   the item (its entity comes to another system), a snapshot more at that time makes the item move.
 * @returns by scope, of those that counted an item by the end of the window
 */
export function computeDebtFlows(
  snapshots: Iterable<DebtSnapshot>,
  request: DebtFlowRequest,
  scopesOf: (snapshot: DebtSnapshot) => Iterable<string>,
): Map<string, DebtFlow> {
  return flowsOfDebtDays(
    countDebtDays(snapshots, request.zone, scopesOf),
    request,
  );
}

/** The flow of debt through all that there is; see {@link computeDebtFlows}. */
export function computeDebtFlow(
  snapshots: Iterable<DebtSnapshot>,
  request: DebtFlowRequest,
): DebtFlow {
  const flow = computeDebtFlows(snapshots, request, () => ['all']).get('all');
  return (
    flow ??
    new DebtFlowTally(
      debtPeriods(request.window, request.grain, request.weekStart),
    ).toFlow()
  );
}
