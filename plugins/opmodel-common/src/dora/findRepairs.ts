import { listCarriedChanges, type CarriedChange } from './carriedChanges';
import type { ChangeIndex, MergedChange } from './ChangeIndex';
import type { ClassifiedDeployment } from './classifyDeployments';
import { isWithin } from './detectRollbacks';
import type { DoraProfile } from './doraProfile';
import type { DeploymentFact } from './facts';
import {
  CONCLUDED_ROLLBACK_CONFIDENCE,
  failureConfidence,
} from './failureConfidence';

type Classified = ClassifiedDeployment<DeploymentFact>;

/** That one deployment repaired what another one broke. */
export interface Repair {
  by: Classified;
  /** The first of the rollout that failed. */
  failed: Classified;
  /** The step of that rollout which was repaired; mostly the same. */
  step: Classified;
  kind: 'rollback' | 'revert' | 'hotfix';
  /** 0 to 1. */
  confidence: number;
}

/**
 * Finds the deployments that repaired an earlier one, and so say that it failed. Each says so in one way, its most certain:
 *
 * - a rollback repairs what it replaces in its environment;
 * - one that carries the revert of a change repairs the deployment that first carried that change;
 * - a hotfix, or one that carries one, repairs the deployment before it that counts and is no rollback: whoever rolls back
 *   first and then brings the fix has one failure. One of an excluded period is repaired like any other, so that no other is
 *   blamed in its place; it still counts for nothing.
 *
 * @param deployments - in the order in which they finished
 */
export function findRepairs(
  deployments: readonly Classified[],
  changes: ChangeIndex,
  profile: DoraProfile,
): Repair[] {
  const byFact = new Map<DeploymentFact, Classified>();
  const carriers = new Map<MergedChange | string, Classified>();
  const repairs: Repair[] = [];
  let previous: Classified | null = null;
  for (const classified of deployments) {
    byFact.set(classified.deployment, classified);
    if (!classified.reachedProduction) {
      continue;
    }
    const carried = listCarriedChanges(
      classified.deployment,
      changes,
      'change',
    );
    for (const { identity } of carried) {
      if (!carriers.has(identity)) {
        carriers.set(identity, classified);
      }
    }
    const isRecent = (failed: Classified) =>
      isWithin(
        failed.deployment.finishedAt!,
        classified.deployment.finishedAt!,
        profile.failures.maximumRepairLagSeconds,
      );
    const { rollback } = classified;
    if (rollback !== null) {
      const step = rollback.replaced && byFact.get(rollback.replaced)!;
      if (step && step.head !== classified.head) {
        repairs.push({
          by: classified,
          failed: step.head,
          step,
          kind: 'rollback',
          confidence: rollback.stated
            ? failureConfidence.rollback
            : CONCLUDED_ROLLBACK_CONFIDENCE,
        });
      }
    } else {
      const reverted = findReverted(carried, changes, carriers)
        .filter(failed => failed !== classified.head)
        .filter(isRecent);
      for (const failed of reverted) {
        repairs.push({
          by: classified,
          failed,
          step: failed,
          kind: 'revert',
          confidence: failureConfidence.revert,
        });
      }
      if (
        reverted.length === 0 &&
        previous !== null &&
        classified.head === classified &&
        isHotfix(classified.deployment, carried) &&
        isRecent(previous)
      ) {
        repairs.push({
          by: classified,
          failed: previous,
          step: previous,
          kind: 'hotfix',
          confidence: failureConfidence.hotfix,
        });
      }
    }
    const { exclusion } = classified;
    if (
      (exclusion === null || exclusion === 'excluded_period') &&
      rollback === null
    ) {
      previous = classified;
    }
  }
  return repairs;
}

/** Whether a deployment is a hotfix, or brings one. */
export function isHotfix(
  deployment: DeploymentFact,
  carried: readonly CarriedChange[],
): boolean {
  return (
    deployment.hotfix === true || carried.some(({ change }) => change?.hotfix)
  );
}

/** The deployments whose changes are reverted by what another one carries, each once. */
function findReverted(
  carried: readonly CarriedChange[],
  changes: ChangeIndex,
  carriers: ReadonlyMap<MergedChange | string, Classified>,
): Classified[] {
  const heads = new Set<Classified>();
  for (const { change } of carried) {
    for (const sha of change?.reverts ?? []) {
      const reverted =
        changes.find(sha) ?? changes.findByCommit(sha)?.change ?? sha;
      const carrier = carriers.get(reverted);
      // Taking a revert back brings a change a second time; nothing failed by that.
      const isRevert =
        typeof reverted !== 'string' && reverted.reverts.length > 0;
      if (carrier && !isRevert) {
        heads.add(carrier.head);
      }
    }
  }
  return [...heads];
}
