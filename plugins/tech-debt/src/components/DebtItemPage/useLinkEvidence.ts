import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PricedDebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtItemTranslationRef } from '../../translations/item';

/** Says in words what is measured now of what an item is linked to; nothing of what is not measured anywhere, or may not be seen. */
export function useLinkEvidence({
  evidence,
  entities,
}: Pick<PricedDebtItem, 'evidence' | 'entities'>): (
  link: Pick<PricedDebtItem['links'][number], 'type' | 'ref'>,
) => string[] {
  const { t } = useTranslationRef(techDebtItemTranslationRef);
  const formats = useFormats();
  const titleOf = (ref: string) =>
    entities.find(entity => entity.ref === ref)?.title ?? ref;
  const { failingChecks = [], errorBudgets = [] } = evidence ?? {};
  return ({ type, ref }) => {
    switch (type) {
      case 'check':
        return failingChecks
          .filter(({ checkRef }) => checkRef === ref)
          .map(({ entityRef, days }) =>
            days === 0
              ? t('links.failingToday', { entity: titleOf(entityRef) })
              : t('links.failing', { entity: titleOf(entityRef), count: days }),
          );
      case 'slo':
        return errorBudgets
          .filter(({ sloRef }) => sloRef === ref)
          .map(({ allowedSeconds, spentSeconds, consumed }) =>
            spentSeconds === null
              ? t('links.notMeasured')
              : t('links.spent', {
                  spent: formats.duration(spentSeconds),
                  allowed: formats.duration(allowedSeconds),
                  share: formats.share(consumed),
                }),
          );
      default:
        return [];
    }
  };
}
