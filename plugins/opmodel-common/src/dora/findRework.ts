import { listCarriedChanges } from './carriedChanges';
import type { ChangeIndex } from './ChangeIndex';
import type { ClassifiedDeployment } from './classifyDeployments';
import type { DeliveryDecisions } from './DeliveryDecisions';
import type { DoraProfile } from './doraProfile';
import type { DeploymentFact } from './facts';
import { isHotfix, type Repair } from './findRepairs';
import type { Failures } from './judgeFailures';

type Classified = ClassifiedDeployment<DeploymentFact>;

/**
 * Finds the rework: deployments that nobody had planned and that were made because something went wrong in production. The
 * DORA guide counts these against all deployments as the deployment rework rate.
 *
 * In this order: what a person decided; whether the source says that it was planned or not; else whether it is a rollback, is
 * or brings a hotfix, or repairs a deployment that failed. What is said of a step of a rollout holds for the whole of it.
 *
 * Source: guide to the DORA metrics at dora.dev, 2026.
 *
 * @returns whether a deployment that counts is rework
 */
export function findRework(
  deployments: readonly Classified[],
  facts: {
    changes: ChangeIndex;
    repairs: readonly Repair[];
    failures: Failures;
    decisions: DeliveryDecisions;
  },
  profile: DoraProfile,
): (classified: Classified) => boolean {
  if (!profile.failures.rework) {
    return () => false;
  }
  const planned = new Map<Classified, boolean>();
  const unplanned = new Set<Classified>();
  for (const { by, failed } of facts.repairs) {
    if (facts.failures.of(failed).failed) {
      unplanned.add(by.head);
    }
  }
  for (const { deployment, head, rollback, reachedProduction } of deployments) {
    if (!reachedProduction) {
      continue;
    }
    if (deployment.planned !== null) {
      planned.set(head, deployment.planned && planned.get(head) !== false);
    }
    if (
      rollback !== null ||
      isHotfix(
        deployment,
        listCarriedChanges(deployment, facts.changes, 'change'),
      )
    ) {
      unplanned.add(head);
    }
  }
  return classified => {
    if (classified.exclusion !== null) {
      return false;
    }
    const isPlanned =
      facts.decisions.plannedOf(classified.deployment)?.planned ??
      planned.get(classified);
    return isPlanned === undefined ? unplanned.has(classified) : !isPlanned;
  };
}
