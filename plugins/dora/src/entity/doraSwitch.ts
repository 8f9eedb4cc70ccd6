import type { ConfigApi } from '@backstage/core-plugin-api';

/** Whether this portal shows DORA metrics: `opmodel.subjects.dora.enabled`, by default true. */
export function isDoraEnabled(config: ConfigApi): boolean {
  return config.getOptionalBoolean('opmodel.subjects.dora.enabled') ?? true;
}
