import { type Config, ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  type HotspotRule,
  ordinaryHotspotRule,
} from '@opmodel/backstage-plugin-opmodel-common';
import { debtSuggestionKey } from '@opmodel/backstage-plugin-opmodel-node';

/** What `opmodel.techDebt.suggestions.hotspots` says. */
export interface HotspotSettings {
  /** How long the window is. */
  days: number;
  rule: HotspotRule;
}

/**
 * @param root - the whole configuration
 * @throws InputError naming the key that cannot be used
 */
export function readHotspotSettings(root: Config): HotspotSettings {
  const key = debtSuggestionKey('hotspot');
  const config = root.getOptionalConfig(key) ?? new ConfigReader({}, key);
  const count = (
    name: string,
    fallback: number,
    least: number,
    most: number,
  ) => {
    const value = config.getOptionalNumber(name) ?? fallback;
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new InputError(
        `${key}.${name} must be a whole number from ${least} to ${most}, got ${value}`,
      );
    }
    return value;
  };
  const percentile =
    config.getOptionalNumber('percentile') ?? ordinaryHotspotRule.percentile;
  if (!(percentile >= 0 && percentile <= 1)) {
    throw new InputError(
      `${key}.percentile must be a number from 0 to 1, got ${percentile}`,
    );
  }
  return {
    days: count('days', 90, 1, 3_660),
    rule: {
      leastCommits: count(
        'leastCommits',
        ordinaryHotspotRule.leastCommits,
        1,
        1_000_000,
      ),
      percentile,
      most: count('most', ordinaryHotspotRule.most, 1, 100),
    },
  };
}
