import type {
  FlowNextStep,
  FlowReport,
} from '@opmodel/backstage-plugin-opmodel-common';

const MAXIMUM_STEPS = 3;
/** Below this share of runs that succeed, pipelines are worth a look. */
const LOW_SUCCESS = 0.8;
/** More arrivals than completions by this share, and at least so many, let work pile up. */
const GROWING_BY = 1.25;
const GROWING_ITEMS = 5;

type Told = Omit<FlowReport, 'nextSteps'>;

/** What would help most, at most three things. First what is missing to know the numbers at all, then what moves them. */
export function findFlowNextSteps(report: Told): FlowNextStep[] {
  return [
    ...missingTracker(report),
    ...missingQuality(
      report,
      'items-with-start',
      'report-start',
      share => share,
    ),
    ...missingQuality(
      report,
      'items-with-category',
      'classify-items',
      share => 1 - share,
    ),
    ...agedItems(report),
    ...blockedItems(report),
    ...growingWork(report),
    ...failingBuilds(report),
  ].slice(0, MAXIMUM_STEPS);
}

function step(
  report: Told,
  id: FlowNextStep['id'],
  values: FlowNextStep['values'],
): FlowNextStep[] {
  return [{ id, entityRef: report.scope.ref, values }];
}

function missingTracker(report: Told): FlowNextStep[] {
  return report.throughput.value === null
    ? step(report, 'connect-tracker', {})
    : [];
}

function missingQuality(
  report: Told,
  check: FlowReport['quality']['checks'][number]['id'],
  id: FlowNextStep['id'],
  tell: (share: number) => number,
): FlowNextStep[] {
  const found = report.quality.checks.find(one => one.id === check);
  return found && found.share !== null && found.passed === false
    ? step(report, id, {
        items: found.denominator - found.numerator,
        share: tell(found.share),
      })
    : [];
}

function agedItems(report: Told): FlowNextStep[] {
  const { age, serviceLevelExpectation } = report;
  return (age.beyondExpectation ?? 0) > 0
    ? step(report, 'aged-items', {
        items: age.beyondExpectation,
        expectation: serviceLevelExpectation.seconds,
        oldest: age.oldest,
      })
    : [];
}

function blockedItems(report: Told): FlowNextStep[] {
  const { blocked } = report.wip;
  return (blocked ?? 0) > 0
    ? step(report, 'blocked-items', { items: blocked })
    : [];
}

function growingWork(report: Told): FlowNextStep[] {
  const arrived = report.arrivals.value ?? 0;
  const completed = report.throughput.value ?? 0;
  return arrived - completed >= GROWING_ITEMS &&
    arrived >= completed * GROWING_BY
    ? step(report, 'wip-growing', { arrived, completed })
    : [];
}

function failingBuilds(report: Told): FlowNextStep[] {
  const { state, success, pipelines } = report.builds;
  const [worst] = pipelines;
  return state === 'ok' &&
    worst !== undefined &&
    success.value !== null &&
    success.value < LOW_SUCCESS
    ? [
        {
          id: 'builds-failing',
          entityRef: worst.entityRef,
          values: { title: worst.pipeline, share: worst.successRate },
        },
      ]
    : [];
}
