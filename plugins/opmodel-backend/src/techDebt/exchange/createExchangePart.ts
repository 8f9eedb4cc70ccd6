import { NamedEntities } from '../../decisions/NamedEntities';
import { DebtCallers } from '../items/DebtCaller';
import { DebtDescriber } from '../items/DebtDescriber';
import { DebtHistoryReader } from '../items/DebtHistoryReader';
import { DebtItemService } from '../items/DebtItemService';
import type { DebtItemStore } from '../items/DebtItemStore';
import { DebtSelections } from '../items/DebtSelections';
import { DuplicateFinder } from '../items/DuplicateFinder';
import type { CreateTechDebtPart } from '../TechDebtPart';
import { AuthorizedDebtExchangeService } from './AuthorizedDebtExchangeService';
import { BulkDebtService } from './BulkDebtService';
import { addDebtExchangeRoutes } from './debtExchangeRouter';
import type { DebtExchangeStore } from './DebtExchangeStore';
import { DebtExporter } from './DebtExporter';
import { DebtImporter } from './DebtImporter';
import { ImportPlanner } from './ImportPlanner';
import { ImportWriter } from './ImportWriter';

/** Puts together how items come from files, go into files and change together. Its paths lie before those of single items. */
export function createExchangePart({
  store,
  exchange,
}: {
  store: DebtItemStore;
  exchange: DebtExchangeStore;
}): CreateTechDebtPart {
  return ground => {
    const { auditor, calendar, catalog, clock, httpAuth } = ground;
    const names = new NamedEntities({ catalog });
    const given = { ...ground, store, names, zone: calendar.zone };
    const items = new DebtItemService({
      ...given,
      describer: new DebtDescriber(given),
      duplicates: new DuplicateFinder(given),
      histories: new DebtHistoryReader(given),
    });
    const service = new AuthorizedDebtExchangeService({
      auditor,
      callers: new DebtCallers(given),
      selections: new DebtSelections(given),
      importer: new DebtImporter({
        planner: new ImportPlanner({ ...given, store: exchange }),
        writer: new ImportWriter({ store: exchange }),
      }),
      exporter: new DebtExporter(given),
      bulk: new BulkDebtService({ items, clock }),
    });
    return {
      addRoutes(router) {
        addDebtExchangeRoutes(router, { exchange: service, httpAuth });
      },
    };
  };
}
