import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  benchmarkEditions,
  type BenchmarkEditionId,
  type DoraProfileId,
  doraProfileIds,
  qualityCheckIds,
  type QualityThresholds,
} from '@opmodel/backstage-plugin-opmodel-common';

/** What `opmodel.dora` says. */
export interface DoraConfig {
  /** Definitions for which numbers are kept, in the order of {@link doraProfileIds}. */
  profiles: DoraProfileId[];
  defaultProfile: DoraProfileId;
  edition: BenchmarkEditionId;
  /** Thresholds of quality checks that differ from the default ones, by their id, 0 to 1. */
  quality: Partial<QualityThresholds>;
}

const KEY = 'opmodel.dora';

/**
 * What `opmodel.dora` says of definitions and grades.
 *
 * @throws InputError that names the key
 */
export function readDoraConfig(config: RootConfigService): DoraConfig {
  const chosen =
    config.getOptionalStringArray(`${KEY}.profiles`) ?? doraProfileIds;
  if (chosen.length === 0) {
    throw new InputError(`${KEY}.profiles must name at least one definition`);
  }
  for (const id of chosen) {
    expectOneOf(`${KEY}.profiles`, id, doraProfileIds);
  }
  const profiles = doraProfileIds.filter(id => chosen.includes(id));
  const edition = config.getOptional(`${KEY}.edition`) ?? '2025';
  return {
    profiles,
    defaultProfile: expectOneOf(
      `${KEY}.defaultProfile`,
      config.getOptionalString(`${KEY}.defaultProfile`) ?? profiles[0],
      profiles,
    ),
    // YAML reads a year without quotes as a number.
    edition: expectOneOf(
      `${KEY}.edition`,
      String(edition),
      benchmarkEditions.map(({ id }) => id),
    ),
    quality: readThresholds(config),
  };
}

function readThresholds(config: RootConfigService): Partial<QualityThresholds> {
  const thresholds = config.getOptionalConfig(`${KEY}.quality`);
  return Object.fromEntries(
    (thresholds?.keys() ?? []).map(id => {
      expectOneOf(`${KEY}.quality`, id, qualityCheckIds);
      const threshold = thresholds!.getNumber(id);
      if (!(threshold >= 0 && threshold <= 1)) {
        throw new InputError(
          `${KEY}.quality.${id} must be a share from 0 to 1, got ${threshold}`,
        );
      }
      return [id, threshold];
    }),
  );
}

function expectOneOf<T extends string>(
  key: string,
  value: string,
  allowed: readonly T[],
): T {
  if (!allowed.includes(value as T)) {
    throw new InputError(
      `${key} must be one of ${allowed.join(', ')}, got '${value}'`,
    );
  }
  return value as T;
}
