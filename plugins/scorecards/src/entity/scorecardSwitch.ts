import type { ConfigApi } from '@backstage/core-plugin-api';

/** Whether this portal shows scorecards: `opmodel.subjects.scorecards.enabled`, by default true. */
export function areScorecardsEnabled(config: ConfigApi): boolean {
  return (
    config.getOptionalBoolean('opmodel.subjects.scorecards.enabled') ?? true
  );
}
