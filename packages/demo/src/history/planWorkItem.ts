import type { WorkItem } from './facts';
import { quarterOf } from './quarters';
import type { SeededRandom } from './SeededRandom';
import { DAY, HOUR, nextWorkingMoment, wholeSeconds } from './workload';

/** In the last weeks of a quarter the next one is planned. */
export const PLANNING_SEASON = 21 * DAY;

const PLANNED_SHARE = 0.75;
const TAKEN_OUT_SHARE = 0.09;
const ADDED_SHARE = 0.45;
const BACKLOG_SHARE = 0.08;
const HELD_OVER_SHARE = 0.85;

/** When a ticket is begun, and what it is committed to. */
export interface Plan {
  /** Absent: it stays in the backlog. */
  startedAt?: number;
  periods: WorkItem['periods'];
}

/** What a ticket that ends at an instant is committed to until then: what a quarter leaves undone is mostly held over to the next one. */
export function carryOver(
  periods: WorkItem['periods'],
  endedAt: number,
  random: SeededRandom,
): WorkItem['periods'] {
  const kept = periods.filter(({ at }) => at <= endedAt);
  const last = kept.at(-1);
  if (!last?.period) {
    return kept;
  }
  const all = [...kept];
  // A commitment that is made before its quarter begins is kept until that ends.
  let { to } = quarterOf(last.at);
  if (quarterOf(last.at).name !== last.period) {
    ({ to } = quarterOf(to));
  }
  while (endedAt >= to) {
    const at = nextWorkingMoment(to + 9 * HOUR, random);
    if (at >= endedAt) {
      break;
    }
    if (!random.chance(HELD_OVER_SHARE)) {
      all.push({ at, period: null });
      break;
    }
    const next = quarterOf(to);
    all.push({ at, period: next.name });
    to = next.to;
  }
  return all;
}

/**
 * Plans a ticket. What is written while a quarter is planned is mostly committed to it, before it begins; what is written later is begun
 * soon, as a part of the running quarter or beside it.
 *
 * @param isDefect - defects are not planned
 */
export function planWorkItem(
  createdAt: number,
  isDefect: boolean,
  random: SeededRandom,
): Plan {
  const quarter = quarterOf(createdAt);
  const inSeason = createdAt >= quarter.to - PLANNING_SEASON;
  if (inSeason && !isDefect && random.chance(PLANNED_SHARE)) {
    return planAhead(createdAt, quarter.to, random);
  }
  if (!isDefect && random.chance(BACKLOG_SHARE)) {
    return { periods: [] };
  }
  const startedAt = nextWorkingMoment(
    wholeSeconds(createdAt + random.logNormal(isDefect ? 1 : 3, 0.8) * DAY),
    random,
  );
  const periods = random.chance(ADDED_SHARE)
    ? [{ at: startedAt, period: quarterOf(startedAt).name }]
    : [];
  return { startedAt, periods };
}

function planAhead(
  createdAt: number,
  begin: number,
  random: SeededRandom,
): Plan {
  const committedAt = wholeSeconds(random.between(createdAt + HOUR, begin));
  const { name } = quarterOf(begin);
  const startedAt = nextWorkingMoment(
    wholeSeconds(begin + random.between(0, 68) * DAY),
    random,
  );
  const periods: WorkItem['periods'] = [{ at: committedAt, period: name }];
  if (random.chance(TAKEN_OUT_SHARE)) {
    periods.push({
      at: wholeSeconds(random.between(begin + DAY, startedAt + 2 * DAY)),
      period: null,
    });
  }
  return { startedAt, periods };
}
