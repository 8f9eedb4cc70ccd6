import { checkDuration } from './checkDuration';
import type { Dialect } from './dialect';
import type { Part } from './Part';

/** What the SLO around an objective says of it. */
export interface ObjectiveSurroundings {
  dialect: Dialect;
  budgetingMethod: string | undefined;
  composite: boolean;
  /** Of the indicator in place; undefined when it is referred to. */
  metric: 'threshold' | 'ratio' | undefined;
}

/** Checks the numbers of one objective of v1 or v2alpha; its indicator is checked with that of the SLO. */
export function checkObjective(
  objective: Part,
  surroundings: ObjectiveSurroundings,
): void {
  objective.text('displayName');
  checkTarget(objective);
  checkTimeSlices(objective, surroundings);
  checkComparison(objective, surroundings);
  checkWeight(objective, surroundings);
}

function checkTarget(objective: Part): void {
  const target = objective.number('target');
  const percent = objective.number('targetPercent');
  if (objective.has('target') === objective.has('targetPercent')) {
    objective.find(
      'target-choice',
      objective.has('target')
        ? 'An objective has a target or a targetPercent, and not both.'
        : 'An objective has a target, such as 0.999, or a targetPercent, such as 99.9.',
    );
  }
  if (target !== undefined && !(target >= 0 && target < 1)) {
    objective.findAt(
      'target',
      'target-range',
      target > 1 && target < 100
        ? `target is from 0 up to below 1. Is targetPercent: ${target} meant?`
        : 'target is from 0 up to below 1: a target of 1 leaves no budget at all.',
    );
  }
  if (percent !== undefined && !(percent >= 0 && percent < 100)) {
    objective.findAt(
      'targetPercent',
      'target-range',
      'targetPercent is from 0 up to below 100: a target of 100 leaves no budget at all.',
    );
  } else if (percent !== undefined && percent > 0 && percent < 1) {
    objective.findAt(
      'targetPercent',
      'target-percent-small',
      `targetPercent: ${percent} asks for less than one in a hundred. Is target: ${percent} meant?`,
    );
  }
}

function checkTimeSlices(
  objective: Part,
  { dialect, budgetingMethod }: ObjectiveSurroundings,
): void {
  const hasSlices =
    budgetingMethod === 'Timeslices' || budgetingMethod === 'RatioTimeslices';
  const sliceTarget = objective.number('timeSliceTarget');
  if (budgetingMethod === 'Timeslices') {
    if (!objective.has('timeSliceTarget')) {
      objective.findAt(
        'timeSliceTarget',
        'time-slice-target',
        'With Timeslices, timeSliceTarget says what it takes for a slice to be good.',
      );
    } else if (sliceTarget === 0) {
      objective.findAt(
        'timeSliceTarget',
        'time-slice-target-zero',
        'With a timeSliceTarget of 0 every slice is good.',
      );
    } else if (
      sliceTarget !== undefined &&
      !(sliceTarget > 0 && sliceTarget <= 1)
    ) {
      objective.findAt(
        'timeSliceTarget',
        'time-slice-target',
        'timeSliceTarget is above 0 and up to 1.',
      );
    }
  } else if (objective.has('timeSliceTarget') && budgetingMethod) {
    objective.findAt(
      'timeSliceTarget',
      'time-slice-unused',
      `timeSliceTarget has no effect with ${budgetingMethod}.`,
    );
  }
  if (!objective.has('timeSliceWindow')) {
    if (hasSlices) {
      objective.findAt(
        'timeSliceWindow',
        'time-slice-window',
        `With ${budgetingMethod}, timeSliceWindow says how long a slice is, such as 5m.`,
      );
    }
    return;
  }
  checkDuration(objective, 'timeSliceWindow', dialect);
  if (budgetingMethod && !hasSlices) {
    objective.findAt(
      'timeSliceWindow',
      'time-slice-unused',
      `timeSliceWindow has no effect with ${budgetingMethod}.`,
    );
  }
}

const operators = ['lte', 'gte', 'lt', 'gt'];

function checkComparison(
  objective: Part,
  { composite, metric }: ObjectiveSurroundings,
): void {
  objective.choice('op', 'optional', operators);
  objective.number('value');
  for (const key of ['op', 'value']) {
    if (metric === 'ratio' && objective.has(key)) {
      objective.findAt(
        key,
        'comparison-unused',
        `${key} has no effect with a ratioMetric.`,
      );
    }
    if (metric === 'threshold' && !objective.has(key)) {
      objective.findAt(
        key,
        composite ? 'comparison-missing-composite' : 'comparison-missing',
        `With a thresholdMetric, ${key} is required: op and value say which values are good.`,
      );
    }
  }
}

function checkWeight(
  objective: Part,
  { composite }: ObjectiveSurroundings,
): void {
  const weight = objective.number('compositeWeight');
  if (!composite && objective.has('compositeWeight')) {
    objective.findAt(
      'compositeWeight',
      'composite-weight-unused',
      'compositeWeight has no effect: the objectives share one indicator.',
    );
  } else if (weight !== undefined && weight <= 0) {
    objective.findAt(
      'compositeWeight',
      'composite-weight',
      'compositeWeight is above 0.',
    );
  }
}
