import type { WorkItem } from './facts';
import { isInSeason, type PlanningRhythm } from './planningRhythm';
import type { SeededRandom } from './SeededRandom';
import { DAY, HOUR, nextWorkingMoment, wholeSeconds } from './workload';

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

/** What a ticket that ends at an instant is committed to until then: what a period leaves undone is mostly held over to the next one. */
export function carryOver(
  periods: WorkItem['periods'],
  endedAt: number,
  rhythm: PlanningRhythm | undefined,
  random: SeededRandom,
): WorkItem['periods'] {
  const kept = periods.filter(({ at }) => at <= endedAt);
  const last = kept.at(-1);
  if (!last?.period || !rhythm) {
    return kept;
  }
  const { periodOf } = rhythm;
  const all = [...kept];
  // A commitment that is made before its period begins is kept until that ends.
  let { to } = periodOf(last.at);
  if (periodOf(last.at).name !== last.period) {
    ({ to } = periodOf(to));
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
    const next = periodOf(to);
    all.push({ at, period: next.name });
    to = next.to;
  }
  return all;
}

/**
 * Plans a ticket. What is written while a period is planned is mostly committed to the next one, before it begins; what is written later
 * is begun soon, as a part of the running period or beside it.
 */
export function planWorkItem(
  createdAt: number,
  options: {
    /** Defects are not planned. */
    isDefect: boolean;
    /** Absent: nothing is committed to a period. */
    rhythm?: PlanningRhythm;
    /** Median of the days that it waits behind others; none without it. */
    queueDays?: number;
  },
  random: SeededRandom,
): Plan {
  const { isDefect, rhythm, queueDays } = options;
  if (
    rhythm &&
    !isDefect &&
    isInSeason(createdAt, rhythm) &&
    random.chance(PLANNED_SHARE)
  ) {
    return planAhead(createdAt, rhythm, queueDays, random);
  }
  if (!isDefect && random.chance(BACKLOG_SHARE)) {
    return { periods: [] };
  }
  const usual = random.logNormal(isDefect ? 1 : 3, 0.8);
  const startedAt = nextWorkingMoment(
    wholeSeconds(createdAt + (usual + drawQueue(queueDays, random)) * DAY),
    random,
  );
  const periods =
    rhythm && random.chance(ADDED_SHARE)
      ? [{ at: startedAt, period: rhythm.periodOf(startedAt).name }]
      : [];
  return { startedAt, periods };
}

/** Days that a ticket waits behind others. */
function drawQueue(median: number | undefined, random: SeededRandom): number {
  return median === undefined ? 0 : random.logNormal(median, 0.6);
}

function planAhead(
  createdAt: number,
  { periodOf, begunWithinDays }: PlanningRhythm,
  queueDays: number | undefined,
  random: SeededRandom,
): Plan {
  const begin = periodOf(createdAt).to;
  const committedAt = wholeSeconds(random.between(createdAt + HOUR, begin));
  const { name } = periodOf(begin);
  const within = random.between(0, begunWithinDays);
  const startedAt = nextWorkingMoment(
    wholeSeconds(begin + (within + drawQueue(queueDays, random)) * DAY),
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
