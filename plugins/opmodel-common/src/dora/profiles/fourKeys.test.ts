import type { CommitFact } from '../facts';
import {
  at,
  change,
  deployment,
  incident,
  rows,
} from '../testing/deliveryRows';
import { idleDecisions } from '../testing/idleDecisions';
import { printDelivery } from '../testing/printDelivery';
import { computeDelivery } from '../computeDelivery';
import type { DoraProfile } from '../doraProfile';
import { dora2026Profile } from './dora2026';
import { fourKeysProfile } from './fourKeys';

/** A commit that was made at a time of day, and written a day before. */
function commit(sha: string, committedAt: string): CommitFact {
  return {
    sha,
    authoredAt: at(committedAt) - 86_400_000,
    committedAt: at(committedAt),
  };
}

/*
 * Each expectation is what the queries of Four Keys give for these rows, worked out by hand.
 *
 *   deployment        finished       brings
 *   d1                2 Nov 12:00    push p1 of four commits, the first that is known
 *   d2, in Europe     2 Nov 18:00    p1 again
 *   d3                9 Nov 12:00    p2, which merged two commits into one
 *   d4                10 Nov 18:00   p3 of two commits
 *   d5                15 Nov 12:00   p2 again, a rollback
 *   d6                29 Nov 23:00   p4 of one commit, half a minute old
 *   d7                25 Nov 12:00   failed, so it counts for nothing
 *   d8                26 Nov 12:00   a commit of no push that is known: the join of deployments with pushes drops it
 */
const facts = rows({
  deployments: [
    deployment({
      subject: 'd1',
      finishedAt: at('2026-11-02T12:00Z'),
      version: '1',
      carries: ['p1'],
    }),
    deployment({
      subject: 'd2',
      environment: 'production-eu',
      finishedAt: at('2026-11-02T18:00Z'),
      version: '1',
      carries: ['p1'],
    }),
    deployment({
      subject: 'd3',
      finishedAt: at('2026-11-09T12:00Z'),
      carries: ['p2'],
    }),
    deployment({
      subject: 'd4',
      finishedAt: at('2026-11-10T18:00Z'),
      carries: ['p3'],
    }),
    deployment({
      subject: 'd5',
      finishedAt: at('2026-11-15T12:00Z'),
      deploymentType: 'rollback',
      carries: ['p2'],
    }),
    deployment({
      subject: 'd6',
      finishedAt: at('2026-11-29T23:00Z'),
      carries: ['p4'],
    }),
    deployment({
      subject: 'd7',
      finishedAt: at('2026-11-25T12:00Z'),
      result: 'failure',
      carries: ['p3'],
    }),
    deployment({
      subject: 'd8',
      finishedAt: at('2026-11-26T12:00Z'),
      commitSha: 'nobody-knows',
      carries: [],
    }),
  ],
  changes: [
    change({
      subject: 'p1',
      commitSha: 'p1',
      commits: [
        commit('c1', '2026-11-02T10:00:00Z'),
        commit('c2', '2026-11-02T11:30:30Z'),
        commit('c3', '2026-11-02T12:00:10Z'),
        commit('c4', '2026-11-02T11:59:30Z'),
      ],
    }),
    change({
      subject: 'p2',
      commitSha: 'p2',
      commits: [
        commit('c5', '2026-11-09T09:00:00Z'),
        commit('c6', '2026-11-09T11:00:00Z'),
      ],
    }),
    change({
      subject: 'p3',
      commitSha: 'p3',
      commits: [
        commit('c7', '2026-11-10T17:00:00Z'),
        commit('c8', '2026-11-10T16:00:00Z'),
      ],
    }),
    change({
      subject: 'p4',
      commitSha: 'p4',
      commits: [commit('c9', '2026-11-29T22:59:30Z')],
    }),
  ],
  incidents: [
    incident({
      subject: 'i1',
      deployment: 'd3',
      startedAt: at('2026-11-09T13:00Z'),
      resolvedAt: at('2026-11-09T14:59Z'),
    }),
    incident({
      subject: 'i2',
      deployment: 'd3',
      startedAt: at('2026-11-09T12:30Z'),
      resolvedAt: at('2026-11-09T22:00Z'),
    }),
    // Names no root cause: it is restored, and no deployment failed.
    incident({
      subject: 'i3',
      startedAt: at('2026-11-05T08:00Z'),
      resolvedAt: at('2026-11-05T08:59Z'),
    }),
    // Reported before the deployment that it names.
    incident({
      subject: 'i4',
      deployment: 'd4',
      startedAt: at('2026-11-10T17:00Z'),
      resolvedAt: at('2026-11-11T17:30Z'),
    }),
    incident({
      subject: 'i5',
      deployment: 'd4',
      startedAt: at('2026-11-10T20:00Z'),
    }),
    incident({
      subject: 'i6',
      deployment: 'd4',
      startedAt: at('2026-11-10T19:00Z'),
      resolvedAt: at('2026-11-10T19:30Z'),
    }),
    incident({
      subject: 'i7',
      causeClass: 'infrastructure',
      startedAt: at('2026-11-12T00:00Z'),
      resolvedAt: at('2026-11-12T06:10Z'),
    }),
    // After the range, of a deployment in it.
    incident({
      subject: 'i8',
      deployment: 'd6',
      startedAt: at('2026-11-30T01:00Z'),
      resolvedAt: at('2026-11-30T07:00Z'),
    }),
    incident({
      subject: 'i9',
      deployment: 'd6',
      startedAt: at('2026-11-29T23:30Z'),
    }),
  ],
});
const window = {
  from: '2026-09-01',
  to: '2026-11-29',
};
const printed = printDelivery(facts, fourKeysProfile, window);

