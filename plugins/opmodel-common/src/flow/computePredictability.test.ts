import fc from 'fast-check';
import { computeFlowItem } from './computeFlowItem';
import { computePredictability } from './computePredictability';
import { flow2026Definition } from './flowDefinition';
import type { WorkItemFact } from './flowFacts';
import { resolvePeriod } from './planningPeriods';
import { anyWorkItems, workItem } from './__testUtils__/workItems';

const at = (text: string) => Date.parse(`${text}T09:00:00Z`);
const july = { period: 'July', from: '2026-07-01', to: '2026-07-31' };

function outcome(
  facts: Partial<WorkItemFact>[],
  period: typeof july | ReturnType<typeof resolvePeriod> = july,
  today = '2026-08-10',
) {
  const [only] = computePredictability(
    facts.map(fact => computeFlowItem(workItem(fact), flow2026Definition)),
    [period],
    'UTC',
    at(today),
  );
  return only;
}

const committed = { at: at('2026-06-20'), period: 'July' };
const added = { at: at('2026-07-10'), period: 'July' };
const takenOut = { at: at('2026-07-20'), period: null };

describe('computePredictability', () => {
  it('tells what was committed from what was added, taken out and left over', () => {
    expect(
      outcome([
        { periodChanges: [committed], completedAt: at('2026-07-15') },
        { periodChanges: [committed], completedAt: at('2026-07-31') },
        { periodChanges: [committed], completedAt: at('2026-08-01') },
        { periodChanges: [committed] },
        { periodChanges: [committed, takenOut] },
        { periodChanges: [added], completedAt: at('2026-07-12') },
        { periodChanges: [added], cancelledAt: at('2026-07-12') },
      ]),
    ).toEqual({
      ...july,
      state: 'closed',
      committed: 5,
      added: 2,
      removed: 2,
      done: 2,
      addedDone: 1,
      carriedOver: 2,
      ratio: 0.4,
    });
  });

  it('counts as committed what is planned on the first day', () => {
    const planned = (day: string) =>
      outcome([{ periodChanges: [{ at: at(day), period: 'July' }] }]);
    expect(planned('2026-07-01')).toMatchObject({ committed: 1, added: 0 });
    expect(planned('2026-07-02')).toMatchObject({ committed: 0, added: 1 });
  });

  it.each<[string, Partial<WorkItemFact>, object]>([
    [
      'moved on before the period began',
      {
        periodChanges: [committed, { at: at('2026-06-25'), period: 'August' }],
      },
      { committed: 0, added: 0, removed: 0 },
    ],
    [
      'done before the period began',
      { periodChanges: [committed], completedAt: at('2026-06-30') },
      { committed: 0, carriedOver: 0 },
    ],
    [
      'put in and taken out again on the first day',
      {
        periodChanges: [
          { at: at('2026-07-01'), period: 'July' },
          { at: at('2026-07-01') + 1, period: null },
        ],
      },
      { committed: 0, added: 0, removed: 0 },
    ],
    [
      'done on the first day',
      { periodChanges: [committed], completedAt: at('2026-07-01') },
      { committed: 1, done: 1 },
    ],
    [
      'committed after the period ended',
      { periodChanges: [{ at: at('2026-08-02'), period: 'July' }] },
      { committed: 0, added: 0 },
    ],
    [
      'taken out and put back in',
      {
        periodChanges: [
          committed,
          takenOut,
          { at: at('2026-07-25'), period: 'July' },
        ],
      },
      { committed: 1, added: 0, removed: 0, carriedOver: 1 },
    ],
    [
      'done and then tidied away',
      { periodChanges: [committed, takenOut], completedAt: at('2026-07-15') },
      { committed: 1, removed: 0, done: 1 },
    ],
    [
      'withdrawn',
      { periodChanges: [committed], withdrawn: true },
      { committed: 0, carriedOver: 0 },
    ],
    [
      'committed to nothing',
      { completedAt: at('2026-07-15') },
      { committed: 0, done: 0, ratio: null },
    ],
  ])('knows an item that was %s', (_, fact, expected) => {
    expect(outcome([fact])).toMatchObject(expected);
  });

  it('is open until the period is over, and unknown where nobody said when it is', () => {
    const facts = [
      { periodChanges: [committed], completedAt: at('2026-07-05') },
    ];
    expect(outcome(facts, july, '2026-07-31')).toMatchObject({
      state: 'open',
      done: 1,
      ratio: null,
    });
    expect(outcome(facts, july, '2026-08-01')).toMatchObject({
      state: 'closed',
      done: 1,
      ratio: 1,
    });
    expect(outcome(facts, resolvePeriod('July'))).toEqual({
      period: 'July',
      from: null,
      to: null,
      state: 'unknown',
      committed: 1,
      added: 0,
      removed: 0,
      done: 1,
      addedDone: 0,
      carriedOver: 0,
      ratio: null,
    });
  });

  it('accounts for every item of any history', () => {
    const periods = [
      { period: 'P1', from: '2026-03-27', to: '2026-03-29' },
      { period: 'P2', from: '2026-03-30', to: '2026-04-01' },
      { period: 'P2', from: null, to: null },
    ];
    fc.assert(
      fc.property(anyWorkItems, facts => {
        const items = facts.map(fact =>
          computeFlowItem(fact, flow2026Definition),
        );
        for (const found of computePredictability(
          items,
          periods,
          'Europe/Berlin',
          at('2026-04-05'),
        )) {
          const { committed: planned, ratio } = found;
          expect(planned + found.added).toBe(
            found.done + found.addedDone + found.removed + found.carriedOver,
          );
          expect(found.done).toBeLessThanOrEqual(planned);
          expect(ratio ?? 0).toBeGreaterThanOrEqual(0);
          expect(ratio ?? 0).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('resolvePeriod', () => {
  it.each([
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2028-Q1', '2028-01-01', '2028-03-31'],
    ['2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
  ])('knows %s as the quarter of the calendar year', (period, from, to) => {
    expect(resolvePeriod(period)).toEqual({ period, from, to });
  });

  it('prefers the iteration of the name, and knows nothing of other names', () => {
    const iterations = [
      { name: '2026-Q3', from: '2026-08-01', to: '2026-10-31' },
    ];
    expect(resolvePeriod('2026-Q3', iterations)).toEqual({
      period: '2026-Q3',
      from: '2026-08-01',
      to: '2026-10-31',
    });
    expect(resolvePeriod('2026-Q5', iterations).from).toBeNull();
  });

  it.each(['0000-Q1', '1969-Q4', '2200-Q1', '9999-Q4', '2026-Q0', '', 'Q4'])(
    'does not know when %j is',
    period => {
      expect(resolvePeriod(period)).toEqual({ period, from: null, to: null });
    },
  );

  it('answers of every quarter of every year that can be written', () => {
    for (let year = 0; year <= 9999; year += 1) {
      for (const quarter of [1, 2, 3, 4]) {
        const period = `${String(year).padStart(4, '0')}-Q${quarter}`;
        const { from, to } = resolvePeriod(period);
        expect(from === null).toBe(year < 1970 || year > 2199);
        expect(to === null).toBe(from === null);
      }
    }
  });
});
