import {
  flow2026Definition,
  type WorkItemFact,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import { computeFlow } from './FlowResult';
import { keepFlow } from './keepFlow';

/** Whatever a tracker may call something, with the names that programs trip over. */
const oddName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^\d{4}-Q[0-9]$/),
  fc.constantFrom(
    '9999-Q4',
    '0000-Q1',
    '__proto__',
    'constructor',
    '',
    ' ',
    'null',
    '1e400',
    "'; --",
    ':',
  ),
);
/** Every instant that intake takes, and the ends of the range. */
const instant = fc.oneof(
  fc.integer({ min: 0, max: Date.parse('2030-01-01T00:00:00Z') }),
  fc.constantFrom(0, 1, 999, 86_399_999, 86_400_000),
);
const maybe = <T>(values: fc.Arbitrary<T>) =>
  fc.option(values, { nil: null, freq: 2 });

const workItem: fc.Arbitrary<WorkItemFact> = fc.record({
  source: oddName,
  subject: oddName,
  category: maybe(fc.constantFrom('feature', 'debt')),
  severity: maybe(oddName),
  foundIn: maybe(fc.constantFrom('production', 'staging', 'other')),
  createdAt: maybe(instant),
  startedAt: maybe(instant),
  completedAt: maybe(instant),
  cancelledAt: maybe(instant),
  stateChanges: fc.array(
    fc.record({
      at: instant,
      state: fc.constantFrom('todo', 'active', 'waiting', 'blocked', 'done'),
    }),
    { maxLength: 5 },
  ),
  periodChanges: fc.array(fc.record({ at: instant, period: maybe(oddName) }), {
    maxLength: 4,
  }),
  effortDays: maybe(fc.double({ min: 0, max: 1_000, noNaN: true })),
  withdrawn: fc.boolean(),
  objective: fc.constant(null),
});

const usual: WorkItemFact = {
  source: 'tracker',
  subject: 'usual',
  category: 'feature',
  severity: null,
  foundIn: null,
  createdAt: Date.parse('2026-04-01T09:00:00Z'),
  startedAt: Date.parse('2026-04-02T09:00:00Z'),
  completedAt: Date.parse('2026-04-03T09:00:00Z'),
  cancelledAt: null,
  stateChanges: [],
  periodChanges: [
    { at: Date.parse('2026-04-01T09:00:00Z'), period: '2026-Q2' },
  ],
  effortDays: null,
  withdrawn: false,
  objective: null,
};

const compute = (items: WorkItemFact[], zone: string) =>
  keepFlow(
    computeFlow(
      { items, runs: [], latestRecordedAt: 1 },
      { definition: flow2026Definition, zone, iterations: [] },
      { now: Date.parse('2026-05-01T12:00:00Z') },
    ),
  );

describe('computeFlow', () => {
  it('computes the other items of an entity, however odd one of them is', () => {
    fc.assert(
      fc.property(
        fc.array(workItem, { maxLength: 4 }),
        fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/Adak'),
        (odd, zone) => {
          const { items, days, periods } = compute([...odd, usual], zone);
          expect(items.find(({ subject }) => subject === 'usual')).toEqual(
            compute([usual], zone).items[0],
          );
          expect(periods.map(({ period }) => period)).toContain('2026-Q2');
          for (const { day, week, count } of days) {
            expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
            expect(week <= day).toBe(true);
            expect(Number.isSafeInteger(count)).toBe(true);
          }
          for (const { lastDay, from, to } of periods) {
            expect(lastDay).toMatch(/^\d{4}-\d{2}-\d{2}$/);
            expect(from === null || from < to!).toBe(true);
          }
        },
      ),
    );
  });

  it('takes a commitment to "some day" for a period of which nobody knows when it is', () => {
    const someDay = {
      ...usual,
      subject: 'some-day',
      periodChanges: [{ at: usual.createdAt!, period: '9999-Q4' }],
    };
    expect(compute([someDay, usual], 'UTC').periods).toEqual([
      expect.objectContaining({ period: '2026-Q2', committed: 1, done: 1 }),
      expect.objectContaining({
        period: '9999-Q4',
        state: 'unknown',
        committed: 1,
      }),
    ]);
  });
});
