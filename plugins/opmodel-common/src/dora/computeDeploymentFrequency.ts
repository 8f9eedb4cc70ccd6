import { quantile } from '../statistics/quantile';

/** How often a scope deploys to production. */
export interface DeploymentFrequency {
  /** Deployments that count; null where nothing in the scope has ever reported one. */
  deployments: number | null;
  /** Components that have reported a production deployment, in the window or before it. */
  reporting: number;
  /** Components with at least one in the window. */
  active: number;
  /** Deployments a week, for one component; null for a roll-up, where it would measure size. */
  perWeek: number | null;
  /** Median of deployments a week over the active components, for a roll-up. */
  medianPerWeek: number | null;
  /** Share of the reporting components that deployed at least once a week on average, 0 to 1, for a roll-up. */
  shareWeekly: number | null;
}

/**
 * Deployment frequency over a window. Every day of the window counts, empty ones too.
 *
 * @param perComponent - deployments in the window of each component that reports, zero included
 * @param days - length of the window
 * @param rollUp - whether the numbers stand for several components
 */
export function computeDeploymentFrequency(
  perComponent: readonly number[],
  days: number,
  rollUp: boolean,
): DeploymentFrequency {
  const perWeek = (count: number) => (count * 7) / days;
  const active = perComponent.filter(deployments => deployments > 0);
  const deployments =
    perComponent.length === 0
      ? null
      : active.reduce((sum, count) => sum + count, 0);
  const counts = {
    deployments,
    reporting: perComponent.length,
    active: active.length,
  };
  if (!rollUp) {
    return {
      ...counts,
      perWeek: deployments === null ? null : perWeek(deployments),
      medianPerWeek: null,
      shareWeekly: null,
    };
  }
  const weekly = active.filter(count => perWeek(count) >= 1).length;
  return {
    ...counts,
    perWeek: null,
    medianPerWeek: quantile(active.map(perWeek), 0.5),
    shareWeekly:
      perComponent.length === 0 ? null : weekly / perComponent.length,
  };
}
