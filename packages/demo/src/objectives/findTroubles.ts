import type { History, Severity } from '../history/facts';
import type { Trouble } from './drawMeasurement';
import type { ServiceLevel } from './ServiceLevel';

/** Share of events that fail while an incident lasts. */
const spoiledBy: Record<Severity, number> = {
  sev1: 0.45,
  sev2: 0.12,
  sev3: 0.02,
  sev4: 0.004,
  sev5: 0,
};

/** A deployment that failed is felt until it is put right. */
const FAILED_DEPLOYMENT = { badShare: 0.03, lasts: 600_000 };

/** What went wrong for an objective: the incidents of its component until their impact ended, and its failed deployments. */
export function findTroubles(
  { component, sensitivity = 1 }: ServiceLevel,
  { incidents, deployments }: Pick<History, 'incidents' | 'deployments'>,
): Trouble[] {
  const ofIncidents = incidents
    .filter(incident => incident.component === component)
    .map(({ startedAt, mitigatedAt, severities }) => ({
      from: startedAt,
      to: mitigatedAt,
      badShare: spoiledBy[severities[0].severity] * sensitivity,
    }));
  const ofDeployments = deployments
    .filter(
      deployment =>
        deployment.component === component &&
        deployment.environment.startsWith('prod') &&
        deployment.result === 'failure',
    )
    .map(({ finishedAt }) => ({
      from: finishedAt,
      to: finishedAt + FAILED_DEPLOYMENT.lasts,
      badShare: FAILED_DEPLOYMENT.badShare * sensitivity,
    }));
  return [...ofIncidents, ...ofDeployments];
}
