import type { CollectorHealth } from '@opmodel/backstage-plugin-opmodel-common';
import type { OpmodelState } from '@opmodel/backstage-plugin-opmodel-react';

/** State of a collector, or of one of its runs, as the chip of the same meaning. */
export const collectorStates: Record<CollectorHealth['state'], OpmodelState> = {
  never: 'no_data',
  running: 'thin',
  succeeded: 'good',
  failed: 'bad',
  // It left others their share of a budget, which is no failure.
  held_back: 'exempt',
};
