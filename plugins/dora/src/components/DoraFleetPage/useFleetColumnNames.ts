import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { doraFleetTranslationRef } from './doraFleetTranslationRef';
import type { FleetColumnId } from './fleetColumns';

/** What a column is called. */
export interface FleetColumnName {
  name: string;
  /** What it shows, where the name is too short to say it. */
  description?: string;
  /** Its name where it does not stand beside the columns that it belongs to. */
  alone?: string;
}

/** What the columns are called where each stands alone. */
export function useFleetColumnChoices(): Record<FleetColumnId, string> {
  const names = useFleetColumnNames();
  return Object.fromEntries(
    Object.entries(names).map(([id, { name, alone }]) => [id, alone ?? name]),
  ) as Record<FleetColumnId, string>;
}

/** What the columns are called. */
export function useFleetColumnNames(): Record<FleetColumnId, FleetColumnName> {
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
      alone: t('table.leadTimeChangeLong'),
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
    changeFailRate: {
      name: t('table.changeFailRate'),
      description: t('table.changeFailRateLong'),
    },
    recovery: {
      name: t('table.recovery'),
      description: t('table.recoveryLong'),
      alone: t('table.recoveryAlone'),
    },
    reworkRate: {
      name: t('table.reworkRate'),
      description: t('table.reworkRateLong'),
    },
    incidents: {
      name: t('table.incidents'),
      description: t('table.incidentsLong'),
    },
    disputes: {
      name: t('table.disputes'),
      description: t('table.disputesLong'),
    },
    lastDeployment: { name: t('table.lastDeployment') },
    state: {
      name: t('table.state'),
      description: t('table.stateLong'),
      alone: t('table.stateLong'),
    },
  };
}
