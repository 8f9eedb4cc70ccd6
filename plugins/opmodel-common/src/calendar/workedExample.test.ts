import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { WorkingCalendar } from './WorkingCalendar';
import { weekdays } from './workingDays';

const zone = 'Europe/Berlin';
const calendar = new WorkingCalendar(zone, {
  weekdays: weekdays.slice(0, 5),
  holidays: [
    { from: '2026-12-25', to: '2026-12-25', name: 'Christmas Day' },
    { from: '2026-12-28', to: '2026-12-31', name: 'Closed' },
  ],
});

/** The rows of the table in docs/calendar.md that tell of spans. */
const rows = readFileSync(
  join(__dirname, '../../../../docs/calendar.md'),
  'utf8',
)
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))
  .filter(cells => /^\w{3} \d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(cells[1] ?? ''))
  .map(([, from, to, allTime, workingTime]) => ({
    from,
    to,
    allTime,
    workingTime,
  }));

describe('the worked example of docs/calendar.md', () => {
  it('has rows', () => {
    expect(rows).toHaveLength(5);
  });

  it.each(rows)('counts $from to $to as it says', row => {
    const at = (text: string) => {
      const instant = DateTime.fromISO(text.slice(4).replace(' ', 'T'), {
        zone,
      });
      expect(instant.setLocale('en').toFormat('ccc')).toBe(text.slice(0, 3));
      return instant.toMillis();
    };
    const [from, to] = [at(row.from), at(row.to)];
    expect([
      `${(to - from) / 3_600_000} h`,
      `${calendar.workingSeconds(from, to) / 3_600} h`,
    ]).toEqual([row.allTime, row.workingTime]);
  });
});