describe('the profile of Four Keys', () => {
  it('prints the middle of the minutes of each commit in each deployment, those above zero', () => {
    /*
     * d1: 120 and 29 (29.5 cut off); c3 is later than the deployment and c4 took 30 seconds, so neither counts.
     * d2: 480, 389, 359 and 360. d3: 180 and 60. d4: 60 and 120. d5, six days after p2: 8820 and 8700. d6: 0, so it does
     * not count.
     * 29, 60, 60, 120, 120, 180, 359, 360, 389, 480, 8700, 8820: between 180 and 359.
     */
    expect(printed('change-lead-time')).toEqual({
      value: 269.5,
      unit: 'minutes',
      text: 'One day',
    });
  });

  it('prints more than 100 % where incidents outnumber deployments', () => {
    // i1, i2, i4, i5, i6, i8 and i9 name a deployment, of six.
    expect(printed('change-fail-rate')).toEqual({
      value: 116.7,
      unit: 'percent',
      text: '46-60%',
    });
  });

  it('prints the middle of the whole hours of all closed incidents', () => {
    /*
     * From the root cause where that is earlier: i1 2 (2:59 from d3), i2 10, i6 1 (1:30 from d4), i8 8. i4 from its report, 24.
     * Without a root cause: i3 0 and i7 6. 0, 1, 2, 6, 8, 10, 24.
     */
    expect(printed('failed-deployment-recovery-time')).toEqual({
      value: 6,
      unit: 'hours',
      text: 'One day',
    });
  });

  it('prints the bucket of the weeks after the first day', () => {
    // Weeks of 1, 8, 15, 22 and 29 November: three of five have a deployment, on 9, 10, 15 and 29 November.
    expect(printed('deployment-frequency')).toEqual({
      value: null,
      unit: 'bucket',
      text: 'Weekly',
    });
  });

  it('depends on each of its decisions, but for those that others make idle', () => {
    // A zero is left out like what is negative, nothing is tied by time, and each incident is a sample.
    expect(idleDecisions(facts, fourKeysProfile, window)).toEqual([
      'leadTime.negativeSpans',
      'failures.maximumLagSeconds',
      'failures.strictlyAfter',
      'failures.severalIncidents',
    ]);
  });
});

describe('a deployment of an unknown push', () => {
  const verdictOf = (profile: DoraProfile) =>
    computeDelivery(facts, profile, 'UTC').deployments.find(
      ({ subject }) => subject === 'd8',
    )?.exclusion;

  it('does not exist for Four Keys, and counts under a definition that asks nothing of the kind', () => {
    expect(verdictOf(fourKeysProfile)).toBe('unknown_changes');
    expect(verdictOf(dora2026Profile)).toBeNull();
  });
});
