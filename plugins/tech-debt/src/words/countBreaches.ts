import type { DebtBreaches } from '@opmodel/backstage-plugin-opmodel-common';

/** Items of all severities whose remediation time is over, and whether there are more than were counted. */
export function countBreaches(breaches: DebtBreaches): {
  items: number;
  isLowerBound: boolean;
} {
  return {
    items: breaches.bySeverity.reduce((sum, { items }) => sum + items, 0),
    isLowerBound: breaches.bySeverity.some(({ isLowerBound }) => isLowerBound),
  };
}
