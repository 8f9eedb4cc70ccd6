import { maximumBurnRate } from '../burnRate';
import { burnRateRules } from '../burnRateRules';
import type {
  SloAlertCondition,
  SloDefinition,
  SloObjective,
} from '../sloDefinition';
import { meanSecondsOf } from '../sloDuration';
import { printPrometheusDuration } from './ruleText';

/** An alert on the burn of one objective. */
export interface AlertPlan {
  /** What people call it: `page_fast`, or the alert policy of the document. */
  id: string;
  severity: string;
  /** All of them have to burn this fast. Seconds. */
  windows: number[];
  threshold: number;
  sign: '>=' | '>';
  forSeconds: number;
  /** Whether people are told of a burn. */
  alertWhenBreaching: boolean;
  /** Whether people are told as well when nothing is measured. */
  alertWhenNoData: boolean;
}

/**
 * Which alerts an objective gets: those of the document's alert policies, or without any the usual ones for its period.
 *
 * @returns with why others are left out: a burn that there cannot be, or a condition that nobody understands
 */
export function planAlerts(
  { alertConditions, budgetingMethod, window }: SloDefinition,
  { target, timeSliceSeconds }: SloObjective,
): { alerts: AlertPlan[]; leftOut: string[] } {
  const written = alertConditions.length > 0;
  const candidates = written
    ? alertConditions.map(planCondition)
    : burnRateRules(
        meanSecondsOf(window.duration),
        target,
        budgetingMethod === 'Occurrences' ? null : timeSliceSeconds,
      ).map(
        (rule): AlertPlan => ({
          id: rule.id,
          severity: rule.severity,
          windows: [rule.shortSeconds, rule.longSeconds],
          threshold: rule.threshold,
          sign: '>=',
          forSeconds: 0,
          alertWhenBreaching: true,
          alertWhenNoData: false,
        }),
      );
  const maximum = maximumBurnRate(target);
  const alerts: AlertPlan[] = [];
  const leftOut: string[] = [];
  for (const candidate of candidates) {
    if (typeof candidate === 'string') {
      leftOut.push(candidate);
    } else if (candidate.alertWhenBreaching && candidate.threshold > maximum) {
      leftOut.push(
        `the alert ${candidate.id} can never fire: it wants a burn of ${
          candidate.threshold
        } over ${printPrometheusDuration(
          candidate.windows[candidate.windows.length - 1],
        )}, and everything bad is a burn of ${maximum}`,
      );
    } else {
      alerts.push(candidate);
    }
  }
  return { alerts, leftOut };
}

/** @returns why it cannot be an alert, in place of one */
function planCondition({
  policy,
  severity,
  threshold,
  operator,
  lookbackSeconds,
  alertAfterSeconds,
  alertWhenBreaching = true,
  alertWhenNoData,
}: SloAlertCondition): AlertPlan | string {
  if (operator === 'lt' || operator === 'lte') {
    return `the alert ${policy} wants a burn below ${threshold}, and what that is to mean is not known`;
  }
  return {
    id: policy,
    severity,
    windows: [lookbackSeconds],
    threshold,
    sign: operator === 'gt' ? '>' : '>=',
    forSeconds: alertAfterSeconds,
    alertWhenBreaching,
    alertWhenNoData,
  };
}
