import type {
  SloDays,
  SloExplanation,
  SloPoint,
  SloSeries,
} from '@opmodel/backstage-plugin-opmodel-common';
import { buildDays, buildSlo, NOW } from './slo';

const HOUR_MS = 3_600_000;

const window = {
  from: '2026-11-20',
  to: '2026-11-22',
  days: 3,
  zone: 'UTC',
  previous: { from: '2026-11-17', to: '2026-11-19' },
};

/** Hours before now, an hour each; an hour that is null was not measured. */
function buildPoints(remaining: ReadonlyArray<number | null>): SloPoint[] {
  return remaining.map((left, index) => ({
    at: new Date(
      Date.parse(NOW) - (remaining.length - index) * HOUR_MS,
    ).toISOString(),
    seconds: 3_600,
    good: left === null ? null : 990,
    total: left === null ? null : 1_000,
    attainment: left === null ? null : 0.99,
    remaining: left,
    burn: left === null ? null : 1.5,
  }));
}

/** A budget with a gap, a deployment that burned much of it, an incident and a correction. */
export function buildSeries(overrides: Partial<SloSeries> = {}): SloSeries {
  return {
    window,
    objective: 0,
    target: 0.999,
    points: buildPoints([0.8, 0.75, null, null, 0.6, 0.23, -0.05]),
    marks: [
      {
        kind: 'deployment',
        at: '2026-11-22T09:30:00.000Z',
        to: null,
        title: 'Deployment 4.2.0',
        id: 'd1',
        url: 'https://ci.example.com/d1',
        burned: 0.37,
        failed: true,
      },
      {
        kind: 'incident',
        at: '2026-11-22T09:40:00.000Z',
        to: '2026-11-22T10:40:00.000Z',
        title: 'Payments fail',
        id: 'i1',
        url: null,
        burned: 0.3,
        failed: null,
      },
      {
        kind: 'correction',
        at: '2026-11-22T06:00:00.000Z',
        to: '2026-11-22T07:00:00.000Z',
        title: 'Maintenance of the database',
        id: 'a1',
        url: null,
        burned: null,
        failed: null,
      },
    ],
    marksTotal: 3,
    freshness: { asOf: NOW, evaluatedAt: NOW },
    ...overrides,
  };
}

/** Attainment of two weeks and a day. */
export function buildSloDays(overrides: Partial<SloDays> = {}): SloDays {
  return {
    window,
    objective: 0,
    target: 0.999,
    days: buildDays([
      'met',
      'met',
      'met',
      'no_data',
      'thin',
      'met',
      'met',
      'met',
      'missed',
      'met',
      'met',
      'met',
      'met',
      'met',
      'missed',
    ]),
    ...overrides,
  };
}

/** How the budget of the checkout API came about. */
export function buildExplanation(): SloExplanation {
  return {
    definition: {
      id: 'openslo-v1',
      title: 'OpenSLO v1',
      version: '1',
      docs: 'slo#occurrences',
    },
    window: buildSlo().window,
    objective: 0,
    target: 0.999,
    method: 'Occurrences',
    figures: [
      { id: 'good', value: 999_230, unit: 'events' },
      { id: 'total', value: 1_000_000, unit: 'events' },
      { id: 'remaining', value: 0.23, unit: 'share' },
    ],
    formula: '1 - (1000000 - 999230) / (1000000 * (1 - 0.999)) = 0.23',
    leftOut: [{ reason: 'correction', buckets: 12, seconds: 3_600 }],
    queries: [
      {
        part: 'good',
        text: 'sum(increase(http_requests_total{code!~"5.."}[5m]))',
        url: 'https://metrics.example.com/graph?g0.expr=good',
      },
      {
        part: 'total',
        text: 'sum(increase(http_requests_total[5m]))',
        url: null,
      },
    ],
    buckets: 8_628,
    missingBuckets: 12,
    freshness: { asOf: NOW, evaluatedAt: NOW },
  };
}
