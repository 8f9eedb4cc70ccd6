import type { DebtItemStore } from '../items/DebtItemStore';
import type { CreateTechDebtPart } from '../TechDebtPart';
import { DebtFacts } from './DebtFacts';

/** What scorecards may judge of debt. */
export function createDebtFactsPart({
  store,
}: {
  store: Pick<DebtItemStore, 'listOwed'>;
}): CreateTechDebtPart {
  return ({ settings, calendar: { zone } }) => ({
    factProviders: [new DebtFacts({ store, settings, zone })],
  });
}
