import type { SloLint } from '../client/SloApi';
import { maximumBurnRate } from './burnRate';
import type { BurnRateRule } from './burnRateRules';
import { errorBudgetOf, withoutArtefacts } from './errorBudget';
import { isPageSeverity } from './isPageSeverity';
import type { SloDefinition } from './sloDefinition';

/** What is known of the traffic of an objective, and of its alerts. */
export interface AlertTraffic {
  /** Place of the objective in the document. */
  objective: number;
  /** Events, or slices where those are counted, a second on average; null: not known. */
  perSecond: number | null;
  /** Length of the window in seconds. */
  periodSeconds: number;
  /** The usual alerts that the engine watches; none where it watches those of the document alone. */
  rules: readonly Pick<
    BurnRateRule,
    'id' | 'severity' | 'longSeconds' | 'threshold'
  >[];
}

/** An alert as it is looked at here. */
interface LintedAlert {
  name: string;
  threshold: number;
  longSeconds: number;
  isPage: boolean;
}

/**
 * What is odd about the alerts of an SLO:
 *
 * - `no_alert`: nothing watches the objective.
 * - `alert_never_fires`: the threshold is above 1 / (1 − target), the burn at which everything is bad.
 * - `pages_while_met`: a page fires on a burn below 1, at which the objective is met for ever.
 * - `one_event_pages`: with the traffic that there is, a single bad event in the long window reaches the threshold of a page.
 * - `low_traffic`: in its whole window the budget holds less than one event.
 *
 * Alerts of the document that fire on a low burn (`lt`, `lte`) are none of these: what they mean is not known.
 */
export function lintAlerts(
  { objectives, alertConditions }: SloDefinition,
  traffic: readonly AlertTraffic[],
): SloLint[] {
  const written = alertConditions
    .filter(
      ({ operator, alertWhenBreaching }) =>
        (operator === 'gt' || operator === 'gte') &&
        alertWhenBreaching !== false,
    )
    .map(condition => ({
      name: condition.policy,
      threshold: condition.threshold,
      longSeconds: condition.lookbackSeconds,
      isPage: isPageSeverity(condition.severity),
    }));
  return objectives.flatMap(({ index, target }) => {
    const known = traffic.find(({ objective }) => objective === index);
    const alerts = [...written, ...(known?.rules ?? []).map(asAlert)];
    const lint = (id: SloLint['id'], values: SloLint['values']): SloLint => ({
      id,
      objective: index,
      values,
    });
    const noAlert = alertConditions.length === 0 && alerts.length === 0;
    const maximum = maximumBurnRate(target);

    return [
      ...(noAlert ? [lint('no_alert', {})] : []),
      ...alerts
        .filter(({ threshold }) => threshold > maximum)
        .map(({ name, threshold }) =>
          lint('alert_never_fires', { alert: name, threshold, maximum }),
        ),
      ...alerts
        .filter(({ isPage, threshold }) => isPage && threshold < 1)
        .map(({ name, threshold }) =>
          lint('pages_while_met', { alert: name, threshold }),
        ),
      ...lintTraffic(target, alerts, known).map(([id, values]) =>
        lint(id, values),
      ),
    ];
  });
}

function lintTraffic(
  target: number,
  alerts: readonly LintedAlert[],
  traffic: AlertTraffic | undefined,
): [SloLint['id'], SloLint['values']][] {
  const perSecond = traffic?.perSecond ?? null;
  if (traffic === undefined || perSecond === null || perSecond <= 0) {
    return [];
  }
  const allowed = errorBudgetOf(target);
  const eventsIn = (seconds: number) => withoutArtefacts(perSecond * seconds);
  const budget = withoutArtefacts(allowed * eventsIn(traffic.periodSeconds));
  return [
    ...alerts
      .filter(
        ({ isPage, threshold, longSeconds }) =>
          isPage &&
          threshold * allowed <= 1 &&
          threshold * allowed * eventsIn(longSeconds) <= 1,
      )
      .map(({ name, longSeconds }): [SloLint['id'], SloLint['values']] => [
        'one_event_pages',
        { alert: name, events: eventsIn(longSeconds), seconds: longSeconds },
      ]),
    ...(budget < 1
      ? [
          [
            'low_traffic',
            { events: eventsIn(traffic.periodSeconds), budget },
          ] satisfies [SloLint['id'], SloLint['values']],
        ]
      : []),
  ];
}

function asAlert({
  id,
  severity,
  longSeconds,
  threshold,
}: AlertTraffic['rules'][number]): LintedAlert {
  return { name: id, threshold, longSeconds, isPage: severity === 'page' };
}
