import type { EngineHealth } from '@opmodel/backstage-plugin-opmodel-common';
import type { OpmodelState } from '@opmodel/backstage-plugin-opmodel-react';

/** State of a scan as the chip of the same meaning. */
export const scanStates: Record<
  EngineHealth['snapshot']['state'],
  OpmodelState
> = {
  never: 'no_data',
  running: 'thin',
  complete: 'good',
  failed: 'bad',
};
