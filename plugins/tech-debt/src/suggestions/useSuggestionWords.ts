import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  suggestionEvidenceNames,
  type DebtSuggestionRow,
  type DebtSuggestionStateName,
  type SuggestionEvidenceName,
} from '@opmodel/backstage-plugin-opmodel-common';
import { techDebtSuggestionsTranslationRef } from '../translations/suggestions';

/** What suggests debt. */
export type SuggestionSourceName = DebtSuggestionRow['source'];

/** What sources, states and evidence of suggestions are called. */
export interface SuggestionWords {
  source: Record<SuggestionSourceName, string>;
  state: Record<DebtSuggestionStateName, string>;
  /** What a key of a source is called; one that only a module knows is told by its own words. */
  evidence(name: string): string;
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
    evidence: name =>
      isEvidenceName(name) ? t(`evidenceName.${name}`) : asWords(name),
  };
}

function isEvidenceName(name: string): name is SuggestionEvidenceName {
  return suggestionEvidenceNames.some(one => one === name);
}

/** `debtRatio` as "Debt ratio". */
function asWords(key: string): string {
  const words = key.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
