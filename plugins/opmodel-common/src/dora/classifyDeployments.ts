import type { ChangeIndex } from './ChangeIndex';
import { artifactOf, detectRollbacks, type Rollback } from './detectRollbacks';
import type { DoraProfile } from './doraProfile';
import type { DeploymentExclusion, DeploymentFact } from './facts';
import { compareKeys } from './recordKey';

/** A deployment with the verdict whether it counts. */
export interface ClassifiedDeployment<T extends DeploymentFact> {
  deployment: T;
  /** Null for a deployment that counts. */
  exclusion: DeploymentExclusion | null;
  /** The deployment by which it counts: the first of its rollout, which is mostly itself. */
  head: ClassifiedDeployment<T>;
  /** Whether what it brings arrived in production, whether or not it counts. */
  reachedProduction: boolean;
  /** Null for one that puts no earlier version back. */
  rollback: Rollback<T> | null;
}

/** The rollouts of one entity, each known by what it brings and whether it brings it back. */
class Rollouts<T extends DeploymentFact> {
  readonly #open = new Map<
    string,
    { head: ClassifiedDeployment<T>; environments: Set<string> }
  >();
  readonly #milliseconds: number;

  constructor(seconds: number) {
    this.#milliseconds = seconds * 1000;
  }

  /** The first deployment of the rollout that one continues, or itself where it begins one. */
  headOf(classified: ClassifiedDeployment<T>): ClassifiedDeployment<T> {
    const { deployment } = classified;
    const artifact = artifactOf(deployment);
    if (this.#milliseconds === 0 || artifact === null) {
      return classified;
    }
    // To bring a version back is no further step of having brought it.
    const isRollback =
      classified.rollback !== null || deployment.deploymentType === 'rollback';
    const key = `${isRollback ? 'back to' : 'on to'} ${artifact}`;
    const environment = deployment.environment ?? '';
    const rollout = this.#open.get(key);
    if (
      rollout !== undefined &&
      !rollout.environments.has(environment) &&
      deployment.finishedAt! - rollout.head.deployment.finishedAt! <=
        this.#milliseconds
    ) {
      rollout.environments.add(environment);
      return rollout.head;
    }
    this.#open.set(key, {
      head: classified,
      environments: new Set([environment]),
    });
    return classified;
  }
}

/**
 * Decides which deployments of one entity count: finished, successful, to production, once a rollout.
 *
 * A rollout is one version (or commit) brought to several production environments. Its first deployment counts, because
 * then the change is in production; a later one never moves that number. A second deployment of the version to the same
 * environment is a deployment of its own. Bringing a version back to several environments is a rollout as well, apart from
 * the one that brought it there, whether their source calls it a rollback or it is concluded.
 *
 * @param options - `isExcluded`: whether an instant lies on a day that counts for nothing; `changes`: what is known to have been
 *   merged, without which every deployment is taken to bring something known
 * @returns ordered by time of finish, then source and subject, so that the order of input does not matter
 */
export function classifyDeployments<T extends DeploymentFact>(
  deployments: readonly T[],
  profile: Pick<DoraProfile, 'deployments' | 'failures'>,
  options: {
    isExcluded?: (instant: number) => boolean;
    changes?: ChangeIndex;
  } = {},
): ClassifiedDeployment<T>[] {
  const { isExcluded = () => false, changes } = options;
  const ordered = [...deployments].sort(byFinish);
  const rollbacks = detectRollbacks(
    ordered.filter(reachesProduction),
    profile.failures.maximumRepairLagSeconds,
  );
  const rollouts = new Rollouts<T>(profile.deployments.rolloutSeconds);
  return ordered.map(deployment => {
    const rollback = rollbacks.get(deployment) ?? null;
    const own = excludeOnItsOwn(deployment, rollback, profile, changes);
    const classified = {
      deployment,
      exclusion: own,
      reachedProduction: reachesProduction(deployment),
      rollback,
    } as ClassifiedDeployment<T>;
    classified.head = classified;
    if (own !== null) {
      return classified;
    }
    classified.head = rollouts.headOf(classified);
    if (classified.head !== classified) {
      classified.exclusion = 'same_rollout';
    } else if (isExcluded(deployment.finishedAt!)) {
      classified.exclusion = 'excluded_period';
    }
    return classified;
  });
}

function excludeOnItsOwn<T extends DeploymentFact>(
  deployment: T,
  rollback: Rollback<T> | null,
  profile: Pick<DoraProfile, 'deployments'>,
  changes: ChangeIndex | undefined,
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
  if (!profile.deployments.results.includes(deployment.result)) {
    return 'not_successful';
  }
  if (
    profile.deployments.unknownChanges === 'leave_out' &&
    changes !== undefined &&
    !bringsSomethingKnown(deployment, changes)
  ) {
    return 'unknown_changes';
  }
  return rollback !== null && profile.deployments.rollbacks === 'leave_out'
    ? 'rollback'
    : null;
}

function bringsSomethingKnown(
  { carries, commitSha }: DeploymentFact,
  changes: ChangeIndex,
): boolean {
  const keys = commitSha === null ? carries : [...carries, commitSha];
  return keys.some(
    key =>
      changes.find(key) !== undefined ||
      changes.findByCommit(key) !== undefined,
  );
}

function reachesProduction(deployment: DeploymentFact): boolean {
  return (
    !deployment.withdrawn &&
    deployment.environmentTier === 'production' &&
    deployment.finishedAt !== null &&
    deployment.result === 'success'
  );
}

function byFinish(a: DeploymentFact, b: DeploymentFact): number {
  // Two that have not finished differ by no number.
  return (
    (a.finishedAt ?? Infinity) - (b.finishedAt ?? Infinity) || compareKeys(a, b)
  );
}
