import { computeDelivery } from './computeDelivery';
import type { DoraProfile } from './doraProfile';
import type { DeliveryRows } from './facts';
import { dora2026Profile } from './profiles/dora2026';
import { at, change, deployment, incident, rows } from './testing/deliveryRows';
import { profileWith } from './testing/profiles';

const hour = (hours: number) => at('2026-03-10T00:00:00Z') + hours * 3_600_000;

const compute = (
  some: Partial<DeliveryRows>,
  profile: DoraProfile = dora2026Profile,
) => computeDelivery(rows(some), profile, 'UTC');

/** Which deployments failed, and by what that is known. */
function failuresOf(some: Partial<DeliveryRows>, profile?: DoraProfile) {
  return compute(some, profile).deployments.flatMap(
    ({ subject, failed, failures }) =>
      failures.map(({ kind, confidence, lagSeconds, cause }) => [
        subject,
        failed,
        kind,
        confidence,
        lagSeconds,
        'subject' in cause ? cause.subject : cause.correctionId,
      ]),
  );
}

/** What became of each incident. */
function tiesOf(some: Partial<DeliveryRows>, profile?: DoraProfile) {
  return compute(some, profile).incidents.map(({ subject, link, unlinked }) => [
    subject,
    link?.deployment.subject ?? null,
    link?.kind ?? unlinked,
  ]);
}

const d1 = deployment({ subject: 'd1', version: '1.0', finishedAt: hour(1) });
const d2 = deployment({ subject: 'd2', version: '1.1', finishedAt: hour(5) });

describe('an incident that names its deployment', () => {
  it('says that it failed, whatever happened in between', () => {
    const facts = {
      deployments: [d1, d2],
      incidents: [incident({ deployment: 'd1', startedAt: hour(8) })],
    };
    expect(failuresOf(facts)).toEqual([
      ['d1', true, 'explicit', 0.95, 7 * 3_600, 'i1'],
    ]);
    expect(tiesOf(facts)).toEqual([['i1', 'd1', 'explicit']]);
  });

  it('prefers the deployment of its own source, and of several the latest before it', () => {
    expect(
      tiesOf({
        deployments: [
          d1,
          deployment({ source: 'pager', subject: 'd1', finishedAt: hour(2) }),
        ],
        incidents: [incident({ deployment: 'd1' })],
      }),
    ).toEqual([['i1', 'd1', 'explicit']]);
    const [{ link }] = compute({
      deployments: [
        d1,
        deployment({ source: 'cd', subject: 'd1', finishedAt: hour(2) }),
        deployment({ source: 'ce', subject: 'd1', finishedAt: hour(20) }),
      ],
      incidents: [incident({ deployment: 'd1', startedAt: hour(9) })],
    }).incidents;
    expect(link?.deployment).toEqual({ source: 'cd', subject: 'd1' });
  });

  it('is tied to no other deployment where that one is not known here', () => {
    expect(
      tiesOf({
        deployments: [d2],
        incidents: [incident({ deployment: 'elsewhere', startedAt: hour(6) })],
      }),
    ).toEqual([['i1', null, 'no_deployment_in_time']]);
  });

  it('names a step of a rollout and means the deployment that counts', () => {
    expect(
      failuresOf({
        deployments: [
          deployment({ environment: 'eu', version: '2', finishedAt: hour(1) }),
          deployment({
            subject: 'step',
            environment: 'us',
            version: '2',
            finishedAt: hour(2),
          }),
        ],
        incidents: [incident({ deployment: 'step', startedAt: hour(3) })],
      }),
    ).toEqual([['d1', true, 'explicit', 0.95, 3_600, 'i1']]);
  });

  it('says nothing of a deployment that does not count', () => {
    const { deployments, incidents } = compute({
      deployments: [deployment({ environmentTier: 'staging' })],
      incidents: [incident({ deployment: 'd1' })],
    });
    expect(deployments).toMatchObject([{ failed: false, failures: [{}] }]);
    expect(incidents).toMatchObject([{ failureDay: null }]);
  });
});

