import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraProfile } from '@opmodel/backstage-plugin-opmodel-common';
import { doraTranslationRef } from '../../../translation';

const HOUR = 3_600;

/** What deployment frequency is under a definition, and what the tool of that name tells instead of a rate a week. */
export function useFrequencyMeaning(): (
  profile: DoraProfile,
  rollUp: boolean,
) => string[] {
  const { t } = useTranslationRef(doraTranslationRef);
  const printed = ({ title, deployments, weekStart }: DoraProfile) => {
    const day =
      weekStart === 'sunday' ? t('meaning.sunday') : t('meaning.monday');
    switch (deployments.frequency) {
      case 'deployment_days':
        return [t('meaning.printsDays', { title, day })];
      case 'bucket':
        return [t('meaning.printsBucket', { title, day })];
      case 'per_day':
        return [t('meaning.printsPerDay', { title })];
      default:
        return [];
    }
  };
  return (profile, rollUp) => {
    const { emptyDaysFrom, rolloutSeconds, rollbacks } = profile.deployments;
    const fromFirst = emptyDaysFrom === 'first_deployment';
    const ofOne = fromFirst
      ? t('meaning.sinceFirst')
      : t('meaning.wholeWindow');
    const ofMany = fromFirst
      ? t('meaning.eachSinceFirst')
      : t('meaning.eachWholeWindow');
    return [
      ...(rollUp
        ? [t('meaning.frequencyRollUp'), ofMany]
        : [t('meaning.frequency'), ofOne]),
      rolloutSeconds > 0
        ? t('meaning.rollout', { hours: String(rolloutSeconds / HOUR) })
        : t('meaning.noRollout'),
      ...(rollbacks === 'leave_out' ? [t('meaning.rollbacksOut')] : []),
      ...printed(profile),
    ];
  };
}
