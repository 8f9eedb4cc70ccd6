import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  type DoraMetricId,
  doraProfileIds,
} from '@opmodel/backstage-plugin-opmodel-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DateTime } from 'luxon';
import request from 'supertest';
import { createResponseValidator } from '../testing/createResponseValidator';
import { startEngine } from '../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(120_000);

const entity = (
  kind: string,
  name: string,
  spec: Record<string, unknown>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: spec as Entity['spec'],
});
const component = (name: string) =>
  entity('Component', name, {
    type: 'service',
    lifecycle: 'production',
    owner: 'shop',
  });

const source = 'https://ci.example.com';
const pager = 'https://pager.example.com';
const checkout = '/entities/component/default/checkout/dora';
const shop = '/entities/group/default/shop/dora';
// Asked once, so that midnight does not come between what is sent and what is expected.
const today = DateTime.utc().startOf('day');
const at = (daysAgo: number, hour = 10) =>
  today.minus({ days: daysAgo }).set({ hour }).toISO()!;
const day = (daysAgo: number) => at(daysAgo).slice(0, 10);
/** The Monday of the week that holds yesterday's deployment. On a Monday the week of today has just begun and holds none. */
const weekOfYesterday = today.minus({ days: 1 }).startOf('week').toISODate()!;

/** Ten deployments, of which one fails and is recovered after two hours, and one is a repair. */
const deployments = [1, 3, 5, 7, 9, 11, 13, 15, 17, 19].map(daysAgo => ({
  source,
  id: `d${daysAgo}`,
  entityRef: 'component:default/checkout',
  environment: 'production',
  version: `1.${daysAgo}`,
  finishedAt: at(daysAgo),
  ...(daysAgo === 9 ? { planned: false } : {}),
}));
const incidents = [
  {
    source: pager,
    id: 'i1',
    deployment: 'd11',
    severity: 'sev1',
    startedAt: at(11, 11),
    mitigatedAt: at(11, 12),
    resolvedAt: at(11, 14),
  },
  {
    source: pager,
    id: 'i2',
    severity: 'sev2',
    causeClass: 'infrastructure',
    startedAt: at(5, 12),
    mitigatedAt: at(5, 13),
  },
  { source: pager, id: 'i3', severity: 'sev3', startedAt: at(2, 12) },
].map(incident => ({ ...incident, entityRef: 'component:default/checkout' }));

