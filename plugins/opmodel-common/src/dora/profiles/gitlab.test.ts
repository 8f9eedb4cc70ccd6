import {
  at,
  change,
  deployment,
  incident,
  rows,
} from '../testing/deliveryRows';
import { idleDecisions } from '../testing/idleDecisions';
import { printDelivery } from '../testing/printDelivery';
import { gitlabProfile } from './gitlab';

/** A merge request that was opened a week before it was merged. */
function mergeRequest(subject: string, mergedAt: string) {
  return change({
    subject,
    commitSha: `sha-of-${subject}`,
    openedAt: at(mergedAt) - 7 * 86_400_000,
    mergedAt: at(mergedAt),
  });
}

/*
 * Each expectation is what the queries of GitLab give for these rows, worked out by hand.
 *
 *   deployment        finished       brings
 *   d1                3 Nov 12:00    !1, !2, and !3 which was merged after it
 *   d2                4 Nov 12:00    !4
 *   d3, in Europe     4 Nov 11:00    !1, new in this environment
 *   d4                5 Nov 18:00    !1 again, !5, and a commit without a merge request
 *   d5                6 Nov 12:00    a rollback
 *   d6                7 Nov 12:00    failed, so it counts for nothing
 */
const facts = rows({
  deployments: [
    deployment({
      subject: 'd1',
      finishedAt: at('2026-11-03T12:00Z'),
      version: '1',
      carries: ['!1', '!2', '!3'],
    }),
    deployment({
      subject: 'd2',
      finishedAt: at('2026-11-04T12:00Z'),
      carries: ['!4'],
    }),
    deployment({
      subject: 'd3',
      environment: 'production-eu',
      finishedAt: at('2026-11-04T11:00Z'),
      version: '1',
      carries: ['!1'],
    }),
    deployment({
      subject: 'd4',
      finishedAt: at('2026-11-05T18:00Z'),
      carries: ['!1', '!5', 'c6'],
    }),
    deployment({
      subject: 'd5',
      finishedAt: at('2026-11-06T12:00Z'),
      deploymentType: 'rollback',
    }),
    deployment({
      subject: 'd6',
      finishedAt: at('2026-11-07T12:00Z'),
      result: 'failure',
    }),
  ],
  changes: [
    mergeRequest('!1', '2026-11-03T09:59:25Z'),
    mergeRequest('!2', '2026-11-02T12:00Z'),
    mergeRequest('!3', '2026-11-03T13:00Z'),
    mergeRequest('!4', '2026-11-03T11:36:25Z'),
    mergeRequest('!5', '2026-11-05T17:00Z'),
    change({
      subject: 'c6',
      commitSha: 'c6',
      mergedAt: at('2026-11-05T01:00Z'),
    }),
  ],
  incidents: [
    incident({
      subject: 'i1',
      startedAt: at('2026-11-03T13:00Z'),
      resolvedAt: at('2026-11-03T15:50Z'),
    }),
    incident({
      subject: 'i2',
      startedAt: at('2026-11-03T14:00Z'),
      resolvedAt: at('2026-11-03T18:30Z'),
    }),
    incident({
      subject: 'i3',
      causeClass: 'infrastructure',
      startedAt: at('2026-11-04T00:00Z'),
      resolvedAt: at('2026-11-05T16:00Z'),
    }),
    // Of the range by its end alone.
    incident({
      subject: 'i4',
      startedAt: at('2026-11-01T23:30Z'),
      resolvedAt: at('2026-11-02T00:30Z'),
    }),
    incident({ subject: 'i5', startedAt: at('2026-11-10T00:00Z') }),
    // Of the range by its start alone.
    incident({
      subject: 'i6',
      startedAt: at('2026-11-12T00:00Z'),
      resolvedAt: at('2026-11-20T00:00Z'),
    }),
    incident({
      subject: 'i7',
      startedAt: at('2026-11-13T00:00Z'),
      causeClass: 'infrastructure',
    }),
  ],
});
const window = {
  from: '2026-11-02',
  to: '2026-11-15',
};
const printed = printDelivery(facts, gitlabProfile, window);

describe('the profile of GitLab', () => {
  it('prints the middle of the middles of days and environments, from merge to deployment', () => {
    /*
     * 3 Nov: 0 (merged after it), 7235 seconds and a day: 7235. 4 Nov: 87815, and in Europe 90035. 5 Nov: 3600.
     * 3600, 7235, 87815, 90035: 47525 seconds are 0.55 days.
     */
    expect(printed('change-lead-time')).toEqual({
      value: 0.6,
      unit: 'days',
      text: null,
    });
  });

  it('prints all incidents over all deployments, which may pass 100 %', () => {
    // i1, i2, i3, i5, i6 and i7 began in the range: 6 over 5.
    expect(printed('change-fail-rate')).toEqual({
      value: 120,
      unit: 'percent',
      text: null,
    });
  });

  it('prints how long incidents were open, by the day on which they were closed', () => {
    // 2 Nov: 1 hour. 3 Nov: 2:50 and 4:30, so 3:40. 5 Nov: 40 hours. The middle is 0.153 days.
    expect(printed('failed-deployment-recovery-time')).toEqual({
      value: 0.2,
      unit: 'days',
      text: null,
    });
  });

  it('prints deployments by all days of the range', () => {
    // 5 in 14 days.
    expect(printed('deployment-frequency')).toEqual({
      value: 0.36,
      unit: 'per-day',
      text: null,
    });
  });

  it('depends on each of its decisions, but for those that others make idle', () => {
    // It has no weeks, begins with the merge, to the second, ties no incident to a deployment, and counts recovery by its end.
    expect(idleDecisions(facts, gitlabProfile, window)).toEqual([
      'weekStart',
      'leadTime.commitTime',
      'leadTime.rounding',
      'failures.links',
      'failures.maximumLagSeconds',
      'failures.strictlyAfter',
      'failures.severalIncidents',
      'failures.day',
      'failures.recoveryWindow',
    ]);
  });
});
