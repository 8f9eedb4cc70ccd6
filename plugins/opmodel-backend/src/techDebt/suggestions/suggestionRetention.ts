import type { RetentionRule } from '../../retention/RetentionRule';
import type { SuggestionStore } from './SuggestionStore';

/** How long debt is kept that nobody decided and that is not found any more. */
export function createSuggestionRetention(
  store: Pick<SuggestionStore, 'deleteGone'>,
): RetentionRule[] {
  return [
    {
      id: 'debt-suggestions',
      title:
        'Suggested debt that nobody decided and that is not found any more',
      defaultKeepDays: 90,
      deleteBatch: ({ before, limit }) => store.deleteGone({ before, limit }),
    },
  ];
}
