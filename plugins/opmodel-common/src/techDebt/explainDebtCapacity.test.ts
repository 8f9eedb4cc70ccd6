import { splitInForce } from '../flow/capacityAgreement';
import { computeAllocation } from '../flow/computeAllocation';
import { flow2026Definition } from '../flow/flowDefinition';
import type { WorkCategory } from '../flow/flowFacts';
import { capacityForDebt } from './capacityForDebt';
import { explainDebtCapacity } from './explainDebtCapacity';

const inForce = splitInForce(
  [
    {
      scopeRef: 'group:default/payments',
      from: '2026-01-01',
      split: { feature: 0.8, debt: 0.2 },
      note: null,
      exceptions: [],
    },
  ],
  { from: '2026-03-01', to: '2026-03-31' },
  flow2026Definition.defaultSplit,
);

function explain(amounts: Partial<Record<WorkCategory, number>>) {
  const allocation = computeAllocation(
    { unit: 'items', amounts, items: 25, split: inForce.split },
    flow2026Definition,
  );
  return explainDebtCapacity(capacityForDebt(allocation, inForce), allocation);
}

describe('explainDebtCapacity', () => {
  it('tells each number with the figures that it is made of', () => {
    expect(explain({ feature: 18, debt: 2, unclassified: 5 })).toEqual([
      {
        number: 'spentShare',
        numerator: 2,
        denominator: 20,
        formula: '2 ÷ 20 = 0.1',
      },
      {
        number: 'agreedShare',
        numerator: 4,
        denominator: 20,
        formula: '4 ÷ 20 = 0.2',
      },
      {
        number: 'delta',
        numerator: null,
        denominator: null,
        formula: '0.1 − 0.2 = −0.1',
      },
      {
        number: 'unclassifiedShare',
        numerator: 5,
        denominator: 25,
        formula: '5 ÷ 25 = 0.2',
      },
    ]);
  });

  it('says nothing of numbers that nobody knows', () => {
    expect(explain({})).toEqual([]);
    expect(explain({ unclassified: 5 }).map(({ number }) => number)).toEqual([
      'unclassifiedShare',
    ]);
  });
});
