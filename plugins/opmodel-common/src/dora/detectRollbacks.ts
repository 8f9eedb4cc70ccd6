import type { DeploymentFact } from './facts';

/** That a deployment put an earlier version back. */
export interface Rollback<T extends DeploymentFact> {
  /** What it replaced; null where nothing is known to have been there. */
  replaced: T | null;
  /** Whether its source calls it a rollback; otherwise it is concluded from the versions. */
  stated: boolean;
}

/** What one environment ran, oldest first, without what was rolled back. */
class ArtifactHistory {
  readonly #artifacts: string[] = [];
  readonly #places = new Map<string, number>();

  has(artifact: string): boolean {
    return this.#places.has(artifact);
  }

  /** Brings an artifact; one that ran before takes the place of all that came after it. */
  bring(artifact: string): void {
    const place = this.#places.get(artifact);
    if (place === undefined) {
      this.#places.set(artifact, this.#artifacts.push(artifact) - 1);
      return;
    }
    for (const later of this.#artifacts.splice(place + 1)) {
      this.#places.delete(later);
    }
  }
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
  const environments = new Map<
    string,
    { current: T | null; history: ArtifactHistory }
  >();
  const rollbacks = new Map<T, Rollback<T>>();
  for (const deployment of deployments) {
    const name = deployment.environment ?? '';
    const artifact = artifactOf(deployment);
    const environment = environments.get(name) ?? {
      current: null,
      history: new ArtifactHistory(),
    };
    environments.set(name, environment);
    const { current, history } = environment;
    const stated = deployment.deploymentType === 'rollback';
    const isSame =
      current !== null && artifact !== null && artifact === artifactOf(current);
    const isEarlier =
      current !== null &&
      artifact !== null &&
      !isSame &&
      history.has(artifact) &&
      isWithin(current.finishedAt!, deployment.finishedAt!, maximumLagSeconds);
    if (stated || isEarlier) {
      rollbacks.set(deployment, { replaced: isSame ? null : current, stated });
    }
    if (artifact !== null) {
      history.bring(artifact);
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
