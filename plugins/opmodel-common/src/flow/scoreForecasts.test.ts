import fc from 'fast-check';
import { flow2026Definition } from './flowDefinition';
import { forecastHowMany } from './forecast';
import {
  type DueForecast,
  metConfidence,
  scoreForecasts,
} from './scoreForecasts';
import { seededRandom } from './seededRandom';

const howMany = (
  outcome: number,
  values: (number | null)[] = [10, 8, 6, 4],
): DueForecast => ({
  kind: 'how_many',
  bounds: [0.5, 0.7, 0.85, 0.95].map((confidence, index) => ({
    confidence,
    value: values[index],
  })),
  outcome,
});
const when = (outcome: string | null): DueForecast => ({
  kind: 'when',
  bounds: [
    { confidence: 0.5, value: '2026-03-05' },
    { confidence: 0.7, value: '2026-03-08' },
    { confidence: 0.85, value: '2026-03-11' },
    { confidence: 0.95, value: null },
  ],
  outcome,
});
const score = (...forecasts: DueForecast[]) =>
  scoreForecasts(forecasts, flow2026Definition);

describe('scoreForecasts', () => {
  it('tells how often the bounds held', () => {
    expect(
      score(howMany(9), howMany(5), when('2026-03-08'), when(null)).levels,
    ).toEqual([
      { confidence: 0.5, held: 0, n: 4, share: 0 },
      { confidence: 0.7, held: 2, n: 4, share: 0.5 },
      { confidence: 0.85, held: 2, n: 4, share: 0.5 },
      { confidence: 0.95, held: 2, n: 2, share: 1 },
    ]);
  });

  it('weighs misses by the pinball loss', () => {
    // At 50 % the bound 10 against 12: 0.5·2; at 70 % 8: 0.3·4; at 85 % 6: 0.15·6; at 95 % 4: 0.05·8.
    expect(score(howMany(12)).pinball).toBeCloseTo((1 + 1.2 + 0.9 + 0.4) / 4);
    // Below all bounds: 0.5·10, 0.7·8, 0.85·6, 0.95·4.
    expect(score(howMany(0)).pinball).toBeCloseTo((5 + 5.6 + 5.1 + 3.8) / 4);
    expect(score(when('2026-03-08')).pinball).toBeNull();
  });

  it('is biased upwards where more was done than foretold', () => {
    expect(score(howMany(12), howMany(14)).bias).toBeCloseTo(0.3);
    expect(score(howMany(5)).bias).toBeCloseTo(-0.5);
    expect(score(howMany(3, [0, 0, 0, 0])).bias).toBe(3);
    expect(score(when(null)).bias).toBeNull();
  });

  it('does not grade few, and says nothing of none', () => {
    expect(score(howMany(9)).state).toBe('thin');
    expect(score(...Array.from({ length: 10 }, () => howMany(9))).state).toBe(
      'ok',
    );
    expect(score()).toMatchObject({
      state: 'no_data',
      n: 0,
      bias: null,
      pinball: null,
    });
    expect(score().levels[0]).toEqual({
      confidence: 0.5,
      held: 0,
      n: 0,
      share: null,
    });
  });

  it('knows at which confidence a forecast was met', () => {
    expect(metConfidence(howMany(12))).toBe(0.5);
    expect(metConfidence(howMany(6))).toBe(0.85);
    expect(metConfidence(howMany(3))).toBeNull();
    expect(metConfidence(when('2026-03-06'))).toBe(0.7);
    expect(metConfidence(when(null))).toBeNull();
  });

  it('finds forecasts calibrated whose future is like the past they were drawn from', () => {
    const history = [0, 0, 1, 2, 0, 3, 1, 0, 0, 4];
    const random = seededRandom(11);
    const forecasts = Array.from({ length: 400 }, (_, seed): DueForecast => {
      const bounds = forecastHowMany({
        dailyThroughput: history,
        days: 28,
        seed,
        trials: 500,
      })!;
      const outcome = Array.from(
        { length: 28 },
        () => history[Math.floor(random() * history.length)],
      ).reduce((sum, count) => sum + count, 0);
      return { kind: 'how_many', bounds, outcome };
    });
    for (const { confidence, share } of score(...forecasts).levels) {
      // Ties lift the share of whole numbers a little; four standard errors are at most 0.1.
      expect(share!).toBeGreaterThan(confidence - 0.1);
      expect(share!).toBeLessThan(confidence + 0.12);
    }
  });

  it('never finds a surer bound that held less often', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 20 }),
        outcomes => {
          const { levels } = score(
            ...outcomes.map(outcome => howMany(outcome)),
          );
          levels.slice(1).forEach(({ share }, index) => {
            expect(share!).toBeGreaterThanOrEqual(levels[index].share!);
          });
        },
      ),
    );
  });
});
