import { addDays } from '../calendar/days';
import type { FlowDayCount } from './countFlowDays';

/** Items on their way at the end of one day. */
export interface CumulativePoint {
  day: string;
  /** Known since the start of the window: open then, or arrived since. */
  arrived: number;
  /** Of them begun: in progress at the start of the window, begun since, or completed without ever having been seen in progress. */
  started: number;
  /** Of them completed since the start of the window. */
  completed: number;
  /** Of them cancelled since the start of the window. */
  cancelled: number;
  /** Not begun. */
  todo: number;
  /** In progress and moving. */
  inProgress: number;
  /** In progress and waiting or blocked. */
  waiting: number;
  /** The same as `completed`. */
  done: number;
}

/** What a cumulative flow needs of a day row. Rows of one day and metric may come several times. */
export type FlowDelta = Pick<FlowDayCount, 'day' | 'metric' | 'count'>;

/**
 * Cumulative flow from day rows: how many items stand where at the end of each day, counted from the work that was open when the
 * window began.
 *
 * On each day arrived ≥ started ≥ completed, and arrived − completed − cancelled = todo + in progress + waiting.
 *
 * @param rows - of all days up to the end of the window; those before it may be added up under any one day before it
 * @param from - first ISO day of the window
 * @param to - last ISO day, included
 */
export function cumulativeFlow(
  rows: Iterable<FlowDelta>,
  from: string,
  to: string,
): CumulativePoint[] {
  const byDay = new Map<string, Map<string, number>>();
  const opening = new Map<string, number>();
  for (const { day, metric, count } of rows) {
    let sums = opening;
    if (day >= from) {
      sums = byDay.get(day) ?? new Map<string, number>();
      byDay.set(day, sums);
    }
    sums.set(metric, (sums.get(metric) ?? 0) + count);
  }

  let point = openingPoint(opening, from);
  const points: CumulativePoint[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    point = nextPoint(point, day, byDay.get(day) ?? new Map());
    points.push(point);
  }
  return points;
}

function openingPoint(
  sums: ReadonlyMap<string, number>,
  from: string,
): CumulativePoint {
  const { todo, inProgress, waiting } = standing(sums);
  return {
    day: addDays(from, -1),
    arrived: todo + inProgress + waiting,
    started: inProgress + waiting,
    completed: 0,
    cancelled: 0,
    todo,
    inProgress,
    waiting,
    done: 0,
  };
}

function nextPoint(
  before: CumulativePoint,
  day: string,
  sums: ReadonlyMap<string, number>,
): CumulativePoint {
  const count = (metric: string) => sums.get(metric) ?? 0;
  const moved = standing(sums);
  const completed = before.completed + count('completed');
  return {
    day,
    arrived: before.arrived + count('arrived'),
    started: before.started + count('started') + count('completed_unstarted'),
    completed,
    cancelled: before.cancelled + count('cancelled'),
    todo: before.todo + moved.todo,
    inProgress: before.inProgress + moved.inProgress,
    waiting: before.waiting + moved.waiting,
    done: completed,
  };
}

function standing(sums: ReadonlyMap<string, number>) {
  const count = (metric: string) => sums.get(metric) ?? 0;
  return {
    todo: count('state:todo'),
    inProgress: count('state:active'),
    waiting: count('state:waiting') + count('state:blocked'),
  };
}
