import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import type { SloDay, SloDays } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { sloChartTranslationRef } from '../../translations/chart';
import { useSloFormats } from '../../words/useSloFormats';
import { useSloWords } from '../../words/useSloWords';
import { calendarOf, levelOf, nextCell, type CellPlace } from './calendarOf';
import { useLevelStyles } from './useLevelStyles';

const CELL = 16;
/** Weeks between two names of days at the top. */
const NAMED_WEEKS = 5;

const useStyles = makeStyles(theme => ({
  scroll: { overflowX: 'auto', padding: 2 },
  grid: {
    borderCollapse: 'separate',
    borderSpacing: 2,
    fontSize: 11,
    lineHeight: '14px',
    color: theme.palette.text.secondary,
    '& th': { padding: 0, fontWeight: 400, textAlign: 'left' },
    '& thead th': { height: 16, maxWidth: CELL, whiteSpace: 'nowrap' },
    '& tbody th': { paddingRight: theme.spacing(0.75) },
    '& td': { padding: 0 },
  },
  cell: {
    width: CELL,
    height: CELL,
    borderRadius: 3,
    textAlign: 'center',
    fontSize: 10,
    fontWeight: 700,
    color: theme.palette.text.primary,
    cursor: 'default',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
}));

/** The calendar itself: one stop of the keyboard, arrow keys move from day to day. */
export function CalendarGrid(props: { days: SloDays }) {
  const { days, target } = props.days;
  const { t } = useTranslationRef(sloChartTranslationRef);
  const formats = useFormats();
  const slo = useSloFormats();
  const words = useSloWords();
  const classes = useStyles();
  const looks = useLevelStyles();
  const calendar = useMemo(() => calendarOf(days), [days]);
  const body = useRef<HTMLTableSectionElement>(null);
  const [stop, setStop] = useState<CellPlace>();
  const reachable =
    stop && calendar.rows[stop.row]?.[stop.column]
      ? stop
      : nextCell(calendar, { row: 0, column: 0 }, 'End');

  const move = (event: KeyboardEvent, from: CellPlace) => {
    const next = nextCell(calendar, from, event.key);
    if (next) {
      event.preventDefault();
      setStop(next);
      body.current?.rows[next.row]
        ?.querySelectorAll('td')
        [next.column]?.focus();
    }
  };
  const describe = (day: SloDay) =>
    [
      t('days.cell', {
        day: formats.day(day.day),
        attainment: slo.attainment(day.attainment, target),
        state: words.day[day.state],
      }),
      ...(day.total === null
        ? []
        : [
            t('days.events', {
              good: slo.events(day.good),
              total: slo.events(day.total),
            }),
          ]),
    ].join('; ');

  return (
    <div className={classes.scroll}>
      <table role="grid" aria-label={t('days.label')} className={classes.grid}>
        <thead>
          <tr>
            <th scope="col" aria-label={t('days.weekday')} />
            {calendar.weeks.map((week, index) => (
              <th key={week} scope="col" aria-label={formats.shortDay(week)}>
                {index % NAMED_WEEKS === 0 ? formats.shortDay(week) : ''}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {calendar.rows.map((cells, row) => (
            <tr key={formats.shortWeekday(addWeekday(calendar.weeks[0], row))}>
              <th scope="row">
                {formats.shortWeekday(addWeekday(calendar.weeks[0], row))}
              </th>
              {cells.map((day, column) => {
                if (day === null) {
                  return <td key={calendar.weeks[column]} role="gridcell" />;
                }
                const { style, sign } = looks[levelOf(day, target)];
                const isStop =
                  reachable?.row === row && reachable.column === column;
                return (
                  <Tooltip key={day.day} title={describe(day)}>
                    {/* Cells of a grid take the focus in turn. */}
                    <td
                      role="gridcell"
                      aria-label={describe(day)}
                      tabIndex={isStop ? 0 : -1}
                      className={classes.cell}
                      style={style}
                      onFocus={() => setStop({ row, column })}
                      onKeyDown={event => move(event, { row, column })}
                    >
                      {sign}
                    </td>
                  </Tooltip>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function addWeekday(monday: string, days: number): string {
  return new Date(Date.parse(monday) + days * 86_400_000)
    .toISOString()
    .slice(0, 10);
}
