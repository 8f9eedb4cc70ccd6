import { readFileSync } from 'fs';
import { join } from 'path';
import fc from 'fast-check';
import type { DayMetric } from '../dayMetrics';
import { checkQuality, type QualityFigures } from './checkQuality';
import { figuresOfCounts } from './figuresOfCounts';
import {
  checksOfMetric,
  defaultQualityThresholds,
  qualityCheckIds,
} from './qualityChecks';

function totals(counts: Partial<Record<DayMetric, number>>) {
  return (metric: DayMetric) => counts[metric] ?? 0;
}

const counts: Partial<Record<DayMetric, number>> = {
  deployments: 40,
  'excluded_deployment:not_successful': 6,
  'excluded_deployment:same_rollout': 3,
  'excluded_deployment:not_finished': 1,
  'excluded_deployment:not_production': 100,
  deployments_with_changes: 30,
  carried_changes: 90,
  changes_with_first_commit: 81,
  lead_time: 80,
  recovery: 4,
  restore: 6,
  clock_problems: 10,
  incidents: 12,
  linked_incidents: 4,
  'unlinked_incident:other_cause': 1,
  'unlinked_incident:decided': 1,
  'unlinked_incident:no_deployment_in_time': 6,
};

const linked = { incidents: 'linked' } as const;

describe('figuresOfCounts', () => {
  it('takes each share from the counts by day', () => {
    expect(
      figuresOfCounts(
        totals(counts),
        { numerator: 88, denominator: 90 },
        linked,
      ),
    ).toEqual({
      'deployments-with-changes': { numerator: 30, denominator: 40 },
      'changes-with-first-commit': { numerator: 81, denominator: 90 },
      // 4 are linked, 2 are known to have had nothing to do with a deployment.
      'incidents-linked': { numerator: 6, denominator: 12 },
      clocks: { numerator: 90, denominator: 100 },
      collection: { numerator: 88, denominator: 90 },
      'deployments-with-result': { numerator: 49, denominator: 50 },
    });
  });
});

describe('the figures of a definition that ties no incident to a deployment', () => {
  it('miss no link', () => {
    const figures = figuresOfCounts(totals(counts), null, { incidents: 'all' });
    expect(figures['incidents-linked']).toBeNull();
    expect(checkQuality('change-fail-rate', figures).state).toBe('good');
  });
});

describe('checkQuality', () => {
  const figures = figuresOfCounts(totals(counts), null, linked);

  it('doubts a metric whose facts miss too much', () => {
    const quality = checkQuality('change-lead-time', figures);
    expect(quality.state).toBe('doubtful');
    expect(
      quality.checks.map(({ id, share, passed }) => [id, share, passed]),
    ).toEqual([
      ['deployments-with-changes', 0.75, false],
      ['changes-with-first-commit', 0.9, true],
      ['clocks', 0.9, false],
      ['collection', null, null],
    ]);
    expect(checkQuality('change-fail-rate', figures).state).toBe('good');
  });

  it('follows thresholds that are configured', () => {
    expect(
      checkQuality('change-lead-time', figures, {
        'deployments-with-changes': 0.7,
        clocks: 0.9,
      }).state,
    ).toBe('good');
    expect(
      checkQuality('change-fail-rate', figures, { 'incidents-linked': 0.51 })
        .state,
    ).toBe('doubtful');
  });

  it('knows nothing where nothing was there to check', () => {
    const nothing = figuresOfCounts(totals({}), null, linked);
    const quality = checkQuality('change-lead-time', nothing);
    expect(quality.state).toBe('unknown');
    for (const { share, passed } of quality.checks) {
      expect([share, passed]).toEqual([null, null]);
    }
  });

  it('gives shares from 0 to 1, and a metric only the checks that concern it', () => {
    const figure = fc.option(
      fc.record({ numerator: fc.nat(100), denominator: fc.nat(100) }),
    );
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(qualityCheckIds.map(id => [id, figure])),
        ) as fc.Arbitrary<QualityFigures>,
        fc.constantFrom(
          ...(Object.keys(checksOfMetric) as (keyof typeof checksOfMetric)[]),
        ),
        (any, metric) => {
          const { state, checks } = checkQuality(metric, any);
          expect(checks.map(({ id }) => id)).toEqual(checksOfMetric[metric]);
          for (const { share } of checks) {
            expect(share ?? 0).toBeGreaterThanOrEqual(0);
            expect(share ?? 0).toBeLessThanOrEqual(1);
          }
          expect(state === 'doubtful').toBe(
            checks.some(({ passed }) => passed === false),
          );
        },
      ),
    );
  });
});

describe('the default thresholds', () => {
  it('are those of the page about benchmarks', () => {
    const page = readFileSync(
      join(__dirname, '../../../../../docs/benchmarks.md'),
      'utf8',
    );
    const written = [...page.matchAll(/^\| `([a-z-]+)` .*\| (\d+) %/gm)].map(
      ([, id, percent]) => [id, Number(percent) / 100],
    );
    expect(written).toEqual(Object.entries(defaultQualityThresholds));
  });
});
