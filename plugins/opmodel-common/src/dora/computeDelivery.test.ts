import fc from 'fast-check';
import { computeDelivery } from './computeDelivery';
import { countDeliveryDays } from './countDeliveryDays';
import type { ChangeFact, DeploymentFact } from './facts';
import { dora2026Profile } from './profiles/dora2026';
import { at, change, deployment, rows } from './testing/deliveryRows';

const compute = (deployments: DeploymentFact[], changes: ChangeFact[]) =>
  computeDelivery(rows({ deployments, changes }), dora2026Profile, 'UTC');

describe('change lead time', () => {
  it('runs from the first commit to the deployment, with its stages', () => {
    const { samples } = compute(
      [deployment({ carries: ['a1'] })],
      [
        change({
          openedAt: at('2026-03-10T10:10:00Z'),
          firstReviewAt: at('2026-03-10T10:40:00Z'),
        }),
      ],
    );
    expect(samples).toEqual([
      {
        source: 'ci',
        deployment: 'd1',
        day: '2026-03-10',
        environment: 'production',
        changeKey: 'a1',
        seconds: 7_200,
        stages: {
          coding: 600,
          pickup: 1_800,
          review: 1_200,
          commitToMerge: 3_600,
          mergeToDeploy: 3_600,
        },
        exclusion: null,
      },
    ]);
  });

  it('takes the change of the commit where the deployment lists none', () => {
    const { samples } = compute(
      [deployment({ commitSha: 'a1' })],
      [change({})],
    );
    expect(samples.map(sample => sample.seconds)).toEqual([7_200]);
  });

  it('counts a change once, in the first production deployment that carries it', () => {
    const { samples } = compute(
      [
        deployment({
          subject: 'd2',
          finishedAt: at('2026-03-12T12:00:00Z'),
          carries: ['a1', 'b2'],
        }),
        deployment({ carries: ['a1'] }),
      ],
      [change({}), change({ subject: 'b2', commitSha: 'b2' })],
    );
    expect(
      samples.map(({ deployment: subject, changeKey, exclusion }) => [
        subject,
        changeKey,
        exclusion,
      ]),
    ).toEqual([
      ['d1', 'a1', null],
      ['d2', 'a1', 'already_delivered'],
      ['d2', 'b2', null],
    ]);
  });

  it('is one sample where two sources report the change, with the earliest instants', () => {
    const { samples } = compute(
      [deployment({ carries: ['a1', '17'] })],
      [
        change({ firstCommitAt: at('2026-03-10T10:30:00Z') }),
        change({
          source: 'github',
          subject: '17',
          openedAt: at('2026-03-10T10:45:00Z'),
        }),
      ],
    );
    expect(
      samples.map(({ changeKey, seconds, exclusion }) => [
        changeKey,
        seconds,
        exclusion,
      ]),
    ).toEqual([
      ['17', 7_200, null],
      ['a1', null, 'already_delivered'],
    ]);
  });

  it.each([
    ['first_deployment', { baseline: true }, {}],
    ['no_commit_time', {}, { firstCommitAt: null }],
    ['negative_span', {}, { firstCommitAt: at('2026-03-10T12:00:01Z') }],
    ['unknown_change', {}, { withdrawn: true }],
  ])('is left out as %s', (reason, deployed, changed) => {
    const { samples } = compute(
      [deployment({ carries: ['a1'], ...deployed })],
      [change(changed)],
    );
    expect(samples).toMatchObject([{ seconds: null, exclusion: reason }]);
  });

  it('is not measured from a commit to itself', () => {
    const { samples } = compute(
      [deployment({ commitSha: 'a1' })],
      [change({ firstCommitAt: at('2026-03-10T12:00:00Z') })],
    );
    expect(samples).toMatchObject([
      { seconds: null, exclusion: 'deployment_is_commit' },
    ]);
  });

  it('keeps a span of zero', () => {
    const { samples } = compute(
      [deployment({ carries: ['a1'] })],
      [change({ firstCommitAt: at('2026-03-10T12:00:00Z') })],
    );
    expect(samples).toMatchObject([{ seconds: 0, exclusion: null }]);
  });
});

