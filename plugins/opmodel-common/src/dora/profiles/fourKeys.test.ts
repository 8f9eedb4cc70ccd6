import type { CommitFact } from '../facts';
import {
  at,
  change,
  deployment,
  incident,
  rows,
} from '../testing/deliveryRows';
import { printDelivery } from '../testing/printDelivery';
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
      startedAt: at('2026-11-12T00:00Z'),
      resolvedAt: at('2026-11-12T05:10Z'),
    }),
  ],
});
const printed = printDelivery(facts, fourKeysProfile, {
  from: '2026-09-01',
  to: '2026-11-29',
});

describe('the profile of Four Keys', () => {
  it('prints the middle of the minutes of each commit in each deployment, those above zero', () => {
    /*
     * d1: 120 and 29 (29.5 cut off); c3 is later than the deployment and c4 took 30 seconds, so neither counts.
     * d2: 480, 389, 359 and 360. d3: 180 and 60. d4: 60 and 120.
     * 29, 60, 60, 120, 120, 180, 359, 360, 389, 480: between 120 and 180.
     */
    expect(printed('change-lead-time')).toEqual({
      value: 150,
      unit: 'minutes',
      text: 'One day',
    });
  });

  it('prints more than 100 % where incidents outnumber deployments', () => {
    // i1, i2, i4, i5 and i6 name a deployment, of four.
    expect(printed('change-fail-rate')).toEqual({
      value: 125,
      unit: 'percent',
      text: '46-60%',
    });
  });

  it('prints the middle of the whole hours of all closed incidents', () => {
    /*
     * From the root cause where that is earlier: i1 2 (2:59 from d3), i2 10, i6 1 (1:30 from d4). i4 from its report, 24. Without a
     * root cause: i3 0 and i7 5. 0, 1, 2, 5, 10, 24: between 2 and 5.
     */
    expect(printed('failed-deployment-recovery-time')).toEqual({
      value: 3.5,
      unit: 'hours',
      text: 'One day',
    });
  });

  it('prints the bucket of the weeks after the first day', () => {
    // Weeks of 1, 8, 15, 22 and 29 November, 9 and 10 November deployed: the median week has none, the month has one week.
    expect(printed('deployment-frequency')).toEqual({
      value: null,
      unit: 'bucket',
      text: 'Monthly',
    });
  });
});
