import type { SubjectPart } from '../../subjectParts';
import type { TechDebtGround } from '../TechDebtPart';
import { AuthorizedDebtAcceptanceService } from './AuthorizedDebtAcceptanceService';
import { addDebtAcceptanceRoutes } from './debtAcceptanceRouter';
import { DebtAcceptanceService } from './DebtAcceptanceService';
import { DebtAcceptanceSettler } from './DebtAcceptanceSettler';
import { isOfDebtItem } from './isOfDebtItem';

/** Puts accepting debt together: asking for it, and what becomes of the item. All else is the acceptances' own. */
export function createDebtAcceptancesPart(ground: TechDebtGround): SubjectPart {
  const { acceptances, calendar, httpAuth, register, scheduler } = ground;
  const given = { ...ground, store: register.store, zone: calendar.zone };
  const settler = new DebtAcceptanceSettler(given);
  acceptances.onChanged('debt', async record => {
    if (isOfDebtItem(record)) {
      await settler.settle(record.subjectRef!, record.decidedBy);
    }
  });
  const authorized = new AuthorizedDebtAcceptanceService({
    ...ground,
    callers: register.callers,
    service: new DebtAcceptanceService(given),
  });
  return {
    addRoutes(router) {
      addDebtAcceptanceRoutes(router, { acceptances: authorized, httpAuth });
    },
    tasks: [
      {
        id: 'opmodel-tech-debt-acceptances',
        runner: scheduler.createScheduledTaskRunner({
          frequency: { minutes: 15 },
          initialDelay: { minutes: 1 },
          timeout: { minutes: 10 },
          scope: 'global',
        }),
        run: signal => settler.settleAll(signal),
      },
    ],
  };
}
