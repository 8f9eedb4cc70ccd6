import type {
  ReportWorkingTime,
  WorkingCalendar,
} from '@opmodel/backstage-plugin-opmodel-common';

/** The working days that a definition counts as the API tells them; nothing where it counts all time. */
export function tellWorkingTime(workingTime: WorkingCalendar | undefined): {
  workingTime?: ReportWorkingTime;
} {
  if (workingTime === undefined) {
    return {};
  }
  const { weekdays, holidays } = workingTime.days;
  return {
    workingTime: {
      weekdays: [...weekdays],
      holidays: holidays.map(({ from, to, name }) => ({ from, to, name })),
    },
  };
}
