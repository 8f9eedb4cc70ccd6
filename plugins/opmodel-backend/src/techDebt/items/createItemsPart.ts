import { DebtEvidenceReader } from '../evidence/DebtEvidenceReader';
import type { DebtReportStore } from '../reports/DebtReportStore';
import { MeasuredInterestReader } from '../reports/MeasuredInterestReader';
import type { CreateTechDebtPart } from '../TechDebtPart';
import { AuthorizedDebtItemService } from './AuthorizedDebtItemService';
import { AuthorizedDebtTotalsService } from './AuthorizedDebtTotalsService';
import { catchUpFlow } from './catchUpFlow';
import { registerDebtActions } from './debtActions';
import { DebtCommentService } from './DebtCommentService';
import { DebtFlowReader } from './DebtFlowReader';
import { addDebtItemRoutes } from './debtItemRouter';
import { DebtListReader } from './DebtListReader';
import { DebtMemory } from './DebtMemory';
import { DebtPlaceReader } from './DebtPlaceReader';
import { addDebtTotalsRoutes } from './debtTotalsRouter';
import { DebtSummaryReader } from './DebtSummaryReader';
import { DebtTopReader } from './DebtTopReader';

/** Puts the items of the register together. */
export function createItemsPart({
  reports,
}: {
  reports: DebtReportStore;
}): CreateTechDebtPart {
  return ground => {
    const { calendar, httpAuth, register, scheduler, clock } = ground;
    const { store } = register;
    const given = {
      ...ground,
      ...register,
      zone: calendar.zone,
      memory: new DebtMemory(store),
    };
    register.callers.register();
    const shared = {
      ...given,
      lists: new DebtListReader(given),
      measured: new MeasuredInterestReader({ ...given, store: reports }),
    };
    const debt = new AuthorizedDebtItemService({
      ...shared,
      evidence: new DebtEvidenceReader(given),
      comments: new DebtCommentService(given),
    });
    const totals = new AuthorizedDebtTotalsService({
      ...shared,
      summaries: new DebtSummaryReader(given),
      flows: new DebtFlowReader(given),
      places: new DebtPlaceReader(given),
      tops: new DebtTopReader(given),
    });
    return {
      addRoutes(router) {
        addDebtItemRoutes(router, { debt, httpAuth, clock });
        addDebtTotalsRoutes(router, { totals, httpAuth, calendar, clock });
      },
      registerActions: () => registerDebtActions({ ...ground, debt, totals }),
      tasks: [
        {
          id: 'opmodel-tech-debt-flow',
          runner: scheduler.createScheduledTaskRunner({
            frequency: { minutes: 1 },
            timeout: { minutes: 30 },
          }),
          run: signal => catchUpFlow(store, signal),
        },
      ],
    };
  };
}
