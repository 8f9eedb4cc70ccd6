import type { RetentionRule } from '../../retention/RetentionRule';
import type { ResultStore } from './ResultStore';

/** How long it is kept how verdicts changed, and how entities stood that the catalog lost. */
export function createResultRetention(
  results: Pick<ResultStore, 'deleteChanges' | 'deleteOrphans'>,
): RetentionRule[] {
  return [
    {
      id: 'scorecard-changes',
      title: 'How verdicts and levels of scorecards changed',
      defaultKeepDays: null,
      deleteBatch: options => results.deleteChanges(options),
    },
    {
      id: 'scorecard-results-without-entity',
      title: 'How entities stood on scorecards that the catalog lost',
      defaultKeepDays: 400,
      deleteBatch: options => results.deleteOrphans(options),
    },
  ];
}
