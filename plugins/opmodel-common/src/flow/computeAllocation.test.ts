import fc from 'fast-check';
import { type CapacityAgreement, splitInForce } from './capacityAgreement';
import { computeAllocation } from './computeAllocation';
import { flow2026Definition } from './flowDefinition';
import { workCategories, type WorkCategory } from './flowFacts';

const allocate = (
  amounts: Partial<Record<WorkCategory, number>>,
  items = 20,
  split = flow2026Definition.defaultSplit,
) =>
  computeAllocation(
    { unit: 'items', amounts, items, split },
    flow2026Definition,
  );

describe('computeAllocation', () => {
  it('compares what each category took with what was agreed', () => {
    const allocation = allocate({
      feature: 10,
      reliability: 2,
      debt: 4,
      unclassified: 4,
    });
    expect(allocation).toMatchObject({
      state: 'ok',
      total: 20,
      unclassifiedShare: 0.2,
    });
    expect(
      allocation.categories.map(({ category, amount, share, target }) => [
        category,
        amount,
        share,
        target,
      ]),
    ).toEqual([
      ['feature', 10, 0.625, 0.6],
      ['reliability', 2, 0.125, 0.2],
      ['debt', 4, 0.25, 0.1],
      ['security', 0, 0, 0.1],
      ['platform', 0, 0, null],
      ['unclassified', 4, null, null],
    ]);
    expect(allocation.categories[0].delta).toBeCloseTo(0.025);
    expect(allocation.categories[4].delta).toBeNull();
  });

  it('does not grade what is unclassified beyond a fifth, thin or missing', () => {
    expect(allocate({ feature: 79, unclassified: 21 }).state).toBe(
      'unclassified',
    );
    expect(allocate({ feature: 80, unclassified: 20 }).state).toBe('ok');
    expect(allocate({ feature: 4 }, 4).state).toBe('thin');
    expect(allocate({}, 0)).toMatchObject({
      state: 'no_data',
      total: null,
      unclassifiedShare: null,
    });
    expect(allocate({ unclassified: 3 }).categories[0].share).toBeNull();
  });

  it('gives shares from 0 to 1 that add up to 1', () => {
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(
            workCategories.map(category => [
              category,
              fc.nat({ max: 1_000_000 }),
            ]),
          ) as Record<WorkCategory, fc.Arbitrary<number>>,
          { requiredKeys: [] },
        ),
        amounts => {
          const shares = allocate(amounts)
            .categories.map(({ share }) => share)
            .filter(share => share !== null);
          const classified = workCategories.some(
            category => category !== 'unclassified' && amounts[category],
          );
          expect(shares).toHaveLength(classified ? 5 : 0);
          for (const share of shares) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(
            classified ? 1 : 0,
          );
        },
      ),
    );
  });
});

describe('splitInForce', () => {
  const agreement: CapacityAgreement = {
    scopeRef: 'group:default/payments',
    from: '2026-03-01',
    split: { feature: 0.5, reliability: 0.5 },
    note: null,
    exceptions: [
      {
        from: '2026-03-11',
        to: '2026-03-15',
        split: { security: 1 },
        reason: 'Move to new certificates',
      },
    ],
  };
  const split = (from: string, to: string, agreements = [agreement]) =>
    splitInForce(agreements, { from, to }, flow2026Definition.defaultSplit);

  it('is the default where nothing is agreed', () => {
    expect(split('2026-02-01', '2026-02-28')).toEqual({
      split: flow2026Definition.defaultSplit,
      agreement: null,
      exception: null,
    });
  });

  it('weighs an exception by its days', () => {
    const { split: weighed, exception } = split('2026-03-01', '2026-03-20');
    expect(weighed).toEqual({
      feature: 0.375,
      reliability: 0.375,
      security: 0.25,
    });
    expect(exception?.reason).toBe('Move to new certificates');
    expect(split('2026-03-16', '2026-03-20').exception).toBeNull();
  });

  it('keeps an exception when a new agreement begins within it', () => {
    const next = {
      ...agreement,
      from: '2026-03-13',
      split: { feature: 1 },
      exceptions: [],
    };
    for (const agreements of [
      [agreement, next],
      [next, agreement],
    ]) {
      expect(split('2026-03-12', '2026-03-15', agreements)).toEqual({
        split: { security: 1 },
        agreement: next,
        exception: agreement.exceptions[0],
      });
      expect(split('2026-03-14', '2026-03-17', agreements).split).toEqual({
        security: 0.5,
        feature: 0.5,
      });
    }
    // The new agreement may except the days otherwise.
    const other = {
      ...next,
      exceptions: [
        {
          from: '2026-03-13',
          to: '2026-03-14',
          split: { debt: 1 },
          reason: 'Taking down the old data centre',
        },
      ],
    };
    expect(split('2026-03-13', '2026-03-14', [agreement, other]).split).toEqual(
      { debt: 1 },
    );
    expect(split('2026-03-15', '2026-03-15', [agreement, other]).split).toEqual(
      { security: 1 },
    );
  });

  it('follows the latest agreement from its day on, in whatever order they come', () => {
    const next = {
      ...agreement,
      from: '2026-03-06',
      split: { feature: 1 },
      exceptions: [],
    };
    const expected = {
      split: { feature: 0.75, reliability: 0.25 },
      agreement: next,
      exception: null,
    };
    expect(split('2026-03-01', '2026-03-10', [agreement, next])).toEqual(
      expected,
    );
    expect(split('2026-03-01', '2026-03-10', [next, agreement])).toEqual(
      expected,
    );
  });
});
