import { NamedEntities } from '../../decisions/NamedEntities';
import { DebtCallers } from '../items/DebtCaller';
import type { DebtItemStore } from '../items/DebtItemStore';
import type { CreateTechDebtPart } from '../TechDebtPart';
import { AuthorizedDebtReportService } from './AuthorizedDebtReportService';
import { DebtReportDescriber } from './DebtReportDescriber';
import { addDebtReportRoutes } from './debtReportRouter';
import { DebtReportService } from './DebtReportService';
import type { DebtReportStore } from './DebtReportStore';

/** Puts the reports of what debt cost together. */
export function createReportsPart({
  store,
  items,
}: {
  store: DebtReportStore;
  items: DebtItemStore;
}): CreateTechDebtPart {
  return ground => {
    const { calendar, catalog, httpAuth } = ground;
    const names = new NamedEntities({ catalog });
    const describer = new DebtReportDescriber({ items, names });
    const given = { ...ground, store, items, describer, zone: calendar.zone };
    const reports = new AuthorizedDebtReportService({
      ...given,
      callers: new DebtCallers({ ...ground, store: items }),
      reports: new DebtReportService(given),
    });
    return {
      addRoutes(router) {
        addDebtReportRoutes(router, { reports, httpAuth });
      },
    };
  };
}
