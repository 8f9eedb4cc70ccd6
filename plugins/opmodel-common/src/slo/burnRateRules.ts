import { burnRateOf, errorBudgetConsumedIn, maximumBurnRate } from './burnRate';
import { withoutArtefacts } from './errorBudget';

/** The names of the usual alerts, the most urgent first. */
export const burnRateRuleIds = [
  'page_fast',
  'page_slow',
  'ticket_fast',
  'ticket_slow',
] as const;
export type BurnRateRuleId = (typeof burnRateRuleIds)[number];

/** An alert on two windows: it fires while both burn at least this fast. */
export interface BurnRateRule {
  id: BurnRateRuleId;
  severity: 'page' | 'ticket';
  /** Tells that it matters. Seconds. */
  longSeconds: number;
  /** Tells that it is still going on: a twelfth of the long one. Seconds. */
  shortSeconds: number;
  /** Share of the budget that burns in the long window at the threshold. */
  budgetShare: number;
  /** Burn rate from which it holds. */
  threshold: number;
  /** Whether the burn can ever get there; where everything that can fail does, it is 1 / (1 − target). */
  canFire: boolean;
}

const HOUR = 3_600;
const DAY = 86_400;

/** How many short windows are in a long one. */
const SHORT_IN_LONG = 12;

const usualRules: readonly Pick<
  BurnRateRule,
  'id' | 'severity' | 'longSeconds' | 'budgetShare'
>[] = [
  { id: 'page_fast', severity: 'page', longSeconds: HOUR, budgetShare: 0.02 },
  {
    id: 'page_slow',
    severity: 'page',
    longSeconds: 6 * HOUR,
    budgetShare: 0.05,
  },
  { id: 'ticket_fast', severity: 'ticket', longSeconds: DAY, budgetShare: 0.1 },
  {
    id: 'ticket_slow',
    severity: 'ticket',
    longSeconds: 3 * DAY,
    budgetShare: 0.1,
  },
];

/**
 * The usual alerts on several windows and several burn rates, for a period of any length:
 *
 * threshold = share of the budget × period / long window
 *
 * That is 14.4, 6, 3 and 1 at 30 days. The windows stay as they are, since they say how soon people are to know; an alert whose
 * window is longer than the period is left out.
 *
 * Where slices make a window longer, its threshold is lower. It keeps the one that it has without them before it would fire at a burn for
 * which the next alert does not fire yet; of two of one severity over the same window the one with the lower threshold is left.
 *
 * Source: The Site Reliability Workbook, chapter 5, with the rule over a day of its listing.
 *
 * @param periodSeconds - length of the window of the objective
 * @param target - 0 up to and without 1
 * @param timeSliceSeconds - length of a slice, where slices are counted: no window is shorter
 */
export function burnRateRules(
  periodSeconds: number,
  target: number,
  timeSliceSeconds: number | null = null,
): BurnRateRule[] {
  const shortest = timeSliceSeconds ?? 0;
  const widened = usualRules.map(rule => ({
    ...rule,
    longSeconds: Math.max(rule.longSeconds, shortest),
    shortSeconds: Math.max(rule.longSeconds / SHORT_IN_LONG, shortest),
  }));
  return widened.flatMap((rule, place) => {
    const { severity, longSeconds } = rule;
    const next = widened[place + 1];
    if (
      longSeconds >= periodSeconds ||
      (next?.severity === severity && next.longSeconds === longSeconds)
    ) {
      return [];
    }
    const designed = thresholdOf(usualRules[place], periodSeconds);
    const lowered = thresholdOf(rule, periodSeconds);
    const following = usualRules.at(place + 1);
    const isTooLow =
      lowered < designed &&
      (!following || lowered <= thresholdOf(following, periodSeconds));
    const threshold = isTooLow ? designed : lowered;
    return [
      {
        ...rule,
        budgetShare: isTooLow
          ? errorBudgetConsumedIn(threshold, longSeconds, periodSeconds)
          : rule.budgetShare,
        threshold,
        canFire: threshold <= maximumBurnRate(target),
      },
    ];
  });
}

function thresholdOf(
  {
    budgetShare,
    longSeconds,
  }: Pick<BurnRateRule, 'budgetShare' | 'longSeconds'>,
  periodSeconds: number,
): number {
  return withoutArtefacts((budgetShare * periodSeconds) / longSeconds);
}

/**
 * How long a share of bad events lasts until an alert fires, after a time without any:
 * (1 − target) / error ratio × long window × threshold.
 *
 * @returns seconds; null where it never fires
 */
export function detectionTime(
  { longSeconds, threshold }: Pick<BurnRateRule, 'longSeconds' | 'threshold'>,
  errorRatio: number,
  target: number,
): number | null {
  const burn = burnRateOf(errorRatio, target);
  return burn < threshold || burn <= 0
    ? null
    : withoutArtefacts((longSeconds * threshold) / burn);
}
