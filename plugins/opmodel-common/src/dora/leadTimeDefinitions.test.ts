import { computeDelivery } from './computeDelivery';
import type { DoraProfile } from './doraProfile';
import type { ChangeFact, DeploymentFact } from './facts';
import { at, change, deployment, rows } from './testing/deliveryRows';
import { profileWith } from './testing/profiles';

const second = (seconds: number) => at('2026-03-10T12:00:00Z') + seconds * 1000;

const samplesOf = (
  leadTime: Partial<DoraProfile['leadTime']>,
  deployments: DeploymentFact[],
  changes: ChangeFact[],
) =>
  computeDelivery(
    rows({ deployments, changes }),
    profileWith({ leadTime }),
    'UTC',
  ).samples.map(({ deployment: by, changeKey, seconds, exclusion }) => [
    by,
    changeKey,
    seconds ?? exclusion,
  ]);

const reviewed = change({
  firstCommitAt: second(-1_000),
  openedAt: second(-810),
  firstReviewAt: second(-500),
  mergedAt: second(-95),
  commits: [
    { sha: 'c1', authoredAt: second(-2_000), committedAt: second(-900) },
    { sha: 'c2', authoredAt: second(-1_500), committedAt: second(-300) },
  ],
});
const brings = (overrides: Partial<DeploymentFact> = {}) =>
  deployment({ finishedAt: second(0), carries: ['a1'], ...overrides });

describe('a definition of change lead time', () => {
  it('takes the change from its first commit, as committed or as authored', () => {
    const committed = { commitTime: 'committed' } as const;
    expect(samplesOf(committed, [brings()], [reviewed])).toEqual([
      ['d1', 'a1', 900],
    ]);
    expect(
      samplesOf({ commitTime: 'authored' }, [brings()], [reviewed]),
    ).toEqual([['d1', 'a1', 2_000]]);
    expect(
      samplesOf(
        { commitTime: 'authored' },
        [brings()],
        [{ ...reviewed, commits: [] }],
      ),
    ).toEqual([['d1', 'a1', 1_000]]);
  });

  it('takes the earliest trace of a change that was squashed, whoever knows it', () => {
    const squashed = change({
      firstCommitAt: null,
      commits: [
        { sha: 'a1', authoredAt: second(-95), committedAt: second(-95) },
      ],
    });
    expect(samplesOf({}, [brings()], [squashed])).toEqual([['d1', 'a1', 95]]);
    const pullRequest = change({
      source: 'host',
      subject: '17',
      firstCommitAt: second(-4_000),
    });
    expect(samplesOf({}, [brings()], [squashed, pullRequest])).toEqual([
      ['d1', 'a1', 4_000],
    ]);
    expect(samplesOf({}, [brings()], [reviewed])).toEqual([
      ['d1', 'a1', 2_000],
    ]);
  });

  it('takes each commit by its own time, however it is listed', () => {
    const commits = {
      unit: 'commit',
      start: 'commit',
      commitTime: 'committed',
    } as const;
    const expected = [
      ['d1', 'c1', 900],
      ['d1', 'c2', 300],
    ];
    expect(samplesOf(commits, [brings()], [reviewed])).toEqual(expected);
    expect(
      samplesOf(commits, [brings({ carries: ['c2', 'c1'] })], [reviewed]),
    ).toEqual(expected);
    expect(
      samplesOf(commits, [brings({ carries: ['c2', 'a1'] })], [reviewed]),
    ).toEqual(expected);
    expect(
      samplesOf(commits, [brings()], [{ ...reviewed, commits: [] }]),
    ).toEqual([['d1', 'a1', 1_000]]);
  });

  it('takes only what was requested for review, from its merge', () => {
    const requests = { unit: 'merge_request', start: 'merge' } as const;
    expect(samplesOf(requests, [brings()], [reviewed])).toEqual([
      ['d1', 'a1', 95],
    ]);
    expect(
      samplesOf(requests, [brings()], [{ ...reviewed, openedAt: null }]),
    ).toEqual([['d1', 'a1', 'not_requested']]);
  });

  it('sums up rounded stages where a tool does', () => {
    // Coding 900 - 810 = 90 s, opened to merged 715 s, merged to deployed 95 s: 2 + 12 + 2 whole minutes.
    const stages = {
      commitTime: 'committed',
      sum: 'stages',
      unitSeconds: 60,
      rounding: 'up',
    } as const;
    expect(samplesOf(stages, [brings()], [reviewed])).toEqual([
      ['d1', 'a1', 16 * 60],
    ]);
    // From end to end 900 s are 15 minutes.
    expect(
      samplesOf({ ...stages, sum: 'span' }, [brings()], [reviewed]),
    ).toEqual([['d1', 'a1', 15 * 60]]);
    // A stage that is not known adds nothing.
    expect(
      samplesOf(
        stages,
        [brings()],
        [{ ...reviewed, commits: [], firstCommitAt: null }],
      ),
    ).toEqual([['d1', 'a1', 14 * 60]]);
    expect(
      samplesOf(
        stages,
        [brings()],
        [change({ firstCommitAt: second(2), mergedAt: second(1) })],
      ),
    ).toEqual([['d1', 'a1', 'negative_span']]);
  });

  it('rounds before it asks for zero', () => {
    const changes = [change({ firstCommitAt: second(-59) })];
    const minutes = { unitSeconds: 60 } as const;
    expect(samplesOf(minutes, [brings()], changes)).toEqual([['d1', 'a1', 0]]);
    expect(
      samplesOf({ ...minutes, zeroSpans: 'leave_out' }, [brings()], changes),
    ).toEqual([['d1', 'a1', 'zero_span']]);
    expect(
      samplesOf(
        { ...minutes, rounding: 'up', zeroSpans: 'leave_out' },
        [brings()],
        changes,
      ),
    ).toEqual([['d1', 'a1', 60]]);
  });

  it('says what the first deployment brings', () => {
    const deployments = [
      brings({ environment: 'eu' }),
      brings({ subject: 'd2', environment: 'us', carries: ['b2'] }),
      brings({
        subject: 'd3',
        environment: 'us',
        finishedAt: second(60),
        carries: ['c3'],
      }),
      brings({
        subject: 'd4',
        environment: 'us',
        finishedAt: second(90),
        baseline: true,
        carries: ['d4'],
      }),
    ];
    const changes = ['a1', 'b2', 'c3', 'd4'].map(subject =>
      change({ subject, commitSha: subject, firstCommitAt: second(-10) }),
    );
    const first = 'first_deployment';
    const outcome = (
      firstDeployment: DoraProfile['leadTime']['firstDeployment'],
    ) =>
      samplesOf({ firstDeployment }, deployments, changes).map(
        ([, , value]) => value,
      );
    expect(outcome('leave_out_baseline')).toEqual([10, 10, 70, first]);
    expect(outcome('leave_out')).toEqual([first, first, 70, first]);
    expect(outcome('count')).toEqual([10, 10, 70, 100]);
  });

  it('says how often a change counts', () => {
    const deployments = [
      brings({ environment: 'eu' }),
      brings({ subject: 'd2', environment: 'us', finishedAt: second(60) }),
      brings({ subject: 'd3', environment: 'us', finishedAt: second(90) }),
    ];
    const changes = [change({ firstCommitAt: second(-10) })];
    const already = 'already_delivered';
    const outcome = (repeats: DoraProfile['leadTime']['repeats']) =>
      samplesOf({ repeats }, deployments, changes).map(([, , value]) => value);
    expect(outcome('leave_out')).toEqual([10, already, already]);
    expect(outcome('once_each_environment')).toEqual([10, 70, already]);
    expect(outcome('count')).toEqual([10, 70, 100]);
  });

  it('knows a change by one of its commits, and by its own name first', () => {
    expect(
      samplesOf({}, [brings({ carries: ['a0', 'c1', 'a1'] })], [reviewed]),
    ).toEqual([
      ['d1', 'a0', 'unknown_change'],
      ['d1', 'a1', 2_000],
      ['d1', 'c1', 'already_delivered'],
    ]);
  });
});

