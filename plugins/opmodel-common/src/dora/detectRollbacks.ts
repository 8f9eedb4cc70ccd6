import type { DeploymentFact } from './facts';

/** That a deployment put an earlier version back. */
export interface Rollback<T extends DeploymentFact> {
  /** What it replaced; null where nothing is known to have been there. */
  replaced: T | null;
  /** Whether its source calls it a rollback; otherwise it is concluded from the versions. */
  stated: boolean;
}

/** What runs in one environment, and what ran there before it, oldest first, without what was rolled back. */
interface Environment<T> {
  current: T;
  artifacts: string[];
}

/**
 * Finds the deployments that put an earlier version back into their environment.
 *
 * Its source may say so. Otherwise a version that was in the environment before, and is not the one that runs there, is
 * taken for a rollback. A version that was rolled back and comes again is a new attempt: it is not earlier than what runs.
 *
 * @param deployments - those that reached production, in the order in which they finished
 * @param maximumLagSeconds - a version that returns later than this after what it replaces is an ordinary deployment; null: however late
 */
export function detectRollbacks<T extends DeploymentFact>(
  deployments: readonly T[],
  maximumLagSeconds: number | null,
): Map<T, Rollback<T>> {
  const environments = new Map<string, Environment<T>>();
  const rollbacks = new Map<T, Rollback<T>>();
  for (const deployment of deployments) {
    const name = deployment.environment ?? '';
    const artifact = artifactOf(deployment);
    const environment = environments.get(name);
    const stated = deployment.deploymentType === 'rollback';
    if (environment === undefined) {
      if (stated) {
        rollbacks.set(deployment, { replaced: null, stated });
      }
      environments.set(name, {
        current: deployment,
        artifacts: artifact === null ? [] : [artifact],
      });
      continue;
    }
    const { current, artifacts } = environment;
    const isSame = artifact !== null && artifact === artifactOf(current);
    const place = artifact === null ? -1 : artifacts.lastIndexOf(artifact);
    const isEarlier =
      place !== -1 &&
      !isSame &&
      isWithin(current.finishedAt!, deployment.finishedAt!, maximumLagSeconds);
    if (stated || isEarlier) {
      rollbacks.set(deployment, { replaced: isSame ? null : current, stated });
    }
    if (place !== -1) {
      artifacts.length = place + 1;
    } else if (artifact !== null) {
      artifacts.push(artifact);
    }
    environment.current = deployment;
  }
  return rollbacks;
}

/** What a deployment brings to its environment: its version, else its commit. */
export function artifactOf(deployment: DeploymentFact): string | null {
  return deployment.version ?? deployment.commitSha;
}

/** Whether something followed within a number of seconds; null: however late. */
export function isWithin(
  from: number,
  to: number,
  maximumSeconds: number | null,
): boolean {
  return maximumSeconds === null || to - from <= maximumSeconds * 1000;
}
