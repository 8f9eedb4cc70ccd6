import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AttentionItem } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelHomeTranslationRef } from '../../translation';

/** What an item says: what is the matter, and why it is in the list, with this case's figures where they are known. */
export function useAttentionText(item: AttentionItem): {
  what: string;
  why: string;
} {
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const formats = useFormats();
  const number = (name: string) => {
    const value = item.values[name];
    return typeof value === 'number' ? value : null;
  };

  switch (item.kind) {
    case 'stopped-deploying': {
      const days = number('days');
      const before = number('deploymentsBefore');
      return {
        what: t('attention.kind.stoppedDeploying'),
        why:
          days === null || before === null
            ? t('attention.why.stoppedDeploying')
            : t('attention.why.stoppedDeployingFigures', {
                days: formats.count(days),
                before: formats.count(before),
              }),
      };
    }
    case 'lead-time-rising': {
      const current = number('median');
      const before = number('medianBefore');
      return {
        what: t('attention.kind.leadTimeRising'),
        why:
          current === null || before === null
            ? t('attention.why.leadTimeRising')
            : t('attention.why.leadTimeRisingFigures', {
                current: formats.duration(current),
                before: formats.duration(before),
              }),
      };
    }
    default:
      // An engine that is newer than this page may report what it does not know.
      item.kind satisfies never;
      return {
        what: t('attention.kind.other'),
        why: t('attention.why.other'),
      };
  }
}
