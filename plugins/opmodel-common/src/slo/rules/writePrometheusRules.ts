import { errorBudgetOf, withoutArtefacts } from '../errorBudget';
import type { SloDefinition, SloObjective } from '../sloDefinition';
import { meanSecondsOf } from '../sloDuration';
import { type AlertPlan, planAlerts } from './alertPlans';
import { type ErrorRatioRules, errorRatioRulesOf } from './errorRatioRules';
import { objectiveQueriesOf } from './objectiveQueries';
import type {
  AlertingRule,
  RecordingRule,
  RuleFile,
  RuleGroup,
} from './prometheusRules';
import {
  escapeTemplate,
  printLabels,
  printPrometheusDuration,
  sloLabelOf,
} from './ruleText';
import { toYaml } from './toYaml';
import { type WrittenRules, writeEach } from './writtenRules';

/** For how long nothing has to be measured until people are told. Seconds. */
const NO_DATA_SECONDS = 600;

/**
 * Writes recording and alerting rules of Prometheus for all objectives that queries of Prometheus measure: the share that is bad over
 * the windows of its alerts, what remains of the budget of a rolling window, and alerts on several windows and burn rates, or those of
 * the document's alert policies. `docs/sources/prometheus.md` tells the names of the series.
 *
 * What cannot be written, and alerts that could never fire, are left out with a note.
 */
export function writePrometheusRules(
  definitions: readonly SloDefinition[],
): WrittenRules<RuleFile> {
  const { written, notes } = writeEach(definitions, writeObjective);
  const document = { groups: written.flat() };
  return {
    document,
    yaml: toYaml([document]),
    objectives: written.length,
    notes,
  };
}

function writeObjective(
  definition: SloDefinition,
  objective: SloObjective,
  note: (message: string) => void,
): RuleGroup[] {
  const labels = {
    slo: sloLabelOf(definition),
    objective: `${objective.index}`,
  };
  const ratios = errorRatioRulesOf(
    objectiveQueriesOf(objective),
    definition,
    objective,
    labels,
  );
  const { alerts, leftOut } = planAlerts(definition, objective);
  leftOut.forEach(note);
  if (definition.composite) {
    note(
      'the whole of a composite is evaluated by Opmodel alone; the rules are of its parts',
    );
  }
  const name = `opmodel/${labels.slo}/${labels.objective}`;
  return [
    { name: `${name}/base`, interval: ratios.baseInterval, rules: ratios.base },
    {
      name: `${name}/burn`,
      rules: [
        ...windowRules(ratios, alerts, labels),
        ...alerts.flatMap(alert =>
          alertRules(alert, definition, objective, labels),
        ),
      ],
    },
    {
      name: `${name}/budget`,
      interval: '5m',
      rules: budgetRules(ratios, definition, objective, labels, note),
    },
  ];
}

function recordOf(seconds: number): string {
  return `opmodel_slo:error:ratio_rate${printPrometheusDuration(seconds)}`;
}

function windowRules(
  { errorOver }: ErrorRatioRules,
  alerts: readonly AlertPlan[],
  labels: Record<string, string>,
): RecordingRule[] {
  const windows = new Set([300, ...alerts.flatMap(({ windows: own }) => own)]);
  return [...windows]
    .sort((a, b) => a - b)
    .map(seconds => ({
      record: recordOf(seconds),
      expr: errorOver(seconds),
      labels,
    }));
}

function alertRules(
  alert: AlertPlan,
  { ref, title, entityRef, ownerRef }: SloDefinition,
  { target, title: objectiveTitle }: SloObjective,
  labels: Record<string, string>,
): AlertingRule[] {
  const series = (seconds: number) =>
    `${recordOf(seconds)}${printLabels(labels)}`;
  const error = `${alert.threshold} * ${errorBudgetOf(target)}`;
  const longest = alert.windows[alert.windows.length - 1];
  const window = printPrometheusDuration(longest);
  const own = {
    ...labels,
    alert_policy: escapeTemplate(alert.id),
    severity: escapeTemplate(alert.severity),
    ...(entityRef === null ? {} : { entity: entityRef }),
    ...(ownerRef === null ? {} : { owner: ownerRef }),
  };
  const of = escapeTemplate(
    objectiveTitle === null ? title : `${title}, ${objectiveTitle}`,
  );
  const waits = (seconds: number) =>
    seconds > 0 ? { for: printPrometheusDuration(seconds) } : {};
  const burn: AlertingRule = {
    alert: 'SloErrorBudgetBurn',
    expr: alert.windows
      .map(seconds => `${series(seconds)} ${alert.sign} ${error}`)
      .join('\nand '),
    ...waits(alert.forSeconds),
    labels: own,
    annotations: {
      summary: `${of} burns its error budget: a burn rate ${
        alert.sign === '>'
          ? `above ${alert.threshold}`
          : `of ${alert.threshold} or more`
      }`,
      description: `{{ $value | humanizePercentage }} was bad within ${printPrometheusDuration(
        alert.windows[0],
      )}, where ${escapeTemplate(ref)} allows ${withoutArtefacts(
        errorBudgetOf(target) * 100,
      )}%.`,
    },
  };
  const noData: AlertingRule = {
    alert: 'SloNoData',
    expr: `absent(${series(longest)})`,
    ...waits(Math.max(NO_DATA_SECONDS, alert.forSeconds)),
    labels: own,
    annotations: {
      summary: `Nothing is measured of ${of}`,
      description: `There is no value of ${escapeTemplate(
        ref,
      )} over ${window}.`,
    },
  };
  return [
    ...(alert.alertWhenBreaching ? [burn] : []),
    ...(alert.alertWhenNoData ? [noData] : []),
  ];
}

function budgetRules(
  { errorOver }: ErrorRatioRules,
  { window }: SloDefinition,
  { target }: SloObjective,
  labels: Record<string, string>,
  note: (message: string) => void,
): RecordingRule[] {
  const objective = {
    record: 'opmodel_slo:objective:ratio',
    expr: `vector(${target})`,
    labels,
  };
  if (window.type === 'calendar') {
    note(
      'Prometheus knows no calendar, so nothing is written of what remains of the budget',
    );
    return [objective];
  }
  const period = meanSecondsOf(window.duration);
  return [
    objective,
    {
      record: 'opmodel_slo:error_budget_remaining:ratio',
      expr: `1 - (${errorOver(period)}) / ${errorBudgetOf(target)}`,
      labels,
    },
  ];
}
