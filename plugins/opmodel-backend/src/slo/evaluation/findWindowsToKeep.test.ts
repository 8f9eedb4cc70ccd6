import type { SloWindow } from '@opmodel/backstage-plugin-opmodel-common';
import { DAY, HOUR } from '../testing/slos';
import { findWindowsToKeep } from './findWindowsToKeep';

const at = (text: string) => Date.parse(text);
const find = (
  window: SloWindow,
  asOf: number,
  judgedUntil: number | null,
  zone = 'UTC',
) =>
  findWindowsToKeep(window, { asOf, judgedUntil, zone }).map(
    ({ from, to, complete, isPresent }) => [
      new Date(from).toISOString(),
      new Date(to).toISOString(),
      complete,
      isPresent,
    ],
  );

const daily: SloWindow = {
  type: 'calendar',
  duration: { count: 1, unit: 'd' },
  startTime: '2026-10-01 00:00:00',
  zone: 'Europe/Berlin',
};
const rolling: SloWindow = {
  type: 'rolling',
  duration: { count: 1, unit: 'd' },
};

describe('findWindowsToKeep', () => {
  it('has a day of 25 hours where the clocks go back', () => {
    const asOf = at('2026-10-25T22:00:00Z');
    expect(find(daily, asOf, asOf - HOUR)).toEqual([
      ['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z', false, true],
    ]);
    expect(find(rolling, asOf, asOf - HOUR, 'Europe/Berlin')).toEqual([
      ['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z', false, true],
    ]);
  });

  it('looks at windows again that ended since the last evaluation, until late numbers are in', () => {
    const end = at('2026-11-20T23:00:00Z');
    const early = find(daily, end + HOUR / 2, end - HOUR / 2);
    expect(early.map(([, to, complete]) => [to, complete])).toEqual([
      [new Date(end).toISOString(), false],
      [new Date(end + DAY).toISOString(), false],
    ]);
    const late = find(daily, end + HOUR, end + HOUR / 2);
    expect(late[0].slice(1)).toEqual([
      new Date(end).toISOString(),
      true,
      false,
    ]);
    expect(find(daily, end + 4 * HOUR, end + 3 * HOUR)).toHaveLength(1);
  });

  it('looks back on twelve calendar windows the first time, as far as there are any', () => {
    expect(find(daily, at('2026-11-20T12:00:00Z'), null)).toHaveLength(13);
    expect(find(daily, at('2026-10-03T12:00:00Z'), null)).toHaveLength(3);
    expect(find(daily, at('2026-09-30T12:00:00Z'), null)).toEqual([]);
  });

  it('makes up for at most 31 days of a rolling window', () => {
    const asOf = at('2026-11-20T12:00:00Z');
    expect(find(rolling, asOf, asOf - 3 * DAY)).toHaveLength(4);
    expect(find(rolling, asOf, asOf - 90 * DAY)).toHaveLength(32);
    expect(find(rolling, asOf, null)).toHaveLength(2);
  });
});
