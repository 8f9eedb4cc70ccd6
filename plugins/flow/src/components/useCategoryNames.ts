import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FlowCategory } from '@opmodel/backstage-plugin-opmodel-common';
import { flowTranslationRef } from '../translation';

/** What a piece of work is for, in words. */
export function useCategoryNames(): Record<FlowCategory, string> {
  const { t } = useTranslationRef(flowTranslationRef);
  return {
    feature: t('category.feature'),
    reliability: t('category.reliability'),
    debt: t('category.debt'),
    security: t('category.security'),
    platform: t('category.platform'),
    unclassified: t('category.unclassified'),
  };
}
