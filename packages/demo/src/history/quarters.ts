import type { Period } from './Period';
import { isoDay } from './workload';

/** The quarter of the calendar year that holds an instant, named such as `2026-Q3`. */
export function quarterOf(instant: number): Period {
  const [year, month] = isoDay(instant).split('-').map(Number);
  const first = Math.floor((month - 1) / 3) * 3;
  return {
    name: `${year}-Q${first / 3 + 1}`,
    from: Date.UTC(year, first),
    to: Date.UTC(year, first + 3),
  };
}
