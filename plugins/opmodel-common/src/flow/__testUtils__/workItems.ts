import fc from 'fast-check';
import type { PipelineRunFact, WorkItemFact } from '../flowFacts';

/** A work item of which only that is known what is said. */
export function workItem(overrides: Partial<WorkItemFact>): WorkItemFact {
  return {
    source: 'tracker',
    subject: 'SHOP-1',
    category: null,
    severity: null,
    foundIn: null,
    createdAt: null,
    startedAt: null,
    completedAt: null,
    cancelledAt: null,
    stateChanges: [],
    periodChanges: [],
    effortDays: null,
    withdrawn: false,
    objective: null,
    ...overrides,
  };
}

/** A run of a pipeline of which only that is known what is said. */
export function pipelineRun(
  overrides: Partial<PipelineRunFact>,
): PipelineRunFact {
  return {
    source: 'ci',
    subject: 'run-1',
    pipeline: 'build',
    queuedAt: null,
    startedAt: null,
    finishedAt: null,
    result: null,
    withdrawn: false,
    ...overrides,
  };
}

/** Few days, so that much of what happens falls on the same one; with the night in which Berlin's clocks went forward. */
const FIRST = Date.parse('2026-03-27T00:00:00Z');
const instant = fc
  .integer({ min: 0, max: 6 * 86_400_000 })
  .map(offset => FIRST + offset);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary);

/** Any work item, whether it makes sense or not. */
export const anyWorkItem: fc.Arbitrary<WorkItemFact> = fc.record({
  source: fc.constant('tracker'),
  subject: fc.uuid(),
  category: maybe(
    fc.constantFrom(
      'feature' as const,
      'reliability' as const,
      'debt' as const,
      'security' as const,
      'platform' as const,
    ),
  ),
  severity: maybe(fc.constantFrom('sev1', 'sev2')),
  foundIn: maybe(
    fc.constantFrom(
      'production' as const,
      'staging' as const,
      'other' as const,
    ),
  ),
  createdAt: maybe(instant),
  startedAt: maybe(instant),
  completedAt: maybe(instant),
  cancelledAt: maybe(instant),
  stateChanges: fc.array(
    fc.record({
      at: instant,
      state: fc.constantFrom(
        'todo' as const,
        'active' as const,
        'waiting' as const,
        'blocked' as const,
        'done' as const,
        'cancelled' as const,
      ),
    }),
    { maxLength: 6 },
  ),
  periodChanges: fc.array(
    fc.record({ at: instant, period: fc.constantFrom(null, 'P1', 'P2') }),
    { maxLength: 4 },
  ),
  effortDays: maybe(fc.double({ min: 0, max: 40, noNaN: true })),
  withdrawn: fc.boolean(),
  objective: fc.constant(null),
});

/** Several work items that have nothing to do with each other. */
export const anyWorkItems = fc.array(anyWorkItem, { maxLength: 12 });
