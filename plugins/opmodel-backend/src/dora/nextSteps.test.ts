import {
  dora2026Profile,
  type DoraMember,
  type DoraReport,
  type MetricContext,
} from '@opmodel/backstage-plugin-opmodel-common';
import { findNextSteps } from './nextSteps';

const clock = Date.parse('2026-03-31T12:00:00Z');

type Report = Omit<DoraReport, 'nextSteps'>;

function member(name: string, overrides: Partial<DoraMember>): DoraMember {
  return {
    entityRef: `component:default/${name}`,
    title: name,
    leadTimeN: 0,
    leadTimeMedian: null,
    lastDeploymentAt: '2026-03-30T12:00:00Z',
    deployments: 10,
    changeFailRate: 0,
    ...overrides,
  } as DoraMember;
}

function check(
  id: string,
  numerator: number,
  denominator: number,
): MetricContext {
  return {
    quality: {
      state: 'doubtful',
      checks: [
        {
          id,
          numerator,
          denominator,
          share: numerator / denominator,
          threshold: 0.9,
          passed: false,
        },
      ],
    },
    openDisputes: 0,
  } as unknown as MetricContext;
}

/** A scope that delivers, with nothing to be said of it. */
function reportWith(overrides: Partial<Report> = {}): Report {
  return {
    scope: { ref: 'group:default/shop' },
    deploymentFrequency: { deployments: 20, excluded: [] },
    changeLeadTime: { n: 20 },
    changeFailRate: { value: 0.1 },
    contexts: [],
    stages: [],
    members: [],
    trend: [{ incidents: 1 }],
    ...overrides,
  } as unknown as Report;
}

const find = (report: Report, totals: Record<string, number> = {}) =>
  findNextSteps(report, dora2026Profile, { totals, clock });

describe('findNextSteps', () => {
  it('says nothing where nothing would help', () => {
    expect(find(reportWith(), { incidents: 1 })).toEqual([]);
  });

  it('asks for incidents where none has ever been reported', () => {
    const trend = [{ incidents: null }] as Report['trend'];
    expect(find(reportWith({ trend }))).toEqual([
      {
        id: 'report-incidents',
        entityRef: 'group:default/shop',
        values: { deployments: 20 },
      },
    ]);
    // Quiet is not the same as unknown.
    expect(
      find(reportWith({ trend: [{ incidents: 0 }] as Report['trend'] })),
    ).toEqual([]);
  });

  it('asks to mend what makes numbers doubtful', () => {
    const contexts = [
      check('incidents-linked', 2, 8),
      check('clocks', 90, 100),
      check('collection', 1, 2),
    ];
    expect(
      find(reportWith({ contexts }), { incidents: 8 }).map(({ id, values }) => [
        id,
        values,
      ]),
    ).toEqual([
      ['link-incidents', { incidents: 6, share: 0.25 }],
      ['mend-clocks', { problems: 10 }],
    ]);
  });

  it('tells of failures that are open, and of disputes that wait', () => {
    const contexts = [1, 2].map(
      openDisputes =>
        ({ quality: { checks: [] }, openDisputes } as unknown as MetricContext),
    );
    expect(
      find(reportWith({ contexts }), {
        'excluded_recovery:not_recovered': 2,
      }).map(({ id, values }) => [id, values]),
    ).toEqual([
      ['open-failures', { failures: 2 }],
      ['answer-disputes', { disputes: 3 }],
    ]);
  });

  it('names the member that fails most, where that is known well', () => {
    const members = [
      member('calm', { changeFailRate: 0.05 }),
      member('worst', { changeFailRate: 0.4 }),
      member('thin', { changeFailRate: 1, deployments: 1 }),
    ];
    expect(find(reportWith({ members }))).toEqual([
      {
        id: 'worst-change-fail-rate',
        entityRef: 'component:default/worst',
        values: { title: 'worst', rate: 0.4 },
      },
    ]);
  });

  it('gives at most three, what is missing first', () => {
    const contexts = [check('incidents-linked', 0, 8), check('clocks', 1, 2)];
    const changeLeadTime = { n: 0 } as Report['changeLeadTime'];
    expect(
      find(
        reportWith({
          contexts,
          changeLeadTime,
          members: [member('worst', { changeFailRate: 1 })],
        }),
        { incidents: 8 },
      ).map(({ id }) => id),
    ).toEqual(['report-changes', 'link-incidents', 'mend-clocks']);
  });
});
