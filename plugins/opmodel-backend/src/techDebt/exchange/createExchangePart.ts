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
  exchange,
}: {
  exchange: DebtExchangeStore;
}): CreateTechDebtPart {
  return ground => {
    const { calendar, clock, httpAuth, register } = ground;
    const given = { ...ground, ...register, zone: calendar.zone };
    const service = new AuthorizedDebtExchangeService({
      ...given,
      importer: new DebtImporter({
        planner: new ImportPlanner({ ...given, store: exchange }),
        writer: new ImportWriter({ store: exchange }),
      }),
      exporter: new DebtExporter(given),
      bulk: new BulkDebtService({ items: register.items, clock }),
    });
    return {
      addRoutes(router) {
        addDebtExchangeRoutes(router, { exchange: service, httpAuth });
      },
    };
  };
}
