import {
  compareWindows,
  type ComponentDeployments,
  computeDeploymentFrequency,
  type DoraProfile,
  type FrequencyMetric,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CountsByMetric } from './DoraStore';
import { listExcludedDeployments } from './exclusions';
import { stateOf } from './numberState';

/** Deployment frequency of a window as a report shows it. */
export function toFrequencyMetric(
  options: {
    counts: CountsByMetric;
    perComponent: ComponentDeployments[];
    previousPerComponent: ComponentDeployments[];
    rollUp: boolean;
  },
  profile: DoraProfile,
): FrequencyMetric {
  const { counts, rollUp } = options;
  const minimum = profile.minimumDeployments;
  const current = computeDeploymentFrequency(options.perComponent, rollUp);
  const previous = computeDeploymentFrequency(
    options.previousPerComponent,
    rollUp,
  );
  const sampleOf = (frequency: typeof current) =>
    rollUp ? frequency.active : frequency.deployments ?? 0;
  const comparable =
    sampleOf(current) >= minimum && sampleOf(previous) >= minimum;
  const rateOf = (frequency: typeof current) =>
    rollUp ? frequency.medianPerWeek : frequency.perWeek;
  return {
    state: stateOf(
      current.deployments === null ? null : sampleOf(current),
      minimum,
    ),
    deployments: current.deployments,
    perWeek: current.perWeek,
    medianPerWeek: current.medianPerWeek,
    shareWeekly: current.shareWeekly,
    n: sampleOf(current),
    minimum,
    excluded: listExcludedDeployments(counts),
    previous: {
      deployments: previous.deployments,
      perWeek: previous.perWeek,
      medianPerWeek: previous.medianPerWeek,
    },
    change: comparable
      ? compareWindows(rateOf(current), rateOf(previous), 'higher')
      : null,
  };
}
