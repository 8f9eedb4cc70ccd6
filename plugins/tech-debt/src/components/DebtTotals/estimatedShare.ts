import type { DebtSummary } from '@opmodel/backstage-plugin-opmodel-common';

/** The share of items that have a principal, 0 to 1; null: there are no items. */
export function estimatedShare({
  items,
  withoutPrincipal,
}: Pick<DebtSummary['owed'], 'items' | 'withoutPrincipal'>): number | null {
  return items === 0 ? null : (items - withoutPrincipal) / items;
}
