import type { WorkItemCategory } from '@opmodel/backstage-plugin-opmodel-common';
import type { Board } from '../organisation/DeliveryProfile';
import type { WorkItem } from './facts';
import { rhythmOf } from './planningRhythm';
import { carryOver, planWorkItem, type Plan } from './planWorkItem';
import type { SeededRandom } from './SeededRandom';
import { DAY, HOUR, isoDay, nextWorkingMoment, wholeSeconds } from './workload';
import { wordTicket } from './wording';

const OBJECTIVES = ['fewer-substitutions', 'faster-checkout', 'calmer-nights'];

const WAITING_SHARE = 0.55;
const REOPENED_SHARE = 0.06;
const CANCELLED_SHARE = 0.07;

/** What most boards hold, in weights. */
const CATEGORIES: Record<WorkItemCategory, number> = {
  feature: 52,
  reliability: 22,
  debt: 12,
  security: 6,
  platform: 8,
};

/**
 * A ticket that is written on a day, with all that happens to it afterwards.
 *
 * @param progress - position in the first year, as paces know it
 */
export function drawWorkItem(
  component: string,
  board: Board,
  { day, number, progress }: { day: number; number: number; progress: number },
  random: SeededRandom,
): WorkItem {
  const createdAt = wholeSeconds(day + random.between(8, 17) * HOUR);
  const weights = board.categories ?? CATEGORIES;
  const category = random.weighted(
    Object.entries(weights) as [WorkItemCategory, number][],
  );
  const unclassified = random.chance(board.unclassified);
  const plan = planWorkItem(
    createdAt,
    {
      isDefect: category === 'reliability',
      rhythm: rhythmOf(board),
      queueDays: queueAt(board, progress),
    },
    random,
  );
  const effort = Math.max(0.5, Math.round(random.logNormal(2, 0.7) * 2) / 2);
  return {
    id: `${component}-${isoDay(day)}-${number}`,
    component,
    title: wordTicket(category, random),
    ...(!unclassified && { category }),
    ...(category === 'reliability' && {
      severity: random.pick(['high', 'medium', 'low']),
      foundIn: random.weighted<'production' | 'staging' | 'testing'>([
        ['production', 5],
        ['staging', 3],
        ['testing', 2],
      ]),
    }),
    ...(category === 'feature' &&
      random.chance(0.6) && { objective: random.pick(OBJECTIVES) }),
    ...(board.estimates && { effortDays: effort }),
    ...drawCourse(createdAt, plan, board, random),
  };
}

/** Median of the days that a ticket waits behind others; it grows evenly on a logarithmic scale. */
function queueAt({ queueDays }: Board, progress: number): number | undefined {
  if (!queueDays) {
    return undefined;
  }
  const { first, last } = queueDays;
  return first * (last / first) ** Math.min(1, Math.max(0, progress));
}

/** The way of a ticket over the board, and what it is committed to meanwhile. */
function drawCourse(
  createdAt: number,
  plan: Plan,
  board: Board,
  random: SeededRandom,
): Pick<WorkItem, 'states' | 'periods'> {
  const states: WorkItem['states'] = [{ at: createdAt, state: 'todo' }];
  if (plan.startedAt === undefined) {
    return { states, periods: plan.periods };
  }
  const after = (instant: number, days: number) =>
    nextWorkingMoment(
      wholeSeconds(instant + random.logNormal(days, 0.6) * DAY),
      random,
    );
  const rhythm = rhythmOf(board);
  let at = plan.startedAt;
  const step = (state: WorkItem['states'][number]['state'], days: number) => {
    states.push({ at, state });
    at = after(at, days);
  };
  if (random.chance(board.blocked)) {
    step('active', board.cycleDays * 0.3);
    step('blocked', 2.5);
    step('active', board.cycleDays * 0.4);
  } else {
    step('active', board.cycleDays * 0.7);
  }
  if (random.chance(CANCELLED_SHARE)) {
    states.push({ at, state: 'cancelled' });
    return { states, periods: carryOver(plan.periods, at, rhythm, random) };
  }
  if (random.chance(WAITING_SHARE)) {
    step('waiting', board.cycleDays * 0.2);
  }
  step('done', 4);
  if (random.chance(REOPENED_SHARE)) {
    step('active', 1);
    step('done', 1);
  }
  const done = states[states.length - 1];
  return { states, periods: carryOver(plan.periods, done.at, rhythm, random) };
}
