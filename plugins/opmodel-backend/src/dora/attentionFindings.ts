import {
  type AttentionItem,
  binnedQuantile,
  countDays,
  countOf,
  type DoraProfile,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../lib/instants';
import type { FailureState, MemberCounts, MemberRow } from './doraMembers';
import type { DaySpan } from './DoraStore';
import { failuresMetricOf } from './ratioMetrics';

/** "Regularly": at least this often in the 90 days before. */
const REGULAR_DEPLOYMENTS = 6;
/** Lead time of the last 30 days against that of the 90 days before. */
const LEAD_TIME_FACTOR = 1.5;
/** With fewer samples in the last 30 days a median moves this far by chance. */
const LEAD_TIME_SAMPLES = 10;
/** Change fail rate of the last 30 days against that of the 90 days before. */
const FAIL_RATE_FACTOR = 1.5;
/** With fewer deployments in the last 30 days, or fewer failures among them, a share moves this far by chance. */
const FAIL_RATE_DEPLOYMENTS = 10;
const FAIL_RATE_FAILURES = 3;

/** What one component did of late, beside what it did before. */
export interface ComponentHistory {
  row: MemberRow;
  current: MemberCounts;
  previous: MemberCounts;
  recent: DaySpan;
}

/** What of one component needs somebody. */
export function findAttention(
  history: ComponentHistory,
  failures: FailureState | undefined,
  profile: DoraProfile,
): AttentionItem[] {
  return [
    ...stopped(history),
    ...slowed(history),
    ...failsMore(history, profile),
    ...(failures
      ? [...open(history, failures), ...unlinked(history, failures)]
      : []),
  ];
}

function stopped({ row, previous, recent }: ComponentHistory): AttentionItem[] {
  const deploymentsBefore = previous.counts.get('deployments') ?? 0;
  return row.deployments === 0 && deploymentsBefore >= REGULAR_DEPLOYMENTS
    ? [
        {
          ...identify(row, 'stopped-deploying'),
          since: toInstant(row.lastDeploymentAt),
          urgency: 'soon',
          values: {
            deploymentsBefore,
            days: countDays(recent.from, recent.to),
          },
        },
      ]
    : [];
}

function slowed({
  row,
  current,
  previous,
  recent,
}: ComponentHistory): AttentionItem[] {
  const median = binnedQuantile(current.leadTime, 0.5);
  const medianBefore = binnedQuantile(previous.leadTime, 0.5);
  const rises =
    median !== null &&
    medianBefore !== null &&
    countOf(current.leadTime) >= LEAD_TIME_SAMPLES &&
    countOf(previous.leadTime) >= LEAD_TIME_SAMPLES &&
    median >= medianBefore * LEAD_TIME_FACTOR;
  return rises
    ? [
        {
          ...identify(row, 'lead-time-rising'),
          since: recent.from,
          urgency: 'later',
          values: { median, medianBefore },
        },
      ]
    : [];
}

function failsMore(
  { row, current, previous, recent }: ComponentHistory,
  profile: DoraProfile,
): AttentionItem[] {
  const countsOf = ({ counts }: MemberCounts) => ({
    failures: counts.get(failuresMetricOf(profile)) ?? 0,
    deployments: counts.get('deployments') ?? 0,
  });
  const now = countsOf(current);
  const before = countsOf(previous);
  if (
    now.deployments < FAIL_RATE_DEPLOYMENTS ||
    before.deployments < FAIL_RATE_DEPLOYMENTS ||
    now.failures < FAIL_RATE_FAILURES
  ) {
    return [];
  }
  const rate = now.failures / now.deployments;
  const rateBefore = before.failures / before.deployments;
  return rate >= rateBefore * FAIL_RATE_FACTOR
    ? [
        {
          ...identify(row, 'change-fail-rate-rising'),
          since: recent.from,
          urgency: 'later',
          values: { rate, rateBefore },
        },
      ]
    : [];
}

function open(
  { row }: ComponentHistory,
  { openFailures, openSince }: FailureState,
): AttentionItem[] {
  return openFailures > 0
    ? [
        {
          ...identify(row, 'failure-not-recovered'),
          since: toInstant(openSince),
          urgency: 'soon',
          values: { failures: openFailures },
        },
      ]
    : [];
}

function unlinked(
  { row }: ComponentHistory,
  { unlinkedIncidents, unlinkedSince }: FailureState,
): AttentionItem[] {
  return unlinkedIncidents > 0
    ? [
        {
          ...identify(row, 'incident-unlinked'),
          since: toInstant(unlinkedSince),
          urgency: 'later',
          values: { incidents: unlinkedIncidents },
        },
      ]
    : [];
}

function identify(row: MemberRow, kind: AttentionItem['kind']) {
  return {
    id: `dora:${kind}:${row.entityRef}`,
    subject: 'dora',
    kind,
    entityRef: row.entityRef,
    entityTitle: row.title ?? row.name,
    ownerRef: row.ownerRef,
  };
}
