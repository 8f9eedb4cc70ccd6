import {
  SLI_BUCKET_SECONDS,
  type SloDefinition,
  type SloObjective,
  type SloSpan,
  sloWindowAt,
  subtractSpans,
} from '@opmodel/backstage-plugin-opmodel-common';
import { uniqBy } from 'lodash';
import type { StoredSlo } from '../definitions/SloDefinitionStore';
import {
  findWindowsToKeep,
  SETTLING,
  type WindowToKeep,
} from './findWindowsToKeep';
import {
  burnSeconds,
  type BurnWindow,
  type ClaimedEvaluation,
  type SloObjectiveState,
  type SloWindowRow,
} from './SloEvaluationStore';

const BUCKET = SLI_BUCKET_SECONDS * 1_000;

/** What an SLO is evaluated with. Instants are epoch milliseconds. */
export interface SloToEvaluate {
  slo: StoredSlo;
  /** Null: never. */
  measuredUntil: number | null;
  /** Up to where it was measured when it was evaluated last; null: never. */
  judgedUntil: number | null;
  /** What is left out. */
  corrections: readonly SloSpan[];
  /** Windows that are kept and may move, such as because something is left out of them now. */
  openWindows: readonly SloWindowRow[];
}

/** A window that is evaluated. */
export interface PlannedWindow extends WindowToKeep {
  /** Whether it is evaluated only because it is kept and may move. */
  isRestated: boolean;
}

/** Which spans of time an objective is judged by. */
export interface ObjectivePlan {
  objective: number;
  /** By name; of what a method counts, and without what is left out. */
  spans: Record<string, SloSpan[]>;
  /** The same of windows of an earlier indicator, whose buckets count for nothing else. */
  earlierSpans: Record<string, SloSpan[]>;
  /** What is left out, widened to whole slices. */
  excluded: readonly SloSpan[];
}

/** Which spans of time an SLO is judged by. Instants are epoch milliseconds. */
export interface EvaluationPlan {
  /** The moment it is judged at: up to where it is measured, so that a source that is silent changes no verdict. */
  asOf: number;
  /** Null: no window has begun. */
  window: SloSpan | null;
  windows: readonly PlannedWindow[];
  objectives: ObjectivePlan[];
}

export const windowSpanName = 'window';
export const burnSpanName = (burn: BurnWindow) => `burn ${burn}`;
export const pastSpanName = ({ to }: SloSpan) => `until ${to}`;

/**
 * Plans an evaluation.
 *
 * @param indexes - of its objectives, and of the composite as a whole where its slices are counted
 * @param options - `zone`: IANA zone of the days; `now` in epoch milliseconds
 */
export function planEvaluation(
  given: SloToEvaluate,
  indexes: readonly number[],
  options: { zone: string; now: number },
): EvaluationPlan {
  const { definition } = given.slo;
  const asOf = given.measuredUntil ?? options.now;
  const window = sloWindowAt(definition.window, asOf);
  const windows = findAllWindows(given, asOf, options.zone);
  return {
    asOf,
    window,
    windows,
    objectives: indexes.map(index => {
      const { timeSliceSeconds } = objectiveAt(definition, index);
      const slice = sliceMs(definition, timeSliceSeconds);
      const excluded = widen(given.corrections, slice);
      const without = (span: SloSpan) =>
        subtractSpans(
          { from: span.from, to: Math.min(span.to, asOf) },
          excluded,
        );
      const spans: Record<string, SloSpan[]> = {};
      const earlierSpans: Record<string, SloSpan[]> = {};
      if (window) {
        spans[windowSpanName] = without(window);
      }
      // The slice under way is not counted yet.
      const to = slice > 0 ? Math.floor(asOf / slice) * slice : asOf;
      for (const burn of Object.keys(burnSeconds) as BurnWindow[]) {
        const length = Math.max(burnSeconds[burn] * 1_000, slice);
        spans[burnSpanName(burn)] = without({ from: to - length, to });
      }
      for (const past of windows) {
        if (!past.isPresent) {
          const isEarlier =
            past.isRestated && past.to <= (given.slo.countsFrom ?? -Infinity);
          (isEarlier ? earlierSpans : spans)[pastSpanName(past)] =
            without(past);
        }
      }
      return { objective: index, spans, earlierSpans, excluded };
    }),
  };
}

/** The windows whose time has come, and those that are to be restated. */
function findAllWindows(
  { slo, judgedUntil: since, openWindows }: SloToEvaluate,
  asOf: number,
  zone: string,
): PlannedWindow[] {
  const usual = findWindowsToKeep(slo.definition.window, {
    asOf,
    judgedUntil: since,
    zone,
  });
  const known = new Set(usual.map(({ to }) => to));
  const restated = uniqBy(
    openWindows.filter(({ to }) => to <= asOf && !known.has(to)),
    'to',
  ).map(({ from, to }) => ({
    from,
    to,
    isPresent: false,
    isRestated: true,
    complete: asOf >= to + SETTLING,
  }));
  return [...restated, ...usual.map(of => ({ ...of, isRestated: false }))];
}

/**
 * Up to where an SLO was judged last; null: never. Windows move by what is measured, so that those that end while a source is silent are
 * judged once it is back.
 *
 * @param before - how its objectives stood; epoch milliseconds throughout
 */
export function judgedUntil(
  { evaluatedAt }: Pick<ClaimedEvaluation, 'evaluatedAt'>,
  before: readonly SloObjectiveState[] = [],
): number | null {
  const measured = before.flatMap(({ measuredUntil }) => measuredUntil ?? []);
  return evaluatedAt === null || measured.length === 0
    ? null
    : Math.min(evaluatedAt, ...measured);
}

/** The objective; of a composite as a whole its first one with the strictest target, since all have slices of one length. */
export function objectiveAt(
  { objectives }: SloDefinition,
  index: number,
): SloObjective {
  return (
    objectives.find(of => of.index === index) ?? {
      ...objectives[0],
      target: Math.max(...objectives.map(({ target }) => target)),
    }
  );
}

function sliceMs(
  { budgetingMethod }: SloDefinition,
  seconds: number | null,
): number {
  return budgetingMethod === 'Occurrences' ? 0 : (seconds ?? 0) * 1_000;
}

/** A slice cannot be divided, nor can a bucket that holds several, so that what a correction touches is left out whole. */
function widen(spans: readonly SloSpan[], slice: number): readonly SloSpan[] {
  const whole = Math.max(slice, BUCKET);
  return slice === 0
    ? spans
    : spans.map(({ from, to }) => ({
        from: Math.floor(from / whole) * whole,
        to: Math.ceil(to / whole) * whole,
      }));
}
