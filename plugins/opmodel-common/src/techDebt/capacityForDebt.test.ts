import fc from 'fast-check';
import {
  type CapacityAgreement,
  splitInForce,
} from '../flow/capacityAgreement';
import { computeAllocation } from '../flow/computeAllocation';
import { type CapacitySplit, flow2026Definition } from '../flow/flowDefinition';
import type { WorkCategory } from '../flow/flowFacts';
import { capacityForDebt } from './capacityForDebt';

const window = { from: '2026-03-01', to: '2026-03-31' };
const agreement: CapacityAgreement = {
  scopeRef: 'group:default/payments',
  from: '2026-01-01',
  split: { feature: 0.7, debt: 0.2, security: 0.1 },
  note: null,
  exceptions: [],
};

function capacity(
  amounts: Partial<Record<WorkCategory, number>>,
  agreements: CapacityAgreement[] = [agreement],
  defaultSplit: CapacitySplit = flow2026Definition.defaultSplit,
) {
  const inForce = splitInForce(agreements, window, defaultSplit);
  const items = Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
  return capacityForDebt(
    computeAllocation(
      { unit: 'items', amounts, items, split: inForce.split },
      flow2026Definition,
    ),
    inForce,
  );
}

describe('capacityForDebt', () => {
  it('lays what was spent beside what was agreed', () => {
    expect(capacity({ feature: 16, debt: 4, unclassified: 5 })).toEqual({
      state: 'ok',
      basis: 'agreed',
      agreedShare: 0.2,
      spentShare: 0.2,
      delta: 0,
      unit: 'items',
      spent: 4,
      agreed: 4,
      classified: 20,
    });
    expect(capacity({ feature: 19, debt: 1 })).toMatchObject({
      spentShare: 0.05,
      spent: 1,
      agreed: 4,
    });
  });

  it('says where the share comes from', () => {
    const basis = (...agreements: CapacityAgreement[]) =>
      capacity({ debt: 9 }, agreements).basis;
    expect(basis()).toBe('default');
    expect(basis({ ...agreement, split: { feature: 1 } })).toBe('none');
    expect(
      basis({
        ...agreement,
        exceptions: [
          {
            from: '2026-03-02',
            to: '2026-03-03',
            split: { debt: 1 },
            reason: 'A week without features',
          },
        ],
      }),
    ).toBe('exception');
  });

  it('says nothing of what nobody classified or did', () => {
    expect(capacity({})).toMatchObject({
      state: 'no_data',
      spentShare: null,
      spent: null,
      agreed: null,
      delta: null,
      classified: null,
      agreedShare: 0.2,
    });
    expect(capacity({ unclassified: 9 })).toMatchObject({
      state: 'unclassified',
      spent: null,
    });
    // Debt was done none of, which is known where something else was.
    expect(capacity({ feature: 9 })).toMatchObject({ spentShare: 0, spent: 0 });
  });

  it('has spent all that was agreed just where its share is the agreed one', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.nat(500),
        fc.nat(500),
        (feature, debt, unclassified) => {
          const spent = capacity({ feature, debt, unclassified });
          expect(spent.delta ?? 0).toBeCloseTo(
            feature + debt === 0
              ? 0
              : (spent.spent! - spent.agreed!) / (feature + debt),
            9,
          );
          expect(spent.classified ?? 0).toBe(feature + debt);
        },
      ),
    );
  });
});
