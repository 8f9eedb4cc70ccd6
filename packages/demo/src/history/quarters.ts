import { isoDay } from './workload';

/** A quarter of the calendar year. Instants are epoch milliseconds. */
export interface Quarter {
  /** Such as `2026-Q3`. */
  name: string;
  /** Midnight of its first day. */
  from: number;
  /** Midnight after its last day. */
  to: number;
}

/** The quarter that holds an instant. */
export function quarterOf(instant: number): Quarter {
  const [year, month] = isoDay(instant).split('-').map(Number);
  const first = Math.floor((month - 1) / 3) * 3;
  return {
    name: `${year}-Q${first / 3 + 1}`,
    from: Date.UTC(year, first),
    to: Date.UTC(year, first + 3),
  };
}
