import type {
  SloSpan,
  SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import { FakeSloStore } from '../FakeSloStore';
import { DAY, noon } from '../testing/slos';
import { findMissedTarget } from './findMissedTarget';

const ref = 'slo:default/a';

/** An objective of 99 % whose budget is used up. */
const exhausted = {
  ref,
  state: 'exhausted',
  whole: null,
  objectives: [
    { index: 0, target: 0.999, budget: { remaining: 0.5 } },
    { index: 1, target: 0.99, budget: { remaining: -2 } },
  ],
} as unknown as SloStatus;

describe('findMissedTarget', () => {
  let store: FakeSloStore;

  const keep = (
    windows: (SloSpan & { attainment: number; complete?: boolean })[],
  ) =>
    store.evaluations.keep({
      states: [],
      windows: windows.map(({ attainment, complete = true, ...span }) => ({
        sloRef: ref,
        objective: 1,
        target: 0.99,
        attainment,
        remaining: 1 - (1 - attainment) / 0.01,
        state: 'exhausted' as const,
        good: null,
        total: null,
        complete,
        ...span,
      })),
    });
  /** Of thirty days each, the end of each day for so many days. */
  const rolling = (days: number, attainmentAt: (daysAgo: number) => number) =>
    keep(
      Array.from({ length: days }, (_, daysAgo) => ({
        from: noon - (daysAgo + 30) * DAY,
        to: noon - daysAgo * DAY,
        attainment: attainmentAt(daysAgo),
        complete: daysAgo > 0,
      })),
    );
  const find = (slo = exhausted) => findMissedTarget(store.evaluations, slo);

  beforeEach(() => {
    store = new FakeSloStore();
  });

  it('is a target of which each of three windows in a row used up more than twice the budget', async () => {
    await rolling(65, daysAgo => (daysAgo < 31 ? 0.95 : 0.97));
    // Those that ended 1, 31 and 61 days ago; the one of today has not ended.
    expect(await find()).toEqual({ target: 0.99, attained: 0.97 });
  });

  it.each<[string, () => Promise<void>]>([
    [
      'one of them came near',
      () => rolling(65, at => (at === 31 ? 0.985 : 0.9)),
    ],
    ['fewer have ended', () => rolling(61, () => 0.9)],
    ['they are not known', async () => {}],
  ])('is none where %s', async (_, given) => {
    await given();
    expect(await find()).toBeNull();
  });

  it('is none where the target has been lowered since', async () => {
    await rolling(65, () => 0.95);
    const [, second] = exhausted.objectives;
    const lowered = { ...second, target: 0.96 };
    expect(await find({ ...exhausted, objectives: [lowered] })).toBeNull();
  });

  it('is none where a budget is left', async () => {
    await rolling(65, () => 0.9);
    expect(await find({ ...exhausted, state: 'at_risk' })).toBeNull();
  });
});
