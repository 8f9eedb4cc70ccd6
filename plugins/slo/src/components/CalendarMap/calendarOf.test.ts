import type { SloDay } from '@opmodel/backstage-plugin-opmodel-common';
import { calendarOf, levelOf, nextCell } from './calendarOf';

const day = (date: string, overrides: Partial<SloDay> = {}): SloDay => ({
  day: date,
  attainment: 0.9999,
  good: 1,
  total: 1,
  state: 'met',
  ...overrides,
});

// A Thursday to the Tuesday after it.
const calendar = calendarOf(
  [
    '2026-10-22',
    '2026-10-23',
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
    '2026-10-27',
  ].map(date => day(date)),
);

describe('calendarOf', () => {
  it('has a column a week, over a change of clocks as well', () => {
    expect(calendar.weeks).toEqual(['2026-10-19', '2026-10-26']);
    expect(calendar.rows.map(cells => cells.map(cell => cell?.day))).toEqual([
      [undefined, '2026-10-26'],
      [undefined, '2026-10-27'],
      [undefined, undefined],
      ['2026-10-22', undefined],
      ['2026-10-23', undefined],
      ['2026-10-24', undefined],
      ['2026-10-25', undefined],
    ]);
  });

  it('is empty without days', () => {
    expect(calendarOf([])).toEqual({ weeks: [], rows: [] });
  });
});

describe('levelOf', () => {
  it.each([
    [0.99995, 'met', 'met'],
    [0.9993, 'met', 'met_much'],
    [0.998, 'missed', 'missed'],
    [0.99, 'missed', 'missed_far'],
    [1, 'thin', 'thin'],
    [null, 'no_data', 'no_data'],
  ] as const)('of %p that is %p is %p', (attainment, state, level) => {
    expect(levelOf(day('2026-10-22', { attainment, state }), 0.999)).toBe(
      level,
    );
  });
});

describe('nextCell', () => {
  it.each([
    [{ row: 3, column: 0 }, 'ArrowDown', { row: 4, column: 0 }],
    [{ row: 3, column: 0 }, 'ArrowUp', undefined],
    [{ row: 3, column: 0 }, 'ArrowRight', undefined],
    [{ row: 0, column: 1 }, 'ArrowDown', { row: 1, column: 1 }],
    [{ row: 1, column: 1 }, 'Home', { row: 3, column: 0 }],
    [{ row: 3, column: 0 }, 'End', { row: 1, column: 1 }],
    [{ row: 3, column: 0 }, 'a', undefined],
  ])('leads from %p by %s to %p', (from, key, to) => {
    expect(nextCell(calendar, from, key)).toEqual(to);
  });
});
