import type { Board } from '../organisation/DeliveryProfile';
import type { Period } from './Period';
import { quarterOf } from './quarters';
import { sprintOf } from './sprints';
import { DAY } from './workload';

/** How a team plans. */
export interface PlanningRhythm {
  periodOf(instant: number): Period;
  /** The last milliseconds of a period, in which the next one is planned. */
  season: number;
  /** Days of the period over which planned work is begun. */
  begunWithinDays: number;
}

const rhythms: Record<Board['planning'], PlanningRhythm | undefined> = {
  quarters: { periodOf: quarterOf, season: 21 * DAY, begunWithinDays: 68 },
  sprints: { periodOf: sprintOf, season: 5 * DAY, begunWithinDays: 8 },
  none: undefined,
};

/** The rhythm of a board; undefined where nothing is committed to a period. */
export function rhythmOf(board: Board): PlanningRhythm | undefined {
  return rhythms[board.planning];
}

/** Whether the next period is planned at an instant. */
export function isInSeason(
  instant: number,
  rhythm: PlanningRhythm | undefined,
): boolean {
  return (
    rhythm !== undefined &&
    instant >= rhythm.periodOf(instant).to - rhythm.season
  );
}
