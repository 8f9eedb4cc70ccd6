import { computeFlowItem } from './computeFlowItem';
import { flow2026Definition } from './flowDefinition';
import type { WorkItemFact } from './flowFacts';
import { secondsIn } from './itemPhases';
import { workItem } from './__testUtils__/workItems';

const day = (number: number) => Date.UTC(2026, 2, number);
const DAY = 86_400;

const compute = (overrides: Partial<WorkItemFact>) =>
  computeFlowItem(workItem(overrides), flow2026Definition);

describe('computeFlowItem', () => {
  it('measures an item from its states, whatever order they come in', () => {
    const stateChanges = [
      { at: day(1), state: 'todo' as const },
      { at: day(3), state: 'active' as const },
      { at: day(4), state: 'waiting' as const },
      { at: day(6), state: 'blocked' as const },
      { at: day(9), state: 'active' as const },
      { at: day(10), state: 'done' as const },
    ];
    const item = compute({ createdAt: day(1), stateChanges });
    expect(item).toMatchObject({
      arrivedAt: day(1),
      startedAt: day(3),
      completedAt: day(10),
      cycleSeconds: 7 * DAY,
      flowSeconds: 9 * DAY,
      activeSeconds: 2 * DAY,
      waitingSeconds: 2 * DAY,
      blockedSeconds: 3 * DAY,
      cycleTimeExclusion: null,
      flowTimeExclusion: null,
      efficiencyExclusion: null,
      everBlocked: true,
      timesReopened: 0,
      clockProblem: false,
    });
    expect(
      compute({
        createdAt: day(1),
        stateChanges: [...stateChanges, ...stateChanges].reverse(),
      }),
    ).toEqual(item);
  });

  it('knows the durations but not the efficiency of an item without states', () => {
    expect(
      compute({
        createdAt: day(1),
        startedAt: day(2),
        completedAt: day(4),
      }),
    ).toMatchObject({
      cycleSeconds: 2 * DAY,
      flowSeconds: 3 * DAY,
      hasStates: false,
      activeSeconds: null,
      waitingSeconds: null,
      blockedSeconds: null,
      efficiencyExclusion: 'no_states',
    });
  });

  it('takes a start from before the states begin, and so does not know all of the way', () => {
    expect(
      compute({
        createdAt: day(1),
        startedAt: day(2),
        stateChanges: [
          { at: day(5), state: 'waiting' },
          { at: day(6), state: 'done' },
        ],
      }),
    ).toMatchObject({
      startedAt: day(2),
      cycleSeconds: 4 * DAY,
      efficiencyExclusion: 'no_states',
    });
  });

  it('begins with the state that it had at its start, and may end in the same instant', () => {
    expect(
      compute({
        stateChanges: [
          { at: day(1), state: 'waiting' },
          { at: day(3), state: 'done' },
        ],
      }),
    ).toMatchObject({ activeSeconds: 0, waitingSeconds: 2 * DAY });
    expect(
      compute({ createdAt: day(1), startedAt: day(3), completedAt: day(3) }),
    ).toMatchObject({
      cycleSeconds: 0,
      cycleTimeExclusion: null,
      phases: [
        { state: 'todo', from: day(1), to: day(3) },
        { state: 'done', from: day(3), to: null },
      ],
    });
  });

  it('believes the states rather than a start that contradicts them', () => {
    expect(
      compute({
        startedAt: day(2),
        stateChanges: [
          { at: day(1), state: 'todo' },
          { at: day(3), state: 'active' },
        ],
      }).startedAt,
    ).toBe(day(3));
  });

  it('completes a history that does not know the end', () => {
    expect(
      compute({
        stateChanges: [{ at: day(1), state: 'active' }],
        completedAt: day(3),
      }).cycleSeconds,
    ).toBe(2 * DAY);
  });

  it('completes what was reopened at its last completion, and counts what it spent as done as waiting', () => {
    const reopened = [
      { at: day(1), state: 'active' as const },
      { at: day(3), state: 'done' as const },
      { at: day(6), state: 'active' as const },
    ];
    expect(
      compute({
        createdAt: day(1),
        stateChanges: [...reopened, { at: day(7), state: 'done' }],
        completedAt: day(3),
      }),
    ).toMatchObject({
      completedAt: day(7),
      cycleSeconds: 6 * DAY,
      activeSeconds: 3 * DAY,
      waitingSeconds: 3 * DAY,
      timesReopened: 1,
    });
    expect(
      compute({ stateChanges: reopened, completedAt: day(8) }).completedAt,
    ).toBe(day(8));
    expect(compute({ stateChanges: reopened })).toMatchObject({
      completedAt: null,
      cycleSeconds: null,
      cycleTimeExclusion: null,
      timesReopened: 1,
    });
  });

  it('starts what was put back with its first start, or with its last', () => {
    const putBack = [
      { at: day(1), state: 'active' as const },
      { at: day(2), state: 'todo' as const },
    ];
    const takenUp = [
      ...putBack,
      { at: day(8), state: 'active' as const },
      { at: day(9), state: 'done' as const },
    ];
    expect(compute({ stateChanges: takenUp })).toMatchObject({
      cycleSeconds: 8 * DAY,
      waitingSeconds: 6 * DAY,
    });
    expect(compute({ stateChanges: putBack }).phases).toEqual([
      { state: 'active', from: day(1), to: day(2) },
      { state: 'waiting', from: day(2), to: null },
    ]);

    const last = { ...flow2026Definition, start: 'last' as const };
    expect(
      computeFlowItem(workItem({ stateChanges: takenUp }), last).cycleSeconds,
    ).toBe(DAY);
    expect(
      computeFlowItem(workItem({ stateChanges: putBack }), last),
    ).toMatchObject({
      startedAt: null,
      phases: [{ state: 'todo', from: day(1), to: null }],
    });
    expect(
      computeFlowItem(
        workItem({
          stateChanges: [
            { at: day(1), state: 'active' },
            { at: day(2), state: 'done' },
            { at: day(4), state: 'active' },
            { at: day(5), state: 'done' },
          ],
        }),
        last,
      ).cycleSeconds,
    ).toBe(4 * DAY);
  });

  it.each<[string, Partial<WorkItemFact>, object]>([
    [
      'withdrawn',
      {
        createdAt: day(1),
        startedAt: day(2),
        completedAt: day(3),
        withdrawn: true,
      },
      {
        cycleTimeExclusion: 'withdrawn',
        cycleSeconds: null,
        flowSeconds: null,
        flowTimeExclusion: null,
      },
    ],
    [
      'cancelled',
      { createdAt: day(1), startedAt: day(2), cancelledAt: day(3) },
      {
        cycleTimeExclusion: 'cancelled',
        cycleSeconds: null,
        flowSeconds: null,
      },
    ],
    [
      'completed without a start',
      { createdAt: day(1), completedAt: day(3) },
      {
        cycleTimeExclusion: 'no_start',
        cycleSeconds: null,
        flowSeconds: 2 * DAY,
      },
    ],
    [
      'completed before it began',
      { createdAt: day(1), startedAt: day(4), completedAt: day(3) },
      {
        cycleTimeExclusion: 'negative_span',
        cycleSeconds: null,
        startedAt: null,
        flowSeconds: 2 * DAY,
        clockProblem: true,
      },
    ],
    [
      'completed before it was created',
      { createdAt: day(4), startedAt: day(1), completedAt: day(3) },
      {
        cycleSeconds: 2 * DAY,
        flowSeconds: null,
        flowTimeExclusion: 'negative_span',
        clockProblem: true,
      },
    ],
    [
      'created in the instant of its completion',
      { createdAt: day(3), completedAt: day(3) },
      { flowSeconds: 0, flowTimeExclusion: null, clockProblem: false },
    ],
    [
      'created at a time that nobody knows',
      { startedAt: day(1), completedAt: day(3) },
      {
        cycleSeconds: 2 * DAY,
        flowTimeExclusion: 'no_creation',
        efficiencyExclusion: 'no_creation',
      },
    ],
    ['unknown but for its name', {}, { arrivedAt: null, phases: [] }],
  ])('says what is left out of one that is %s', (_, fact, expected) => {
    expect(compute(fact)).toMatchObject(expected);
  });

  it('takes the later of two ends, and of two at once the cancellation', () => {
    expect(
      compute({ completedAt: day(3), cancelledAt: day(2) }).completedAt,
    ).toBe(day(3));
    expect(
      compute({ completedAt: day(2), cancelledAt: day(3) }).cancelledAt,
    ).toBe(day(3));
    expect(compute({ completedAt: day(2), cancelledAt: day(2) })).toMatchObject(
      { completedAt: null, cancelledAt: day(2) },
    );
  });

  it('tells a defect by its severity or by where it was found', () => {
    expect(compute({}).defect).toBeNull();
    expect(compute({ foundIn: 'production' }).defect).toEqual({
      severity: 'unknown',
      place: 'production',
    });
    expect(compute({ severity: ' Major ', foundIn: 'testing' }).defect).toEqual(
      { severity: 'major', place: 'earlier' },
    );
    expect(compute({ severity: 'sev1', foundIn: 'other' }).defect).toEqual({
      severity: 'sev1',
      place: 'unknown',
    });
  });

  it('measures what lasts up to a clock', () => {
    const { phases } = compute({
      stateChanges: [
        { at: day(1), state: 'active' },
        { at: day(2), state: 'blocked' },
      ],
    });
    expect(secondsIn(phases, 'active')).toBe(DAY);
    expect(secondsIn(phases, 'blocked')).toBe(0);
    expect(secondsIn(phases, 'blocked', { clock: day(5) })).toBe(3 * DAY);
    expect(secondsIn(phases, 'blocked', { clock: day(1) })).toBe(0);
  });
});
