import type { DebtSuggestionRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';

/** What somebody decides of a suggestion. */
export type SuggestionDeed =
  | { deed: 'promote'; /** It is this item already. */ itemId?: string }
  | { deed: 'dismiss'; reason: string }
  | { deed: 'put_back' };

/** A decision on its way. */
export interface SuggestionDecision {
  decide(id: string, deed: SuggestionDeed): void;
  running: boolean;
  /** Id of the item that a suggestion became; null: one that may not be seen. */
  itemId?: string | null;
  error?: Error;
}

/**
 * Decides suggestions one at a time.
 *
 * @param onDecided - called with the suggestion as it stands afterwards
 */
export function useSuggestionDecision(
  onDecided: () => void,
): SuggestionDecision {
  const api = useOpmodelApi();
  const action = useAction(
    async (
      id: string,
      decision: SuggestionDeed,
    ): Promise<{ suggestion: DebtSuggestionRow; itemId?: string | null }> => {
      switch (decision.deed) {
        case 'promote': {
          const { itemId } = decision;
          const { suggestion, item } = await api.promoteDebtSuggestion(
            id,
            itemId === undefined ? {} : { itemId },
          );
          return { suggestion, itemId: item?.id ?? null };
        }
        case 'dismiss':
          return {
            suggestion: await api.dismissDebtSuggestion(id, {
              reason: decision.reason,
            }),
          };
        default:
          return { suggestion: await api.putBackDebtSuggestion(id) };
      }
    },
    onDecided,
  );
  return {
    decide: action.run,
    running: action.running,
    itemId: action.result?.itemId,
    error: action.error,
  };
}
