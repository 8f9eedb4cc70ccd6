import type { Deployment } from './facts';
import type { SeededRandom } from './SeededRandom';
import { MINUTE, wholeSeconds } from './workload';

/** A version on its way through the environments. */
export type Release = Pick<
  Deployment,
  'component' | 'version' | 'commitSha' | 'changes' | 'hotfix' | 'planned'
>;

/** One deployment of a release. */
export function deploy(
  release: Release,
  environment: string,
  finishedAt: number,
  random: SeededRandom,
  special: { attempt?: string; rollback?: boolean } = {},
): Deployment {
  const { attempt, rollback = false } = special;
  const name = [release.component, release.version, environment];
  return {
    ...release,
    id: [...name, ...(attempt ? [attempt] : [])].join('-'),
    environment,
    startedAt: wholeSeconds(finishedAt - random.logNormal(5, 0.4) * MINUTE),
    finishedAt,
    result: attempt === 'failed' ? 'failure' : 'success',
    rollback,
  };
}

/** Deployments to the environments before production, from the moment at which the content is settled. */
export function stageBefore(
  release: Release,
  environments: readonly string[],
  settledAt: number,
  random: SeededRandom,
): Deployment[] {
  let at = settledAt;
  return environments.map(environment => {
    at = wholeSeconds(at + random.between(6, 15) * MINUTE);
    return deploy(release, environment, at, random);
  });
}
