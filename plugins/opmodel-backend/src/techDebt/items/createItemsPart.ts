import { NamedEntities } from '../../decisions/NamedEntities';
import { DebtEvidenceReader } from '../evidence/DebtEvidenceReader';
import type { DebtReportStore } from '../reports/DebtReportStore';
import { MeasuredInterestReader } from '../reports/MeasuredInterestReader';
import type { CreateTechDebtPart } from '../TechDebtPart';
import { AuthorizedDebtItemService } from './AuthorizedDebtItemService';
import { AuthorizedDebtTotalsService } from './AuthorizedDebtTotalsService';
import { catchUpFlow } from './catchUpFlow';
import { registerDebtActions } from './debtActions';
import { DebtCallers } from './DebtCaller';
import { DebtCommentService } from './DebtCommentService';
import { DebtDescriber } from './DebtDescriber';
import { DebtFlowReader } from './DebtFlowReader';
import { DebtHistoryReader } from './DebtHistoryReader';
import { addDebtItemRoutes } from './debtItemRouter';
import { DebtItemService } from './DebtItemService';
import type { DebtItemStore } from './DebtItemStore';
import { DebtListReader } from './DebtListReader';
import { DebtMemory } from './DebtMemory';
import { DebtPlaceReader } from './DebtPlaceReader';
import { addDebtTotalsRoutes } from './debtTotalsRouter';
import { DebtSelections } from './DebtSelections';
import { DebtSummaryReader } from './DebtSummaryReader';
import { DebtTopReader } from './DebtTopReader';
import { DuplicateFinder } from './DuplicateFinder';

/** Puts the items of the register together. */
export function createItemsPart({
  store,
  reports,
}: {
  store: DebtItemStore;
  reports: DebtReportStore;
}): CreateTechDebtPart {
  return ground => {
    const { calendar, catalog, httpAuth, scheduler, clock } = ground;
    const { zone } = calendar;
    const names = new NamedEntities({ catalog });
    const memory = new DebtMemory(store);
    const given = { ...ground, store, names, zone, memory };
    const callers = new DebtCallers(given);
    callers.register();
    const measured = new MeasuredInterestReader({ ...given, store: reports });
    const describer = new DebtDescriber(given);
    const duplicates = new DuplicateFinder(given);
    const histories = new DebtHistoryReader(given);
    const lists = new DebtListReader({ ...given, describer });
    const selections = new DebtSelections(given);
    const items = new DebtItemService({
      ...given,
      describer,
      duplicates,
      histories,
    });
    const debt = new AuthorizedDebtItemService({
      ...ground,
      callers,
      items,
      lists,
      selections,
      histories,
      duplicates,
      measured,
      evidence: new DebtEvidenceReader(given),
      comments: new DebtCommentService({ store, items, histories, clock }),
    });
    const totals = new AuthorizedDebtTotalsService({
      catalog,
      callers,
      selections,
      lists,
      measured,
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
