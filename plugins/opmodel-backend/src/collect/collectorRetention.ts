import type { RetentionRule } from '../retention/RetentionRule';
import type { CollectorProblemStore } from './CollectorProblemStore';
import type { CollectorStore } from './CollectorStore';

/**
 * How long the runs of collectors are kept, and problems that nobody has reported again.
 */
export function createCollectorRetention(options: {
  store: CollectorStore;
  problems: CollectorProblemStore;
}): RetentionRule {
  const { store, problems } = options;
  return {
    id: 'collector-runs',
    title: 'Runs of collectors, and problems that were not reported again',
    defaultKeepDays: 30,
    async deleteBatch({ before, limit }) {
      const runs = await store.deleteRuns({ before, limit });
      const left = limit - runs;
      return left > 0
        ? runs + (await problems.forget({ before, limit: left }))
        : runs;
    },
  };
}