describe('an earlier version that returns', () => {
  const back = deployment({
    subject: 'back',
    version: '1.0',
    finishedAt: hour(6),
  });

  it('says that what it replaced failed', () => {
    expect(failuresOf({ deployments: [d1, d2, back] })).toEqual([
      ['d2', true, 'rollback', 0.8, 3_600, 'back'],
    ]);
  });

  it('is more certain where its source calls it a rollback, which needs no version', () => {
    expect(
      failuresOf({
        deployments: [
          d1,
          d2,
          { ...back, version: null, deploymentType: 'rollback' },
        ],
      }),
    ).toEqual([['d2', true, 'rollback', 0.9, 3_600, 'back']]);
  });

  it('is no rollback where the same version is there already, or in another environment', () => {
    expect(
      failuresOf({
        deployments: [d1, deployment({ ...back, environment: 'production' })],
      }),
    ).toEqual([]);
    expect(
      failuresOf({ deployments: [d1, { ...d2, environment: 'other' }, back] }),
    ).toEqual([]);
  });

  it('is no rollback when a version comes again that was rolled back', () => {
    const again = { ...d2, subject: 'again', finishedAt: hour(9) };
    expect(failuresOf({ deployments: [d1, d2, back, again] })).toEqual([
      ['d2', true, 'rollback', 0.8, 3_600, 'back'],
    ]);
  });

  it('is an ordinary deployment when it returns late, unless it is called a rollback', () => {
    const late = { ...back, finishedAt: hour(5 + 7 * 24 + 1) };
    expect(failuresOf({ deployments: [d1, d2, late] })).toEqual([]);
    expect(
      failuresOf({
        deployments: [d1, d2, { ...late, deploymentType: 'rollback' }],
      }),
    ).toHaveLength(1);
  });

  it('in two regions says once that the rollout failed', () => {
    const region = (subject: string, environment: string, hours: number) =>
      deployment({
        subject,
        environment,
        version: subject.split(' ')[0],
        finishedAt: hour(hours),
      });
    const { deployments } = compute({
      deployments: [
        region('1.0 eu', 'eu', 0),
        region('1.0 us', 'us', 1),
        region('1.1 eu', 'eu', 2),
        region('1.1 us', 'us', 3),
        region('1.0 eu back', 'eu', 4),
        region('1.0 us back', 'us', 5),
      ],
    });
    expect(
      deployments
        .filter(({ failed }) => failed)
        .map(({ subject, failures }) => [subject, failures.length]),
    ).toEqual([['1.1 eu', 2]]);
  });
});

describe('the revert of a change', () => {
  const changes = [
    change({ subject: 'a1', commitSha: 'a1' }),
    change({ subject: 'b2', commitSha: 'b2' }),
    change({ subject: 'r3', commitSha: 'r3', revertsCommitSha: 'a1' }),
  ];
  const bringsA = { ...d1, carries: ['a1'] };
  const bringsB = { ...d2, carries: ['b2'] };
  const reverts = deployment({
    subject: 'd3',
    version: '1.2',
    finishedAt: hour(7),
    carries: ['r3'],
  });

  it('says that the deployment failed which first carried that change', () => {
    expect(
      failuresOf({ deployments: [bringsA, bringsB, reverts], changes }),
    ).toEqual([['d1', true, 'revert', 0.75, 6 * 3_600, 'd3']]);
  });

  it('finds the change by one of its commits', () => {
    const [a, b, r] = changes;
    expect(
      failuresOf({
        deployments: [bringsA, bringsB, reverts],
        changes: [
          {
            ...a,
            commits: [{ sha: 'inner', authoredAt: null, committedAt: hour(0) }],
          },
          b,
          { ...r, revertsCommitSha: 'inner' },
        ],
      }),
    ).toMatchObject([['d1', true, 'revert', 0.75, 21_600, 'd3']]);
  });

  it('says nothing where the change never reached production without it', () => {
    expect(
      failuresOf({
        deployments: [{ ...reverts, carries: ['a1', 'r3'] }],
        changes,
      }),
    ).toEqual([]);
  });

  it('says nothing when the revert itself is taken back', () => {
    const relands = change({
      subject: 's4',
      commitSha: 's4',
      revertsCommitSha: 'r3',
    });
    const failed = failuresOf({
      deployments: [
        bringsA,
        reverts,
        deployment({ subject: 'd4', finishedAt: hour(9), carries: ['s4'] }),
      ],
      changes: [...changes, relands],
    });
    expect(failed.map(([subject]) => subject)).toEqual(['d1']);
  });
});

describe('a hotfix', () => {
  const hotfix = deployment({
    subject: 'fix',
    version: '1.2',
    hotfix: true,
    finishedAt: hour(7),
  });

  it('says that the deployment before it failed', () => {
    expect(failuresOf({ deployments: [d1, d2, hotfix] })).toEqual([
      ['d2', true, 'hotfix', 0.6, 7_200, 'fix'],
    ]);
  });

  it('may be known by a change that is one', () => {
    expect(
      failuresOf({
        deployments: [d1, d2, { ...hotfix, hotfix: null, carries: ['a1'] }],
        changes: [change({ hotfix: true })],
      }),
    ).toEqual([['d2', true, 'hotfix', 0.6, 7_200, 'fix']]);
  });

  it('after a rollback means what was rolled back', () => {
    const back = { ...d1, subject: 'back', finishedAt: hour(6) };
    expect(failuresOf({ deployments: [d1, d2, back, hotfix] })).toEqual([
      ['d2', true, 'rollback', 0.8, 3_600, 'back'],
      ['d2', true, 'hotfix', 0.6, 7_200, 'fix'],
    ]);
  });

  it('that reverts a change says by that alone what failed', () => {
    expect(
      failuresOf({
        deployments: [
          { ...d1, carries: ['a1'] },
          d2,
          { ...hotfix, carries: ['r3'] },
        ],
        changes: [
          change({}),
          change({ subject: 'r3', commitSha: 'r3', revertsCommitSha: 'a1' }),
        ],
      }).map(([subject, , kind]) => [subject, kind]),
    ).toEqual([['d1', 'revert']]);
  });
});

