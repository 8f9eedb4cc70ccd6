import fc from 'fast-check';
import { costOfDays } from './debtCost';
import { debtInterest } from './debtInterest';
import type { DebtEstimate } from './debtItem';
import { debtPayback } from './debtPayback';
import { type DebtPrice, printResult } from './debtPrice';
import { debtPriority } from './debtPriority';
import { debtRisk } from './debtRisk';
import { debtWsjf } from './debtWsjf';
import {
  debtEstimateFields,
  estimateRanges,
  noEstimate,
} from './estimateRanges';
import { priceDebt } from './priceDebt';
import {
  anyEstimate,
  anyFullEstimate,
  anyInput,
} from './__testUtils__/debtItems';

/** What each price is computed from, and whether more of it raises or lowers the price. */
const pricedBy: [
  string,
  (estimate: DebtEstimate) => DebtPrice | ReturnType<typeof debtPayback>,
  Partial<Record<keyof DebtEstimate, 'up' | 'down'>>,
][] = [
  ['risk', debtRisk, { impact: 'up', likelihood: 'up' }],
  ['interest', debtInterest, { interestDays: 'up', occurrencesPerMonth: 'up' }],
  [
    'WSJF',
    debtWsjf,
    {
      businessValue: 'up',
      timeCriticality: 'up',
      riskReduction: 'up',
      principalDays: 'down',
    },
  ],
  [
    'priority',
    debtPriority,
    {
      interestDays: 'up',
      occurrencesPerMonth: 'up',
      impact: 'up',
      likelihood: 'up',
      principalDays: 'down',
    },
  ],
  [
    'payback',
    debtPayback,
    {
      principalDays: 'up',
      interestDays: 'down',
      occurrencesPerMonth: 'down',
    },
  ],
];

const valueOf = (price: DebtPrice | ReturnType<typeof debtPayback>) =>
  price.state === 'scored' ? price.value : undefined;

/** What never pays back comes after everything that does. */
const orderOf = (price: DebtPrice | ReturnType<typeof debtPayback>) =>
  price.state === 'never_pays_back' ? Infinity : valueOf(price)!;

describe.each(pricedBy)('the %s of an item', (_, price, inputs) => {
  const fields = Object.keys(inputs) as (keyof DebtEstimate)[];

  it.each(fields)('moves one way with %s', field => {
    fc.assert(
      fc.property(anyFullEstimate, anyInput(field), (estimate, other) => {
        const [less, more] = [estimate[field]!, other]
          .sort((a, b) => a - b)
          .map(value => orderOf(price({ ...estimate, [field]: value })));
        expect(inputs[field] === 'up' ? less <= more : more <= less).toBe(true);
      }),
    );
  });

  it('is a number that is one, or names just what is missing', () => {
    fc.assert(
      fc.property(anyEstimate, estimate => {
        const missing = fields.filter(field => estimate[field] === null);
        const priced = price(estimate);
        const named = priced.state === 'not_scored' ? priced.missing : [];
        expect([...named].sort()).toEqual([...missing].sort());
        expect(Number.isFinite(valueOf(priced) ?? 0)).toBe(true);
        expect(valueOf(priced) ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('shows all of its terms, as they were estimated, and what they come to', () => {
    fc.assert(
      fc.property(anyFullEstimate, estimate => {
        const priced = price(estimate);
        const terms = priced.state === 'not_scored' ? [] : priced.terms;
        expect(new Set(terms.map(({ id }) => id))).toEqual(new Set(fields));
        for (const { id, value, unit } of terms) {
          expect(value).toBe(estimate[id]);
          expect(unit).toBe(estimateRanges[id].unit);
        }
        const formula = priced.state === 'scored' ? priced.formula : null;
        const result = formula?.slice(formula.search(/[=≈]/));
        const value = valueOf(priced);
        expect(result).toBe(
          value === undefined ? undefined : printResult(value),
        );
      }),
    );
  });

  it('takes what an input cannot be for missing', () => {
    const ones = Object.fromEntries(
      debtEstimateFields.map(field => [field, 1]),
    ) as unknown as DebtEstimate;
    for (const field of fields) {
      for (const value of [-1, Infinity, NaN]) {
        expect(price({ ...ones, [field]: value })).toEqual({
          state: 'not_scored',
          missing: [field],
        });
      }
    }
  });
});

describe('payback', () => {
  it('never comes without interest, and is said so', () => {
    const estimate = {
      ...noEstimate,
      principalDays: 5,
      interestDays: 0,
      occurrencesPerMonth: 4,
    };
    expect(debtPayback(estimate)).toEqual({
      state: 'never_pays_back',
      terms: [
        { id: 'principalDays', value: 5, unit: 'person_days' },
        { id: 'interestDays', value: 0, unit: 'person_days' },
        { id: 'occurrencesPerMonth', value: 4, unit: 'per_month' },
      ],
    });
    expect(debtInterest(estimate)).toMatchObject({ value: 0 });
  });

  it('is what the priority divides the risk by', () => {
    fc.assert(
      fc.property(
        // Below that, numbers have fewer digits than are compared.
        anyFullEstimate.filter(({ interestDays }) => interestDays! > 1e-9),
        estimate => {
          const risk = valueOf(debtRisk(estimate))!;
          const months = valueOf(debtPayback(estimate))!;
          const priority = valueOf(debtPriority(estimate))!;
          expect(Math.abs((priority * months) / risk - 1)).toBeLessThan(1e-9);
        },
      ),
    );
  });
});

describe('the cost of an item', () => {
  const rate = { amount: 800, currency: 'EUR' };

  it('is there where a rate is configured and the days are known', () => {
    const estimate = {
      ...noEstimate,
      principalDays: 5,
      interestDays: 0.25,
      occurrencesPerMonth: 4,
    };
    expect(priceDebt(estimate, rate)).toMatchObject({
      principalCost: {
        amount: 4000,
        currency: 'EUR',
        per: 'once',
        formula: '5 × 800 = 4000',
      },
      interestCost: { amount: 800, per: 'month', formula: '1 × 800 = 800' },
    });
    for (const prices of [priceDebt(estimate), priceDebt(noEstimate, rate)]) {
      expect(prices).toMatchObject({ principalCost: null, interestCost: null });
    }
  });

  it('rises with the days', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), (some, more) => {
        expect(costOfDays(some + more, rate)!.amount).toBe(
          costOfDays(some, rate)!.amount + costOfDays(more, rate)!.amount,
        );
      }),
    );
  });

  it.each([0, -800, NaN, Infinity])('has no rate of %s', amount => {
    expect(() => costOfDays(1, { amount, currency: 'EUR' })).toThrow(
      RangeError,
    );
  });
});
