import {
  at,
  change,
  deployment,
  incident,
  rows,
} from '../testing/deliveryRows';
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
 *   d3, in Europe     5 Nov 12:00    !1, new in this environment
 *   d4                5 Nov 18:00    !1 again, and !5
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
      finishedAt: at('2026-11-05T12:00Z'),
      version: '1',
      carries: ['!1'],
    }),
    deployment({
      subject: 'd4',
      finishedAt: at('2026-11-05T18:00Z'),
      carries: ['!1', '!5'],
    }),
  ],
  changes: [
    mergeRequest('!1', '2026-11-03T10:00Z'),
    mergeRequest('!2', '2026-11-02T12:00Z'),
    mergeRequest('!3', '2026-11-03T13:00Z'),
    mergeRequest('!4', '2026-11-03T12:00Z'),
    mergeRequest('!5', '2026-11-05T17:00Z'),
  ],
  incidents: [
    incident({
      subject: 'i1',
      startedAt: at('2026-11-03T13:00Z'),
      resolvedAt: at('2026-11-03T16:00Z'),
    }),
    incident({
      subject: 'i2',
      startedAt: at('2026-11-03T14:00Z'),
      resolvedAt: at('2026-11-03T19:00Z'),
    }),
    incident({
      subject: 'i3',
      startedAt: at('2026-11-04T00:00Z'),
      resolvedAt: at('2026-11-06T00:00Z'),
    }),
    // Of the range by its end alone.
    incident({
      subject: 'i4',
      startedAt: at('2026-11-01T00:00Z'),
      resolvedAt: at('2026-11-05T00:00Z'),
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
const printed = printDelivery(facts, gitlabProfile, {
  from: '2026-11-02',
  to: '2026-11-15',
});

describe('the profile of GitLab', () => {
  it('prints the middle of the middles of days and environments, from merge to deployment', () => {
    /*
     * 3 Nov: 0 (merged after it), 2 and 24 hours: 2. 4 Nov: 24. 5 Nov: 50 in Europe, 1 elsewhere.
     * 1, 2, 24, 50: 13 hours are 0.54 days.
     */
    expect(printed('change-lead-time')).toEqual({
      value: 0.5,
      unit: 'days',
      text: null,
    });
  });

  it('prints all incidents over all deployments, which may pass 100 %', () => {
    // i1, i2, i3, i5, i6 and i7 began in the range: 6 over 4.
    expect(printed('change-fail-rate')).toEqual({
      value: 150,
      unit: 'percent',
      text: null,
    });
  });

  it('prints how long incidents were open, by the day on which they were closed', () => {
    // 3 Nov: 3 and 5 hours: 4. 5 Nov: 96. 6 Nov: 48. The middle is 48 hours.
    expect(printed('failed-deployment-recovery-time')).toEqual({
      value: 2,
      unit: 'days',
      text: null,
    });
  });

  it('prints deployments by all days of the range', () => {
    // 4 in 14 days.
    expect(printed('deployment-frequency')).toEqual({
      value: 0.29,
      unit: 'per-day',
      text: null,
    });
  });
});
