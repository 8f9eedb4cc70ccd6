import { mockServices } from '@backstage/backend-test-utils';
import { readCalendar } from './calendarConfig';

const read = (calendar?: object) =>
  readCalendar(
    mockServices.rootConfig({
      data: calendar ? { opmodel: { calendar } } : {},
    }),
    Date.parse('2026-11-22T12:00:00Z'),
  );

describe('readCalendar', () => {
  it('is UTC and the calendar year without configuration', () => {
    expect(read()).toEqual({
      zone: 'UTC',
      fiscalYearStartMonth: 1,
      freezes: [],
      workingTime: { changeLeadTime: null, flow: null },
    });
  });

  it('takes a zone and the first month of the fiscal year', () => {
    expect(read({ zone: 'Europe/Berlin', fiscalYearStartMonth: 4 })).toEqual({
      zone: 'Europe/Berlin',
      fiscalYearStartMonth: 4,
      freezes: [],
      workingTime: { changeLeadTime: null, flow: null },
    });
  });

  it('takes days that count for nothing', () => {
    const freezes = [
      { from: '2026-12-20', to: '2027-01-03', reason: 'Holidays' },
      { from: '2026-02-28', to: '2026-02-28', cause: 'migration' },
    ];
    expect(read({ freezes }).freezes).toEqual([
      { ...freezes[0], cause: 'freeze' },
      { ...freezes[1], reason: null },
    ]);
  });

  it.each([
    [{ from: '2026-12-20' }, 'opmodel.calendar.freezes[0].to must be a day'],
    [
      { from: '2026-02-30', to: '2026-03-01' },
      "opmodel.calendar.freezes[0].from must be a day such as 2026-12-24, got '2026-02-30'",
    ],
    [
      { from: '20.12.2026', to: '2026-12-31' },
      'opmodel.calendar.freezes[0].from must be a day',
    ],
    [
      { from: '2026-12-20', to: '2026-12-19' },
      'opmodel.calendar.freezes[0].to must not be before its from, 2026-12-20',
    ],
    [
      { from: '2025-01-01', to: '2026-12-31' },
      'opmodel.calendar.freezes[0] must not be longer than 366 days',
    ],
    [
      { from: '2026-01-01', to: '2027-01-02' },
      'opmodel.calendar.freezes[0] must not be longer than 366 days',
    ],
    [
      { from: '9999-12-31', to: '9999-12-31' },
      "opmodel.calendar.freezes[0].from must be a day from 1970-01-01 to 2029-11-22, got '9999-12-31'",
    ],
    [
      { from: '2029-11-22', to: '2029-11-23' },
      'opmodel.calendar.freezes[0].to must be a day from 1970-01-01',
    ],
    [
      { from: '2026-12-20', to: '2026-12-21', cause: 'party' },
      "opmodel.calendar.freezes[0].cause must be one of freeze, migration, other, got 'party'",
    ],
  ])('names the key of a freeze that cannot be: %j', (freeze, message) => {
    expect(() => read({ freezes: [freeze] })).toThrow(message);
  });

  it('names the key of a wrong value', () => {
    expect(() => read({ zone: 'Mars/Olympus' })).toThrow(
      "opmodel.calendar.zone must be an IANA zone such as Europe/Berlin, got 'Mars/Olympus'",
    );
    expect(() => read({ fiscalYearStartMonth: 13 })).toThrow(
      'opmodel.calendar.fiscalYearStartMonth must be a month from 1 to 12, got 13',
    );
  });
});
