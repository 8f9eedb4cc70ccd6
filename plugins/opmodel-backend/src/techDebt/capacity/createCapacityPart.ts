import type { FlowCapacity } from '../../flow/FlowCapacity';
import { DebtCallers } from '../items/DebtCaller';
import type { DebtItemStore } from '../items/DebtItemStore';
import type { CreateTechDebtPart } from '../TechDebtPart';
import { AuthorizedDebtCapacityService } from './AuthorizedDebtCapacityService';
import { DebtCapacityReader } from './DebtCapacityReader';
import { addDebtCapacityRoutes } from './debtCapacityRouter';

/**
 * Puts together how much capacity goes to debt.
 *
 * @param options.capacity - of the subject flow; undefined: it is switched off
 */
export function createCapacityPart({
  capacity,
  items,
}: {
  capacity: FlowCapacity | undefined;
  items: DebtItemStore;
}): CreateTechDebtPart {
  return ground => {
    const { calendar } = ground;
    const service = new AuthorizedDebtCapacityService({
      ...ground,
      callers: new DebtCallers({ ...ground, store: items }),
      reader: new DebtCapacityReader({ capacity }),
      zone: calendar.zone,
    });
    return {
      addRoutes(router) {
        addDebtCapacityRoutes(router, { ...ground, capacity: service });
      },
    };
  };
}
