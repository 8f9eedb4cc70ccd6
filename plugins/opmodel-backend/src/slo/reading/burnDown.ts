import {
  attainmentOf,
  burnRate,
  computeBudget,
  sliResolutions,
  type SliResolution,
  type SloDefinition,
  type SloObjective,
  type SloPoint,
  type SloSpan,
  sloUnitsOf,
  sloWindowAt,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../../lib/instants';
import type { MeasuredTally } from '../measurement/SliBucketStore';
import { countedSliceSeconds } from './countedSpans';
import { RunningSums } from './RunningSums';

/** More points than that no chart can show. */
const MOST_POINTS = 400;

/** Lengths of points, shortest first. Seconds. */
const steps = [
  300, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400, 172_800,
  259_200,
];

/** A point of a burn-down, with the window whose budget it tells at its end; null: none had begun. */
export interface PlannedPoint extends SloSpan {
  window: SloSpan | null;
}

/** Which points are told, and which buckets they are made of. */
export interface BurnDownPlan {
  points: PlannedPoint[];
  /** The longest buckets of which all points and windows consist. */
  resolution: SliResolution;
  /** Of the buckets; empty where nothing is measured. */
  span: SloSpan;
}

/**
 * Plans a burn-down.
 *
 * @param span - what is looked at
 * @param until - up to where it is measured, epoch milliseconds
 */
export function planBurnDown(
  { window }: Pick<SloDefinition, 'window'>,
  span: SloSpan,
  until: number,
): BurnDownPlan {
  const end = Math.min(span.to, until);
  const seconds = (span.to - span.from) / 1_000;
  const step =
    steps.find(length => seconds / length <= MOST_POINTS) ??
    steps[steps.length - 1];
  const points: PlannedPoint[] = [];
  for (let { from } = span; from < end; from += step * 1_000) {
    const to = Math.min(from + step * 1_000, end);
    // The window that ends there, or that this last instant lies in.
    const at = window.type === 'rolling' ? to : to - 1;
    points.push({ from, to, window: sloWindowAt(window, at) });
  }
  const borders = points.flatMap(point => [
    point.from,
    ...(point.window ? [point.window.from] : []),
  ]);
  const resolution =
    [...sliResolutions]
      .reverse()
      .find(
        length =>
          length <= step && borders.every(at => at % (length * 1_000) === 0),
      ) ?? sliResolutions[0];
  return {
    points,
    resolution,
    span: { from: Math.min(...borders, end), to: Math.max(...borders, end) },
  };
}

/**
 * The points of a burn-down: what happened in each, and what was left of the budget at its end.
 *
 * @param tallies - all that is known of the span of the plan, without what is left out, in order of time
 * @param options - `excluded`: what is left out; `minimum`: fewer events are not graded
 */
export function tellBurnDown(
  plan: BurnDownPlan,
  definition: SloDefinition,
  objective: SloObjective,
  tallies: readonly MeasuredTally[],
  { excluded }: { excluded: readonly SloSpan[] },
): SloPoint[] {
  const { budgetingMethod: method } = definition;
  const { target } = objective;
  const sums = new RunningSums(tallies);
  return plan.points.map(({ from, to, window }) => {
    const own = sums.between(from, to);
    const { good, total } = sloUnitsOf(own, method);
    const whole = window && sums.between(window.from, to);
    const budget =
      window &&
      whole &&
      computeBudget({
        method,
        target,
        windowType: definition.window.type,
        span: window,
        measuredUntil: to,
        tally: whole,
        timeSliceSeconds: countedSliceSeconds(definition, objective),
        measuredSeconds: whole.measured * 300,
        excluded,
      });
    return {
      at: toInstant(from),
      seconds: (to - from) / 1_000,
      good: own.measured > 0 ? good : null,
      total: own.measured > 0 ? total : null,
      attainment: attainmentOf(own, method),
      remaining: budget?.remaining ?? null,
      burn: burnRate(own, method, target),
    };
  });
}
