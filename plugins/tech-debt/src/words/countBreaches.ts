import type { DebtBreaches } from '@opmodel/backstage-plugin-opmodel-common';

/** Items of all severities whose remediation time is over. */
export function countBreaches({ bySeverity }: DebtBreaches): number {
  return bySeverity.reduce((sum, { items }) => sum + items, 0);
}
