import type { VerdictState } from '@opmodel/backstage-plugin-opmodel-common';
import type { OpmodelState } from '@opmodel/backstage-plugin-opmodel-react';

/** How a verdict is shown; what is not asked is no state at all. What is not known is never shown as good. */
export const stateOfVerdict: Record<VerdictState, OpmodelState | undefined> = {
  passed: 'good',
  warning: 'attention',
  failed: 'bad',
  exempt: 'exempt',
  not_reported: 'no_data',
  error: 'error',
  not_applicable: undefined,
};
