import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Config,
  ConfigReader,
  readDurationFromConfig,
} from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { Duration } from 'luxon';
import type { FetchLimits } from './git/RepositoryClone';
import { requireBranchName } from './repositories/gitNames';
import {
  type ComponentSettings,
  requireDeploymentRule,
} from './repositories/readComponentSettings';
import type { Mirror } from './repositories/RepositoryFinder';

/** What `opmodel.git` says; see config.d.ts for the meaning of each key. Durations are milliseconds. */
export interface GitSettings {
  /** Absolute path. */
  cacheDirectory: string;
  mirrors: Mirror[];
  /** Patterns of repositories that are not read. */
  ignore: string[];
  /** For entities whose annotations say nothing else. */
  defaults: Omit<ComponentSettings, 'path'>;
  environment: string;
  hotfixWindow: number;
  history: number;
  concurrency: number;
  limits: FetchLimits & { commits: number };
}

function readDuration(config: Config, key: string, fallback: string): number {
  const duration = config.has(key)
    ? Duration.fromObject(readDurationFromConfig(config, { key }))
    : Duration.fromISO(fallback);
  const milliseconds = duration.as('milliseconds');
  if (!(milliseconds > 0)) {
    throw new InputError(`opmodel.git.${key} must be longer than nothing`);
  }
  return milliseconds;
}

function readCount(config: Config, key: string, fallback: number): number {
  const count = config.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(count) || count < 1) {
    throw new InputError(
      `opmodel.git.${key} must be a whole number from 1, got ${count}`,
    );
  }
  return count;
}

function readDeployments(config: Config): ComponentSettings['deployments'] {
  const value = config.getOptionalString('deployments') ?? 'tags';
  try {
    return requireDeploymentRule(value);
  } catch (error) {
    throw new InputError(`opmodel.git.deployments: ${toError(error).message}`);
  }
}

/**
 * @param root - the whole configuration
 * @param directory - where relative paths start
 * @throws InputError naming the key that cannot be used
 */
export function readGitSettings(
  root: Config,
  directory: string = process.cwd(),
): GitSettings {
  const config =
    root.getOptionalConfig('opmodel.git') ??
    new ConfigReader({}, 'opmodel.git');
  const branch = config.getOptionalString('branch');
  return {
    cacheDirectory: path.resolve(
      directory,
      config.getOptionalString('cacheDirectory') ??
        path.join(
          root.getOptionalString('backend.workingDirectory') ?? tmpdir(),
          'opmodel-git',
        ),
    ),
    mirrors: (config.getOptionalConfigArray('mirrors') ?? []).map(mirror => ({
      url: mirror.getString('url'),
      path: path.resolve(directory, mirror.getString('path')),
    })),
    ignore: config.getOptionalStringArray('ignore') ?? [],
    defaults: {
      deployments: readDeployments(config),
      tagPattern: config.getOptionalString('tagPattern') ?? '{version}',
      branch: branch === undefined ? undefined : requireBranchName(branch),
    },
    environment: config.getOptionalString('environment') ?? 'production',
    hotfixWindow: readDuration(config, 'hotfixWindow', 'P7D'),
    history: readDuration(config, 'history', 'P5Y'),
    concurrency: readCount(config, 'concurrency', 2),
    limits: {
      fetchTimeout: readDuration(config, 'limits.fetchTimeout', 'PT10M'),
      repositorySize:
        readCount(config, 'limits.repositoryMebibytes', 2048) * 1024 ** 2,
      commits: readCount(config, 'limits.commits', 250_000),
    },
  };
}
