import {
  computeAllocation,
  flow2026Definition,
  splitInForce,
  type WorkCategory,
} from '@opmodel/backstage-plugin-opmodel-common';
import { seesAll } from '../../catalog/Visibility';
import { DebtCapacityReader } from './DebtCapacityReader';

const window = {
  from: '2026-04-01',
  to: '2026-04-30',
  days: 30,
  previous: { from: '2026-03-02', to: '2026-03-31' },
};
const asked = {
  scopeRef: 'group:default/shop',
  window,
  ownership: 'then',
} as const;

/** What was completed by the first day of a window, against a fifth for debt that was agreed on in April. */
function readerOf(
  completed: Record<string, Partial<Record<WorkCategory, number>>>,
) {
  const read = jest.fn(async (_selection: unknown, days: typeof window) => {
    const inForce = splitInForce(
      [
        {
          scopeRef: asked.scopeRef,
          from: '2026-04-01',
          split: { feature: 0.8, debt: 0.2 },
          note: 'Pay back first',
          exceptions: [],
        },
      ],
      days,
      flow2026Definition.defaultSplit,
    );
    const amounts = completed[days.from] ?? {};
    const items = Object.values(amounts).reduce((sum, one) => sum + one, 0);
    const allocation = computeAllocation(
      { unit: 'items', amounts, items, split: inForce.split },
      flow2026Definition,
    );
    const { agreement } = inForce;
    return {
      allocation: {
        ...allocation,
        agreement: agreement && { ...agreement, exception: null },
      },
      inForce,
    };
  });
  return { reader: new DebtCapacityReader({ capacity: { read } }), read };
}

describe('DebtCapacityReader', () => {
  it('lays what was spent beside what was agreed, in the window and in the one before', async () => {
    const { reader, read } = readerOf({
      '2026-04-01': { feature: 15, debt: 5 },
      '2026-03-02': { feature: 18, debt: 2 },
    });
    const capacity = await reader.read(asked, seesAll);
    expect(capacity).toMatchObject({
      unit: 'items',
      noDataBecause: null,
      agreement: { scopeRef: asked.scopeRef, note: 'Pay back first' },
      current: {
        from: '2026-04-01',
        to: '2026-04-30',
        basis: 'agreed',
        agreedShare: 0.2,
        spentShare: 0.25,
        spent: 5,
        agreed: 4,
        classified: 20,
      },
      previous: {
        from: '2026-03-02',
        to: '2026-03-31',
        // Nobody had agreed on anything yet: it is what the definition proposes.
        basis: 'default',
        agreedShare: 0.1,
        spentShare: 0.1,
      },
    });
    expect(capacity.current.explanation[0].formula).toBe('5 ÷ 20 = 0.25');
    expect(read.mock.calls[1][1]).toEqual({
      from: '2026-03-02',
      to: '2026-03-31',
      days: 30,
      previous: { from: '2026-01-31', to: '2026-03-01' },
    });
  });

  it.each([
    ['nothing_completed', {}],
    ['nothing_classified', { unclassified: 4 }],
  ])(
    'knows no share where %s, and takes it for no nought',
    async (reason, amounts) => {
      const { reader } = readerOf({ '2026-04-01': amounts });
      expect(await reader.read(asked, seesAll)).toMatchObject({
        noDataBecause: reason,
        current: {
          agreedShare: 0.2,
          spentShare: null,
          spent: null,
          agreed: null,
          delta: null,
        },
      });
    },
  );

  it('knows that none was spent where something else was done', async () => {
    const { reader } = readerOf({ '2026-04-01': { feature: 20 } });
    expect(await reader.read(asked, seesAll)).toMatchObject({
      noDataBecause: null,
      current: { spentShare: 0, delta: -0.2 },
    });
  });

  it('knows nothing where flow is switched off, and asks nobody', async () => {
    const reader = new DebtCapacityReader({ capacity: undefined });
    expect(await reader.read(asked, seesAll)).toMatchObject({
      noDataBecause: 'flow_off',
      agreement: null,
      current: {
        state: 'no_data',
        basis: 'none',
        agreedShare: null,
        spentShare: null,
        explanation: [],
      },
    });
  });
});
