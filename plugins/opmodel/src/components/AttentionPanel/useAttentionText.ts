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
      const quiet = number('quietSeconds');
      const perWeek = number('previousPerWeek');
      return {
        what: t('attention.kind.stoppedDeploying'),
        why:
          quiet === null || perWeek === null
            ? t('attention.why.stoppedDeploying')
            : t('attention.why.stoppedDeployingQuiet', {
                quiet: formats.duration(quiet),
                usual: formats.rate(perWeek),
              }),
      };
    }
    case 'lead-time-doubled': {
      const current = number('median');
      const previous = number('previousMedian');
      return {
        what: t('attention.kind.leadTimeDoubled'),
        why:
          current === null || previous === null
            ? t('attention.why.leadTimeDoubled')
            : t('attention.why.leadTimeDoubledFigures', {
                current: formats.duration(current),
                previous: formats.duration(previous),
              }),
      };
    }
    default:
      throw new TypeError(`Unknown kind '${item.kind satisfies never}'`);
  }
}
