import fc from 'fast-check';
import { binOf } from '../statistics/logBins';
import { computeBuildRun } from './computeBuildRun';
import { computeBuilds, computePipelines } from './computeBuilds';
import { countBuildDays } from './countBuildDays';
import type { PipelineRunFact } from './flowFacts';
import { pipelineRun } from './__testUtils__/workItems';

const START = Date.parse('2026-03-02T23:50:00Z');
const minute = (count: number) => START + count * 60_000;

const run = (overrides: Partial<PipelineRunFact>) =>
  computeBuildRun(pipelineRun(overrides));
const ended = (
  result: PipelineRunFact['result'],
  minutes = 10,
  overrides: Partial<PipelineRunFact> = {},
) =>
  run({
    queuedAt: minute(-2),
    startedAt: minute(0),
    finishedAt: minute(minutes),
    result,
    ...overrides,
  });

describe('computeBuildRun', () => {
  it('measures a run that succeeded', () => {
    expect(ended('success')).toMatchObject({
      at: minute(10),
      exclusion: null,
      durationSeconds: 600,
      queueSeconds: 120,
    });
  });

  it('does not take for a duration how soon a run failed', () => {
    expect(ended('failure')).toMatchObject({
      exclusion: null,
      durationSeconds: null,
      queueSeconds: 120,
    });
  });

  it.each<[string, Partial<PipelineRunFact>, string]>([
    ['withdrawn', { withdrawn: true }, 'withdrawn'],
    ['running', { finishedAt: null }, 'not_finished'],
    ['cancelled', { result: 'cancelled' }, 'cancelled'],
    ['without a result', { result: null }, 'no_result'],
  ])('leaves out one that is %s', (_, overrides, exclusion) => {
    expect(ended('success', 10, overrides)).toMatchObject({
      exclusion,
      durationSeconds: null,
      queueSeconds: null,
    });
  });

  it('knows no span that is negative', () => {
    expect(ended('success', -1)).toMatchObject({
      exclusion: null,
      durationSeconds: null,
    });
  });
});

describe('build health', () => {
  const runs = [
    ended('success', 10),
    ended('success', 20),
    ended('success', 60),
    ended('failure', 1),
    ended('cancelled', 5),
    ended('success', 1, { withdrawn: true }),
    ended('failure', 90, { pipeline: 'release', subject: 'r1' }),
    ended('cancelled', 95, { pipeline: 'release', subject: 'r2' }),
    run({ pipeline: 'nightly', queuedAt: minute(0) }),
  ];

  it('is the share that succeeded of those that succeeded or failed', () => {
    expect(computeBuilds(runs)).toEqual({
      success: { value: 0.6, numerator: 3, denominator: 5 },
      cancelled: 2,
      durationMedian: 1_200,
      durationP90: 3_120,
      queueMedian: 120,
    });
    expect(computeBuilds([]).success.value).toBeNull();
  });

  it('is told by pipeline, those that fail most first', () => {
    expect(
      computePipelines(runs).map(({ pipeline, success, lastResult }) => [
        pipeline,
        success.numerator,
        success.denominator,
        lastResult,
      ]),
    ).toEqual([
      ['build', 3, 4, 'success'],
      ['release', 0, 1, 'cancelled'],
      ['nightly', 0, 0, null],
    ]);
    expect(computePipelines(runs)[1].lastRunAt).toBe(minute(95));
  });

  it('is counted by the day on which runs finished', () => {
    const counted = countBuildDays(
      [ended('success', 10), ended('failure', 5), ended('cancelled', 3)],
      'UTC',
    );
    expect(
      counted.map(({ day, metric, bin, count }) => [day, metric, bin, count]),
    ).toEqual([
      ['2026-03-02', 'build_queue', binOf(120), 1],
      ['2026-03-02', 'builds', 0, 1],
      ['2026-03-02', 'excluded_build:cancelled', 0, 1],
      ['2026-03-02', 'failed_builds', 0, 1],
      ['2026-03-03', 'build_duration', binOf(600), 1],
      ['2026-03-03', 'build_queue', binOf(120), 1],
      ['2026-03-03', 'builds', 0, 1],
    ]);
  });

  it('has a rate within 0 and 1, and day counts that add up to it', () => {
    const anyRun = fc
      .record({
        minutes: fc.integer({ min: -5, max: 5_000 }),
        result: fc.constantFrom(
          'success' as const,
          'failure' as const,
          'cancelled' as const,
          null,
        ),
        withdrawn: fc.boolean(),
      })
      .map(({ minutes, result, withdrawn }) =>
        ended(result, minutes, { withdrawn }),
      );
    fc.assert(
      fc.property(fc.array(anyRun), any => {
        const { success, cancelled } = computeBuilds(any);
        const counted = countBuildDays(any, 'UTC');
        const sum = (name: string) =>
          counted
            .filter(({ metric }) => metric === name)
            .reduce((total, { count }) => total + count, 0);
        expect(success.value ?? 0).toBeLessThanOrEqual(1);
        expect(success.denominator).toBe(sum('builds'));
        expect(success.denominator - success.numerator).toBe(
          sum('failed_builds'),
        );
        expect(cancelled).toBe(sum('excluded_build:cancelled'));
      }),
    );
  });
});
