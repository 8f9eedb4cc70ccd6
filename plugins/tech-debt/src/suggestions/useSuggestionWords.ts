import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DebtSuggestionRow,
  DebtSuggestionStateName,
} from '@opmodel/backstage-plugin-opmodel-common';
import { techDebtSuggestionsTranslationRef } from '../translations/suggestions';

/** What suggests debt. */
export type SuggestionSourceName = DebtSuggestionRow['source'];

/** What sources and states of suggestions are called. */
export interface SuggestionWords {
  source: Record<SuggestionSourceName, string>;
  state: Record<DebtSuggestionStateName, string>;
}

/** The words of suggestions. */
export function useSuggestionWords(): SuggestionWords {
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  return {
    source: {
      exemption: t('source.exemption'),
      failing_check: t('source.failingCheck'),
      error_budget: t('source.errorBudget'),
      hotspot: t('source.hotspot'),
      todo: t('source.todo'),
      end_of_life: t('source.endOfLife'),
      sonarqube: t('source.sonarqube'),
      sarif: t('source.sarif'),
    },
    state: {
      open: t('state.open'),
      dismissed: t('state.dismissed'),
      promoted: t('state.promoted'),
      gone: t('state.gone'),
    },
  };
}
