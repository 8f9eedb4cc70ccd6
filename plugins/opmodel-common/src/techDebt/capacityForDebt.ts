import type { SplitInForce } from '../flow/capacityAgreement';
import type { CapacityAllocation } from '../flow/computeAllocation';
import type { AllocationUnit } from '../flow/flowDefinition';

/** How much of its capacity a team agreed to spend on debt, and how much it spent. */
export interface CapacityForDebt {
  /** That of the allocation: nothing is graded of `thin`, `unclassified` or `no_data`. */
  state: CapacityAllocation['state'];
  /** Where the agreed share comes from. `default`: nobody agreed on anything, and the share is what the definition proposes. */
  basis: 'agreed' | 'exception' | 'default' | 'none';
  /** Of the capacity, 0 to 1; null: nothing is asked for debt. */
  agreedShare: number | null;
  /** Of what is classified, 0 to 1; null: nothing is. */
  spentShare: number | null;
  /** Spent less agreed. */
  delta: number | null;
  unit: AllocationUnit;
  /** What went to debt, in the unit; null: nothing is classified. */
  spent: number | null;
  /** What the agreed share comes to of all that is classified, in the unit; null where one of both is not known. */
  agreed: number | null;
  /** What was completed in the window and is classified, in the unit. */
  classified: number | null;
}

/**
 * The capacity that was agreed for debt against what was spent on it, out of the flow distribution.
 *
 * @param allocation - of the window, computed with the split that is in force
 * @param inForce - the split in force over the same window
 */
export function capacityForDebt(
  allocation: CapacityAllocation,
  inForce: SplitInForce,
): CapacityForDebt {
  const debt = allocation.categories.find(
    ({ category }) => category === 'debt',
  );
  const agreedShare = inForce.split.debt ?? null;
  const spentShare = debt?.share ?? null;
  const classified =
    spentShare === null
      ? null
      : allocation.categories.reduce(
          (sum, { category, amount }) =>
            category === 'unclassified' ? sum : sum + amount,
          0,
        );
  return {
    state: allocation.state,
    basis: basisOf(inForce, agreedShare),
    agreedShare,
    spentShare,
    delta:
      spentShare === null || agreedShare === null
        ? null
        : spentShare - agreedShare,
    unit: allocation.unit,
    spent: spentShare === null || !debt ? null : debt.amount,
    agreed:
      classified === null || agreedShare === null
        ? null
        : classified * agreedShare,
    classified,
  };
}

function basisOf(
  { agreement, exception }: SplitInForce,
  agreedShare: number | null,
): CapacityForDebt['basis'] {
  if (agreedShare === null) {
    return 'none';
  }
  if (exception !== null) {
    return 'exception';
  }
  return agreement === null ? 'default' : 'agreed';
}
