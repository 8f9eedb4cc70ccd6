import {
  at,
  change,
  deployment,
  incident,
  rows,
} from '../testing/deliveryRows';
import { printDelivery } from '../testing/printDelivery';
import { devlakeProfile } from './devlake';
import { dora2026Profile } from './dora2026';

/*
 * Each expectation is what the queries of Apache DevLake give for these rows, worked out by hand.
 *
 *   deployment       finished       brings
 *   d0               2 Nov 10:00    #0, of a history that begins here
 *   d1               3 Nov 12:00    #1, squashed
 *   d2               3 Nov 15:00    #2, rebased after it was opened, and merged without a review
 *   d3               10 Nov 09:00   #3, #4 and a commit that nobody was asked to review
 *   d4, in Europe    10 Nov 09:30   #3 again
 *   d5               16 Nov 09:00   failed, so it counts for nothing
 */
const facts = rows({
  deployments: [
    deployment({
      subject: 'd0',
      finishedAt: at('2026-11-02T10:00Z'),
      carries: ['#0'],
    }),
    deployment({
      subject: 'd1',
      finishedAt: at('2026-11-03T12:00Z'),
      carries: ['s1'],
    }),
    deployment({
      subject: 'd2',
      finishedAt: at('2026-11-03T15:00Z'),
      carries: ['#2'],
    }),
    deployment({
      subject: 'd3',
      finishedAt: at('2026-11-10T09:00Z'),
      version: '3',
      carries: ['#3', '#4', 'c5'],
    }),
    deployment({
      subject: 'd4',
      environment: 'production-eu',
      finishedAt: at('2026-11-10T09:30Z'),
      version: '3',
      carries: ['#3'],
    }),
    deployment({
      subject: 'd5',
      finishedAt: at('2026-11-16T09:00Z'),
      result: 'failure',
      carries: ['#6'],
    }),
  ],
  changes: [
    change({
      subject: '#0',
      commitSha: 's0',
      openedAt: at('2026-09-01T10:00Z'),
      firstCommitAt: at('2026-09-01T09:00Z'),
      mergedAt: at('2026-11-01T10:00Z'),
    }),
    change({
      subject: '#1',
      commitSha: 's1',
      // Committed later than written: the squash rewrote it.
      firstCommitAt: at('2026-11-02T09:00:30Z'),
      commits: [
        {
          sha: 'w1',
          authoredAt: at('2026-11-02T09:00:30Z'),
          committedAt: at('2026-11-02T10:00:00Z'),
        },
      ],
      openedAt: at('2026-11-02T11:00Z'),
      firstReviewAt: at('2026-11-02T12:00Z'),
      mergedAt: at('2026-11-03T11:00:20Z'),
    }),
    change({
      subject: '#2',
      commitSha: 's2',
      firstCommitAt: at('2026-11-03T14:10Z'),
      openedAt: at('2026-11-03T14:00Z'),
      mergedAt: at('2026-11-03T14:20Z'),
    }),
    change({
      subject: '#3',
      commitSha: 's3',
      firstCommitAt: at('2026-11-08T09:00Z'),
      openedAt: at('2026-11-09T09:00Z'),
      firstReviewAt: at('2026-11-09T10:00Z'),
      mergedAt: at('2026-11-10T08:00Z'),
    }),
    change({
      subject: '#4',
      commitSha: 's4',
      firstCommitAt: null,
      openedAt: at('2026-11-10T08:00Z'),
      mergedAt: at('2026-11-10T08:30Z'),
    }),
    change({ subject: 'c5', commitSha: 'c5' }),
  ],
  incidents: [
    // Before any deployment: tied to none.
    incident({
      subject: 'i0',
      startedAt: at('2026-11-01T08:00Z'),
      resolvedAt: at('2026-11-01T09:00Z'),
    }),
    incident({
      subject: 'i1',
      startedAt: at('2026-11-03T15:30Z'),
      // Mitigated long before, which the tool does not ask.
      mitigatedAt: at('2026-11-03T15:40Z'),
      resolvedAt: at('2026-11-03T17:00:45Z'),
    }),
    incident({
      subject: 'i2',
      startedAt: at('2026-11-04T08:00Z'),
      resolvedAt: at('2026-11-05T15:00Z'),
    }),
    // Begins with d3, and so not after it: tied to d2, a week older.
    incident({
      subject: 'i3',
      startedAt: at('2026-11-10T09:00Z'),
      resolvedAt: at('2026-11-10T10:00Z'),
    }),
    // Open, of a failing network, ten days after d4: it counts against it all the same.
    incident({
      subject: 'i4',
      startedAt: at('2026-11-20T08:00Z'),
      causeClass: 'infrastructure',
    }),
  ],
});
const window = { from: '2026-11-02', to: '2026-11-29' };
const printed = printDelivery(facts, devlakeProfile, window);

describe('the profile of Apache DevLake', () => {
  it('prints the lower median of cycle times that are summed up from stages in whole minutes', () => {
    /*
     * #1: 120 coding (119.5 rounded up), 1441 to the merge (1440.3), 60 to the deployment (59.7): 1621, where the whole span
     * would be 1620. #2: coding would be negative and adds nothing, 20 and 40: 60. #3: 1440, 1380 and 60: 2880. #4: no
     * commit is known, 30 and 30: 60. #0 came with the first deployment, c5 was no pull request.
     * 60, 60, 1621, 2880: the lower of the two middle ones is 60 minutes.
     */
    expect(printed('change-lead-time')).toEqual({
      value: 1,
      unit: 'hours',
      text: 'Less than one day(elite)',
    });
  });

  it('prints the share of deployments with an incident, each once, however many there were', () => {
    // d2 with three incidents and d4 with one, of d0 to d4: 2 of 5.
    expect(printed('change-fail-rate')).toEqual({
      value: 40,
      unit: 'percent',
      text: '> 15%(low)',
    });
  });

  it('prints recovery from the deployment to the resolution of each incident', () => {
    // i1: 120.75 minutes, i2: 2880, i3: 9780; the middle one is 48 hours.
    expect(printed('failed-deployment-recovery-time')).toEqual({
      value: 48,
      unit: 'hours',
      text: 'Between one day and one week(medium)',
    });
  });

  it('prints deployment days of the lower median week, else of the month', () => {
    // 2, 3 and 10 November: 2, 1, 0 and 0 days a week, of which the lower median is 0; three in the month.
    expect(printed('deployment-frequency')).toEqual({
      value: null,
      unit: 'bucket',
      text: '3 deployment days per month(medium)',
    });
  });

  it('has no rework rate', () => {
    expect(printed('deployment-rework-rate')).toBeNull();
  });

  it('is another number than the own definition', () => {
    const delivery = printDelivery(
      facts,
      { ...dora2026Profile, id: 'devlake' },
      window,
    );
    expect(delivery('change-lead-time')).not.toEqual(
      printed('change-lead-time'),
    );
    expect(delivery('change-fail-rate')).not.toEqual(
      printed('change-fail-rate'),
    );
  });
});
