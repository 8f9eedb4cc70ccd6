import { WorkingCalendar } from '../calendar/WorkingCalendar';
import { weekdays } from '../calendar/workingDays';
import { computeDelivery } from './computeDelivery';
import { dora2026Profile } from './profiles/dora2026';
import { at, change, deployment, incident, rows } from './testing/deliveryRows';

const HOUR = 3_600;

const workingTime = new WorkingCalendar('UTC', {
  weekdays: weekdays.slice(0, 5),
  holidays: [],
});

const deliver = (facts: Parameters<typeof rows>[0], isWorkingTime = true) =>
  computeDelivery(rows(facts), dora2026Profile, 'UTC', {
    workingTime: isWorkingTime ? workingTime : undefined,
  });

// 2026-11-20 is a Friday.
const overTheWeekend = {
  changes: [
    change({
      firstCommitAt: at('2026-11-20T16:00:00Z'),
      openedAt: at('2026-11-20T18:00:00Z'),
      firstReviewAt: at('2026-11-21T10:00:00Z'),
      mergedAt: at('2026-11-22T12:00:00Z'),
    }),
  ],
  deployments: [
    deployment({ finishedAt: at('2026-11-23T10:00:00Z'), carries: ['a1'] }),
  ],
};

describe('change lead time in working time', () => {
  it('leaves the weekend out of the whole and of each stage', () => {
    expect(deliver(overTheWeekend).samples).toMatchObject([
      {
        seconds: 18 * HOUR,
        stages: {
          coding: 2 * HOUR,
          pickup: 6 * HOUR,
          // From Saturday to Sunday: known, and nothing of it lies on a working day.
          review: 0,
          commitToMerge: 8 * HOUR,
          mergeToDeploy: 10 * HOUR,
        },
      },
    ]);
    expect(deliver(overTheWeekend, false).samples).toMatchObject([
      { seconds: 66 * HOUR },
    ]);
  });

  it('counts a change that was made and deployed on days off as zero', () => {
    const { samples } = deliver({
      changes: [
        change({
          firstCommitAt: at('2026-11-21T10:00:00Z'),
          mergedAt: at('2026-11-21T11:00:00Z'),
        }),
      ],
      deployments: [
        deployment({ finishedAt: at('2026-11-22T10:00:00Z'), carries: ['a1'] }),
      ],
    });
    expect(samples).toMatchObject([{ seconds: 0, exclusion: null }]);
  });

  it('leaves out what a wrong clock told, also where that lies on days off', () => {
    const { samples } = deliver({
      changes: [change({ firstCommitAt: at('2026-11-22T10:00:00Z') })],
      deployments: [
        deployment({ finishedAt: at('2026-11-21T10:00:00Z'), carries: ['a1'] }),
      ],
    });
    expect(samples).toMatchObject([
      { seconds: null, exclusion: 'negative_span' },
    ]);
  });

  it('does not touch recovery: users wait through the weekend', () => {
    const failed = {
      deployments: [deployment({ finishedAt: at('2026-11-20T16:00:00Z') })],
      incidents: [
        incident({
          startedAt: at('2026-11-20T17:00:00Z'),
          mitigatedAt: at('2026-11-23T09:00:00Z'),
          resolvedAt: at('2026-11-23T10:00:00Z'),
        }),
      ],
    };
    const { recoveries, incidents } = deliver(failed);
    expect(recoveries).toMatchObject([{ seconds: 65 * HOUR }]);
    expect(deliver(failed, false).recoveries).toEqual(recoveries);
    expect(deliver(failed, false).incidents).toEqual(incidents);
  });
});
