import { mergeBins } from '../statistics/BinCounts';
import { computeAllocation } from './computeAllocation';
import { computeEfficiency } from './computeEfficiency';
import { computeEscapedDefects } from './computeEscapedDefects';
import { computeFlowItem } from './computeFlowItem';
import { computePredictability } from './computePredictability';
import { ageOf, computeAges, computeWip, weeksOfWork } from './computeWip';
import { countFlowDays } from './countFlowDays';
import { cumulativeFlow } from './cumulativeFlow';
import { flow2026Definition } from './flowDefinition';
import { littlesLaw } from './littlesLaw';
import { serviceLevelExpectation } from './serviceLevelExpectation';
import { binOf } from '../statistics/logBins';
import { quantile } from '../statistics/quantile';
import { workItem } from './__testUtils__/workItems';

/** The example of docs/flow.md: nine items of March 2026, everything at nine in the morning, UTC. */
const at = (day: number) => Date.UTC(2026, 2, day, 9);
const states = (
  ...changes: [number, 'todo' | 'active' | 'waiting' | 'blocked' | 'done'][]
) => changes.map(([day, state]) => ({ at: at(day), state }));
const committed = (...changes: [number, string | null][]) =>
  changes.map(([day, period]) => ({ at: at(day), period }));
const DAY = 86_400;
const SPRINT = { period: 'Sprint 5', from: '2026-03-02', to: '2026-03-15' };
/** The end of the window, 15 March at midnight. */
const END = Date.UTC(2026, 2, 16) - 1;

const items = [
  workItem({
    subject: 'A',
    category: 'feature',
    effortDays: 2,
    createdAt: at(2),
    stateChanges: states([2, 'todo'], [3, 'active'], [6, 'done']),
    periodChanges: committed([1, 'Sprint 5']),
  }),
  workItem({
    subject: 'B',
    category: 'reliability',
    effortDays: 1,
    createdAt: at(2),
    stateChanges: states(
      [2, 'todo'],
      [4, 'active'],
      [5, 'waiting'],
      [7, 'active'],
      [8, 'done'],
    ),
    periodChanges: committed([1, 'Sprint 5']),
  }),
  workItem({
    subject: 'C',
    category: 'debt',
    effortDays: 3,
    createdAt: at(3),
    stateChanges: states(
      [3, 'todo'],
      [5, 'active'],
      [6, 'blocked'],
      [9, 'active'],
      [10, 'done'],
    ),
    periodChanges: committed([2, 'Sprint 5']),
  }),
  workItem({
    subject: 'D',
    category: 'feature',
    severity: 'sev2',
    foundIn: 'production',
    effortDays: 2,
    createdAt: at(4),
    stateChanges: states(
      [4, 'active'],
      [6, 'done'],
      [9, 'active'],
      [11, 'done'],
    ),
    periodChanges: committed([4, 'Sprint 5']),
  }),
  workItem({ subject: 'E', createdAt: at(5), completedAt: at(12) }),
  workItem({
    subject: 'F',
    category: 'security',
    createdAt: at(6),
    stateChanges: states([6, 'todo'], [8, 'active']),
    periodChanges: committed([1, 'Sprint 5'], [10, 'Sprint 6']),
  }),
  workItem({
    subject: 'G',
    category: 'feature',
    createdAt: at(9),
    stateChanges: states([9, 'todo'], [10, 'active'], [12, 'blocked']),
    periodChanges: committed([1, 'Sprint 5']),
  }),
  workItem({ subject: 'H', createdAt: at(10), cancelledAt: at(13) }),
  workItem({
    subject: 'I',
    category: 'debt',
    severity: 'sev3',
    foundIn: 'testing',
    createdAt: at(12),
  }),
].map(fact => computeFlowItem(fact, flow2026Definition));

const rows = countFlowDays(items, 'UTC');
const sum = (metric: string) =>
  rows
    .filter(row => row.metric === metric)
    .reduce((total, { count }) => total + count, 0);
const points = cumulativeFlow(rows, SPRINT.from, SPRINT.to);

