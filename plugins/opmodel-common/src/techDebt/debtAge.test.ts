import fc from 'fast-check';
import { quantile } from '../statistics/quantile';
import { debtAge, tellDebtAges } from './debtAge';
import { debtStatuses } from './debtItem';
import { debtItem, FILED_AT } from './__testUtils__/debtItems';

const DAY = 86_400_000;
const ZONE = 'America/New_York';
const now = FILED_AT + 60 * DAY;

const anyItem = fc
  .record({
    status: fc.constantFrom(...debtStatuses),
    createdAt: fc.integer({ min: 0, max: 59 * DAY }).map(at => FILED_AT + at),
    statusSince: fc.integer({ min: 0, max: 60 * DAY }).map(at => FILED_AT + at),
    resolvedAt: fc.option(
      fc.integer({ min: 0, max: 60 * DAY }).map(at => FILED_AT + at),
    ),
    targetDate: fc.option(
      fc.constantFrom('2026-03-01', '2026-04-30', '2026-05-01', '2026-05-02'),
    ),
    reviewDate: fc.option(fc.constantFrom('2026-04-30', '2026-05-02')),
  })
  .map(debtItem);

describe('debtAge', () => {
  it('is told in days of the calendar', () => {
    // 9 in the morning in UTC is 4 in New York on the same day; the night of 8 March lost an hour.
    const age = (instant: string) =>
      debtAge(debtItem(), Date.parse(instant), ZONE).days;
    expect(age('2026-03-03T04:59:00Z')).toBe(0);
    expect(age('2026-03-03T05:00:00Z')).toBe(1);
    expect(age('2026-03-10T03:59:00Z')).toBe(7);
    expect(age('2026-03-10T04:00:00Z')).toBe(8);
  });

  it('makes an item overdue from the day after its target date', () => {
    const overdue = (targetDate: string, status: 'open' | 'accepted') =>
      debtAge(debtItem({ targetDate, status }), now, ZONE).daysOverdue;
    expect(overdue('2026-05-01', 'open')).toBeNull();
    expect(overdue('2026-04-30', 'open')).toBe(1);
    expect(overdue('2026-04-30', 'accepted')).toBeNull();
  });

  it('asks for a review of accepted items as of others', () => {
    const since = (status: 'accepted' | 'resolved') =>
      debtAge(
        debtItem({ reviewDate: '2026-04-21', status, resolvedAt: now }),
        now,
        ZONE,
      ).daysSinceReview;
    expect(since('accepted')).toBe(10);
    expect(since('resolved')).toBeNull();
  });

  it('stops with the end of the item', () => {
    const ended = debtItem({
      status: 'resolved',
      resolvedAt: FILED_AT + 5 * DAY,
      statusSince: FILED_AT + 5 * DAY,
      targetDate: '2026-03-03',
    });
    expect(debtAge(ended, now, ZONE)).toEqual({
      days: 5,
      daysInStatus: 55,
      daysOverdue: null,
      daysSinceReview: null,
    });
  });

  it('only grows, and is never below 0', () => {
    fc.assert(
      fc.property(anyItem, fc.nat({ max: 100 }), (item, days) => {
        const today = debtAge(item, now, ZONE);
        const later = debtAge(item, now + days * DAY, ZONE);
        for (const key of ['days', 'daysInStatus'] as const) {
          expect(today[key]).toBeGreaterThanOrEqual(0);
          expect(later[key]).toBeGreaterThanOrEqual(today[key]);
        }
        expect(later.daysOverdue ?? 0).toBeGreaterThanOrEqual(
          today.daysOverdue === null ? 0 : today.daysOverdue + days,
        );
      }),
    );
  });
});

describe('tellDebtAges', () => {
  const filedAt = fc
    .integer({ min: 0, max: 59 * DAY })
    .map(at => FILED_AT + at);

  it('tells the median of all ages by those in the middle', () => {
    fc.assert(
      fc.property(fc.array(filedAt, { minLength: 1 }), instants => {
        const filed = [...instants].sort((a, b) => a - b);
        const last = filed.length - 1;
        const days = filed.map(
          createdAt => debtAge(debtItem({ createdAt }), now, ZONE).days,
        );
        expect(
          tellDebtAges(
            {
              oldest: filed[0],
              middle: [
                ...new Set([Math.floor(last / 2), Math.ceil(last / 2)]),
              ].map(place => filed[place]),
            },
            now,
            ZONE,
          ),
        ).toEqual({
          medianDays: quantile(days, 0.5),
          oldestDays: Math.max(...days),
        });
      }),
    );
  });

  it('is no number where nothing is owed', () => {
    expect(tellDebtAges(undefined, now, ZONE)).toEqual({
      medianDays: null,
      oldestDays: null,
    });
  });
});
