import { listOf, mapOf, numberOf, textOf } from '../document/readPlain';
import { durationSeconds, parseDuration } from '../duration/parseDuration';
import { isMap } from '../document/isMap';
import type { OpenSloBudgetingMethod, OpenSloOperator } from '../versions/v1';
import { below, type Place, type Resolution } from './Resolution';
import type { ResolvedObjective } from './ResolvedSlo';
import { type NamedIndicator, resolveIndicator } from './resolveIndicator';

/** Whether the objectives of an SLO have indicators of their own. */
export function isComposite(spec: Record<string, unknown>): boolean {
  return listOf(spec.objectives).some(item => {
    const { indicator, indicatorRef } = mapOf(item);
    return isMap(indicator) || textOf(indicatorRef) !== null;
  });
}

/** Resolves the objectives of an SLO with their indicators. Those without a usable target are left out. */
export function resolveObjectives(
  spec: Record<string, unknown>,
  budgetingMethod: OpenSloBudgetingMethod,
  place: Place,
  resolution: Resolution,
): ResolvedObjective[] {
  const composite = isComposite(spec);
  const shared = composite ? null : resolveIndicator(spec, place, resolution);
  return listOf(spec.objectives).flatMap((item, index) => {
    const at = below(place, 'objectives', index);
    const objective = mapOf(item);
    const target = targetOf(objective);
    if (target === null) {
      resolution.add(
        'error',
        'objective-unusable',
        at,
        'The objective has no target from 0 up to below 1, and is left out.',
      );
      return [];
    }
    const named = shared ?? resolveIndicator(objective, at, resolution);
    const weight = numberOf(objective.compositeWeight);
    return [
      {
        index,
        title: textOf(objective.displayName),
        target,
        ...resolveSlices(objective, budgetingMethod, at, resolution),
        ...resolveComparison(objective, named, at, resolution),
        weight: composite && weight !== null && weight > 0 ? weight : 1,
      },
    ];
  });
}

function targetOf(objective: Record<string, unknown>): number | null {
  const target = numberOf(objective.target);
  const percent = numberOf(objective.targetPercent);
  const share = target ?? (percent === null ? null : shareOf(percent));
  return share !== null && share >= 0 && share < 1 ? share : null;
}

/** A hundredth, by its digits: 99.9 / 100 is 0.9990000000000001 as a double divides, and 0.999 as people do. */
export function shareOf(percent: number): number {
  const [digits, exponent = '0'] = String(percent).split('e');
  return Number(`${digits}e${Number(exponent) - 2}`);
}

function resolveSlices(
  objective: Record<string, unknown>,
  budgetingMethod: OpenSloBudgetingMethod,
  at: Place,
  resolution: Resolution,
): Pick<ResolvedObjective, 'timeSliceTarget' | 'timeSliceSeconds'> {
  if (budgetingMethod === 'Occurrences') {
    return { timeSliceTarget: null, timeSliceSeconds: null };
  }
  const { timeSliceWindow } = objective;
  const length = parseDuration(
    typeof timeSliceWindow === 'number'
      ? `${timeSliceWindow}m`
      : `${timeSliceWindow}`,
  );
  if (!length) {
    resolution.add(
      'error',
      'slice-assumed',
      below(at, 'timeSliceWindow'),
      'Without a usable timeSliceWindow, slices of five minutes are assumed.',
    );
  }
  const timeSliceSeconds = length ? durationSeconds(length) : 300;
  if (budgetingMethod === 'RatioTimeslices') {
    return { timeSliceTarget: null, timeSliceSeconds };
  }
  const written = numberOf(objective.timeSliceTarget);
  if (written !== null && written > 0 && written <= 1) {
    return { timeSliceTarget: written, timeSliceSeconds };
  }
  const target = targetOf(objective);
  resolution.add(
    'error',
    'slice-assumed',
    below(at, 'timeSliceTarget'),
    'Without a usable timeSliceTarget, a slice is good when it meets the target of the objective.',
  );
  return { timeSliceTarget: target || 1, timeSliceSeconds };
}

const operators: readonly unknown[] = ['lte', 'gte', 'lt', 'gt'];

/** A threshold metric that is compared with nothing cannot be measured. */
function resolveComparison(
  objective: Record<string, unknown>,
  named: NamedIndicator,
  at: Place,
  resolution: Resolution,
): Pick<ResolvedObjective, 'comparison' | 'indicator' | 'indicatorName'> {
  if (named.indicator?.type !== 'threshold') {
    return { comparison: null, ...named };
  }
  const value = numberOf(objective.value);
  if (value !== null && operators.includes(objective.op)) {
    const operator = objective.op as OpenSloOperator;
    return { comparison: { operator, value }, ...named };
  }
  resolution.add(
    'error',
    'comparison-unknown',
    at,
    'The metric is compared with nothing: op and value are missing.',
  );
  return { comparison: null, ...named, indicator: null };
}
