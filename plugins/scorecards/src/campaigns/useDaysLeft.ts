import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Campaign } from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import { today } from '../forms/today';
import { scorecardCampaignsTranslationRef } from './translation';

/** How many days are left until the target date, or over; nothing of a campaign that does not go on. */
export function useDaysLeft(): (campaign: Campaign) => string | undefined {
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  return ({ status, targetOn }) => {
    if (status !== 'in_progress' && status !== 'delayed') {
      return undefined;
    }
    const days = DateTime.fromISO(targetOn, { zone: 'utc' }).diff(
      DateTime.fromISO(today(), { zone: 'utc' }),
      'days',
    ).days;
    if (days === 0) {
      return t('progress.today');
    }
    return days > 0
      ? t('progress.daysLeft', { count: days })
      : t('progress.daysOver', { count: -days });
  };
}
