import type { Deployment } from '../history/facts';
import type { DeliveryProfile } from '../organisation/DeliveryProfile';
import { addressOfDeployment } from './addressing';
import { cloudEvent, type CdEventType, type CloudEvent } from './cloudEvent';
import { isoInstants } from './instants';

/** The event that a pipeline sends at the end of a deployment. */
export function deploymentEvent(
  deployment: Deployment,
  profile: DeliveryProfile,
): CloudEvent {
  const { component, environment, version } = deployment;
  const { generation } = profile.reporting;
  const source = `https://ci.example.com/marrowby/${component}`;
  return cloudEvent({
    generation,
    type: typeOf(deployment, generation === '0.4'),
    id: deployment.id,
    source,
    time: deployment.finishedAt,
    subjectId: component,
    content: {
      environment: { id: environment },
      artifactId: `pkg:oci/${component}@${version}?repository_url=registry.example.com/marrowby`,
    },
    customData: {
      ...addressOfDeployment(profile),
      title: `${component} ${version} to ${environment}`,
      url: `${source}/deployments/${deployment.id}`,
      version,
      commitSha: deployment.commitSha,
      ...isoInstants({
        startedAt: deployment.startedAt,
        finishedAt: deployment.finishedAt,
      }),
      outcome: deployment.result,
      changes: deployment.changes,
      // Older pipelines know nothing of the occasion.
      ...(generation === '0.5' && {
        planned: deployment.planned,
        hotfix: deployment.hotfix,
      }),
    },
  });
}

function typeOf(deployment: Deployment, older: boolean): CdEventType {
  if (deployment.rollback) {
    return 'service.rolledback';
  }
  return older ? 'service.deployed' : 'service.upgraded';
}
