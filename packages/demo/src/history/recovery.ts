import type { Change, Deployment } from './facts';
import { deploy, type Release } from './rollOut';
import type { SeededRandom } from './SeededRandom';
import { MINUTE, wholeSeconds } from './workload';

/** What people do about a release that does harm. */
export type Recovery = 'rollback' | 'hotfix' | 'revert' | 'switch-off';

/**
 * Whether a release needs somebody to step in, and how they do it.
 *
 * @param live - what ran before; without it there is nothing to go back to
 */
export function drawRecovery(
  failureRate: number,
  live: Release | undefined,
  random: SeededRandom,
): Recovery | undefined {
  if (!random.chance(failureRate)) {
    return undefined;
  }
  const choice = random.weighted<Recovery>([
    ['rollback', 45],
    ['hotfix', 28],
    ['revert', 15],
    ['switch-off', 12],
  ]);
  return choice === 'rollback' && !live ? 'hotfix' : choice;
}

/** When the feature that does harm is switched off, so that nothing need be deployed. */
export function switchOff(detectedAt: number, random: SeededRandom): number {
  return wholeSeconds(detectedAt + (2 + random.logNormal(14, 0.6)) * MINUTE);
}

/** The deployment that puts the version before back. */
export function rollBack(
  live: Release,
  culprit: Deployment,
  detectedAt: number,
  random: SeededRandom,
): Deployment {
  const finishedAt = wholeSeconds(
    detectedAt + random.logNormal(22, 0.6) * MINUTE + MINUTE,
  );
  return deploy(
    { ...live, changes: [], planned: false },
    culprit.environment,
    finishedAt,
    random,
    { attempt: `rollback-of-${culprit.version}`, rollback: true },
  );
}

/**
 * The deployments that bring an urgent change to every production environment. The first had the harmful release already; the
 * others get it together with its remedy.
 */
export function fixForward(
  release: Release,
  change: Change & { mergedAt: number },
  production: readonly string[],
  random: SeededRandom,
): { fix: Release; deployments: Deployment[] } {
  const fix: Release = {
    component: release.component,
    version: release.version.replace(/0$/, '1'),
    changes: [change.commitSha],
    commitSha: change.commitSha,
    hotfix: change.hotfix,
    planned: false,
  };
  const fixedAt = wholeSeconds(
    change.mergedAt + random.between(12, 30) * MINUTE,
  );
  const deployments = production.map((environment, place) =>
    deploy(
      place === 0
        ? fix
        : { ...fix, changes: [...release.changes, change.commitSha] },
      environment,
      fixedAt + place * 10 * MINUTE,
      random,
    ),
  );
  return { fix, deployments };
}
