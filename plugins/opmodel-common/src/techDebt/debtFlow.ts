import type { WeekStart } from '../calendar/days';
import { ZoneDays } from '../calendar/ZoneDays';
import type { DebtFlow } from './debtFlowPeriod';
import { DebtFlowTally } from './DebtFlowTally';
import { type DebtSnapshot, orderDebtHistory } from './debtHistory';
import { movesBetween } from './debtMoves';
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
  const { window, grain, zone, weekStart } = request;
  const periods = debtPeriods(window, grain, weekStart);
  const days = new ZoneDays(zone);
  const tallies = new Map<string, DebtFlowTally>();

  for (const history of orderDebtHistory(snapshots).values()) {
    let before: DebtSnapshot | null = null;
    let seenBefore = new Set<string>();
    for (const after of history) {
      const day = days.dayOf(after.at);
      if (day > window.to) {
        break;
      }
      const place = placeOfPeriod(periods, day);
      const seenNow = new Set(scopesOf(after));
      for (const scope of new Set([...seenBefore, ...seenNow])) {
        const tally = tallies.get(scope) ?? new DebtFlowTally(periods);
        tallies.set(scope, tally);
        tally.add(
          place,
          movesBetween(before, after, {
            before: seenBefore.has(scope),
            after: seenNow.has(scope),
          }),
        );
      }
      before = after;
      seenBefore = seenNow;
    }
  }
  return new Map([...tallies].map(([scope, tally]) => [scope, tally.toFlow()]));
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
