import {
  type BudgetingMethod,
  type BurnAlertRule,
  burnRateRules,
  errorBudgetOf,
  isPageSeverity,
  maximumBurnRate,
  SLI_BUCKET_SECONDS,
  type SloAlertCondition,
  type SloDefinition,
  sloPeriodSeconds,
} from '@opmodel/backstage-plugin-opmodel-common';

/** For how long a burn has to be over before an alert ends. Seconds. */
const RESOLVE_AFTER = 600;
/** For how long nothing has to be measured before an alert fires that is to fire then. Seconds. */
const NO_DATA_AFTER = 3_600;

/** An alert that the engine watches for an objective. */
export interface WatchedAlert {
  /** `page_fast`, or the name of the policy of the document. */
  id: string;
  severity: 'page' | 'ticket';
  origin: 'default' | 'document';
  longSeconds: number;
  /** The same as the long one where the document knows one window only. */
  shortSeconds: number;
  /** False where the target is so low that the burn can never get there. */
  canFire: boolean;
  /** Whether people are told when it is over. */
  alertWhenResolved: boolean;
  rule: BurnAlertRule;
}

/** An objective as its alerts see it. */
export interface WatchedObjective {
  target: number;
  /** Null where events are counted. */
  timeSliceSeconds: number | null;
}

/**
 * The alerts of an objective: those of the document where it has some on a high burn, else the usual ones on several windows.
 *
 * @param options - `whenResolved`: whether people are told that a usual one is over; `now` in epoch milliseconds
 */
export function watchedAlerts(
  definition: SloDefinition,
  objective: WatchedObjective,
  options: { whenResolved: boolean; now: number },
): WatchedAlert[] {
  const written = definition.alertConditions.filter(
    ({ operator }) => operator === 'gt' || operator === 'gte',
  );
  return written.length > 0
    ? documentAlerts(written, definition.budgetingMethod, objective)
    : usualAlerts(definition, objective, options);
}

function usualAlerts(
  { budgetingMethod, window }: SloDefinition,
  { target, timeSliceSeconds }: WatchedObjective,
  { whenResolved, now }: { whenResolved: boolean; now: number },
): WatchedAlert[] {
  const period = sloPeriodSeconds(window, now);
  if (period === null) {
    return [];
  }
  return burnRateRules(period, target, timeSliceSeconds).map(
    ({ id, severity, longSeconds, shortSeconds, threshold, canFire }) => ({
      id,
      severity,
      origin: 'default',
      longSeconds,
      shortSeconds,
      canFire,
      alertWhenResolved: whenResolved,
      rule: {
        threshold,
        operator: 'gte',
        // The short window tells already whether it goes on.
        forSeconds: 0,
        resolveAfterSeconds: RESOLVE_AFTER,
        minimumEvents: fewestEvents(budgetingMethod, threshold, target),
        alertWhenNoData: false,
        noDataAfterSeconds: NO_DATA_AFTER,
      },
    }),
  );
}

function documentAlerts(
  conditions: readonly SloAlertCondition[],
  method: BudgetingMethod,
  { target, timeSliceSeconds }: WatchedObjective,
): WatchedAlert[] {
  const known = new Map<string, number>();
  return conditions.map(condition => {
    const { policy, threshold, operator, severity } = condition;
    const count = (known.get(policy) ?? 0) + 1;
    known.set(policy, count);
    // Nothing is known of less than the shortest bucket that is kept.
    const shortest = Math.max(timeSliceSeconds ?? 0, SLI_BUCKET_SECONDS);
    const seconds = Math.max(condition.lookbackSeconds, shortest);
    return {
      id: count === 1 ? policy : `${policy}#${count}`,
      severity: isPageSeverity(severity) ? 'page' : 'ticket',
      origin: 'document',
      longSeconds: seconds,
      shortSeconds: seconds,
      canFire: threshold <= maximumBurnRate(target),
      alertWhenResolved: condition.alertWhenResolved,
      rule: {
        threshold,
        operator: operator === 'gt' ? 'gt' : 'gte',
        forSeconds: condition.alertAfterSeconds,
        resolveAfterSeconds: RESOLVE_AFTER,
        minimumEvents: fewestEvents(method, threshold, target),
        alertWhenBreaching: condition.alertWhenBreaching,
        alertWhenNoData: condition.alertWhenNoData,
        noDataAfterSeconds: NO_DATA_AFTER,
      },
    };
  });
}

/**
 * With so many events in its long window, an alert takes two bad ones at least: a single one burns 1 / (events × (1 − target)), which then
 * is below the threshold. Slices come by the clock, and one of them may well be a whole outage.
 */
function fewestEvents(
  method: BudgetingMethod,
  threshold: number,
  target: number,
): number {
  const oneBad = threshold * errorBudgetOf(target);
  return method === 'Occurrences' && oneBad > 0
    ? Math.floor(1 / oneBad) + 1
    : 1;
}
