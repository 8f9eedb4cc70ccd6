import { mockServices } from '@backstage/backend-test-utils';
import { readCalendar } from './calendarConfig';

const read = (calendar?: object) =>
  readCalendar(
    mockServices.rootConfig({
      data: calendar ? { opmodel: { calendar } } : {},
    }),
  );

describe('readCalendar', () => {
  it('is UTC and the calendar year without configuration', () => {
    expect(read()).toEqual({ zone: 'UTC', fiscalYearStartMonth: 1 });
  });

  it('takes a zone and the first month of the fiscal year', () => {
    expect(read({ zone: 'Europe/Berlin', fiscalYearStartMonth: 4 })).toEqual({
      zone: 'Europe/Berlin',
      fiscalYearStartMonth: 4,
    });
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
