import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { techDebtItemsTranslationRef } from '../../translations/items';
import { techDebtRegisterTranslationRef } from '../../translations/register';
import type { RegisterColumnId } from './registerColumns';

/** What the columns are called. */
export function useRegisterColumnNames(): Record<RegisterColumnId, string> {
  const { t } = useTranslationRef(techDebtItemsTranslationRef);
  const { t: texts } = useTranslationRef(techDebtRegisterTranslationRef);
  return {
    title: t('column.title'),
    on: t('column.on'),
    status: t('column.status'),
    category: texts('column.category'),
    severity: t('column.severity'),
    risk: texts('column.risk'),
    priority: t('column.priority'),
    interest: t('column.interest'),
    principal: t('column.principal'),
    wsjf: texts('column.wsjf'),
    payback: texts('column.payback'),
    age: t('column.age'),
    owner: t('column.owner'),
    target: t('column.target'),
    review: texts('column.review'),
    updated: texts('column.updated'),
  };
}