describe('DORA behind HTTP', () => {
  const validate = createResponseValidator();
  const taken: { status: string }[] = [];
  let engine: Awaited<ReturnType<typeof startEngine>>;

  async function ask(path: string, body?: object) {
    const url = `/api/opmodel${path}`;
    const sent = body
      ? request(engine.server).post(url).send(body)
      : request(engine.server).get(url);
    const response = await sent.set(
      'authorization',
      mockCredentials.user.header('user:default/ada'),
    );
    validate(body ? 'post' : 'get', path, response);
    return response;
  }

  async function succeed(path: string, body?: object) {
    const response = await ask(path, body);
    expect([path, response.body.error?.message]).toEqual([path, undefined]);
    return response.body;
  }

  beforeAll(async () => {
    engine = await startEngine({
      policy: { handle: async () => ({ result: AuthorizeResult.ALLOW }) },
      entities: [
        entity('Group', 'shop', { type: 'team', children: [] }),
        component('checkout'),
        component('quiet'),
      ],
      config: {
        opmodel: {
          calendar: {
            freezes: [
              { from: day(300), to: day(290), reason: 'Holidays' },
              { from: day(29), to: day(25), cause: 'migration' },
            ],
          },
          dora: {
            profiles: ['dora-2026', 'devlake', 'four-keys', 'gitlab'],
            edition: 2024,
          },
        },
      },
    });
    for (let attempt = 0; attempt < 120; attempt += 1) {
      await engine.runTask('opmodel-catalog-snapshot');
      const { body } = await ask('/overview');
      const group = await ask(shop);
      if (body.catalog.components === 2 && group.status === 200) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 500));
    }
    for (const [path, items] of [
      ['/deployments', deployments],
      ['/incidents', incidents],
    ] as const) {
      taken.push(...(await succeed(path, { items })).items);
    }
    await engine.runTask('opmodel-dora-calculation');
  });

  afterAll(async () => {
    await engine?.stop();
  });

  it('has taken what was sent', () => {
    expect(taken.map(({ status }) => status)).toEqual(
      [...deployments, ...incidents].map(() => 'accepted'),
    );
  });

  it('reports all metrics of a component, with what stands beside each', async () => {
    const report = await succeed(`${checkout}?window=P30D`);
    expect(report).toMatchObject({
      changeFailRate: { value: 0.1, numerator: 1, denominator: 10 },
      deploymentReworkRate: { value: 0.1, numerator: 1, denominator: 10 },
      failedDeploymentRecoveryTime: { median: 7_200, n: 1, state: 'thin' },
      timeToRestore: { n: 2, median: 3_600 },
      incidentRecurrence: { value: 0, numerator: 0, denominator: 3 },
      edition: '2024',
      excludedPeriods: [
        {
          from: day(29),
          to: day(25),
          cause: 'migration',
          origin: 'calendar',
          reason: null,
        },
      ],
    });
    expect(
      report.contexts.map(({ metric, family }: any) => [metric, family]),
    ).toEqual([
      ['change-lead-time', 'throughput'],
      ['deployment-frequency', 'throughput'],
      ['failed-deployment-recovery-time', 'throughput'],
      ['change-fail-rate', 'instability'],
      ['deployment-rework-rate', 'instability'],
      ['time-to-restore', 'beside'],
      ['incident-recurrence', 'beside'],
    ]);
    expect(report.contexts[0].ungraded).toBe('no_data');
    expect(report.contexts[1].benchmark).toMatchObject({ edition: '2024' });
    expect(report.contexts[2].ungraded).toBe('thin');
    expect(report.trend).toContainEqual(
      expect.objectContaining({ week: weekOfYesterday, changeFailRate: 0 }),
    );
  });

  it('rolls a group up, and lists its members with their failures', async () => {
    const report = await succeed(`${shop}?window=P30D`);
    expect(report.changeFailRate).toMatchObject({ value: 0.1 });
    const [first, second] = report.members;
    expect([first, second].map(({ entityRef }) => entityRef).sort()).toEqual([
      'component:default/checkout',
      'component:default/quiet',
    ]);
    const byRef = (ref: string) =>
      report.members.find((member: any) => member.entityRef.endsWith(ref));
    expect(byRef('checkout')).toMatchObject({
      changeFailRate: 0.1,
      failedDeployments: 1,
      recoveryMedian: expect.any(Number),
      recoveryN: 1,
      reworkRate: 0.1,
      incidents: 3,
      openDisputes: 0,
    });
    expect(byRef('quiet')).toMatchObject({
      changeFailRate: null,
      failedDeployments: null,
      recoveryMedian: null,
      incidents: null,
    });
    for (const sort of ['changeFailRate', '-recovery']) {
      const page = await succeed(`/dora?window=P30D&sort=${sort}`);
      expect(page.items.map(({ title }: any) => title)).toEqual([
        'checkout',
        'quiet',
      ]);
    }
  });

  it('answers under each definition that is enabled', async () => {
    // Four Keys joins deployments with pushes, so that those of which no change is known do not exist for it.
    const counted = {
      'dora-2026': 10,
      devlake: 10,
      'four-keys': null,
      gitlab: 10,
    };
    for (const profile of doraProfileIds) {
      const report = await succeed(
        `${checkout}?window=P30D&profile=${profile}&edition=2021`,
      );
      expect(report.definition.id).toBe(profile);
      expect(report.edition).toBe('2021');
      expect([profile, report.deploymentFrequency.deployments]).toEqual([
        profile,
        counted[profile],
      ]);
      expect(report.contexts.some(({ printed }: any) => printed !== null)).toBe(
        profile !== 'dora-2026',
      );
    }
    const gitlab = await succeed(`/dora/summary?window=P30D&profile=gitlab`);
    // All incidents over deployments, and no such thing as rework.
    expect(gitlab.changeFailRate).toMatchObject({ value: 0.3 });
    expect(gitlab.deploymentReworkRate).toMatchObject({
      state: 'no_data',
      value: null,
    });
    const { status, body } = await ask(`${checkout}?profile=space`);
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining('profile'),
    ]);
  });

  it.each([
    ['from', 'from=0000-01-01&to=1970-01-31'],
    ['to', 'from=0000-01-01&to=0000-01-31'],
    ['window', 'window=P9999Y'],
  ])('names %s in a window that nobody can mean', async (field, query) => {
    for (const path of [
      checkout,
      `${checkout}/series?metric=change-fail-rate&interval=week`,
      '/dora',
      '/flow',
    ]) {
      const separator = path.includes('?') ? '&' : '?';
      const { status, body } = await ask(`${path}${separator}${query}`);
      expect([path, status, body.error.message]).toEqual([
        path,
        400,
        expect.stringContaining(`'${field}' must be`),
      ]);
    }
  });

  it('lists definitions and editions that can be chosen', async () => {
    const definitions = await succeed('/dora/definitions');
    expect(definitions).toMatchObject({
      defaultProfile: 'dora-2026',
      defaultEdition: '2024',
    });
    expect(definitions.profiles.map(({ id }: any) => id)).toEqual([
      ...doraProfileIds,
    ]);
    expect(definitions.profiles[0].decisions.length).toBeGreaterThan(20);
    expect(definitions.editions.map(({ id }: any) => id)).toContain('2025');
  });

  it('tells each metric over time, by day, week and month', async () => {
    const metrics: DoraMetricId[] = [
      'change-lead-time',
      'deployment-frequency',
      'failed-deployment-recovery-time',
      'change-fail-rate',
      'deployment-rework-rate',
      'time-to-restore',
      'incident-recurrence',
    ];
    for (const scope of [checkout, shop]) {
      for (const metric of metrics) {
        for (const interval of ['day', 'week', 'month']) {
          const { points } = await succeed(
            `${scope}/series?metric=${metric}&interval=${interval}&window=P60D`,
          );
          expect(points[0].from <= day(59)).toBe(true);
          expect(points.at(-1).to >= day(0)).toBe(true);
        }
      }
    }
    const { points } = await succeed(
      `${checkout}/series?metric=change-fail-rate&interval=day&window=P30D`,
    );
    const pointOf = (daysAgo: number) =>
      points.find((point: any) => point.from === day(daysAgo));
    expect(pointOf(11)).toMatchObject({ value: 1, n: 1, partial: false });
    expect(pointOf(12)).toMatchObject({ value: null, denominator: 0 });
    // Before the first deployment nothing is known.
    expect(pointOf(20)).toMatchObject({ value: null, denominator: null });
  });

  it('lists what is behind failures and incidents', async () => {
    const failed = await succeed(
      `${checkout}/deployments?window=P30D&failed=true`,
    );
    expect(failed.items).toMatchObject([
      {
        id: 'd11',
        failed: true,
        recoveredAt: at(11, 12),
        recoverySeconds: 7_200,
        failures: [
          {
            kind: 'explicit',
            cause: { type: 'incident', source: pager, id: 'i1' },
            lagSeconds: 3_600,
          },
        ],
        corrections: [],
      },
    ]);
    const rework = await succeed(
      `${checkout}/deployments?window=P30D&rework=true`,
    );
    expect(rework.items.map(({ id }: any) => id)).toEqual(['d9']);
    const all = await succeed(`${checkout}/incidents?window=P30D&limit=2`);
    expect(all).toMatchObject({ totalItems: 3 });
    const rest = await succeed(
      `${checkout}/incidents?window=P30D&limit=2&cursor=${all.nextCursor}`,
    );
    expect([...all.items, ...rest.items].map(({ id }: any) => id)).toEqual([
      'i3',
      'i2',
      'i1',
    ]);
    expect(rest.items[0]).toMatchObject({
      link: { kind: 'explicit' },
      linkedDeployment: { source, id: 'd11', version: '1.11' },
      restoreSeconds: 3_600,
    });
    const unlinked = await succeed(
      `${checkout}/incidents?window=P30D&exclusion=other_cause`,
    );
    expect(unlinked.items.map(({ id }: any) => id)).toEqual(['i2']);
    const foreign = await ask(
      `${checkout}/deployments?window=P30D&cursor=${all.nextCursor}`,
    );
    expect(foreign.status).toBe(400);
  });

  it('explains each metric with the figures of its case, whose exclusions open rows', async () => {
    const explain = async (metric: string, path = checkout) =>
      succeed(`${path}/explain?metric=${metric}&window=P30D`);
    const rate = await explain('change-fail-rate');
    const figures = Object.fromEntries(
      rate.figures.map(({ label, value }: any) => [label, value]),
    );
    expect(figures).toMatchObject({
      'failed-deployments': 1,
      'deployments-counted': 10,
      'incidents-linked': 1,
      rate: 0.1,
    });
    for (const metric of [
      'failed-deployment-recovery-time',
      'deployment-rework-rate',
      'time-to-restore',
      'incident-recurrence',
      'change-fail-rate',
    ]) {
      const { excluded } = await explain(metric);
      for (const { reason, unit, count } of excluded) {
        const list = unit === 'incident' ? 'incidents' : 'deployments';
        const { totalItems } = await succeed(
          `${checkout}/${list}?window=P30D&exclusion=${reason}`,
        );
        expect([metric, reason, totalItems]).toEqual([metric, reason, count]);
      }
      const ofAll = await succeed(
        `/dora/explain?metric=${metric}&window=P30D&type=service&ownership=then`,
      );
      expect(ofAll).toMatchObject({
        metric,
        scope: { ref: 'selection' },
        ownership: 'then',
      });
    }
    const devlake = await succeed(
      `${checkout}/explain?metric=deployment-frequency&window=P30D&profile=devlake`,
    );
    expect(devlake.figures).toContainEqual({
      label: 'deployment-days',
      value: 10,
      unit: 'days',
    });
  });

  it('follows a correction, and leaves the other days as they are', async () => {
    await succeed(`${checkout}/corrections`, {
      kind: 'deployment_failed',
      deployment: { source, id: 'd3' },
      failed: true,
      reason: 'Rolled back by hand',
    });
    await engine.runTask('opmodel-dora-calculation');
    const { items } = await succeed(
      `${checkout}/deployments?window=P30D&failed=true`,
    );
    expect(items).toMatchObject([
      {
        id: 'd3',
        failures: [{ kind: 'person', decidedBy: 'user:default/ada' }],
        corrections: [{ reason: 'Rolled back by hand', mayUndo: true }],
      },
      { id: 'd11' },
    ]);
    const report = await succeed(`${checkout}?window=P30D`);
    expect(report.changeFailRate).toMatchObject({ numerator: 2 });
    const listKinds = async () =>
      (await succeed('/attention')).items.map(({ kind }: any) => kind).sort();
    // Nothing tells when it was whole again, so nobody is asked for it.
    expect(await listKinds()).toEqual(['incident-unlinked']);

    await succeed('/incidents', {
      source: pager,
      id: 'i4',
      entityRef: 'component:default/checkout',
      deployment: 'd3',
      severity: 'sev1',
      startedAt: at(3, 11),
    });
    await engine.runTask('opmodel-dora-calculation');
    expect(await listKinds()).toEqual([
      'failure-not-recovered',
      'incident-unlinked',
    ]);
  });
});
