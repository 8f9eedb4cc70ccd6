import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ordinarySarifSuggestions,
  type SonarRating,
  sonarRatings,
} from '@opmodel/backstage-plugin-opmodel-common';
import { debtSuggestionKey } from '@opmodel/backstage-plugin-opmodel-node';

/** How files of tools become suggestions. */
export interface ScanSettings {
  sarif: {
    /** Suggestions of one file. */
    most: number;
  };
  sonarqube: {
    /** Null: it is not known where the pages of its projects are. */
    baseUrl: string | null;
    /** The best rating that is debt. */
    fromRating: SonarRating;
    minutesPerDay: number;
  };
}

/**
 * @throws InputError naming the key that cannot be used
 */
export function readScanSettings(config: RootConfigService): ScanSettings {
  const sonar = debtSuggestionKey('sonarqube');
  const baseUrl = config.getOptionalString(`${sonar}.baseUrl`) ?? null;
  if (baseUrl !== null && !isWebAddress(baseUrl)) {
    throw new InputError(
      `${sonar}.baseUrl must be an address with http or https, got '${baseUrl}'`,
    );
  }
  const fromRating = config.getOptionalString(`${sonar}.fromRating`) ?? 'C';
  if (!(sonarRatings as readonly string[]).includes(fromRating)) {
    throw new InputError(
      `${sonar}.fromRating must be one of ${sonarRatings.join(
        ', ',
      )}, got '${fromRating}'`,
    );
  }
  return {
    sarif: {
      most: readCount(
        config,
        `${debtSuggestionKey('sarif')}.most`,
        ordinarySarifSuggestions,
        1_000,
      ),
    },
    sonarqube: {
      baseUrl,
      fromRating: fromRating as SonarRating,
      minutesPerDay: readCount(config, `${sonar}.minutesPerDay`, 480, 1_440),
    },
  };
}

function isWebAddress(text: string): boolean {
  return (
    URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)
  );
}

function readCount(
  config: RootConfigService,
  key: string,
  fallback: number,
  most: number,
): number {
  const value = config.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw new InputError(
      `${key} must be a whole number from 1 to ${most}, got ${value}`,
    );
  }
  return value;
}
