import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  addDays,
  listHolidays,
  type ReportWindow,
  type ReportWorkingTime,
  type Weekday,
  weekdays,
} from '@opmodel/backstage-plugin-opmodel-common';
import { type Formats, useFormats } from '../../format/useFormats';
import { opmodelTranslationRef } from '../../translation';

/** Days of the week are named after those that follow it. */
const SOME_MONDAY = '2026-01-05';

/** On which days a duration counts. Shows nothing where it counts all time. */
export function WorkingTimeNote(props: {
  /** What the definition of the number says. */
  workingTime: ReportWorkingTime | undefined;
  window: Pick<ReportWindow, 'from' | 'to'>;
}) {
  const { workingTime, window } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  if (!workingTime) {
    return null;
  }
  return (
    <>
      {t('explain.workingTime', {
        days: describeWeekdays(workingTime.weekdays, formats),
        count: listHolidays(workingTime, window).length,
      })}
    </>
  );
}

/** Three days or more that follow each other as `Mon–Fri`, others one by one. */
function describeWeekdays(
  working: ReportWorkingTime['weekdays'],
  formats: Formats,
): string {
  const nameOf = (day: Weekday) =>
    formats.shortWeekday(addDays(SOME_MONDAY, weekdays.indexOf(day)));
  const runs: (typeof working)[] = [];
  for (const day of weekdays.filter(each => working.includes(each))) {
    const last = runs.at(-1);
    const before = weekdays[weekdays.indexOf(day) - 1];
    if (last && last.at(-1) === before) {
      last.push(day);
    } else {
      runs.push([day]);
    }
  }
  return runs
    .flatMap(run =>
      run.length < 3
        ? run.map(nameOf)
        : `${nameOf(run[0])}–${nameOf(run[run.length - 1])}`,
    )
    .join(', ');
}
