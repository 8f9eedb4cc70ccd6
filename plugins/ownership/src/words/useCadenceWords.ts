import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Duration } from 'luxon';
import { ownershipDecisionsTranslationRef } from '../translations/decisions';

/** How often a forum meets: an ISO 8601 duration in words, anything else as it was written. */
export function useCadenceWords(): (cadence: string) => string {
  const { t } = useTranslationRef(ownershipDecisionsTranslationRef);
  return cadence => {
    const every = Duration.fromISO(cadence);
    return every.isValid
      ? t('forums.every', { span: every.toHuman() })
      : cadence;
  };
}
