import fc from 'fast-check';
import {
  rollUpSqale,
  sonarRules,
  sqaleLetters,
  sqaleRatio,
} from './sqaleRatio';

const anyMinutes = fc.nat({ max: 10_000_000 });
const anyLines = fc.integer({ min: 1, max: 5_000_000 });
const anyKnown = fc.record({ remediationMinutes: anyMinutes, lines: anyLines });
const anyMeasure = fc.record({
  remediationMinutes: fc.option(anyMinutes),
  lines: fc.option(fc.nat({ max: 5_000_000 })),
});

describe('sqaleRatio', () => {
  it.each([
    [0, 'A'],
    [1500, 'A'],
    [1501, 'B'],
    [3000, 'B'],
    [3001, 'C'],
    [6000, 'C'],
    [6001, 'D'],
    [15000, 'D'],
    [15001, 'E'],
    [90000, 'E'],
  ])('rates %d minutes of a thousand lines with %s', (minutes, letter) => {
    expect(
      sqaleRatio({ remediationMinutes: minutes, lines: 1000 })?.letter,
    ).toBe(letter);
  });

  it('shows its arithmetic', () => {
    expect(sqaleRatio({ remediationMinutes: 1440, lines: 1000 })).toEqual({
      ratio: 0.048,
      letter: 'A',
      remediationMinutes: 1440,
      lines: 1000,
      developmentMinutes: 30000,
      formula: '1440 ÷ (30 × 1000) = 0.048',
    });
  });

  it('rates by the rules that are configured', () => {
    expect(
      sqaleRatio(
        { remediationMinutes: 1440, lines: 1000 },
        { minutesPerLine: 28.8, grid: [0.02, 0.04, 0.05, 0.1] },
      ),
    ).toMatchObject({ ratio: 0.05, letter: 'C' });
  });

  it.each([
    [null, 1000],
    [60, null],
    [60, 0],
    [-1, 1000],
    [NaN, 1000],
    [60, Infinity],
  ])('says nothing of %s minutes and %s lines', (remediationMinutes, lines) => {
    expect(sqaleRatio({ remediationMinutes, lines })).toBeNull();
  });

  it.each([
    [{ ...sonarRules, minutesPerLine: 0 }],
    [{ ...sonarRules, minutesPerLine: Infinity }],
    [{ ...sonarRules, grid: [0, 0.1, 0.2, 0.5] as const }],
    [{ ...sonarRules, grid: [0.1, 0.05, 0.2, 0.5] as const }],
    [{ ...sonarRules, grid: [0.1, 0.2, NaN, 0.5] as const }],
  ])('refuses rules that rate nothing: %j', rules => {
    expect(() =>
      sqaleRatio({ remediationMinutes: null, lines: null }, rules),
    ).toThrow(RangeError);
  });

  it('gets no better with more to remedy, and no worse with more lines', () => {
    fc.assert(
      fc.property(anyKnown, anyMinutes, anyLines, (code, minutes, lines) => {
        const [one, more, longer] = [
          code,
          { ...code, remediationMinutes: code.remediationMinutes + minutes },
          { ...code, lines: code.lines + lines },
        ].map(measure => sqaleRatio(measure)!);
        const place = (of: typeof one) => sqaleLetters.indexOf(of.letter);
        expect(more.ratio).toBeGreaterThanOrEqual(one.ratio);
        expect(place(more)).toBeGreaterThanOrEqual(place(one));
        expect(longer.ratio).toBeLessThanOrEqual(one.ratio);
        expect(place(longer)).toBeLessThanOrEqual(place(one));
      }),
    );
  });
});

describe('rollUpSqale', () => {
  it('is that of all code together, and lies between the best and the worst', () => {
    fc.assert(
      fc.property(fc.array(anyKnown, { minLength: 1 }), measures => {
        const { sqale, known } = rollUpSqale(measures);
        const ratios = measures.map(measure => sqaleRatio(measure)!.ratio);
        expect(known).toBe(measures.length);
        expect(sqale!.ratio).toBeGreaterThanOrEqual(
          Math.min(...ratios) * (1 - 1e-12),
        );
        expect(sqale!.ratio).toBeLessThanOrEqual(
          Math.max(...ratios) * (1 + 1e-12),
        );
      }),
    );
  });

  it('leaves out what is not known, and counts it', () => {
    fc.assert(
      fc.property(fc.array(anyMeasure), measures => {
        const isKnown = (measure: (typeof measures)[number]) =>
          sqaleRatio(measure) !== null;
        const rollUp = rollUpSqale(measures);
        expect(rollUp.sqale).toEqual(
          rollUpSqale(measures.filter(isKnown)).sqale,
        );
        expect(rollUp.sqale === null).toBe(rollUp.known === 0);
        expect(rollUp.known + rollUp.unknown).toBe(measures.length);
      }),
    );
  });
});
