import {
  at,
  change,
  deployment,
  incident,
  rows,
} from '../testing/deliveryRows';
import { idleDecisions } from '../testing/idleDecisions';
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
 *   d3               10 Nov 09:00   #3, #4, #7, #8 and a commit that nobody was asked to review
 *   d4, in Europe    10 Nov 09:30   #3 again
 *   d5               16 Nov 09:00   failed, so it counts for nothing
 *   d6               12 Nov 09:00   #3 once more, a rollback
 *   d7, d8           17, 22 Nov     nothing
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
      carries: ['#3', '#4', '#7', '#8', 'c5'],
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
    deployment({
      subject: 'd6',
      finishedAt: at('2026-11-12T09:00Z'),
      deploymentType: 'rollback',
      carries: ['#3'],
    }),
    deployment({ subject: 'd7', finishedAt: at('2026-11-17T09:00Z') }),
    deployment({ subject: 'd8', finishedAt: at('2026-11-22T09:00Z') }),
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
      firstCommitAt: at('2026-11-02T08:58:30Z'),
      commits: [
        {
          sha: 'w1',
          authoredAt: at('2026-11-02T08:58:30Z'),
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
      openedAt: at('2026-11-08T08:00Z'),
      mergedAt: at('2026-11-10T08:30Z'),
    }),
    // All at once.
    change({
      subject: '#7',
      commitSha: 's7',
      firstCommitAt: at('2026-11-10T09:00Z'),
      openedAt: at('2026-11-10T09:00Z'),
      mergedAt: at('2026-11-10T09:00Z'),
    }),
    change({
      subject: '#8',
      commitSha: 's8',
      firstCommitAt: at('2026-10-20T09:00Z'),
      openedAt: at('2026-10-21T09:00Z'),
      mergedAt: at('2026-11-09T09:00Z'),
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
      resolvedAt: at('2026-11-05T15:10Z'),
    }),
    // Begins with d3, and so not after it: tied to d2, a week older.
    incident({
      subject: 'i3',
      startedAt: at('2026-11-10T09:00Z'),
      resolvedAt: at('2026-11-10T10:00Z'),
    }),
    // Open, of a failing network, three days after d7: it counts against it all the same.
    incident({
      subject: 'i4',
      startedAt: at('2026-11-20T08:00Z'),
      causeClass: 'infrastructure',
    }),
    // Of d8, and resolved only after the range.
    incident({
      subject: 'i5',
      startedAt: at('2026-11-23T08:00Z'),
      resolvedAt: at('2026-11-30T00:00Z'),
    }),
    incident({
      subject: 'i6',
      startedAt: at('2026-11-24T08:00Z'),
      resolvedAt: at('2026-12-04T09:00Z'),
    }),
  ],
});
const window = { from: '2026-11-02', to: '2026-11-29' };
const printed = printDelivery(facts, devlakeProfile, window);

describe('the profile of Apache DevLake', () => {
  it('prints the lower median of cycle times that are summed up from stages in whole minutes', () => {
    /*
     * #1: 122 coding (121.5 rounded up), 1441 to the merge (1440.3), 60 to the deployment (59.7): 1623, where the whole span
     * would be 1622. #2: coding would be negative and adds nothing, 20 and 40: 60. #3: 1440, 1380 and 60: 2880. #4: no
     * commit is known, 2910 and 30: 2940. #7: 0. #8: three weeks. #0 came with the first deployment, c5 was no pull request.
     * 0, 60, 1623, 2880, 2940, 30240: the lower of the two middle ones is 1623 minutes, 27.05 hours.
     */
    expect(printed('change-lead-time')).toEqual({
      value: 27.1,
      unit: 'hours',
      text: 'Between one day and one week(high)',
    });
  });

  it('prints the share of deployments with an incident, each once, however many there were', () => {
    // d2 with three incidents, d7 with one and d8 with two, of all but d5: 3 of 8.
    expect(printed('change-fail-rate')).toEqual({
      value: 37.5,
      unit: 'percent',
      text: '> 15%(low)',
    });
  });

  it('prints recovery from the deployment to the resolution of each incident', () => {
    // i1: 120.75 minutes, i2: 2890, i3: 9780; the middle one is 48.17 hours. i5 and i6 count for no range that ends before them.
    expect(printed('failed-deployment-recovery-time')).toEqual({
      value: 48.2,
      unit: 'hours',
      text: 'Between one day and one week(medium)',
    });
  });

  it('prints deployment days of the lower median week', () => {
    // 2 and 3, 10 and 12, 17 and 22 November, and a week without: 0, 2, 2, 2.
    expect(printed('deployment-frequency')).toEqual({
      value: 2,
      unit: 'deployment-days-per-week',
      text: '2 deployment days per week(high)',
    });
  });

  it('counts a recovery only in a range that holds the deployment and the resolution', () => {
    const until = (to: string, from = window.from) =>
      printDelivery(facts, devlakeProfile, { from, to })(
        'failed-deployment-recovery-time',
      )?.value ?? null;
    // i5: 10980 minutes. 120, 2890, 9780 and 10980: the lower of the two middle ones.
    expect(until('2026-11-30')).toBe(48.2);
    // i6: 17280 minutes. The middle one of five is 163 hours.
    expect(until('2026-12-04')).toBe(163);
    // i2 was not resolved yet, nor was i3.
    expect(until('2026-11-04')).toBe(2);
    // The resolutions of i5 and i6 alone, without their deployment.
    expect(until('2026-12-31', '2026-11-23')).toBeNull();
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

  it('depends on each of its decisions, but for those that others make idle', () => {
    // Stages have no negative sum, deployments are counted and not incidents, and no recovery crosses the beginning of the range.
    expect(idleDecisions(facts, devlakeProfile, window)).toEqual([
      'leadTime.negativeSpans',
      'failures.incidents',
      'failures.day',
      'failures.recoveryDay',
    ]);
  });
});
