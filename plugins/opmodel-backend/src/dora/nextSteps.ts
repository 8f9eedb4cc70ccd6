import type {
  DoraProfile,
  DoraReport,
  NextStep,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A stage that takes at least this share of the way is worth looking at. */
const DOMINANT_SHARE = 0.4;
/** A component that deployed before and has not for this long has stopped. */
const STOPPED_AFTER_DAYS = 30;
const MAXIMUM_STEPS = 3;

/**
 * What would help most, at most three things. First what is missing to know the numbers at all, then what moves them.
 *
 * @param clock - epoch milliseconds of now
 */
export function findNextSteps(
  report: Omit<DoraReport, 'nextSteps'>,
  profile: DoraProfile,
  clock: number,
): NextStep[] {
  return [
    ...missingSource(report),
    ...missingChanges(report),
    ...slowestStage(report, profile),
    ...slowestMember(report, profile),
    ...stoppedMember(report, clock),
  ].slice(0, MAXIMUM_STEPS);
}

function missingSource(report: Omit<DoraReport, 'nextSteps'>): NextStep[] {
  const { scope, deploymentFrequency } = report;
  if (deploymentFrequency.deployments !== null) {
    return [];
  }
  const elsewhere = deploymentFrequency.excluded.find(
    ({ reason }) => reason === 'not_production',
  );
  return elsewhere
    ? [
        {
          id: 'report-environment',
          entityRef: scope.ref,
          values: { deployments: elsewhere.count },
        },
      ]
    : [{ id: 'connect-source', entityRef: scope.ref, values: {} }];
}

function missingChanges(report: Omit<DoraReport, 'nextSteps'>): NextStep[] {
  const { scope, deploymentFrequency, changeLeadTime } = report;
  return (deploymentFrequency.deployments ?? 0) > 0 && changeLeadTime.n === 0
    ? [
        {
          id: 'report-changes',
          entityRef: scope.ref,
          values: { deployments: deploymentFrequency.deployments },
        },
      ]
    : [];
}

function slowestStage(
  report: Omit<DoraReport, 'nextSteps'>,
  profile: DoraProfile,
): NextStep[] {
  const [slowest] = report.stages
    .filter(stage => stage.n >= profile.minimumLeadTimeSamples)
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  return slowest && (slowest.share ?? 0) >= DOMINANT_SHARE
    ? [
        {
          id: 'slowest-stage',
          entityRef: report.scope.ref,
          values: {
            stage: slowest.id,
            median: slowest.median,
            share: slowest.share,
          },
        },
      ]
    : [];
}

function slowestMember(
  report: Omit<DoraReport, 'nextSteps'>,
  profile: DoraProfile,
): NextStep[] {
  const [slowest] = report.members
    .filter(member => member.leadTimeN >= profile.minimumLeadTimeSamples)
    .sort((a, b) => (b.leadTimeMedian ?? 0) - (a.leadTimeMedian ?? 0));
  return slowest && report.members.length > 1
    ? [
        {
          id: 'slowest-member',
          entityRef: slowest.entityRef,
          values: { title: slowest.title, median: slowest.leadTimeMedian },
        },
      ]
    : [];
}

function stoppedMember(
  report: Omit<DoraReport, 'nextSteps'>,
  clock: number,
): NextStep[] {
  const stopped = report.members.find(
    ({ lastDeploymentAt }) =>
      lastDeploymentAt !== null &&
      clock - Date.parse(lastDeploymentAt) > STOPPED_AFTER_DAYS * 86_400_000,
  );
  return stopped
    ? [
        {
          id: 'stopped-deploying',
          entityRef: stopped.entityRef,
          values: {
            title: stopped.title,
            lastDeploymentAt: stopped.lastDeploymentAt,
          },
        },
      ]
    : [];
}
