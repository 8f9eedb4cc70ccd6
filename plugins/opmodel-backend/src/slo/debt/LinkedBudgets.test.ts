import { seesAll, type Visibility } from '../../catalog/Visibility';
import { LinkedBudgets } from './LinkedBudgets';

const noon = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;

const slo = (name: string, given: object = {}) => ({
  definition: {
    ref: `slo:default/${name}`,
    title: name,
    composite: false,
    objectives: [{ index: 0 }],
    window: { type: 'rolling' },
    ...given,
  },
});
const state = (name: string, given: object = {}) => ({
  sloRef: `slo:default/${name}`,
  objective: 0,
  state: 'healthy',
  target: 0.999,
  remaining: 0.25,
  window: { from: noon - 30 * DAY, to: noon },
  measuredUntil: noon,
  burns: { '1d': 2 },
  ...given,
});

function listSpent(
  slos: ReturnType<typeof slo>[],
  states: ReturnType<typeof state>[],
  visibility: Visibility = seesAll,
) {
  const budgets = new LinkedBudgets({
    definitions: {
      list: async (refs: string[]) =>
        slos.filter(({ definition }) => refs.includes(definition.ref)),
    },
    evaluations: { listStates: async () => states },
    reads: {
      findAll: async (refs: string[], { type }: Visibility) =>
        new Set(type === 'all' ? refs : []),
    },
  } as any);
  return budgets.listSpent(
    slos.map(({ definition }) => definition.ref),
    visibility,
    noon,
  );
}

describe('LinkedBudgets', () => {
  it('tells budgets as time, which is a thousandth of thirty days', async () => {
    // 0.001 × 2,592,000 s are 2,592 s, of which three quarters are spent.
    expect(await listSpent([slo('works')], [state('works')])).toEqual([
      {
        sloRef: 'slo:default/works',
        title: 'works',
        allowedSeconds: expect.closeTo(2_592, 6),
        spentSeconds: expect.closeTo(1_944, 6),
      },
    ]);
  });

  it('tells more than there was of a budget that is exhausted', async () => {
    const [{ allowedSeconds, spentSeconds }] = await listSpent(
      [slo('works')],
      [state('works', { remaining: -0.5 })],
    );
    expect(spentSeconds).toBeCloseTo(1.5 * allowedSeconds!, 6);
  });

  it('speaks of the objective with the least left, and of a composite as a whole', async () => {
    const objectives = [{ index: 0 }, { index: 1 }];
    const found = await listSpent(
      [
        slo('apart', { objectives }),
        slo('joint', { objectives, composite: true }),
      ],
      [
        state('apart', { remaining: 0.9 }),
        state('apart', { objective: 1, target: 0.99, remaining: 0.1 }),
        state('joint', { remaining: 0.1 }),
        state('joint', { objective: -1, target: 0.9, remaining: 0.5 }),
      ],
    );
    expect(found.map(({ spentSeconds }) => spentSeconds)).toEqual([
      expect.closeTo(0.01 * 2_592_000 * 0.9, 6),
      expect.closeTo(0.1 * 2_592_000 * 0.5, 6),
    ]);
  });

  it('takes for unknown what was never measured, or ended since', async () => {
    const found = await listSpent(
      [
        slo('silent'),
        slo('empty'),
        slo('ended', { window: { type: 'calendar' } }),
      ],
      [
        state('empty', { window: null, remaining: null }),
        state('ended', {
          window: { from: noon - 2 * DAY, to: noon - DAY },
          measuredUntil: noon - DAY,
        }),
      ],
    );
    expect(
      found.map(({ allowedSeconds, spentSeconds }) => [
        allowedSeconds,
        spentSeconds,
      ]),
    ).toEqual([
      [null, null],
      [null, null],
      [expect.closeTo(86.4, 6), null],
    ]);
  });

  it('tells nothing of what may not be seen', async () => {
    expect(
      await listSpent([slo('works')], [state('works')], { type: 'none' }),
    ).toEqual([]);
  });
});