describe('the worked example of docs/flow.md', () => {
  it('gives cycle and flow times', () => {
    const cycleTimes = items.map(({ cycleSeconds }) => cycleSeconds);
    expect(cycleTimes.map(seconds => seconds && seconds / DAY)).toEqual([
      3,
      4,
      5,
      7,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(
      quantile(
        cycleTimes.filter(seconds => seconds !== null),
        0.5,
      ),
    ).toBe(4.5 * DAY);
    expect(
      items.map(({ flowSeconds }) => flowSeconds && flowSeconds / DAY),
    ).toEqual([4, 6, 7, 7, 7, null, null, null, null]);
    expect(items[4].cycleTimeExclusion).toBe('no_start');
    expect(items[7].cycleTimeExclusion).toBe('cancelled');
  });

  it('gives throughput, work in progress and its weeks', () => {
    expect([
      sum('arrived'),
      sum('started'),
      sum('completed'),
      sum('cancelled'),
    ]).toEqual([9, 6, 5, 1]);
    const wip = computeWip(items, END);
    expect(wip).toEqual({ items: 2, blocked: 1 });
    expect(weeksOfWork(wip.items, sum('completed'), 14)).toBeCloseTo(0.8);
  });

  it('gives ages and the expectation', () => {
    const expectation = serviceLevelExpectation(
      {
        configured: { share: 0.85, seconds: 6 * DAY },
        history: new Map(),
        completed: mergeBins(
          [3, 4, 5, 7].map(days => new Map([[binOf(days * DAY), 1]])),
        ),
      },
      flow2026Definition,
    );
    expect(expectation.met).toBe(0.75);
    const { oldest, beyondExpectation } = computeAges(items, END, 6 * DAY);
    expect(oldest! / DAY).toBeCloseTo(7.625, 4);
    expect(beyondExpectation).toBe(1);
    expect(ageOf(items[6], END) / DAY).toBeCloseTo(5.625, 4);
  });

  it('gives efficiency', () => {
    expect(
      computeEfficiency(
        sum('efficiency_active_seconds') / DAY,
        sum('efficiency_flow_seconds') / DAY,
      ),
    ).toEqual({ value: 11 / 24, numerator: 11, denominator: 24 });
    expect(sum('excluded_efficiency:no_states')).toBe(1);
  });

  it('gives the share that was blocked or reopened', () => {
    expect(sum('blocked_time')).toBe(1);
    expect(items[2].blockedSeconds).toBe(3 * DAY);
    expect([sum('reopened'), sum('completed_with_states')]).toEqual([1, 4]);
  });

  it.each([
    ['items' as const, 'completed', 1, [2, 1, 1, 0, 0], [0.5, 0.25, 0.25]],
    [
      'active_time' as const,
      'active',
      DAY,
      [7, 2, 2, 0, 0],
      [7 / 11, 2 / 11, 2 / 11],
    ],
    [
      'engineer_days' as const,
      'effort',
      1_000,
      [4, 1, 3, 0, 0],
      [0.5, 0.125, 0.375],
    ],
  ])('gives the allocation in %s', (unit, metric, per, amounts, shares) => {
    const allocation = computeAllocation(
      {
        unit,
        amounts: {
          feature: sum(`${metric}:feature`) / per,
          reliability: sum(`${metric}:reliability`) / per,
          debt: sum(`${metric}:debt`) / per,
          unclassified: sum(`${metric}:unclassified`) / per,
        },
        items: sum('completed'),
        split: flow2026Definition.defaultSplit,
      },
      flow2026Definition,
    );
    expect(
      allocation.categories.map(({ amount }) => amount).slice(0, 5),
    ).toEqual(amounts);
    expect(allocation.categories.map(({ share }) => share).slice(0, 3)).toEqual(
      shares,
    );
    expect(allocation.unclassifiedShare).toBe(unit === 'items' ? 0.2 : 0);
    expect(allocation.state).toBe('ok');
  });

  it('gives escaped defects', () => {
    expect(
      computeEscapedDefects([
        {
          severity: 'sev2',
          place: 'production',
          count: sum('defect:production:sev2'),
        },
        {
          severity: 'sev3',
          place: 'earlier',
          count: sum('defect:earlier:sev3'),
        },
      ]),
    ).toEqual({
      value: 0.5,
      numerator: 1,
      denominator: 2,
      bySeverity: [
        { severity: 'sev2', production: 1, earlier: 0, unknown: 0 },
        { severity: 'sev3', production: 0, earlier: 1, unknown: 0 },
      ],
    });
  });

  it('gives the cumulative flow', () => {
    const on = (day: string) => points.find(point => point.day === day);
    expect(on('2026-03-10')).toEqual({
      day: '2026-03-10',
      arrived: 8,
      started: 6,
      completed: 3,
      cancelled: 0,
      todo: 2,
      inProgress: 3,
      waiting: 0,
      done: 3,
    });
    expect(on('2026-03-15')).toEqual({
      day: '2026-03-15',
      arrived: 9,
      started: 7,
      completed: 5,
      cancelled: 1,
      todo: 1,
      inProgress: 1,
      waiting: 1,
      done: 5,
    });
  });

  it("does not hold Little's law where more begins than ends", () => {
    expect(
      littlesLaw(points, sum('started'), {
        seconds: sum('cycle_seconds'),
        n: 4,
      }),
    ).toEqual({
      averageWip: 33 / 14,
      throughputPerDay: 5 / 14,
      expectedSeconds: 6.6 * DAY,
      observedSeconds: 4.75 * DAY,
      arrivals: 6,
      departures: 5,
      steady: false,
    });
  });

  it('gives predictability', () => {
    expect(computePredictability(items, [SPRINT], 'UTC', END + 1)).toEqual([
      {
        ...SPRINT,
        state: 'closed',
        committed: 5,
        added: 1,
        removed: 1,
        done: 3,
        addedDone: 1,
        carriedOver: 1,
        ratio: 0.6,
      },
    ]);
  });
});

describe("Little's law", () => {
  it('holds for a steady flow: one begins and one ends each day, each after three days', () => {
    const steady = Array.from({ length: 40 }, (_, index) =>
      computeFlowItem(
        workItem({
          startedAt: at(-5 + index),
          completedAt: at(-2 + index),
        }),
        flow2026Definition,
      ),
    );
    const counted = countFlowDays(steady, 'UTC');
    const inWindow = counted.filter(
      ({ day }) => day >= SPRINT.from && day <= SPRINT.to,
    );
    const total = (metric: string) =>
      inWindow
        .filter(row => row.metric === metric)
        .reduce((all, { count }) => all + count, 0);
    expect(
      littlesLaw(
        cumulativeFlow(counted, SPRINT.from, SPRINT.to),
        total('started'),
        { seconds: total('cycle_seconds'), n: total('cycle_time') },
      ),
    ).toMatchObject({
      averageWip: 3,
      throughputPerDay: 1,
      expectedSeconds: 3 * DAY,
      observedSeconds: 3 * DAY,
      steady: true,
    });
  });

  it('says nothing where nothing moved', () => {
    expect(littlesLaw([], 0, { seconds: 0, n: 0 })).toEqual({
      averageWip: null,
      throughputPerDay: null,
      expectedSeconds: null,
      observedSeconds: null,
      arrivals: 0,
      departures: 0,
      steady: null,
    });
  });
});
