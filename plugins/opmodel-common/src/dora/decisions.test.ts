import { computeDelivery } from './computeDelivery';
import { countDeliveryDays } from './countDeliveryDays';
import type { DeliveryCorrection, DeliveryRows } from './facts';
import { devlakeProfile } from './profiles/devlake';
import { dora2026Profile } from './profiles/dora2026';
import { at, change, deployment, incident, rows } from './testing/deliveryRows';

const hour = (hours: number) => at('2026-03-10T00:00:00Z') + hours * 3_600_000;
const keyOf = (subject: string, source = 'ci') => ({ source, subject });

type Decision = DeliveryCorrection extends infer C
  ? C extends DeliveryCorrection
    ? Omit<C, 'id' | 'decidedAt' | 'decidedBy'>
    : never
  : never;

const decided = (decision: Decision, hours = 100) =>
  ({
    id: `c${hours}`,
    decidedAt: hour(hours),
    decidedBy: 'user:default/ada',
    ...decision,
  } as DeliveryCorrection);

const compute = (some: Partial<DeliveryRows>) =>
  computeDelivery(rows(some), dora2026Profile, 'UTC');

const facts = {
  deployments: [
    deployment({ subject: 'd1', version: '1', finishedAt: hour(1) }),
    deployment({ subject: 'd2', version: '2', finishedAt: hour(5) }),
  ],
  incidents: [incident({ startedAt: hour(6), resolvedAt: hour(9) })],
};

const failedOf = (...corrections: DeliveryCorrection[]) =>
  compute({ ...facts, corrections })
    .deployments.filter(({ failed }) => failed)
    .map(({ subject }) => subject);

describe('a person who decides', () => {
  it('ties an incident to another deployment, and says who and by which correction', () => {
    const link = decided({
      kind: 'failure_link',
      incident: keyOf('i1', 'pager'),
      deployment: keyOf('d1'),
    });
    const { incidents } = compute({ ...facts, corrections: [link] });
    expect(incidents[0].link).toEqual({
      deployment: keyOf('d1'),
      cause: { type: 'incident', source: 'pager', subject: 'i1' },
      kind: 'person',
      confidence: 1,
      lagSeconds: 5 * 3_600,
      decidedBy: 'user:default/ada',
      correctionId: 'c100',
    });
    expect(failedOf(link)).toEqual(['d1']);
  });

  it('unties an incident', () => {
    const link = decided({
      kind: 'failure_link',
      incident: keyOf('i1', 'pager'),
      deployment: null,
    });
    const { incidents } = compute({ ...facts, corrections: [link] });
    expect(incidents).toMatchObject([{ link: null, unlinked: 'decided' }]);
    expect(failedOf(link)).toEqual([]);
  });

  it('says of a deployment that it failed, or did not, which unties what was concluded', () => {
    const says = (subject: string, failed: boolean) =>
      decided({
        kind: 'deployment_failed',
        deployment: keyOf(subject),
        failed,
      });
    expect(failedOf(says('d1', true))).toEqual(['d1', 'd2']);
    expect(failedOf(says('d2', false))).toEqual([]);
    const { deployments, incidents, recoveries } = compute({
      ...facts,
      corrections: [says('d2', false)],
    });
    expect(deployments[1].failures).toMatchObject([{ kind: 'time_window' }]);
    expect(incidents).toMatchObject([{ link: null, unlinked: 'decided' }]);
    expect(recoveries).toEqual([]);
  });

  it('is overridden by a later decision about the same', () => {
    const says = (failed: boolean, hours: number) =>
      decided(
        { kind: 'deployment_failed', deployment: keyOf('d1'), failed },
        hours,
      );
    expect(failedOf(says(true, 200), says(false, 100))).toEqual(['d1', 'd2']);
    expect(failedOf(says(true, 100), says(false, 200))).toEqual(['d2']);
  });

  it('may mean a step of a rollout, which holds for the whole', () => {
    const { deployments } = compute({
      deployments: [
        deployment({ environment: 'eu', version: '1', finishedAt: hour(1) }),
        deployment({
          subject: 'step',
          environment: 'us',
          version: '1',
          finishedAt: hour(2),
        }),
      ],
      corrections: [
        decided({
          kind: 'deployment_failed',
          deployment: keyOf('step'),
          failed: true,
        }),
      ],
    });
    expect(deployments).toMatchObject([
      { subject: 'd1', failed: true },
      { subject: 'step', failed: false },
    ]);
  });

  it('says the latest about a rollout, whichever of its steps is meant', () => {
    const deployments = ['eu', 'us'].map((environment, index) =>
      deployment({
        subject: environment,
        environment,
        version: '1',
        finishedAt: hour(index),
      }),
    );
    const verdict = (subject: string, failed: boolean, decidedAt: number) =>
      decided(
        { kind: 'deployment_failed', deployment: keyOf(subject), failed },
        decidedAt,
      );
    const failedAfter = (...corrections: DeliveryCorrection[]) =>
      compute({ deployments, corrections }).deployments.map(
        ({ failed }) => failed,
      );
    expect(
      failedAfter(verdict('eu', false, 60), verdict('us', true, 70)),
    ).toEqual([true, false]);
    expect(
      failedAfter(verdict('us', true, 60), verdict('eu', false, 70)),
    ).toEqual([false, false]);
  });
});

