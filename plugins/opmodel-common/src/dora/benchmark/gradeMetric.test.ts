import fc from 'fast-check';
import type { QualityCheck } from '../../client/DoraInsightApi';
import { checkQuality } from '../quality/checkQuality';
import { doraProfiles } from '../profiles/doraProfiles';
import { benchmarkEditions } from './benchmarkEditions';
import { gradeMetric, type GradeQuestion } from './gradeMetric';

const DAY = 86_400;

const question: GradeQuestion = {
  metric: 'change-lead-time',
  value: 3 * DAY,
  state: 'ok',
  quality: { state: 'good', checks: [] },
  profile: doraProfiles['dora-2026'],
  edition: '2025',
  rollUp: false,
};

const nothingChecked = {
  'deployments-with-changes': null,
  'changes-with-first-commit': null,
  'incidents-linked': null,
  clocks: null,
  collection: null,
  'deployments-with-result': null,
};

function grade(overrides: Partial<GradeQuestion>) {
  return gradeMetric({ ...question, ...overrides });
}

describe('gradeMetric', () => {
  it('compares what is known well enough', () => {
    expect(grade({})).toMatchObject({
      benchmark: { band: '1d-1w' },
      ungraded: null,
    });
    // Nothing could be checked: that is no reason for doubt.
    expect(
      grade({ quality: { state: 'unknown', checks: [] } }).ungraded,
    ).toBeNull();
  });

  it('says why it does not', () => {
    expect(grade({ value: null }).ungraded).toBe('no_data');
    expect(grade({ state: 'no_data' }).ungraded).toBe('no_data');
    expect(grade({ state: 'thin' }).ungraded).toBe('thin');
    expect(grade({ quality: { state: 'doubtful', checks: [] } }).ungraded).toBe(
      'doubtful',
    );
    expect(grade({ rollUp: true }).ungraded).toBe('roll_up');
    expect(
      grade({ metric: 'deployment-rework-rate', value: 0.1, edition: '2024' })
        .ungraded,
    ).toBe('edition');
    expect(grade({ metric: 'time-to-restore' }).ungraded).toBe('edition');
    expect(grade({ workingTime: true }).ungraded).toBe('definition');
    expect(
      grade({ workingTime: true, metric: 'deployment-frequency', value: 3 })
        .ungraded,
    ).toBeNull();
  });

  it('does not praise a rate of zero where nobody reported an incident', () => {
    const rate = (value: number, incidents: number) =>
      grade({
        metric: 'change-fail-rate',
        value,
        quality: checkQuality('change-fail-rate', {
          ...nothingChecked,
          'incidents-linked': { numerator: incidents, denominator: incidents },
        }),
      });
    expect(rate(0, 0).ungraded).toBe('no_data');
    expect(rate(0, 4).ungraded).toBeNull();
    // Failures that rollbacks tell of need no incident.
    expect(rate(0.1, 0).ungraded).toBeNull();
  });

  it('compares the frequency of a roll-up, which is that of its median component', () => {
    expect(
      grade({ metric: 'deployment-frequency', value: 2, rollUp: true }),
    ).toMatchObject({ benchmark: { band: '1d-1w' } });
  });

  it('does not compare what a definition measures otherwise than the report asked', () => {
    const { devlake, gitlab, 'four-keys': fourKeys } = doraProfiles;
    expect(grade({ profile: devlake }).ungraded).toBeNull();
    expect(grade({ profile: gitlab }).ungraded).toBe('definition');
    const rate = { metric: 'change-fail-rate', value: 0.1 } as const;
    expect(grade({ ...rate, profile: devlake }).ungraded).toBeNull();
    expect(grade({ ...rate, profile: fourKeys }).ungraded).toBe('definition');
    const recovery = {
      metric: 'failed-deployment-recovery-time',
      profile: fourKeys,
    } as const;
    // Until 2022 the reports asked about any incident.
    expect(grade({ ...recovery, edition: '2021' }).ungraded).toBeNull();
    expect(grade({ ...recovery, edition: '2023' }).ungraded).toBe('definition');
  });

  it('never grades thin or doubtful data, and always says why there is no grade', () => {
    fc.assert(
      fc.property(
        fc.record({
          metric: fc.constantFrom(
            'change-lead-time' as const,
            'deployment-frequency' as const,
            'failed-deployment-recovery-time' as const,
            'change-fail-rate' as const,
            'deployment-rework-rate' as const,
            'time-to-restore' as const,
            'incident-recurrence' as const,
          ),
          value: fc.option(fc.double({ min: 0, max: 1e7, noNaN: true })),
          state: fc.constantFrom(
            'ok' as const,
            'thin' as const,
            'no_data' as const,
          ),
          quality: fc.record({
            state: fc.constantFrom(
              'good' as const,
              'doubtful' as const,
              'unknown' as const,
            ),
            checks: fc.constant<QualityCheck[]>([]),
          }),
          profile: fc.constantFrom(...Object.values(doraProfiles)),
          edition: fc.constantFrom(...benchmarkEditions.map(({ id }) => id)),
          rollUp: fc.boolean(),
        }),
        any => {
          const { benchmark, ungraded } = gradeMetric(any);
          expect(benchmark === null).toBe(ungraded !== null);
          const isUnfit =
            any.value === null ||
            any.state !== 'ok' ||
            any.quality.state === 'doubtful';
          expect(isUnfit && benchmark !== null).toBe(false);
        },
      ),
    );
  });
});
