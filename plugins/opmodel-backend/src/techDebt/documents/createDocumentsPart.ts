import type { DebtExchangeStore } from '../exchange/DebtExchangeStore';
import type { CreateTechDebtPart } from '../TechDebtPart';
import { AuthorizedDebtDocumentService } from './AuthorizedDebtDocumentService';
import { debtDocumentAlarms } from './debtDocumentAlarms';
import { isDebtDocument } from './debtDocumentEntity';
import { DebtDocumentKeeper } from './DebtDocumentKeeper';
import { DebtDocumentReader } from './DebtDocumentReader';
import { addDebtDocumentRoutes } from './debtDocumentRouter';
import type { DebtDocumentStore } from './DebtDocumentStore';

/** Puts together how documents of the catalog keep debt. */
export function createDocumentsPart({
  documents,
  exchange,
}: {
  documents: DebtDocumentStore;
  exchange: DebtExchangeStore;
}): CreateTechDebtPart {
  return ground => {
    const given = { ...ground, documents, exchange };
    const keeper = new DebtDocumentKeeper(given);
    const kept = new AuthorizedDebtDocumentService({
      callers: ground.register.callers,
      reader: new DebtDocumentReader(given),
    });
    return {
      addRoutes: router => addDebtDocumentRoutes(router, { ...ground, kept }),
      listAlarms: async () => debtDocumentAlarms(await documents.list()),
      // A scan may have been complete when the engine was stopped.
      start: () => keeper.keep(),
      async onScanned({ changed, removed }) {
        const known = await documents.list();
        // What a document names may have come to be since, or have gone.
        const isWaiting = known.some(({ problems }) => problems.length > 0);
        if (isWaiting || [...changed, ...removed].some(isDebtDocument)) {
          await keeper.keep();
        }
      },
    };
  };
}