describe('a period that counts for nothing', () => {
  const frozen = decided({
    kind: 'excluded_period',
    from: '2026-03-10',
    to: '2026-03-11',
    cause: 'freeze',
  });
  const all = {
    deployments: [
      deployment({ finishedAt: hour(1), carries: ['a1'] }),
      deployment({
        subject: 'd2',
        finishedAt: hour(49),
        carries: ['a1', 'b2'],
      }),
    ],
    changes: [
      change({ firstCommitAt: hour(0) }),
      change({ subject: 'b2', commitSha: 'b2', firstCommitAt: hour(0) }),
    ],
    incidents: [
      incident({ startedAt: hour(2), severity: 'sev1' }),
      incident({ subject: 'i2', startedAt: hour(50) }),
    ],
  };

  it('leaves out deployments, what they bring, and incidents', () => {
    const delivery = compute({ ...all, corrections: [frozen] });
    expect(delivery.excludedDays).toEqual(['2026-03-10', '2026-03-11']);
    expect(delivery.deployments.map(({ exclusion }) => exclusion)).toEqual([
      'excluded_period',
      null,
    ]);
    expect(
      delivery.samples.map(({ changeKey, exclusion }) => [
        changeKey,
        exclusion,
      ]),
    ).toEqual([
      ['a1', 'excluded_period'],
      ['a1', 'already_delivered'],
      ['b2', null],
    ]);
    expect(delivery.incidents).toMatchObject([
      {
        unlinked: 'excluded_period',
        restoreExclusion: 'excluded_period',
      },
      { unlinked: null, link: { deployment: { subject: 'd2' } } },
    ]);
    expect(
      countDeliveryDays(delivery)
        .filter(({ metric }) => metric === 'incidents')
        .map(({ day, count }) => [day, count]),
    ).toEqual([['2026-03-12', 1]]);
  });

  it('is the same from the calendar', () => {
    const { from, to, cause } = frozen as DeliveryCorrection & {
      kind: 'excluded_period';
    };
    expect(
      computeDelivery(rows(all), dora2026Profile, 'UTC', {
        excludedPeriods: [{ from, to, cause }],
      }),
    ).toEqual(compute({ ...all, corrections: [frozen] }));
  });

  it('blames nothing else for a deployment that a hotfix of later days repaired', () => {
    const { deployments } = compute({
      deployments: [
        deployment({ subject: 'good', version: '1', finishedAt: hour(-3) }),
        deployment({ subject: 'bad', version: '2', finishedAt: hour(20) }),
        deployment({
          subject: 'fix',
          version: '3',
          hotfix: true,
          finishedAt: hour(49),
        }),
      ],
      corrections: [frozen],
    });
    expect(
      deployments.map(({ subject, failed, failures }) => [
        subject,
        failed,
        failures.map(({ kind }) => kind),
      ]),
    ).toEqual([
      ['good', false, []],
      ['bad', false, ['hotfix']],
      ['fix', false, []],
    ]);
  });

  it('blames nothing else for an incident of later days, however long ago a definition looks', () => {
    const { deployments, incidents } = computeDelivery(
      rows({
        deployments: [
          deployment({ subject: 'good', version: '1', finishedAt: hour(-999) }),
          deployment({ subject: 'bad', version: '2', finishedAt: hour(47) }),
        ],
        incidents: [
          incident({
            severity: 'sev1',
            startedAt: hour(49),
            mitigatedAt: hour(50),
          }),
        ],
        corrections: [frozen],
      }),
      devlakeProfile,
      'UTC',
    );
    expect(deployments.map(({ failed }) => failed)).toEqual([false, false]);
    // It lies on a day that counts, so it is an incident like any other.
    expect(incidents).toMatchObject([
      {
        link: null,
        unlinked: 'no_deployment_in_time',
        failureDay: null,
        restoreSeconds: 3_600,
      },
    ]);
  });

  it('does not hold for an incident that a person tied', () => {
    const { incidents, deployments } = compute({
      ...all,
      corrections: [
        frozen,
        decided({
          kind: 'failure_link',
          incident: keyOf('i1', 'pager'),
          deployment: keyOf('d2'),
        }),
      ],
    });
    expect(incidents[0]).toMatchObject({ link: { kind: 'person' } });
    expect(deployments[1].failed).toBe(true);
  });

  it('holds for an incident that a person tied to nothing', () => {
    const severe = incident({
      severity: 'sev1',
      startedAt: hour(2),
      mitigatedAt: hour(3),
    });
    const days = (...corrections: DeliveryCorrection[]) =>
      countDeliveryDays(compute({ incidents: [severe], corrections }));
    const untied = decided({
      kind: 'failure_link',
      incident: keyOf('i1', 'pager'),
      deployment: null,
    });
    expect(days(frozen, untied)).toEqual(days(frozen));
    expect(days(untied)).not.toEqual(days(frozen));
  });

  it('begins and ends in the configured zone', () => {
    const late = deployment({ finishedAt: at('2026-03-11T23:30:00Z') });
    const exclusionIn = (zone: string) =>
      computeDelivery(
        rows({ deployments: [late], corrections: [frozen] }),
        dora2026Profile,
        zone,
      ).deployments[0].exclusion;
    expect(exclusionIn('UTC')).toBe('excluded_period');
    expect(exclusionIn('Europe/Berlin')).toBeNull();
  });
});
