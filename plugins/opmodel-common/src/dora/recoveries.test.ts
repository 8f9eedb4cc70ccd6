import { computeDelivery } from './computeDelivery';
import type { DoraProfile } from './doraProfile';
import type { DeliveryRows } from './facts';
import { at, change, deployment, incident, rows } from './testing/deliveryRows';
import { profileWith } from './testing/profiles';

const minute = (minutes: number) =>
  at('2026-03-10T12:00:00Z') + minutes * 60_000;

const recoveriesOf = (
  some: Partial<DeliveryRows>,
  failures: Partial<DoraProfile['failures']> = {},
) =>
  computeDelivery(rows(some), profileWith({ failures }), 'UTC').recoveries.map(
    ({ deployment: failed, incident: of, day, seconds, exclusion }) => [
      failed?.subject ?? null,
      of?.subject ?? null,
      day,
      seconds ?? exclusion,
    ],
  );

const bad = deployment({ version: '2', finishedAt: minute(0) });
const first = incident({
  subject: 'i1',
  startedAt: minute(10),
  mitigatedAt: minute(40),
  resolvedAt: minute(300),
});
const second = incident({
  subject: 'i2',
  startedAt: minute(15),
  resolvedAt: minute(70),
});

describe('recovery of a failed deployment', () => {
  it('runs from its finish to the mitigation, else the resolution, of the last of its incidents', () => {
    expect(
      recoveriesOf({ deployments: [bad], incidents: [first, second] }),
    ).toEqual([['d1', null, '2026-03-10', 70 * 60]]);
  });

  it('is open while one of them is, and never zero', () => {
    expect(
      recoveriesOf({
        deployments: [bad],
        incidents: [first, { ...second, resolvedAt: null }],
      }),
    ).toEqual([['d1', null, '2026-03-10', 'not_recovered']]);
  });

  it('ends without an incident at the first deployment that repaired it', () => {
    expect(
      recoveriesOf({
        deployments: [
          deployment({
            subject: 'd0',
            version: '1',
            finishedAt: minute(-60),
          }),
          bad,
          deployment({ subject: 'r', version: '1', finishedAt: minute(25) }),
          deployment({
            subject: 'h',
            version: '3',
            hotfix: true,
            finishedAt: minute(600),
          }),
        ],
      }),
    ).toEqual([['d1', null, '2026-03-10', 25 * 60]]);
  });

  describe('that was brought to several regions', () => {
    const eu = deployment({
      subject: 'eu 2',
      environment: 'eu',
      version: '2',
      finishedAt: minute(0),
    });
    const us = {
      ...eu,
      subject: 'us 2',
      environment: 'us',
      finishedAt: minute(480),
    };
    const inUs = incident({
      startedAt: minute(510),
      mitigatedAt: minute(540),
      deployment: 'us 2',
    });

    it('runs from the step that the incident names, or that is the latest before it', () => {
      for (const named of ['us 2', null]) {
        expect(
          recoveriesOf({
            deployments: [eu, us],
            incidents: [{ ...inUs, deployment: named }],
          }),
        ).toEqual([['eu 2', null, '2026-03-10', 60 * 60]]);
      }
    });

    it('runs from the first of several such steps', () => {
      expect(
        recoveriesOf({
          deployments: [eu, us],
          incidents: [inUs, { ...first, subject: 'i2', deployment: 'eu 2' }],
        }),
      ).toEqual([['eu 2', null, '2026-03-10', 540 * 60]]);
    });

    it('runs from the step that was rolled back', () => {
      expect(
        recoveriesOf({
          deployments: [
            { ...us, subject: 'us 1', version: '1', finishedAt: minute(-90) },
            eu,
            us,
            { ...us, subject: 'us 3', version: '1', finishedAt: minute(500) },
          ],
        }),
      ).toEqual([['eu 2', null, '2026-03-10', 20 * 60]]);
    });
  });

  it('counts no incident of another cause, also where it names the deployment', () => {
    const outage = incident({
      deployment: 'd1',
      causeClass: 'infrastructure',
      startedAt: minute(5),
      resolvedAt: minute(500),
    });
    expect(recoveriesOf({ deployments: [bad], incidents: [outage] })).toEqual([
      ['d1', null, '2026-03-10', 'other_cause'],
    ]);
    expect(
      recoveriesOf({
        deployments: [bad],
        incidents: [outage, { ...first, subject: 'i9' }],
      }),
    ).toEqual([['d1', null, '2026-03-10', 40 * 60]]);
  });

  it('says when an incident of another cause ended, though it gives no sample', () => {
    const outage = incident({
      deployment: 'd1',
      causeClass: 'capacity',
      startedAt: minute(5),
      mitigatedAt: minute(120),
    });
    const endOf = (
      incidents: DeliveryRows['incidents'],
      recovery: DoraProfile['failures']['recovery'] = 'deployment_to_recovered',
    ) =>
      computeDelivery(
        rows({ deployments: [bad], incidents }),
        profileWith({ failures: { recovery } }),
        'UTC',
      ).recoveries.map(({ recoveredAt, exclusion }) => [
        recoveredAt,
        exclusion,
      ]);
    const later = { ...outage, subject: 'i2', mitigatedAt: minute(180) };
    expect(endOf([outage, later])).toEqual([[minute(180), 'other_cause']]);
    expect(endOf([outage, { ...later, mitigatedAt: null }])).toEqual([
      [null, 'other_cause'],
    ]);
    expect(
      endOf([{ ...outage, resolvedAt: minute(130) }], 'incident_to_resolved'),
    ).toEqual([[minute(130), 'other_cause']]);
  });

  it('is not known where a person alone says that it failed', () => {
    expect(
      recoveriesOf({
        deployments: [bad],
        corrections: [
          {
            id: 'c1',
            decidedAt: minute(90),
            decidedBy: 'user:default/ada',
            kind: 'deployment_failed',
            deployment: { source: 'ci', subject: 'd1' },
            failed: true,
          },
        ],
      }),
    ).toEqual([['d1', null, '2026-03-10', 'no_recovery_known']]);
  });

  it('is left out where it ends before the deployment', () => {
    expect(
      recoveriesOf({
        deployments: [bad],
        incidents: [{ ...first, deployment: 'd1', mitigatedAt: minute(-1) }],
      }),
    ).toEqual([['d1', null, '2026-03-10', 'negative_span']]);
  });
});

