import type { CapacityAllocation } from '../flow/computeAllocation';
import type { CapacityForDebt } from './capacityForDebt';
import { printNumber, printResult } from './debtPrice';

/** How one number of the capacity for debt came about. Amounts are in the unit of the allocation. */
export interface DebtCapacityTerm {
  number: 'spentShare' | 'agreedShare' | 'delta' | 'unclassifiedShare';
  /** What is counted; null: the number is no share of anything, but a difference. */
  numerator: number | null;
  /** Of what; null as above. */
  denominator: number | null;
  /** With the figures put in, such as `4 ÷ 20 = 0.2`. */
  formula: string;
}

/** The numbers of the capacity for debt that are known, each with the figures that it is made of. */
export function explainDebtCapacity(
  capacity: CapacityForDebt,
  allocation: CapacityAllocation,
): DebtCapacityTerm[] {
  const { agreedShare, spentShare, delta, spent, agreed, classified } =
    capacity;
  const { total, unclassifiedShare } = allocation;
  const unclassified = allocation.categories.find(
    ({ category }) => category === 'unclassified',
  );
  const terms: DebtCapacityTerm[] = [];
  if (spentShare !== null && spent !== null && classified !== null) {
    terms.push({
      number: 'spentShare',
      numerator: spent,
      denominator: classified,
      formula: quotient(spent, classified, spentShare),
    });
  }
  if (agreedShare !== null && agreed !== null && classified !== null) {
    terms.push({
      number: 'agreedShare',
      numerator: agreed,
      denominator: classified,
      formula: quotient(agreed, classified, agreedShare),
    });
  }
  if (delta !== null && spentShare !== null && agreedShare !== null) {
    terms.push({
      number: 'delta',
      numerator: null,
      denominator: null,
      formula: `${printNumber(spentShare)} − ${printNumber(
        agreedShare,
      )} ${printResult(delta)}`,
    });
  }
  if (total !== null && unclassifiedShare !== null && unclassified) {
    terms.push({
      number: 'unclassifiedShare',
      numerator: unclassified.amount,
      denominator: total,
      formula: quotient(unclassified.amount, total, unclassifiedShare),
    });
  }
  return terms;
}

function quotient(
  numerator: number,
  denominator: number,
  result: number,
): string {
  return `${printNumber(numerator)} ÷ ${printNumber(denominator)} ${printResult(
    result,
  )}`;
}
