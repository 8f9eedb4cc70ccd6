import { mockServices } from '@backstage/backend-test-utils';
import { weekdays } from '@opmodel/backstage-plugin-opmodel-common';
import { readWorkingTime } from './workingTimeConfig';

const read = (calendar: object) =>
  readWorkingTime(
    mockServices.rootConfig({ data: { opmodel: { calendar } } }),
    Date.parse('2026-11-22T12:00:00Z'),
  );

describe('readWorkingTime', () => {
  it('counts all time unless it is asked to count working days', () => {
    expect(
      read({ workingDays: ['monday'], holidays: [{ day: '2026-12-25' }] }),
    ).toEqual({ changeLeadTime: null, flow: null });
  });

  it('takes Monday to Friday for working days, where one subject asks for them', () => {
    expect(read({ workingTime: { flow: true } })).toEqual({
      changeLeadTime: null,
      flow: { weekdays: weekdays.slice(0, 5), holidays: [] },
    });
  });

  it('takes the working days in the order of the week, and holidays by day or span', () => {
    expect(
      read({
        workingDays: ['thursday', 'sunday', 'monday', 'thursday'],
        holidays: [
          { day: '2026-12-25', name: 'Christmas Day' },
          { from: '2026-12-28', to: '2026-12-31' },
        ],
        workingTime: { changeLeadTime: true, flow: false },
      }),
    ).toEqual({
      changeLeadTime: {
        weekdays: ['monday', 'thursday', 'sunday'],
        holidays: [
          { from: '2026-12-25', to: '2026-12-25', name: 'Christmas Day' },
          { from: '2026-12-28', to: '2026-12-31', name: null },
        ],
      },
      flow: null,
    });
  });

  it.each([
    [
      { workingDays: ['monday', 'funday'] },
      "opmodel.calendar.workingDays must name days of the week (monday, tuesday, wednesday, thursday, friday, saturday, sunday), got 'funday'",
    ],
    [
      { workingDays: [] },
      'opmodel.calendar.workingDays must name at least one day of the week',
    ],
    [{ workingDays: 'monday' }, 'opmodel.calendar.workingDays'],
    [
      { holidays: [{ name: 'Some day' }] },
      'opmodel.calendar.holidays[0].from must be a day',
    ],
    [
      { holidays: [{ day: '2026-12-25' }, { day: '2026-02-30' }] },
      "opmodel.calendar.holidays[1].day must be a day such as 2026-12-24, got '2026-02-30'",
    ],
    [
      { holidays: [{ day: '2026-12-25', to: '2026-12-26' }] },
      'opmodel.calendar.holidays[0] must give either day, or from and to',
    ],
    [
      { holidays: [{ from: '2026-12-25', to: '2026-12-24' }] },
      'opmodel.calendar.holidays[0].to must not be before its from, 2026-12-25',
    ],
    [
      { holidays: [{ day: '2031-12-25' }] },
      "opmodel.calendar.holidays[0].day must be a day from 1970-01-01 to 2029-11-22, got '2031-12-25'",
    ],
    [
      { workingTime: { recovery: true } },
      "opmodel.calendar.workingTime must name none but changeLeadTime and flow, got 'recovery': recovery counts all time",
    ],
    [
      { workingTime: { flow: 'sometimes' } },
      'opmodel.calendar.workingTime.flow',
    ],
  ])('names the key of what cannot be: %j', (calendar, message) => {
    expect(() => read(calendar)).toThrow(message);
  });
});
