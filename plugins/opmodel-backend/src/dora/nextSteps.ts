import type {
  DoraProfile,
  DoraReport,
  NextStep,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { MetricEvidence } from './metricContexts';

/** A stage that takes at least this share of the way is worth looking at. */
const DOMINANT_SHARE = 0.4;
/** A component that deployed before and has not for this long has stopped. */
const STOPPED_AFTER_DAYS = 30;
const MAXIMUM_STEPS = 3;

type Report = Omit<DoraReport, 'nextSteps'>;

/**
 * What would help most, at most three things. First what is missing to know the numbers at all, then what makes them doubtful,
 * then what moves them.
 *
 * @param known - `totals`: sums of what was counted in the window; `clock`: epoch milliseconds of now
 */
export function findNextSteps(
  report: Report,
  profile: DoraProfile,
  known: { totals: MetricEvidence['totals']; clock: number },
): NextStep[] {
  return [
    ...missingSource(report),
    ...missingChanges(report),
    ...doubtfulFacts(report, known.totals),
    ...openFailures(report, known.totals),
    ...openDisputes(report),
    ...slowestStage(report, profile),
    ...worstFailRate(report, profile),
    ...slowestMember(report, profile),
    ...stoppedMember(report, known.clock),
  ].slice(0, MAXIMUM_STEPS);
}

function step(
  id: NextStep['id'],
  entityRef: string,
  values: NextStep['values'],
): NextStep {
  return { id, entityRef, values };
}

/** What makes numbers doubtful, each told once: no incidents at all, incidents without a deployment, wrong clocks. */
function doubtfulFacts(
  report: Report,
  totals: MetricEvidence['totals'],
): NextStep[] {
  const { ref } = report.scope;
  const deployments = report.deploymentFrequency.deployments ?? 0;
  const incidents = totals.incidents ?? 0;
  const steps: NextStep[] = [];
  if (
    deployments > 0 &&
    incidents === 0 &&
    report.trend.every(point => point.incidents === null)
  ) {
    steps.push(step('report-incidents', ref, { deployments }));
  }
  const checks = report.contexts.flatMap(({ quality }) => quality.checks);
  const failed = (id: string) =>
    checks.find(check => check.id === id && check.passed === false);
  const unlinked = failed('incidents-linked');
  if (unlinked) {
    steps.push(
      step('link-incidents', ref, {
        incidents: unlinked.denominator - unlinked.numerator,
        share: unlinked.share,
      }),
    );
  }
  const clocks = failed('clocks');
  if (clocks) {
    steps.push(
      step('mend-clocks', ref, {
        problems: clocks.denominator - clocks.numerator,
      }),
    );
  }
  return steps;
}

function openFailures(
  { scope }: Report,
  totals: MetricEvidence['totals'],
): NextStep[] {
  const failures = totals['excluded_recovery:not_recovered'] ?? 0;
  return failures > 0 ? [step('open-failures', scope.ref, { failures })] : [];
}

function openDisputes({ scope, contexts }: Report): NextStep[] {
  const disputes = contexts.reduce(
    (sum, context) => sum + context.openDisputes,
    0,
  );
  return disputes > 0 ? [step('answer-disputes', scope.ref, { disputes })] : [];
}

/** The component that fails most often, where that is known well and others fail less. */
function worstFailRate(report: Report, profile: DoraProfile): NextStep[] {
  const [worst] = report.members
    .filter(
      member =>
        (member.deployments ?? 0) >= profile.minimumDeployments &&
        (member.changeFailRate ?? 0) > (report.changeFailRate.value ?? 0),
    )
    .sort((a, b) => (b.changeFailRate ?? 0) - (a.changeFailRate ?? 0));
  return worst
    ? [
        step('worst-change-fail-rate', worst.entityRef, {
          title: worst.title,
          rate: worst.changeFailRate,
        }),
      ]
    : [];
}

function missingSource(report: Report): NextStep[] {
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

function missingChanges(report: Report): NextStep[] {
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

function slowestStage(report: Report, profile: DoraProfile): NextStep[] {
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

function slowestMember(report: Report, profile: DoraProfile): NextStep[] {
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

function stoppedMember(report: Report, clock: number): NextStep[] {
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
