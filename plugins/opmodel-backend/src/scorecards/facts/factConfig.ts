import type { Config } from '@backstage/config';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  type FactDefinition,
  type FactType,
  findNameProblem,
} from '@opmodel/backstage-plugin-opmodel-common';

const types: readonly FactType[] = [
  'boolean',
  'integer',
  'number',
  'string',
  'datetime',
  'set',
];

/** @throws InputError naming the key of a name that no expression could speak of */
export function readFactName(name: string, key: string): string {
  const problem = findNameProblem(name);
  if (problem) {
    throw new InputError(`${key}: ${problem}`);
  }
  return name;
}

/**
 * What somebody configured of a fact.
 *
 * @throws InputError naming the key that cannot be used
 */
export function readFactDefinition(item: Config, key: string): FactDefinition {
  const text = item.getOptionalString('type') ?? 'string';
  const type = types.find(known => known === text);
  if (!type) {
    throw new InputError(
      `${key}.type: expected one of ${types.join(', ')}, got '${text}'`,
    );
  }
  const unit = item.getOptionalString('unit');
  return {
    type,
    description: item.getString('description'),
    ...(unit === undefined ? {} : { unit }),
  };
}

/**
 * A duration of the configuration in milliseconds.
 *
 * @throws InputError naming the key when it is not within the bounds
 */
export function readBoundedDuration(
  config: Config,
  key: string,
  bounds: { fallback?: number; least: number; most: number },
): number {
  if (bounds.fallback !== undefined && !config.has(key)) {
    return bounds.fallback;
  }
  const ms = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (!(ms >= bounds.least && ms <= bounds.most)) {
    throw new InputError(
      `${key}: expected a duration from ${bounds.least / 1_000} to ${
        bounds.most / 1_000
      } seconds, got ${ms / 1_000}`,
    );
  }
  return ms;
}
