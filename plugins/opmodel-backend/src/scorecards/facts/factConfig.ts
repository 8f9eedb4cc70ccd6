import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
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