describe('an incident that names nothing', () => {
  it('is tied to the latest deployment that finished before it', () => {
    expect(
      failuresOf({
        deployments: [d1, d2],
        incidents: [incident({ startedAt: hour(6) })],
      }),
    ).toEqual([['d2', true, 'time_window', 0.4, 3_600, 'i1']]);
  });

  it('is tied to none that finished longer ago than the maximum lag', () => {
    const facts = (seconds: number) => ({
      deployments: [d2],
      incidents: [incident({ startedAt: hour(29) + seconds * 1000 })],
    });
    expect(tiesOf(facts(0))).toEqual([['i1', 'd2', 'time_window']]);
    expect(tiesOf(facts(1))).toEqual([['i1', null, 'no_deployment_in_time']]);
    expect(
      tiesOf(facts(1), profileWith({ failures: { maximumLagSeconds: null } })),
    ).toEqual([['i1', 'd2', 'time_window']]);
  });

  it('may have begun with the deployment, unless the profile wants it after', () => {
    const facts = {
      deployments: [d1, d2],
      incidents: [incident({ startedAt: hour(5) })],
    };
    expect(tiesOf(facts)).toEqual([['i1', 'd2', 'time_window']]);
    expect(
      tiesOf(facts, profileWith({ failures: { strictlyAfter: true } })),
    ).toEqual([['i1', 'd1', 'time_window']]);
  });

  it('looks at the steps of a rollout and means the whole', () => {
    const { incidents } = compute({
      deployments: [
        deployment({ environment: 'eu', version: '2', finishedAt: hour(0) }),
        deployment({
          subject: 'step',
          environment: 'us',
          version: '2',
          finishedAt: hour(20),
        }),
      ],
      incidents: [incident({ startedAt: hour(30) })],
    });
    expect(incidents[0].link).toMatchObject({
      deployment: { subject: 'd1' },
      lagSeconds: 36_000,
    });
  });

  it.each([
    ['other_cause', { causeClass: 'infrastructure' as const }],
    ['no_start', { startedAt: null, resolvedAt: hour(6) }],
    ['withdrawn', { withdrawn: true }],
    ['no_deployment_in_time', { startedAt: hour(0) }],
  ])('is listed as %s', (reason, overrides) => {
    expect(
      tiesOf({
        deployments: [d1],
        incidents: [incident({ startedAt: hour(2), ...overrides })],
      }),
    ).toEqual([['i1', null, reason]]);
  });

  it('belongs to no day while it has no instant', () => {
    expect(tiesOf({ incidents: [incident({ startedAt: null })] })).toEqual([]);
  });

  it('is tied to nothing by a profile that does not guess', () => {
    expect(
      tiesOf(
        {
          deployments: [d1],
          incidents: [incident({ startedAt: hour(2) })],
        },
        profileWith({ failures: { links: ['explicit'] } }),
      ),
    ).toEqual([['i1', null, 'no_deployment_in_time']]);
  });
});

describe('reasons', () => {
  it('are all kept, the most certain first, and two incidents are one failure', () => {
    const { deployments } = compute({
      deployments: [d1, d2, { ...d1, subject: 'back', finishedAt: hour(7) }],
      incidents: [
        incident({ subject: 'named', deployment: 'd2', startedAt: hour(6) }),
        incident({ subject: 'by time', startedAt: hour(6) }),
      ],
    });
    expect(
      deployments.map(({ subject, failed, failures }) => [
        subject,
        failed,
        failures.map(({ kind }) => kind),
      ]),
    ).toEqual([
      ['d1', false, []],
      ['d2', true, ['explicit', 'rollback', 'time_window']],
      ['back', false, []],
    ]);
  });

  it('that a profile does not take are kept and do not count', () => {
    const { deployments } = compute(
      { deployments: [d1, d2, { ...d1, subject: 'b', finishedAt: hour(7) }] },
      profileWith({ failures: { links: ['time_window'] } }),
    );
    expect(deployments[1]).toMatchObject({
      failed: false,
      failures: [{ kind: 'rollback' }],
    });
  });
});
