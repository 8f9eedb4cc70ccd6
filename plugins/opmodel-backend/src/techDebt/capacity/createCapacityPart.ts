import type { FlowCapacity } from '../../flow/FlowCapacity';
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
}: {
  capacity: FlowCapacity | undefined;
}): CreateTechDebtPart {
  return ground => {
    const { calendar, register } = ground;
    const service = new AuthorizedDebtCapacityService({
      ...ground,
      callers: register.callers,
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