describe('deployments that count', () => {
  const verdictsOf = (...deployments: DeploymentFact[]) =>
    compute(deployments, []).deployments.map(({ subject, exclusion }) => [
      subject,
      exclusion,
    ]);

  it('are finished, successful and to production', () => {
    expect(
      verdictsOf(
        deployment({ subject: 'staging', environmentTier: 'staging' }),
        deployment({ subject: 'failed', result: 'failure' }),
        deployment({
          subject: 'running',
          result: null,
          finishedAt: null,
          startedAt: at('2026-03-11T00:00:00Z'),
        }),
        deployment({ subject: 'taken back', withdrawn: true }),
      ),
    ).toEqual([
      ['failed', 'not_successful'],
      ['staging', 'not_production'],
      ['taken back', 'withdrawn'],
      ['running', 'not_finished'],
    ]);
  });

  it('count once a rollout over regions, at the first', () => {
    const region = (environment: string, hour: number, version = '1.2.0') =>
      deployment({
        subject: `${version} ${environment} ${hour}`,
        environment,
        version,
        finishedAt: at('2026-03-10T00:00:00Z') + hour * 3_600_000,
      });
    expect(
      verdictsOf(
        region('prod-us', 3),
        region('prod-eu', 1),
        region('prod-ap', 25),
        region('prod-ap', 26),
        region('prod-eu', 5),
      ),
    ).toEqual([
      ['1.2.0 prod-eu 1', null],
      ['1.2.0 prod-us 3', 'same_rollout'],
      ['1.2.0 prod-eu 5', null],
      ['1.2.0 prod-ap 25', 'same_rollout'],
      ['1.2.0 prod-ap 26', null],
    ]);
  });

  it.each(['deploy', 'rollback'] as const)(
    'count once a rollback over regions, told as a %s',
    deploymentType => {
      const region = (
        environment: string,
        minutes: number,
        version: string,
        overrides: Partial<DeploymentFact> = {},
      ) =>
        deployment({
          subject: `${version} ${environment} ${minutes}`,
          environment,
          version,
          finishedAt: at('2026-03-10T00:00:00Z') + minutes * 60_000,
          ...overrides,
        });
      const everywhere = (...step: [number, string, object?]) =>
        ['eu', 'us', 'ap'].map((environment, index) =>
          region(environment, step[0] + index, step[1], step[2]),
        );
      const { deployments } = computeDelivery(
        rows({
          deployments: [
            ...everywhere(0, '1'),
            ...everywhere(100, '2'),
            ...everywhere(200, '1', { deploymentType }),
          ],
        }),
        dora2026Profile,
        'UTC',
      );
      expect(
        deployments
          .filter(({ exclusion }) => exclusion === null)
          .map(({ subject, failed, rework }) => [subject, failed, rework]),
      ).toEqual([
        ['1 eu 0', false, false],
        ['2 eu 100', true, false],
        ['1 eu 200', false, true],
      ]);
    },
  );

  it('include every rollback of one environment, and none of them continues a rollout', () => {
    const step = (
      subject: string,
      environment: string,
      deploymentType: DeploymentFact['deploymentType'],
    ) => deployment({ subject, environment, version: '1.1.0', deploymentType });
    expect(
      verdictsOf(
        step('d1', 'eu', 'deploy'),
        step('r1', 'us', 'rollback'),
        step('r2', 'us', 'rollback'),
      ),
    ).toEqual([
      ['d1', null],
      ['r1', null],
      ['r2', null],
    ]);
  });
});

describe('delivery of any facts', () => {
  const instant = fc
    .integer({ min: 0, max: 20 * 24 })
    .map(hours => at('2026-03-01T00:00:00Z') + hours * 3_600_000);
  const key = fc.constantFrom('a1', 'b2', 'c3', 'd4');
  const deployments = fc.uniqueArray(
    fc.record({
      subject: fc.string({ minLength: 1, maxLength: 4 }),
      finishedAt: fc.option(instant),
      startedAt: fc.option(instant),
      environment: fc.constantFrom('prod-eu', 'prod-us', 'staging'),
      result: fc.constantFrom('success' as const, 'failure' as const, null),
      version: fc.option(fc.constantFrom('1', '2')),
      carries: fc.array(key, { maxLength: 3 }),
      baseline: fc.boolean(),
    }),
    { selector: row => row.subject, maxLength: 12 },
  );
  const changes = fc.uniqueArray(
    fc.record({
      subject: key,
      firstCommitAt: fc.option(instant),
      mergedAt: fc.option(instant),
    }),
    { selector: row => row.subject, maxLength: 4 },
  );
  const facts = fc.tuple(deployments, changes).map(([deployed, changed]) => ({
    deployments: deployed.map(row =>
      deployment({
        ...row,
        environmentTier:
          row.environment === 'staging' ? 'staging' : 'production',
      }),
    ),
    changes: changed.map(row => change({ ...row, commitSha: row.subject })),
  }));

  it('does not depend on their order', () => {
    fc.assert(
      fc.property(facts, ({ deployments: deployed, changes: changed }) => {
        const expected = compute(deployed, changed);
        expect(
          compute([...deployed].reverse(), [...changed].reverse()),
        ).toEqual(expected);
      }),
    );
  });

  it('delivers each change at most once', () => {
    fc.assert(
      fc.property(facts, ({ deployments: deployed, changes: changed }) => {
        const keys = compute(deployed, changed)
          .samples.filter(sample => sample.exclusion === null)
          .map(sample => sample.changeKey);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('is counted by day without losing or doubling anything', () => {
    fc.assert(
      fc.property(facts, ({ deployments: deployed, changes: changed }) => {
        const delivery = compute(deployed, changed);
        const days = countDeliveryDays(delivery);
        const sum = (matches: (metric: string) => boolean) =>
          days
            .filter(({ metric }) => matches(metric))
            .reduce((total, { count }) => total + count, 0);
        expect(
          sum(
            metric =>
              metric === 'deployments' ||
              metric.startsWith('excluded_deployment:'),
          ),
        ).toBe(delivery.deployments.length);
        expect(
          sum(
            metric =>
              metric === 'lead_time' || metric.startsWith('excluded_change:'),
          ),
        ).toBe(delivery.samples.length);
      }),
    );
  });
});
