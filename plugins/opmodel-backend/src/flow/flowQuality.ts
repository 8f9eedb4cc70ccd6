import {
  checkFlowQuality,
  type FlowQuality,
  type QualityFigure,
} from '@opmodel/backstage-plugin-opmodel-common';
import { numberOf } from './flowNumbers';
import type { FlowCounts } from './FlowStore';

/**
 * How good the facts behind the numbers of a window are.
 *
 * @param collection - days on which facts were collected without a gap, of all days; null where nobody watches
 */
export function checkQualityOf(
  counts: FlowCounts,
  collection: QualityFigure | null,
): FlowQuality {
  return checkFlowQuality({
    completed: numberOf(counts, 'completed'),
    unstarted: numberOf(counts, 'completed_unstarted'),
    unclassified: numberOf(counts, 'completed:unclassified'),
    withStates: numberOf(counts, 'completed_with_states'),
    clockProblems: numberOf(counts, 'clock_problems'),
    collection: collection && {
      collected: collection.numerator,
      expected: collection.denominator,
    },
  });
}
