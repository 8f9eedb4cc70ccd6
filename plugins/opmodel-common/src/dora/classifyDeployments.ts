import type { DoraProfile } from './doraProfile';
import type { DeploymentExclusion, DeploymentFact } from './facts';

/** A deployment with the verdict whether it counts. */
export interface ClassifiedDeployment<T extends DeploymentFact> {
  deployment: T;
  /** Null for a deployment that counts. */
  exclusion: DeploymentExclusion | null;
}

/**
 * Decides which deployments of one entity count: finished, successful, to production, once a rollout.
 *
 * A rollout is one version (or commit) brought to several production environments. Its first deployment counts, because
 * then the change is in production; a later one never moves that number. A second deployment of the version to the same
 * environment is a deployment of its own, and so is every rollback.
 *
 * @returns ordered by time of finish, then source and subject, so that the order of input does not matter
 */
export function classifyDeployments<T extends DeploymentFact>(
  deployments: readonly T[],
  profile: Pick<DoraProfile, 'deployments'>,
): ClassifiedDeployment<T>[] {
  const rollouts = new Map<string, { at: number; environments: Set<string> }>();
  return [...deployments].sort(byFinish).map(deployment => {
    const exclusion = excludeOnItsOwn(deployment);
    const artifact = deployment.version ?? deployment.commitSha;
    if (
      exclusion !== null ||
      artifact === null ||
      deployment.deploymentType === 'rollback'
    ) {
      return { deployment, exclusion };
    }
    const environment = deployment.environment ?? '';
    const finishedAt = deployment.finishedAt!;
    const rollout = rollouts.get(artifact);
    const continues =
      rollout !== undefined &&
      !rollout.environments.has(environment) &&
      finishedAt - rollout.at <= profile.deployments.rolloutSeconds * 1000;
    if (continues) {
      rollout.environments.add(environment);
      return { deployment, exclusion: 'same_rollout' };
    }
    rollouts.set(artifact, {
      at: finishedAt,
      environments: new Set([environment]),
    });
    return { deployment, exclusion: null };
  });
}

function excludeOnItsOwn(
  deployment: DeploymentFact,
): DeploymentExclusion | null {
  if (deployment.withdrawn) {
    return 'withdrawn';
  }
  if (deployment.environmentTier !== 'production') {
    return 'not_production';
  }
  if (deployment.finishedAt === null || deployment.result === null) {
    return 'not_finished';
  }
  return deployment.result === 'success' ? null : 'not_successful';
}

function byFinish(a: DeploymentFact, b: DeploymentFact): number {
  return (
    (a.finishedAt ?? Infinity) - (b.finishedAt ?? Infinity) ||
    compareText(a.source, b.source) ||
    compareText(a.subject, b.subject)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
