import { DebtSelections } from '../items/DebtSelections';
import type { DebtItemStore } from '../items/DebtItemStore';
import type { CreateTechDebtPart } from '../TechDebtPart';
import { DebtAttention } from './DebtAttention';
import { ReopenedDebt } from './ReopenedDebt';

/** Puts together what tells owners of their debt. */
export function createDebtAttentionPart({
  store,
}: {
  store: DebtItemStore;
}): CreateTechDebtPart {
  return ground => {
    const given = { ...ground, store, zone: ground.calendar.zone };
    const attention = new DebtAttention({
      ...given,
      reopened: new ReopenedDebt(given),
      selections: new DebtSelections(given),
    });
    return {
      listAttention: (visibility, owners) => attention.list(visibility, owners),
    };
  };
}
