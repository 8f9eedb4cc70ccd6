import type {
  SloMark,
  SloPoint,
} from '@opmodel/backstage-plugin-opmodel-common';

/** From when to when a chart reaches, in epoch milliseconds. */
export interface BudgetSpan {
  from: number;
  to: number;
}

/** A point that is drawn: what was left at a time; null where it is not known. */
export interface PlotPoint {
  time: number;
  remaining: number | null;
  point: SloPoint | null;
}

/** The time that the points take up; undefined where there are none. */
export function spanOf(points: readonly SloPoint[]): BudgetSpan | undefined {
  if (points.length === 0) {
    return undefined;
  }
  const last = points[points.length - 1];
  return { from: Date.parse(points[0].at), to: endOf(last) };
}

/**
 * The points as they are drawn, each at its end, when as much was left. Where one is missing between two, a point without a
 * value stands, so that no line leads over what was not measured.
 */
export function toPlotPoints(points: readonly SloPoint[]): PlotPoint[] {
  return points.flatMap((point, index) => {
    const previous = points[index - 1];
    const drawn = { time: endOf(point), remaining: point.remaining, point };
    const isGap = previous && Date.parse(point.at) > endOf(previous);
    return isGap
      ? [{ time: Date.parse(point.at), remaining: null, point: null }, drawn]
      : [drawn];
  });
}

const QUARTER = 0.25;
const MOST_INTERVALS = 6;

/**
 * Ticks of the axis of what is left, from at least the lowest value to all of the budget: quarters of it, or multiples of
 * quarters where much is overspent.
 *
 * @param lowest - 0 or below
 */
export function remainingTicks(lowest: number): number[] {
  const quarters = 4 + Math.ceil(-lowest / QUARTER);
  const step = QUARTER * Math.ceil(quarters / MOST_INTERVALS);
  const below = Math.ceil(-lowest / step);
  const above = Math.floor(1 / step);
  const ticks = Array.from(
    { length: below + above + 1 },
    (_, index) => (index - below) * step,
  );
  return ticks[ticks.length - 1] < 1 ? [...ticks, 1] : ticks;
}

/** Where a time is within a span: 0 at its beginning, 1 at its end, never outside. */
export function placeInSpan(time: number, { from, to }: BudgetSpan): number {
  return to > from ? Math.min(1, Math.max(0, (time - from) / (to - from))) : 0;
}

/** Marks that stand so close that they share a place. */
export interface MarkGroup {
  /** 0 to 1. */
  place: number;
  /** In the order of their time. */
  marks: SloMark[];
}

/**
 * Puts marks into as many places as fit side by side, so that none covers another.
 *
 * @param places - how many fit
 */
export function groupMarks(
  marks: readonly SloMark[],
  span: BudgetSpan,
  places: number,
): MarkGroup[] {
  const groups = new Map<number, SloMark[]>();
  const inSpan = marks
    .filter(({ at, to }) => {
      const begin = Date.parse(at);
      const end = to === null ? begin : Date.parse(to);
      return end >= span.from && begin <= span.to;
    })
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  for (const mark of inSpan) {
    const slot = Math.min(
      places - 1,
      Math.floor(placeInSpan(Date.parse(mark.at), span) * places),
    );
    groups.set(slot, [...(groups.get(slot) ?? []), mark]);
  }
  return [...groups.values()].map(grouped => ({
    place: placeInSpan(Date.parse(grouped[0].at), span),
    marks: grouped,
  }));
}

/** The marks that fall into a point. */
export function marksOf(point: SloPoint, marks: readonly SloMark[]): SloMark[] {
  const from = Date.parse(point.at);
  return marks.filter(({ at }) => {
    const time = Date.parse(at);
    return time >= from && time < endOf(point);
  });
}

function endOf({ at, seconds }: SloPoint): number {
  return Date.parse(at) + seconds * 1_000;
}
