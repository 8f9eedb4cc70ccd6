import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { doraFleetTranslationRef } from './doraFleetTranslationRef';
import type { FleetColumnId } from './fleetColumns';

/** What the columns are called, and where the name is too short, what they show. */
export function useFleetColumnNames(): Record<
  FleetColumnId,
  { name: string; description?: string }
> {
  const { t } = useTranslationRef(doraFleetTranslationRef);
  return {
    name: { name: t('table.name') },
    owner: { name: t('table.owner') },
    system: { name: t('table.system') },
    type: { name: t('table.type') },
    tier: { name: t('table.tier') },
    lifecycle: { name: t('table.lifecycle') },
    leadTime: {
      name: t('table.leadTime'),
      description: t('table.leadTimeLong'),
    },
    leadTimeChange: {
      name: t('table.leadTimeChange'),
      description: t('table.leadTimeChangeLong'),
    },
    deploymentsPerWeek: {
      name: t('table.deploymentsPerWeek'),
      description: t('table.deploymentsPerWeekLong'),
    },
    deployments: {
      name: t('table.deployments'),
      description: t('table.deploymentsLong'),
    },
    weeklyDeployments: {
      name: t('table.weeklyDeployments'),
      description: t('table.weeklyDeploymentsLong'),
    },
    lastDeployment: { name: t('table.lastDeployment') },
    state: { name: t('table.state'), description: t('table.stateLong') },
  };
}
