import fc from 'fast-check';
import { addDays, dayOf } from '../calendar/days';
import { debtSeverities, debtStatuses } from './debtItem';
import { isOpenDebt } from './debtStatusMachine';
import {
  listRemediationBreaches,
  ordinaryRemediationDays,
  remediationTime,
} from './remediationTimes';
import { debtItem, FILED_AT } from './__testUtils__/debtItems';

const DAY = 86_400_000;
const ZONE = 'Europe/Berlin';

const anyItem = fc
  .record({
    id: fc.uuid(),
    severity: fc.option(fc.constantFrom(...debtSeverities)),
    status: fc.constantFrom(...debtStatuses),
    createdAt: fc.integer({ min: 0, max: 400 * DAY }).map(at => FILED_AT + at),
    resolvedAt: fc.integer({ min: 0, max: 800 * DAY }).map(at => FILED_AT + at),
  })
  .map(debtItem);
const anyNow = fc
  .integer({ min: 400 * DAY, max: 900 * DAY })
  .map(at => FILED_AT + at);

describe('remediationTime', () => {
  it.each([
    ['critical' as const, '2026-03-09'],
    ['high' as const, '2026-04-01'],
    ['medium' as const, '2026-05-31'],
    ['low' as const, '2026-08-29'],
  ])('of %s ends with %s', (severity, dueDay) => {
    const item = debtItem({ severity });
    const at = (day: string) =>
      remediationTime(item, Date.parse(`${day}T21:00:00Z`), ZONE);
    expect(at(dueDay)).toMatchObject({
      dueDay,
      state: 'within',
      daysLeft: 0,
      daysOver: null,
    });
    expect(at(addDays(dueDay, 3))).toMatchObject({
      state: 'overdue',
      daysLeft: null,
      daysOver: 3,
    });
  });

  it('is told in days of the zone', () => {
    // 23:30 of 8 March in UTC is the 9th in Berlin already, and 23:30 of the 9th the 10th.
    const item = debtItem({ severity: 'critical' });
    const at = (instant: string) =>
      remediationTime(item, Date.parse(instant), ZONE)?.state;
    expect(at('2026-03-08T23:30:00Z')).toBe('within');
    expect(at('2026-03-09T23:30:00Z')).toBe('overdue');
  });

  it('says of what was paid whether it was in time, and nothing against what is accepted or given up', () => {
    const state = (overrides: Parameters<typeof debtItem>[0]) => {
      const time = remediationTime(
        debtItem({ severity: 'critical', ...overrides }),
        FILED_AT + 100 * DAY,
        ZONE,
      );
      return [time?.state, time?.daysOver];
    };
    expect(
      state({ status: 'resolved', resolvedAt: FILED_AT + 7 * DAY }),
    ).toEqual(['in_time', null]);
    expect(
      state({ status: 'resolved', resolvedAt: FILED_AT + 9 * DAY }),
    ).toEqual(['late', 2]);
    expect(state({ status: 'accepted' })).toEqual(['accepted', null]);
    expect(state({ status: 'wont_fix' })).toEqual(['given_up', null]);
    expect(state({ status: 'planned' })).toEqual(['overdue', 93]);
    expect(state({ severity: null })).toEqual([undefined, undefined]);
  });

  it('is over sooner the more severe an item is', () => {
    fc.assert(
      fc.property(anyItem, anyNow, (item, now) => {
        const overs = debtSeverities.map(
          severity =>
            remediationTime({ ...item, severity }, now, ZONE)!.daysOver ?? 0,
        );
        expect(overs).toEqual([...overs].sort((a, b) => b - a));
      }),
    );
  });

  it.each([0, -7, 1.5, NaN])('is not %s days', critical => {
    expect(() =>
      remediationTime(debtItem(), FILED_AT, ZONE, {
        ...ordinaryRemediationDays,
        critical,
      }),
    ).toThrow(`'critical'`);
  });
});

describe('listRemediationBreaches', () => {
  it('lists just what is to be paid and over, with how far', () => {
    fc.assert(
      fc.property(fc.array(anyItem), anyNow, (items, now) => {
        const today = dayOf(now, ZONE);
        const breaches = listRemediationBreaches(items, now, ZONE);
        const expected = items.filter(
          ({ severity, status, createdAt }) =>
            severity !== null &&
            isOpenDebt(status) &&
            addDays(dayOf(createdAt, ZONE), ordinaryRemediationDays[severity]) <
              today,
        );
        expect(new Set(breaches.map(({ item }) => item))).toEqual(
          new Set(expected),
        );
        for (const { time } of breaches) {
          expect(addDays(time.dueDay, time.daysOver)).toBe(today);
        }
      }),
    );
  });

  it('begins with the most severe, and among them with the one that is over longest', () => {
    const ids = (now: number) =>
      listRemediationBreaches(
        [
          debtItem({ id: 'low', severity: 'low', createdAt: 0 }),
          debtItem({ id: 'late', severity: 'critical' }),
          debtItem({
            id: 'later',
            severity: 'critical',
            createdAt: FILED_AT - DAY,
          }),
        ],
        now,
        ZONE,
      ).map(({ item }) => item.id);
    expect(ids(FILED_AT + 30 * DAY)).toEqual(['later', 'late', 'low']);
    expect(ids(FILED_AT)).toEqual(['low']);
  });
});
