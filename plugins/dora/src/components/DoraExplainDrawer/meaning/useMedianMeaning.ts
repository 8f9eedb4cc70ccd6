import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraProfile } from '@opmodel/backstage-plugin-opmodel-common';
import { doraTranslationRef } from '../../../translation';

/** Which median a definition takes, and over what. */
export function useMedianMeaning(): (
  profile: Pick<DoraProfile, 'median' | 'summary'>,
  of: string,
) => string {
  const { t } = useTranslationRef(doraTranslationRef);
  return ({ median, summary }, of) => {
    if (summary === 'daily_medians') {
      return t('meaning.medianOfDays', { of });
    }
    return median === 'lower'
      ? t('meaning.medianLower', { of })
      : t('meaning.medianInterpolated', { of });
  };
}
