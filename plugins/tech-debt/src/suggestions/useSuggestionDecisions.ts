import type {
  DebtSuggestionDecisions,
  DebtSuggestionResult,
  DebtSuggestionRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';

/** Suggestions that can be decided at once. */
export const MAX_DECIDED = 100;

/** What came of a decision about several suggestions. */
export interface DecidedSuggestions {
  results: readonly DebtSuggestionResult[];
  /** The suggestions as they were. */
  suggestions: readonly DebtSuggestionRow[];
}

/** Decides several suggestions at once, each by itself. */
export function useSuggestionDecisions(onDecided: () => void) {
  const api = useOpmodelApi();
  const [decided, setDecided] = useState<DecidedSuggestions>();
  const action = useAction(
    async (
      suggestions: readonly DebtSuggestionRow[],
      decision: Pick<DebtSuggestionDecisions, 'deed' | 'reason'>,
    ) => {
      const { results } = await api.decideDebtSuggestions({
        ...decision,
        ids: suggestions.map(({ id }) => id),
      });
      setDecided({ results, suggestions });
    },
    onDecided,
  );
  return {
    decide: action.run,
    running: action.running,
    error: action.error,
    decided,
    dismiss: () => setDecided(undefined),
  };
}
