import { budgetingMethodOf } from '../versions/budgetingMethod';
import { checkDescription } from './checkDescription';
import { checkAlignment } from './checkTimeWindow';
import type { Part } from './Part';

/** Checks the spec of an SLO of v1alpha. */
export function checkV1alphaSlo(spec: Part): void {
  spec.knows(
    'timeWindows',
    'budgetingMethod',
    'description',
    'indicator',
    'service',
    'objectives',
  );
  checkDescription(spec);
  spec.text('service', 'required');
  const objectives = spec.list('objectives', 'required');
  if (objectives?.length === 0) {
    objectives.find('required', 'An SLO has an objective.');
  }
  const items = objectives?.maps() ?? [];
  if (spec.has('indicator') === items.some(item => item.has('ratioMetrics'))) {
    spec.find(
      'indicator-choice',
      'An SLO has an indicator, or ratioMetrics in its objectives, and not both.',
    );
  }
  const indicator = spec.map('indicator');
  if (indicator) {
    indicator.knows('thresholdMetric');
    const metric = indicator.map('thresholdMetric', 'required');
    if (metric) {
      checkMetric(metric);
    }
  }
  const method = checkBudgetingMethod(spec);
  checkWindows(spec);
  for (const item of items) {
    checkObjective(item, method);
  }
}

function checkBudgetingMethod(spec: Part): string | undefined {
  const written = spec.text('budgetingMethod', 'required');
  const meant = written && budgetingMethodOf(written);
  if (written && (!meant || meant === 'RatioTimeslices')) {
    spec.choice('budgetingMethod', 'optional', ['Occurrences', 'Timeslices']);
  } else if (meant !== written) {
    spec.findAt(
      'budgetingMethod',
      'budgeting-method-case',
      `budgetingMethod is written ${meant}.`,
    );
  }
  return meant || undefined;
}

const units = ['Second', 'Day', 'Week', 'Month', 'Quarter'];

function checkWindows(spec: Part): void {
  const windows = spec.list('timeWindows');
  if (windows ? windows.length === 0 : !spec.has('timeWindows')) {
    spec.findAt(
      'timeWindows',
      'time-window-missing',
      'timeWindows is required: a list of one window.',
    );
  }
  if ((windows?.length ?? 0) > 1) {
    windows!.find('time-window-count', 'timeWindows has one window.');
  }
  for (const window of windows?.maps() ?? []) {
    window.knows('unit', 'count', 'isRolling', 'calendar');
    checkUnit(window);
    const count = window.number('count', 'required');
    if (count !== undefined && !(Number.isSafeInteger(count) && count > 0)) {
      window.findAt(
        'count',
        'duration-format',
        'count is a whole number above 0.',
      );
    }
    checkAlignment(window);
  }
}

function checkUnit(window: Part): void {
  const written = window.text('unit', 'required');
  const meant = units.find(
    unit => unit.toLowerCase() === written?.toLowerCase(),
  );
  if (!meant) {
    window.choice('unit', 'optional', units);
  } else if (meant !== written) {
    window.findAt('unit', 'v1alpha-unit-case', `unit is written ${meant}.`);
  }
}

function checkObjective(objective: Part, method: string | undefined): void {
  objective.knows(
    'displayName',
    'value',
    'ratioMetrics',
    'target',
    'timeSliceTarget',
    'op',
  );
  checkDescription(objective, 'displayName');
  const target = objective.number('target', 'required');
  if (target !== undefined && !(target >= 0 && target < 1)) {
    objective.findAt(
      'target',
      'target-range',
      'target is from 0 up to below 1: a target of 1 leaves no budget at all.',
    );
  }
  const sliceTarget = objective.number('timeSliceTarget');
  if (method === 'Timeslices') {
    if (!objective.has('timeSliceTarget')) {
      objective.findAt(
        'timeSliceTarget',
        'time-slice-target',
        'With Timeslices, timeSliceTarget says what it takes for a slice to be good.',
      );
    } else if (
      sliceTarget !== undefined &&
      !(sliceTarget >= 0 && sliceTarget <= 1)
    ) {
      objective.findAt(
        'timeSliceTarget',
        'time-slice-target',
        'timeSliceTarget is from 0 to 1.',
      );
    }
  }
  checkComparison(objective);
}

function checkComparison(objective: Part): void {
  const ratio = objective.map('ratioMetrics');
  objective.number('value');
  objective.choice('op', 'optional', ['lte', 'gte', 'lt', 'gt']);
  if (objective.has('ratioMetrics')) {
    if (objective.has('op')) {
      objective.findAt(
        'op',
        'comparison-unused',
        'op has no effect with ratioMetrics.',
      );
    }
  } else {
    for (const key of ['op', 'value']) {
      if (!objective.has(key)) {
        objective.findAt(
          key,
          'comparison-missing',
          `Without ratioMetrics, ${key} is required: op and value say which values are good.`,
        );
      }
    }
  }
  if (ratio) {
    ratio.knows('good', 'total', 'incremental');
    ratio.flag('incremental');
    for (const key of ['good', 'total']) {
      const metric = ratio.map(key, 'required');
      if (metric) {
        checkMetric(metric);
      }
    }
  }
}

function checkMetric(metric: Part): void {
  metric.knows('source', 'queryType', 'query');
  for (const key of ['source', 'queryType']) {
    const name = metric.text(key, 'required');
    if (name !== undefined && !/^[a-zA-Z]+$/.test(name)) {
      metric.findAt(
        key,
        'v1alpha-metric-name',
        `${key} is made of letters in v1alpha.`,
      );
    }
  }
  metric.text('query', 'required');
}
