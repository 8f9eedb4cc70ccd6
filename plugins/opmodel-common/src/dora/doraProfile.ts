/**
 * A named definition of the DORA metrics: every choice that changes the answer, in one place.
 *
 * Names and meaning of the metrics follow the guide at dora.dev (2026).
 */
export interface DoraProfile {
  id: string;
  version: string;
  title: string;
  /** Page below the documentation root that describes the profile. */
  docs: string;
  /**
   * Deployments of one version to further production environments within this many seconds of the first one belong to the
   * same rollout and count once, at the first.
   */
  rolloutSeconds: number;
  /** Below this many samples, change lead time is shown and not graded. */
  minimumLeadTimeSamples: number;
  /** Below this many deployments of a component, or active components of a roll-up, the frequency is not graded. */
  minimumDeployments: number;
}

/**
 * The profile that holds where none is chosen. Unit of change lead time: a change in the first production deployment that
 * carries it. Start: its first commit. Median: interpolated.
 */
export const dora2026Profile: DoraProfile = {
  id: 'dora-2026',
  version: '1',
  title: 'DORA 2026',
  docs: 'dora#the-dora-2026-profile',
  rolloutSeconds: 24 * 60 * 60,
  minimumLeadTimeSamples: 5,
  minimumDeployments: 3,
};
