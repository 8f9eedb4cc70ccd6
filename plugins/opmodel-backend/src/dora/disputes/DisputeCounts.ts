import type { DoraMetricId } from '@opmodel/backstage-plugin-opmodel-common';

/** Tells how many disputes of numbers are open, for whoever shows the numbers. */
export interface DisputeCounts {
  /**
   * Open disputes of each metric by scope, whatever their window and definition; a scope without any is not there.
   *
   * @param scopeRefs - refs of entities that the caller may see
   */
  countOpen(
    scopeRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<DoraMetricId, number>>>;
}
