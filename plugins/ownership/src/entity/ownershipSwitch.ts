import type { ConfigApi } from '@backstage/core-plugin-api';

/** Whether this portal shows ownership: `opmodel.subjects.ownership.enabled`, by default true. */
export function isOwnershipEnabled(config: ConfigApi): boolean {
  return (
    config.getOptionalBoolean('opmodel.subjects.ownership.enabled') ?? true
  );
}
