import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const DEFAULT_SEED = 'marrowby';
const DEFAULT_DAYS = 365;

/** The configuration below `demo`; see `config.d.ts`. */
export interface DemoConfig {
  enabled: boolean;
  seed: string;
  days: number;
}

/**
 * @throws InputError when `demo.days` is not a whole number from 30 to 1,000
 */
export function readDemoConfig(config: Config): DemoConfig {
  const days = config.getOptionalNumber('demo.days') ?? DEFAULT_DAYS;
  if (!Number.isInteger(days) || days < 30 || days > 1000) {
    throw new InputError(
      `demo.days must be a whole number from 30 to 1000, got ${days}`,
    );
  }
  return {
    enabled: config.getOptionalBoolean('demo.enabled') ?? false,
    seed: config.getOptionalString('demo.seed') ?? DEFAULT_SEED,
    days,
  };
}
