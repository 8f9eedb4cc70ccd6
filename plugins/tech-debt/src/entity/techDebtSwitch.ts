import type { ConfigApi } from '@backstage/core-plugin-api';

/** Whether this portal shows technical debt: `opmodel.subjects.tech-debt.enabled`, by default true. */
export function isTechDebtEnabled(config: ConfigApi): boolean {
  return (
    config.getOptionalBoolean('opmodel.subjects.tech-debt.enabled') ?? true
  );
}
