import type { CreateTechDebtPart } from '../TechDebtPart';
import { AuthorizedDebtReportService } from './AuthorizedDebtReportService';
import { DebtReportDescriber } from './DebtReportDescriber';
import { addDebtReportRoutes } from './debtReportRouter';
import { DebtReportService } from './DebtReportService';
import type { DebtReportStore } from './DebtReportStore';

/** Puts the reports of what debt cost together. */
export function createReportsPart({
  store,
}: {
  store: DebtReportStore;
}): CreateTechDebtPart {
  return ground => {
    const { calendar, httpAuth, register } = ground;
    const { callers, names, store: items } = register;
    const describer = new DebtReportDescriber({ items, names });
    const given = { ...ground, store, items, describer, zone: calendar.zone };
    const reports = new AuthorizedDebtReportService({
      ...given,
      callers,
      reports: new DebtReportService(given),
    });
    return {
      addRoutes(router) {
        addDebtReportRoutes(router, { reports, httpAuth });
      },
    };
  };
}
