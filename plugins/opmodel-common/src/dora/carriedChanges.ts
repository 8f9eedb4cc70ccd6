import type { ChangeIndex, MergedChange } from './ChangeIndex';
import type { LeadTimeDefinition } from './doraProfile';
import type { CommitFact, DeploymentFact } from './facts';
import { compareText } from './recordKey';

/** One thing that a deployment brings, as a definition counts it. */
export interface CarriedChange {
  /** The name by which the deployment lists it, or the commit where each commit counts. */
  key: string;
  /** What is delivered once, however it is named. */
  identity: MergedChange | string;
  /** Undefined where no source reported it. */
  change: MergedChange | undefined;
  /** Where each commit counts and it is known: this one. */
  commit: CommitFact | null;
}

/**
 * What a deployment brings: the changes that it lists; where it lists none, the change of its commit. A rollback that lists
 * nothing brings nothing.
 *
 * @returns in an order that does not depend on that of the list; what is listed by its own name before what is listed by one of its commits
 */
export function listCarriedChanges(
  deployment: DeploymentFact,
  changes: ChangeIndex,
  unit: LeadTimeDefinition['unit'],
): CarriedChange[] {
  const own: CarriedChange[] = [];
  const byCommit: CarriedChange[] = [];
  for (const key of carriedKeys(deployment)) {
    const change = changes.find(key);
    if (change) {
      own.push(...expand(key, change, unit));
      continue;
    }
    const owned = changes.findByCommit(key);
    if (!owned) {
      own.push({ key, identity: key, change: undefined, commit: null });
    } else if (unit === 'commit') {
      byCommit.push({
        key,
        identity: key,
        change: owned.change,
        commit: owned.commit,
      });
    } else {
      byCommit.push({
        key,
        identity: owned.change,
        change: owned.change,
        commit: null,
      });
    }
  }
  const carried = byCommit.length === 0 ? own : [...own, ...byCommit];
  // A commit may be listed by itself and with the change that it is part of.
  return unit === 'commit' ? distinctByKey(carried) : carried;
}

function carriedKeys(deployment: DeploymentFact): readonly string[] {
  if (deployment.carries.length === 1) {
    return deployment.carries;
  }
  if (deployment.carries.length > 0) {
    return [...new Set(deployment.carries)].sort(compareText);
  }
  return deployment.commitSha !== null &&
    deployment.deploymentType !== 'rollback'
    ? [deployment.commitSha]
    : [];
}

function expand(
  key: string,
  change: MergedChange,
  unit: LeadTimeDefinition['unit'],
): CarriedChange[] {
  if (unit !== 'commit' || change.commits.length === 0) {
    return [{ key, identity: change, change, commit: null }];
  }
  return [...change.commits]
    .sort((a, b) => compareText(a.sha, b.sha))
    .map(commit => ({ key: commit.sha, identity: commit.sha, change, commit }));
}

function distinctByKey(carried: CarriedChange[]): CarriedChange[] {
  const byKey = new Map(carried.map(item => [item.key, item]));
  return byKey.size === carried.length ? carried : [...byKey.values()];
}
