import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ownership2026Definition,
  type OwnershipDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';

const KEY = 'opmodel.ownership';

/** No confirmation holds for longer: three years. */
const MAX_REVIEW_DAYS = 1_096;
const MAX_WEIGHT = 1_000;
const MAX_COUNT = 1_000;

/**
 * Reads what counts as owned well.
 *
 * @throws InputError that names the key
 */
export function readOwnershipDefinition(
  config: RootConfigService,
): OwnershipDefinition {
  const ordinary = ownership2026Definition;
  return {
    ...ordinary,
    kinds: readKinds(config) ?? ordinary.kinds,
    excludedLifecycles:
      readWords(config, 'excludedLifecycles') ?? ordinary.excludedLifecycles,
    minimumMembers:
      readCount(config, 'minimumMembers') ?? ordinary.minimumMembers,
    reviewDays: readByTier(config, 'reviewDays', ordinary.reviewDays, {
      isValid: days =>
        Number.isInteger(days) && days >= 1 && days <= MAX_REVIEW_DAYS,
      expected: `whole days from 1 to ${MAX_REVIEW_DAYS}`,
    }),
    tierWeights: readByTier(config, 'tierWeights', ordinary.tierWeights, {
      isValid: weight => weight > 0 && weight <= MAX_WEIGHT,
      expected: `above 0 and at most ${MAX_WEIGHT}`,
    }),
    minimumEntities:
      readCount(config, 'minimumEntities') ?? ordinary.minimumEntities,
  };
}

function readWords(
  config: RootConfigService,
  name: string,
): string[] | undefined {
  const words = config.getOptionalStringArray(`${KEY}.${name}`);
  return words && [...new Set(words.map(lower))];
}

function readKinds(config: RootConfigService): string[] | undefined {
  const kinds = readWords(config, 'kinds');
  const known = ownership2026Definition.kinds;
  const unknown = kinds?.find(kind => !known.includes(kind));
  if (unknown !== undefined || kinds?.length === 0) {
    throw new InputError(
      `${KEY}.kinds must be some of ${known.join(', ')}, got '${
        unknown ?? ''
      }'`,
    );
  }
  return kinds;
}

function readCount(
  config: RootConfigService,
  name: string,
): number | undefined {
  const count = config.getOptionalNumber(`${KEY}.${name}`);
  if (
    count !== undefined &&
    !(Number.isInteger(count) && count >= 1 && count <= MAX_COUNT)
  ) {
    throw new InputError(
      `${KEY}.${name} must be a whole number from 1 to ${MAX_COUNT}, got ${count}`,
    );
  }
  return count;
}

/** Values by tier. What is configured replaces all tiers; without a default, that of the ladder as it comes holds. */
function readByTier(
  config: RootConfigService,
  name: string,
  ordinary: Readonly<Record<string, number>>,
  { isValid, expected }: { isValid(value: number): boolean; expected: string },
): Readonly<Record<string, number>> {
  const given = config.getOptionalConfig(`${KEY}.${name}`);
  if (!given) {
    return ordinary;
  }
  const values: Record<string, number> = { default: ordinary.default };
  for (const [tier, value] of Object.entries(given.get() as object)) {
    if (typeof value !== 'number' || !isValid(value)) {
      throw new InputError(
        `${KEY}.${name}.${tier} must be ${expected}, got '${value}'`,
      );
    }
    values[tier] = value;
  }
  return values;
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
