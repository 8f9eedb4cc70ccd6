import type { Period } from './Period';
import { DAY, isoDay } from './workload';

const SPRINT = 14 * DAY;

/** Monday, 5 January 2026: a sprint began. All others follow from it. */
const FIRST = Date.UTC(2026, 0, 5);

/** The two weeks that hold an instant, named after their first day, such as `Sprint 2026-10-12`. */
export function sprintOf(instant: number): Period {
  const from = FIRST + Math.floor((instant - FIRST) / SPRINT) * SPRINT;
  return { name: `Sprint ${isoDay(from)}`, from, to: from + SPRINT };
}
