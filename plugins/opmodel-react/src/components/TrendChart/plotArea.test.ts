import { placeOfDay } from './plotArea';

const WEEKS = ['2026-11-02', '2026-11-09'];

describe('placeOfDay', () => {
  it.each([
    ['2026-11-02', 0],
    ['2026-11-09', 0.5],
    ['2026-11-05', 3 / 14],
    ['2026-11-16', 1],
    ['2026-10-01', 0],
    ['2026-12-24', 1],
  ])('puts %s at %d', (day, place) => {
    expect(placeOfDay(day, WEEKS)).toBeCloseTo(place);
  });

  it('puts everything at the beginning of nothing', () => {
    expect(placeOfDay('2026-11-02', [])).toBe(0);
  });
});
