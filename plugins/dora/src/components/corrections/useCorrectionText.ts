import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraCorrection } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';

/** What a correction decided, as a sentence. */
export function useCorrectionText(): (correction: DoraCorrection) => string {
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const causes: Record<string, string> = {
    freeze: t('correction.freeze'),
    migration: t('correction.migration'),
    other: t('correction.other'),
  };
  return ({ kind, incident, deployment, failed, planned, from, to, cause }) => {
    const named = { deployment: deployment?.id ?? '' };
    switch (kind) {
      case 'deployment_failed':
        return failed
          ? t('correction.describeFailed', named)
          : t('correction.describeNotFailed', named);
      case 'deployment_planned':
        return planned
          ? t('correction.describePlanned', named)
          : t('correction.describeUnplanned', named);
      case 'failure_link':
        return deployment
          ? t('correction.describeLink', {
              ...named,
              incident: incident?.id ?? '',
            })
          : t('correction.describeNoLink', { incident: incident?.id ?? '' });
      default:
        return t('correction.describePeriod', {
          range: formats.dayRange(from ?? '', to ?? ''),
          cause: causes[cause ?? 'other'] ?? cause ?? '',
        });
    }
  };
}
