import type { SloSpan } from '@opmodel/backstage-plugin-opmodel-common';

/** Says what is left out of budgets, such as maintenance that was agreed on. */
export interface SloCorrections {
  /**
   * Spans that are left out now, past and planned, by SLO; one without any is missing. Borders are widened to borders of buckets of
   * five minutes.
   */
  spansOf(
    sloRefs: readonly string[],
  ): Promise<ReadonlyMap<string, readonly SloSpan[]>>;
}

/** Leaves out nothing. */
export const noCorrections: SloCorrections = {
  spansOf: async () => new Map(),
};
