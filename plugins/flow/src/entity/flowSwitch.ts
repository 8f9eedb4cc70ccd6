import type { ConfigApi } from '@backstage/core-plugin-api';

/** Whether this portal shows flow metrics: `opmodel.subjects.flow.enabled`, by default true. */
export function isFlowEnabled(config: ConfigApi): boolean {
  return config.getOptionalBoolean('opmodel.subjects.flow.enabled') ?? true;
}
