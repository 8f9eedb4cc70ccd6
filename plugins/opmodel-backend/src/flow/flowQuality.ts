import {
  checkFlowQuality,
  type FlowQuality,
} from '@opmodel/backstage-plugin-opmodel-common';
import { numberOf } from './flowNumbers';
import type { FlowCounts } from './FlowStore';

/** How good the facts behind the numbers of a window are. Whether a tracker was read each day is not known here. */
export function checkQualityOf(counts: FlowCounts): FlowQuality {
  return checkFlowQuality({
    completed: numberOf(counts, 'completed'),
    unstarted: numberOf(counts, 'completed_unstarted'),
    unclassified: numberOf(counts, 'completed:unclassified'),
    withStates: numberOf(counts, 'completed_with_states'),
    clockProblems: numberOf(counts, 'clock_problems'),
    collection: null,
  });
}
