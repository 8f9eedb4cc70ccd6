import {
  addDays,
  capacityForDebt,
  type DayWindow,
  type DebtCapacity,
  type DebtCapacitySpan,
  explainDebtCapacity,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { FlowCapacity, SpentCapacity } from '../../flow/FlowCapacity';

/** Of what and of which days the capacity for debt is asked. */
export interface AskedDebtCapacity {
  /** Ref of a scope that there is, or `org`. */
  scopeRef: string;
  window: DayWindow;
  ownership: 'now' | 'then';
}

/** What capacity is told, whoever the scope is called. */
export type DebtCapacityBody = Omit<
  DebtCapacity,
  'scope' | 'window' | 'ownership'
>;

/** Lays what was spent on debt beside what was agreed, in a window and in the one before. */
export class DebtCapacityReader {
  readonly #capacity: Pick<FlowCapacity, 'read'> | undefined;

  /** @param options.capacity - undefined: flow is switched off, and nothing is known */
  constructor(options: { capacity: Pick<FlowCapacity, 'read'> | undefined }) {
    this.#capacity = options.capacity;
  }

  /** @param visibility - whose work may be counted */
  async read(
    { scopeRef, window, ownership }: AskedDebtCapacity,
    visibility: Visibility,
  ): Promise<DebtCapacityBody> {
    const capacity = this.#capacity;
    if (!capacity) {
      return {
        unit: 'items',
        noDataBecause: 'flow_off',
        agreement: null,
        current: unknownSpan(window),
        previous: unknownSpan(window.previous),
      };
    }
    const selection = { scopeRef, ownership, visibility };
    const [current, previous] = await Promise.all([
      capacity.read(selection, window),
      capacity.read(selection, windowBefore(window)),
    ]);
    return {
      unit: current.allocation.unit,
      noDataBecause: reasonFor(current),
      agreement: current.allocation.agreement,
      current: toSpan(window, current),
      previous: toSpan(window.previous, previous),
    };
  }
}

function windowBefore({ days, previous }: DayWindow): DayWindow {
  return {
    ...previous,
    days,
    previous: {
      from: addDays(previous.from, -days),
      to: addDays(previous.from, -1),
    },
  };
}

function toSpan(
  { from, to }: { from: string; to: string },
  { allocation, inForce }: SpentCapacity,
): DebtCapacitySpan {
  const { unit: _unit, ...capacity } = capacityForDebt(allocation, inForce);
  return {
    from,
    to,
    ...capacity,
    explanation: explainDebtCapacity(
      { ...capacity, unit: allocation.unit },
      allocation,
    ),
  };
}

function reasonFor({
  allocation,
}: SpentCapacity): DebtCapacity['noDataBecause'] {
  if (allocation.total === null) {
    return 'nothing_completed';
  }
  return allocation.categories.every(({ share }) => share === null)
    ? 'nothing_classified'
    : null;
}

function unknownSpan({
  from,
  to,
}: {
  from: string;
  to: string;
}): DebtCapacitySpan {
  return {
    from,
    to,
    state: 'no_data',
    basis: 'none',
    agreedShare: null,
    spentShare: null,
    delta: null,
    spent: null,
    agreed: null,
    classified: null,
    explanation: [],
  };
}
