import {
  type PipelineRunFact,
  seededRandom,
  workCategories,
  type WorkItemFact,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { FlowFacts } from '../FlowCalculationStore';

/**
 * Items of four months, each in its own state of things, and runs of pipelines.
 *
 * @param options - `recordedAt` in epoch milliseconds; how many `items` and `runs` there are
 */
export function randomFacts(
  seed: number,
  {
    recordedAt,
    items: itemCount = 60,
    runs: runCount = 40,
  }: { recordedAt: number; items?: number; runs?: number },
): FlowFacts {
  const random = seededRandom(seed);
  const start = Date.parse('2026-01-15T00:00:00Z');
  const maybe = <T>(share: number, value: T): T | null =>
    random() < share ? value : null;
  const hours = (most: number) => Math.floor(random() * most) * 3_600_000;
  const items = Array.from({ length: itemCount }, (_, index): WorkItemFact => {
    const createdAt = start + hours(100 * 24);
    const startedAt = maybe(0.85, createdAt + hours(8 * 24));
    const endedAt = maybe(0.7, (startedAt ?? createdAt) + hours(20 * 24));
    const isCancelled = random() < 0.1;
    const stateChanges: WorkItemFact['stateChanges'] =
      startedAt !== null && random() < 0.7
        ? [
            { at: createdAt, state: 'todo' },
            { at: startedAt, state: 'active' },
            { at: startedAt + hours(40), state: 'blocked' },
            { at: startedAt + 40 * 3_600_000 + hours(40), state: 'active' },
            ...(endedAt === null
              ? []
              : [
                  {
                    at: endedAt,
                    state: isCancelled
                      ? ('cancelled' as const)
                      : ('done' as const),
                  },
                ]),
          ]
        : [];
    return {
      source: 'tracker',
      subject: `item-${index}`,
      category:
        workCategories[Math.floor(random() * 5)] === 'unclassified'
          ? null
          : (maybe(0.9, 'feature') as WorkItemFact['category']),
      severity: maybe(0.3, 'sev2'),
      foundIn: maybe(0.3, 'production'),
      createdAt: maybe(0.95, createdAt),
      startedAt,
      completedAt: isCancelled ? null : endedAt,
      cancelledAt: isCancelled ? endedAt : null,
      stateChanges,
      periodChanges:
        random() < 0.6 ? [{ at: createdAt, period: '2026-Q2' }] : [],
      effortDays: maybe(0.5, Math.ceil(random() * 5)),
      withdrawn: random() < 0.05,
      objective: null,
    };
  });
  const runs = Array.from({ length: runCount }, (_, index): PipelineRunFact => {
    const startedAt = start + hours(100 * 24);
    const finishedAt = maybe(0.95, startedAt + 60_000 + hours(2));
    return {
      source: 'ci',
      subject: `run-${index}`,
      pipeline: index % 3 === 0 ? 'release' : maybe(0.9, 'build'),
      queuedAt: maybe(0.5, startedAt - 30_000),
      startedAt,
      finishedAt,
      result:
        finishedAt === null
          ? null
          : (['success', 'success', 'failure', 'cancelled'] as const)[
              Math.floor(random() * 4)
            ],
      withdrawn: false,
    };
  });
  return { items, runs, latestRecordedAt: recordedAt };
}