describe('recovery as a profile takes it', () => {
  const facts = { deployments: [bad], incidents: [first, second] };

  it('may give a sample for each incident, to its resolution', () => {
    expect(
      recoveriesOf(facts, {
        recovery: 'deployment_to_resolved',
        severalIncidents: 'each',
      }),
    ).toEqual([
      ['d1', 'i1', '2026-03-10', 300 * 60],
      ['d1', 'i2', '2026-03-10', 70 * 60],
    ]);
  });

  it('may take incidents from their own start, tied or not', () => {
    expect(
      recoveriesOf(
        { incidents: [first, second] },
        { recovery: 'incident_to_resolved', recoveryDay: 'incident' },
      ),
    ).toEqual([
      [null, 'i1', '2026-03-10', 290 * 60],
      [null, 'i2', '2026-03-10', 55 * 60],
    ]);
  });

  it('may take them from the deployment where that is earlier, in whole hours', () => {
    expect(
      recoveriesOf(
        {
          deployments: [bad],
          incidents: [{ ...first, deployment: 'd1' }, second],
        },
        {
          recovery: 'earliest_to_resolved',
          links: ['explicit'],
          unitSeconds: 3_600,
        },
      ),
    ).toEqual([
      ['d1', 'i1', '2026-03-10', 5 * 3_600],
      [null, 'i2', '2026-03-10', 0],
    ]);
  });

  it('may count on the day of the incident, of its start or of its end', () => {
    const nextDay = incident({
      startedAt: minute(13 * 60),
      resolvedAt: minute(38 * 60),
    });
    const dayOf = (
      recoveryDay: DoraProfile['failures']['recoveryDay'],
      recovery: DoraProfile['failures']['recovery'],
    ) =>
      recoveriesOf(
        { deployments: [bad], incidents: [nextDay] },
        { recoveryDay, recovery },
      )[0][2];
    expect(dayOf('deployment', 'deployment_to_recovered')).toBe('2026-03-10');
    expect(dayOf('incident', 'deployment_to_recovered')).toBe('2026-03-11');
    expect(dayOf('start', 'deployment_to_recovered')).toBe('2026-03-10');
    expect(dayOf('end', 'deployment_to_recovered')).toBe('2026-03-12');
    expect(dayOf('deployment', 'incident_to_resolved')).toBe('2026-03-10');
    expect(dayOf('start', 'incident_to_resolved')).toBe('2026-03-11');
    expect(dayOf('end', 'incident_to_resolved')).toBe('2026-03-12');
  });
});

describe('rework', () => {
  const reworkOf = (
    some: Partial<DeliveryRows>,
    failures: Partial<DoraProfile['failures']> = {},
  ) =>
    computeDelivery(rows(some), profileWith({ failures }), 'UTC')
      .deployments.filter(({ rework }) => rework)
      .map(({ subject }) => subject);
  const before = deployment({
    subject: 'd0',
    version: '1',
    finishedAt: minute(-60),
    carries: ['a1'],
  });
  const after = (overrides: Parameters<typeof deployment>[0]) =>
    deployment({ subject: 'd2', finishedAt: minute(30), ...overrides });

  it.each([
    ['is said to be unplanned', { planned: false }],
    ['is a hotfix', { hotfix: true }],
    ['is a rollback', { deploymentType: 'rollback' as const }],
    ['puts an earlier version back', { version: '1' }],
    ['brings the revert of a change', { carries: ['r3'] }],
    ['brings a hotfix', { carries: ['h4'] }],
  ])('is a deployment that %s', (_, overrides) => {
    const facts = {
      deployments: [before, bad, after(overrides)],
      changes: [
        change({}),
        change({ subject: 'r3', commitSha: 'r3', revertsCommitSha: 'a1' }),
        change({ subject: 'h4', commitSha: 'h4', hotfix: true }),
      ],
    };
    expect(reworkOf(facts)).toEqual(['d2']);
    expect(reworkOf(facts, { rework: false })).toEqual([]);
  });

  it('is none that was planned, whatever it brings', () => {
    expect(
      reworkOf({
        deployments: [before, bad, after({ planned: true, hotfix: true })],
      }),
    ).toEqual([]);
  });

  it('is what a person says it is', () => {
    const decided = (planned: boolean) => ({
      id: 'c1',
      decidedAt: minute(90),
      decidedBy: 'user:default/ada',
      kind: 'deployment_planned' as const,
      deployment: { source: 'ci', subject: 'd2' },
      planned,
    });
    expect(
      reworkOf({
        deployments: [bad, after({ planned: false })],
        corrections: [decided(true)],
      }),
    ).toEqual([]);
    expect(
      reworkOf({
        deployments: [bad, after({})],
        corrections: [decided(false)],
      }),
    ).toEqual(['d2']);
  });

  it('is nothing that does not count', () => {
    expect(
      reworkOf({
        deployments: [bad, after({ hotfix: true, environmentTier: 'staging' })],
      }),
    ).toEqual([]);
  });
});
