import type {
  AllocationUnit,
  CapacitySplit,
  FlowDefinition,
} from './flowDefinition';
import { type WorkCategory, workCategories } from './flowFacts';

/** How capacity was spent, against what was agreed. */
export interface CapacityAllocation {
  /** `unclassified`: more of the work than the definition allows has no category, so it is shown and not graded. */
  state: 'ok' | 'thin' | 'no_data' | 'unclassified';
  unit: AllocationUnit;
  /** In the unit (seconds for `active_time`); null without data. */
  total: number | null;
  /** Of the total, 0 to 1. */
  unclassifiedShare: number | null;
  /** One row a category, in the order of {@link workCategories}. */
  categories: CategoryAllocation[];
}

/** What one category took. */
export interface CategoryAllocation {
  category: WorkCategory;
  /** In the unit of the allocation. */
  amount: number;
  /** Of what is classified, 0 to 1; null for what is not, and where nothing is. */
  share: number | null;
  /** What was agreed; null where nothing was. */
  target: number | null;
  /** Share less target. */
  delta: number | null;
}

/**
 * Capacity allocation, the flow distribution: what each category took of the work that was completed. Shares are of the work that
 * is classified, and so add up to 1.
 *
 * Source: flow distribution of Kersten, "Project to Product", 2018, with categories of one's own.
 *
 * @param amounts - by category in the unit: items, seconds, or days of one engineer
 * @param items - completed items that the amounts come from
 */
export function computeAllocation(
  {
    unit,
    amounts,
    items,
    split,
  }: {
    unit: AllocationUnit;
    amounts: Partial<Record<WorkCategory, number>>;
    items: number;
    split: CapacitySplit;
  },
  definition: FlowDefinition,
): CapacityAllocation {
  const amountOf = (category: WorkCategory) => amounts[category] ?? 0;
  const total = workCategories.reduce(
    (sum, category) => sum + amountOf(category),
    0,
  );
  const unclassified = amountOf('unclassified');
  const classified = total - unclassified;
  const unclassifiedShare = total === 0 ? null : unclassified / total;

  return {
    state: stateOf(items, unclassifiedShare, definition),
    unit,
    total: total === 0 ? null : total,
    unclassifiedShare,
    categories: workCategories.map(category => {
      const amount = amountOf(category);
      if (category === 'unclassified') {
        return { category, amount, share: null, target: null, delta: null };
      }
      const share = classified > 0 ? amount / classified : null;
      const target = split[category] ?? null;
      return {
        category,
        amount,
        share,
        target,
        delta: share === null || target === null ? null : share - target,
      };
    }),
  };
}

function stateOf(
  items: number,
  unclassifiedShare: number | null,
  definition: FlowDefinition,
): CapacityAllocation['state'] {
  if (unclassifiedShare === null) {
    return 'no_data';
  }
  if (unclassifiedShare > definition.unclassifiedThreshold) {
    return 'unclassified';
  }
  return items < definition.minimumItems ? 'thin' : 'ok';
}
