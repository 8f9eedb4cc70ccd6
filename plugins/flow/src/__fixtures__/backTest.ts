import type { ForecastBackTestReport } from '@opmodel/backstage-plugin-opmodel-common';
import { buildFlowReport } from './flowReport';

type Score = ForecastBackTestReport['scores'][number];

function score(overrides: Partial<Score>): Score {
  return {
    kind: 'how_many',
    horizon: 14,
    state: 'ok',
    n: 40,
    independent: 20,
    levels: [
      { confidence: 0.5, held: 22, n: 40, share: 0.55 },
      { confidence: 0.85, held: 33, n: 40, share: 0.825 },
    ],
    bias: -0.1,
    pinball: 1.25,
    ...overrides,
  };
}

/** Forecasts tested on a past of which four weeks are too short to grade. */
export function buildBackTest(
  overrides: Partial<ForecastBackTestReport> = {},
): ForecastBackTestReport {
  return {
    scope: buildFlowReport().scope,
    history: { from: '2026-01-05', to: '2026-11-20' },
    trials: 1_000,
    minimum: 10,
    cutOffs: [
      {
        day: '2026-10-05',
        history: { days: 90, completed: 41 },
        forecasts: [
          {
            kind: 'how_many',
            horizon: 14,
            items: null,
            bounds: [{ confidence: 0.85, value: 4 }],
            outcome: 7,
          },
          {
            kind: 'when',
            horizon: 28,
            items: 13,
            bounds: [{ confidence: 0.85, value: '2026-11-06' }],
            outcome: null,
          },
        ],
      },
    ],
    scores: [
      score({}),
      score({ horizon: 28, state: 'thin', n: 38, independent: 9 }),
      score({
        kind: 'when',
        horizon: 28,
        state: 'no_data',
        n: 0,
        independent: 0,
        levels: [
          { confidence: 0.5, held: 0, n: 0, share: null },
          { confidence: 0.85, held: 0, n: 0, share: null },
        ],
        bias: null,
        pinball: null,
      }),
    ],
    ...overrides,
  };
}
