import {
  addDays,
  backTestForecasts,
  countDays,
  flow2026Definition,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ComponentSelection } from '../../catalog/ComponentSelection';
import { seesAll } from '../../catalog/Visibility';
import { ForecastBackTests } from './ForecastBackTests';
import { seedOf } from './Forecasting';

const scopeRef = 'component:default/checkout';
const selection: ComponentSelection = {
  scopeRef,
  ownership: 'now',
  visibility: seesAll,
};

/** Completions of each day; on the days that are missing there was none. */
function createTests(options: {
  firstItemDay: string | null;
  byDay: Map<string, number>;
}) {
  const read = jest.fn(async () => options.byDay);
  const tests = new ForecastBackTests({
    store: {
      describe: async () => ({
        components: 1,
        active: 1,
        reporting: 1,
        firstItemDay: options.firstItemDay,
        firstBuildDay: null,
        latestRecordedAt: null,
      }),
      countCompletedByDay: read,
    },
    definition: flow2026Definition,
    calculation: 'flow-2026',
    zone: 'UTC',
    clock: () => Date.parse('2026-10-15T12:00:00Z'),
  });
  return { tests, read };
}

const twoEachWeek = (first: string, to: string) =>
  new Map(
    Array.from({ length: countDays(first, to) }, (_, index) => index)
      .filter(index => index % 7 < 2)
      .map(index => [addDays(first, index), 1]),
  );

// Years are played through thousands of times, which a busy machine takes its time for.
jest.setTimeout(60_000);

describe('ForecastBackTests', () => {
  it('tests on the days from the first item to the last that is complete', async () => {
    const byDay = twoEachWeek('2026-02-02', '2026-10-13');
    const { tests, read } = createTests({ firstItemDay: '2026-02-02', byDay });
    const answer = await tests.tell(scopeRef, selection);
    expect(answer.history).toEqual({ from: '2026-02-02', to: '2026-10-13' });
    expect(read).toHaveBeenCalledWith('flow-2026', selection, answer.history);
    const { cutOffs, scores } = backTestForecasts(
      {
        from: '2026-02-02',
        dailyThroughput: Array.from(
          { length: countDays('2026-02-02', '2026-10-13') },
          (_, index) => byDay.get(addDays('2026-02-02', index)) ?? 0,
        ),
        seedOf: day => seedOf(scopeRef, day),
      },
      flow2026Definition,
    );
    expect(answer).toMatchObject({ cutOffs, scores });
    expect(cutOffs.at(-1)!.day).toBe('2026-09-28');
    expect(scores[0]).toMatchObject({ state: 'ok', n: cutOffs.length });
  });

  it('reads no more than all cut-offs need', async () => {
    const { tests, read } = createTests({
      firstItemDay: '2015-01-01',
      byDay: twoEachWeek('2025-01-01', '2026-10-13'),
    });
    const { cutOffs, history } = await tests.tell(scopeRef, selection);
    expect(countDays(history!.from, history!.to)).toBe(482);
    expect(read).toHaveBeenCalledTimes(1);
    expect(cutOffs).toHaveLength(52);
    expect(cutOffs.every(cutOff => cutOff.history.days === 90)).toBe(true);
  });

  it('makes anew what has changed, and only that', async () => {
    const byDay = twoEachWeek('2026-02-02', '2026-10-13');
    const { tests } = createTests({ firstItemDay: '2026-02-02', byDay });
    const first = await tests.tell(scopeRef, selection);
    expect((await tests.tell(scopeRef, selection)).cutOffs).toBe(first.cutOffs);
    byDay.set('2026-10-05', 7);
    const second = await tests.tell(scopeRef, selection);
    expect(second.scores).not.toEqual(first.scores);
    expect(second.cutOffs.map(({ day }) => day)).toEqual(
      first.cutOffs.map(({ day }) => day),
    );
  });

  it.each([null, '2026-10-14'])(
    'has no data where the first item is of %s',
    async firstItemDay => {
      const { tests, read } = createTests({ firstItemDay, byDay: new Map() });
      expect(await tests.tell(scopeRef, selection)).toMatchObject({
        history: null,
        cutOffs: [],
        scores: [
          { state: 'no_data', n: 0 },
          { state: 'no_data', n: 0 },
          { state: 'no_data', n: 0 },
        ],
      });
      expect(read).not.toHaveBeenCalled();
    },
  );
});
