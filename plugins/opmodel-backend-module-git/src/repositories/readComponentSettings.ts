import { InputError, toError } from '@backstage/errors';
import type { CollectorEntity } from '@opmodel/backstage-plugin-opmodel-node';
import type { DeploymentRule } from '../history/readDelivery';
import { compileTagPattern } from '../history/tagPattern';
import { requireBranchName, requireRepositoryPath } from './gitNames';

/** Annotations by which an entity says how its history is read. */
export const settingAnnotations = {
  deployments: 'opmodel.io/git-deployments',
  tagPattern: 'opmodel.io/git-tag-pattern',
  branch: 'opmodel.io/git-branch',
  path: 'opmodel.io/path',
} as const;

/** How the history of a component is read. */
export interface ComponentSettings {
  deployments: DeploymentRule;
  /** See `compileTagPattern`. */
  tagPattern: string;
  /** Undefined for the branch that the server gives who asks for none. */
  branch: string | undefined;
  /** Folder within the repository; undefined for all of it. */
  path: string | undefined;
}

const deploymentRules: readonly string[] = ['tags', 'mainline', 'none'];

/**
 * @throws InputError when it is not one of the known rules
 */
export function requireDeploymentRule(value: string): DeploymentRule {
  if (!deploymentRules.includes(value)) {
    throw new InputError(
      `Expected one of ${deploymentRules.join(', ')}, got '${value}'`,
    );
  }
  return value as DeploymentRule;
}

/**
 * Reads an entity's annotations, which override the defaults.
 *
 * @throws InputError naming the annotation that cannot be used
 */
export function readComponentSettings(
  entity: CollectorEntity,
  defaults: Omit<ComponentSettings, 'path'>,
): ComponentSettings {
  const read = <T>(
    annotation: string,
    fallback: T,
    require: (value: string) => T,
  ): T => {
    const value = entity.annotations[annotation]?.trim();
    if (!value) {
      return fallback;
    }
    try {
      return require(value);
    } catch (error) {
      throw new InputError(
        `Annotation ${annotation}: ${toError(error).message}`,
      );
    }
  };
  const path = read(settingAnnotations.path, undefined, requireRepositoryPath);
  const component = entity.entityRef.split('/').pop()!;
  const requirePattern = (pattern: string) => {
    compileTagPattern(pattern, { component, path });
    return pattern;
  };
  const tagPattern = read(
    settingAnnotations.tagPattern,
    undefined,
    requirePattern,
  );
  return {
    deployments: read(
      settingAnnotations.deployments,
      defaults.deployments,
      requireDeploymentRule,
    ),
    tagPattern: tagPattern ?? requirePattern(defaults.tagPattern),
    branch: read(settingAnnotations.branch, defaults.branch, requireBranchName),
    path,
  };
}
