import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { flowTranslationRef } from '../../translation';

/** Why an item or a run was left out, in words. */
export function useExclusionWords(): (reason: string) => string {
  const { t } = useTranslationRef(flowTranslationRef);
  const words: Record<string, string> = {
    withdrawn: t('exclusion.withdrawn'),
    cancelled: t('exclusion.cancelled'),
    no_start: t('exclusion.noStart'),
    no_created: t('exclusion.noCreated'),
    negative_span: t('exclusion.negativeSpan'),
    no_states: t('exclusion.noStates'),
    unclassified: t('exclusion.unclassified'),
    no_effort: t('exclusion.noEffort'),
    running: t('exclusion.running'),
  };
  // A newer engine may know a reason that this page does not.
  return reason => words[reason] ?? reason.replace(/_/g, ' ');
}
