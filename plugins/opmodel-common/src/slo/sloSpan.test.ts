import { clipSpans, mergeSpans, spanSeconds, subtractSpans } from './sloSpan';

const MINUTE = 60_000;
const start = Date.UTC(2026, 2, 2);
const minutes = (from: number, to: number) => ({
  from: start + from * MINUTE,
  to: start + to * MINUTE,
});

describe('spans', () => {
  it('count once where they overlap', () => {
    const spans = [
      minutes(10, 20),
      minutes(0, 5),
      minutes(15, 30),
      minutes(5, 6),
    ];
    expect(mergeSpans(spans)).toEqual([minutes(0, 6), minutes(10, 30)]);
    expect(spanSeconds(spans)).toBe(26 * 60);
    expect(mergeSpans([minutes(5, 5), minutes(9, 8)])).toEqual([]);
  });

  it('are cut to a window', () => {
    expect(
      clipSpans([minutes(0, 10), minutes(20, 30)], minutes(5, 20)),
    ).toEqual([minutes(5, 10)]);
  });

  it('leave what others do not take', () => {
    expect(
      subtractSpans(minutes(0, 30), [
        minutes(-5, 5),
        minutes(10, 15),
        minutes(12, 20),
        minutes(29, 40),
      ]),
    ).toEqual([minutes(5, 10), minutes(20, 29)]);
    expect(subtractSpans(minutes(0, 30), [])).toEqual([minutes(0, 30)]);
    expect(subtractSpans(minutes(0, 30), [minutes(0, 30)])).toEqual([]);
  });
});
