import type { DebtEntry } from '../guest/DebtWriter';
import type { DeliveryProfile } from '../organisation/DeliveryProfile';
import { drawDebtItems } from './drawDebtItems';
import { drawDebtReports } from './drawDebtReports';

/**
 * What the components owe, with what was reported of it.
 *
 * @param span - `anchorDay`: midnight of the first start; `until`: epoch milliseconds
 */
export function drawDebt(
  profiles: readonly DeliveryProfile[],
  span: { seed: string; anchorDay: number; until: number },
): DebtEntry[] {
  return drawDebtItems(profiles, span).map(item => ({
    item,
    reports: drawDebtReports(item, span),
  }));
}
