import fc from 'fast-check';
import { debtStatuses } from './debtItem';
import { isOpenDebt } from './debtStatusMachine';
import { noEstimate } from './estimateRanges';
import { type PayingOrder, payingTopTen } from './payingTopTen';
import { priceDebt } from './priceDebt';
import { anyEstimate, debtItem } from './__testUtils__/debtItems';

const orders: PayingOrder[] = [
  'priority',
  'wsjf',
  'risk',
  'interest',
  'payback',
];
const anyItems = fc.uniqueArray(
  fc
    .record({
      id: fc.uuid(),
      status: fc.constantFrom('open' as const, ...debtStatuses),
      estimate: anyEstimate,
    })
    .map(debtItem),
  { maxLength: 25, selector: ({ id }) => id },
);
const anyOrder = fc.constantFrom(...orders);

describe('payingTopTen', () => {
  it('lists items that are to be paid, with the best first, and counts the others', () => {
    fc.assert(
      fc.property(anyItems, anyOrder, (items, order) => {
        const open = items.filter(({ status }) => isOpenDebt(status));
        const valueOf = (item: (typeof items)[number]) => {
          const price = priceDebt(item.estimate)[order];
          switch (price.state) {
            case 'scored':
              return order === 'payback' ? -price.value : price.value;
            case 'never_pays_back':
              return -Infinity;
            default:
              return null;
          }
        };
        const values = open
          .flatMap(item => valueOf(item) ?? [])
          .sort((a, b) => (a > b ? -1 : 1));
        const paid = payingTopTen(items, { order });
        const listed = paid.items.map(({ id }) =>
          valueOf(open.find(item => item.id === id)!),
        );
        expect(listed).toEqual(values.slice(0, 10));
        expect(paid.notScored).toBe(open.length - values.length);
      }),
    );
  });

  it('takes what the listed items take, and no more', () => {
    fc.assert(
      fc.property(
        anyItems,
        anyOrder,
        fc.integer({ min: 1, max: 12 }),
        (items, order, count) => {
          const paid = payingTopTen(items, { order, count });
          const known = paid.items.filter(
            ({ principalDays }) => principalDays !== null,
          );
          expect(paid.items.length).toBeLessThanOrEqual(count);
          expect(paid.withoutPrincipal).toBe(paid.items.length - known.length);
          expect(paid.principalDays === null).toBe(known.length === 0);
          expect(paid.principalDays ?? 0).toBeCloseTo(
            known.reduce((sum, item) => sum + item.principalDays!, 0),
            6,
          );
          const withRisk = paid.items.filter(
            ({ risk }) => risk.state === 'scored',
          );
          expect(
            paid.risksRemoved.reduce((sum, field) => sum + field.items, 0),
          ).toBe(withRisk.length);
        },
      ),
    );
  });

  it('does not depend on the order of the items', () => {
    fc.assert(
      fc.property(anyItems, anyOrder, (items, order) => {
        expect(payingTopTen([...items].reverse(), { order })).toEqual(
          payingTopTen(items, { order }),
        );
      }),
    );
  });

  it('says what it buys, item by item, and never what they cost together', () => {
    const estimate = {
      ...noEstimate,
      principalDays: 5,
      interestDays: 0.5,
      occurrencesPerMonth: 4,
      impact: 4,
      likelihood: 3,
    };
    const paid = payingTopTen(
      [
        debtItem({ id: 'a', estimate }),
        debtItem({ id: 'b', estimate: { ...estimate, principalDays: 10 } }),
        debtItem({ id: 'c', estimate: { ...estimate, interestDays: 0 } }),
        debtItem({ id: 'd', estimate: { ...estimate, impact: null } }),
        debtItem({ id: 'e', estimate, status: 'accepted' }),
        debtItem({ id: 'f', estimate, status: 'resolved' }),
      ],
      { rate: { amount: 800, currency: 'EUR' } },
    );
    expect(
      paid.items.map(({ id, chosenBy, interest, payback }) => [
        id,
        chosenBy.state === 'scored' && chosenBy.formula,
        interest.state === 'scored' && interest.value,
        payback.state === 'scored' ? payback.value : payback.state,
      ]),
    ).toEqual([
      ['a', '0.5 × 4 × (4 × 3) ÷ 5 = 4.8', 2, 2.5],
      ['b', '0.5 × 4 × (4 × 3) ÷ 10 = 2.4', 2, 5],
      ['c', '0 × 4 × (4 × 3) ÷ 5 = 0', 0, 'never_pays_back'],
    ]);
    expect(paid).toMatchObject({
      principalDays: 20,
      withoutPrincipal: 0,
      cost: { amount: 16000, currency: 'EUR', per: 'once' },
      risksRemoved: [{ impact: 4, likelihood: 3, items: 3 }],
      notScored: 1,
      accepted: 1,
    });
    expect(Object.keys(paid)).not.toContain('interest');
  });

  it('of nothing takes nothing that is known', () => {
    expect(payingTopTen([])).toMatchObject({
      items: [],
      principalDays: null,
      cost: null,
      risksRemoved: [],
      notScored: 0,
    });
  });
});