describe('a definition of deployments', () => {
  const verdictsOf = (
    deployments: Partial<DoraProfile['deployments']>,
    ...facts: DeploymentFact[]
  ) =>
    computeDelivery(
      rows({ deployments: facts }),
      profileWith({ deployments }),
      'UTC',
    ).deployments.map(({ subject, exclusion }) => [subject, exclusion]);

  it('may count what failed to deploy', () => {
    const failed = deployment({ result: 'failure' });
    expect(verdictsOf({}, failed)).toEqual([['d1', 'not_successful']]);
    expect(verdictsOf({ results: ['success', 'failure'] }, failed)).toEqual([
      ['d1', null],
    ]);
  });

  it('may leave out rollbacks, stated or concluded', () => {
    expect(
      verdictsOf(
        { rollbacks: 'leave_out' },
        deployment({ subject: 'd1', version: '1', finishedAt: second(0) }),
        deployment({ subject: 'd2', version: '2', finishedAt: second(1) }),
        deployment({ subject: 'd3', version: '1', finishedAt: second(2) }),
        deployment({
          subject: 'd4',
          deploymentType: 'rollback',
          finishedAt: second(3),
        }),
      ),
    ).toEqual([
      ['d1', null],
      ['d2', null],
      ['d3', 'rollback'],
      ['d4', 'rollback'],
    ]);
  });

  it('may count each region', () => {
    const regions = ['eu', 'us'].map((environment, index) =>
      deployment({
        subject: environment,
        environment,
        version: '1',
        finishedAt: second(index),
      }),
    );
    expect(verdictsOf({}, ...regions)).toEqual([
      ['eu', null],
      ['us', 'same_rollout'],
    ]);
    expect(verdictsOf({ rolloutSeconds: 0 }, ...regions)).toEqual([
      ['eu', null],
      ['us', null],
    ]);
  });
});
