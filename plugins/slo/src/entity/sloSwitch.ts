import type { ConfigApi } from '@backstage/core-plugin-api';

/** Whether this portal shows service level objectives: `opmodel.subjects.slo.enabled`, by default true. */
export function isSloEnabled(config: ConfigApi): boolean {
  return config.getOptionalBoolean('opmodel.subjects.slo.enabled') ?? true;
}
