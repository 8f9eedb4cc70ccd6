import type { WorkItemCategory } from '@opmodel/backstage-plugin-opmodel-common';
import type { WorkItem } from './facts';
import type { SeededRandom } from './SeededRandom';
import { DAY, HOUR, isoDay, nextWorkingMoment, wholeSeconds } from './workload';
import { wordTicket } from './wording';

const OBJECTIVES = ['fewer-substitutions', 'faster-checkout', 'calmer-nights'];

/** A ticket that is written on a day, with the steps it takes afterwards. */
export function drawWorkItem(
  component: string,
  day: number,
  number: number,
  random: SeededRandom,
): WorkItem {
  const after = (instant: number, days: number) =>
    nextWorkingMoment(
      wholeSeconds(instant + random.logNormal(days, 0.8) * DAY),
      random,
    );
  const createdAt = wholeSeconds(day + random.between(8, 17) * HOUR);
  const startedAt = after(createdAt, 3);
  const category = random.weighted<WorkItemCategory>([
    ['feature', 52],
    ['reliability', 22],
    ['debt', 12],
    ['security', 6],
    ['platform', 8],
  ]);
  const endedAt = after(startedAt, 4);
  const cancelled = random.chance(0.07);
  return {
    id: `${component}-${isoDay(day)}-${number}`,
    component,
    title: wordTicket(category, random),
    category,
    createdAt,
    startedAt,
    committedPeriod: quarterOf(startedAt),
    ...(category === 'reliability' && {
      severity: random.pick(['high', 'medium', 'low']),
      foundIn: random.weighted<'production' | 'staging'>([
        ['production', 6],
        ['staging', 4],
      ]),
    }),
    ...(category === 'feature' &&
      random.chance(0.6) && { objective: random.pick(OBJECTIVES) }),
    ...(cancelled ? { cancelledAt: endedAt } : { completedAt: endedAt }),
  };
}

/** Calendar quarter, such as `2026-Q3`. */
function quarterOf(instant: number): string {
  const [year, month] = isoDay(instant).split('-');
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}
