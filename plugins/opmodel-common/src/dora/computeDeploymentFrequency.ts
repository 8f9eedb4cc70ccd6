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

/** What one component that reports did in a window. */
export interface ComponentDeployments {
  /** Deployments that count; zero for a component that reports and did not deploy. */
  deployments: number;
  /**
   * Days of the window on which the component is known and belongs to the scope: from its first deployment on, and as owned
   * then only while it was owned. At least 1.
   */
  days: number;
}

/**
 * Deployments a week. Every known day counts, empty ones too; a component that is known for less than a week is given a
 * whole one, because a rate over hours says nothing.
 */
export function deploymentsPerWeek({
  deployments,
  days,
}: ComponentDeployments): number {
  return (deployments * 7) / Math.max(7, days);
}

/**
 * Deployment frequency over a window.
 *
 * @param perComponent - each component that reports
 * @param rollUp - whether the numbers stand for several components
 */
export function computeDeploymentFrequency(
  perComponent: readonly ComponentDeployments[],
  rollUp: boolean,
): DeploymentFrequency {
  const active = perComponent.filter(({ deployments }) => deployments > 0);
  const deployments =
    perComponent.length === 0
      ? null
      : active.reduce((sum, component) => sum + component.deployments, 0);
  const counts = {
    deployments,
    reporting: perComponent.length,
    active: active.length,
  };
  if (!rollUp) {
    return {
      ...counts,
      perWeek:
        perComponent.length === 0 ? null : deploymentsPerWeek(perComponent[0]),
      medianPerWeek: null,
      shareWeekly: null,
    };
  }
  const weekly = active.filter(
    component => deploymentsPerWeek(component) >= 1,
  ).length;
  return {
    ...counts,
    perWeek: null,
    medianPerWeek: quantile(active.map(deploymentsPerWeek), 0.5),
    shareWeekly:
      perComponent.length === 0 ? null : weekly / perComponent.length,
  };
}
