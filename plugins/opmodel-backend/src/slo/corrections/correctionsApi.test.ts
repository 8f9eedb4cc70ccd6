import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type SliSource,
  opmodelSliSourcesExtensionPoint,
} from '@opmodel/backstage-plugin-opmodel-node';
import request from 'supertest';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { createPostgresDatabase } from '../../testing/faults/faultDatabases';
import { openSloInCatalog } from '../../testing/openSloInCatalog';
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(240_000);

const BUCKET = 300_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const started = Date.now();

/** Two hours in which one in five failed: longer ago than a month, and none of them at the edge of a week. */
const outageFrom = Math.floor(started / DAY) * DAY - 45 * DAY + 10 * HOUR;
const outageTo = outageFrom + 2 * HOUR;

const entity = (
  kind: string,
  name: string,
  spec: Entity['spec'],
  apiVersion = 'backstage.io/v1alpha1',
): Entity => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'default' },
  spec,
});

const metric = (query: string) => ({
  metricSource: { type: 'toy', spec: { query } },
});

const entities = [
  entity('Group', 'shop', { type: 'team', children: [] }),
  entity('User', 'ada', { memberOf: ['shop'] }),
  entity('User', 'bo', { memberOf: ['shop'] }),
  entity('Component', 'cart', {
    type: 'service',
    lifecycle: 'production',
    owner: 'shop',
  }),
  entity(
    'SLO',
    'cart-works',
    {
      service: 'cart',
      indicator: {
        metadata: { name: 'cart-sli' },
        spec: {
          ratioMetric: {
            counter: true,
            good: metric('good'),
            total: metric('total'),
          },
        },
      },
      timeWindow: [
        {
          duration: '1w',
          isRolling: false,
          calendar: { startTime: '2026-01-05 00:00:00', timeZone: 'UTC' },
        },
      ],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: 'Works', target: 0.99 }],
    },
    'openslo/v1',
  ),
];

const toy: SliSource = {
  type: 'toy',
  title: 'Toy',
  measure: async requests =>
    requests.map(({ id, from, to }) => ({
      id,
      buckets: Array.from({ length: (to - from) / BUCKET }, (_, place) => {
        const start = from + place * BUCKET;
        const isOut = start >= outageFrom && start < outageTo;
        return { start, good: isOut ? 80 : 100, total: 100 };
      }),
      queries: [],
    })),
};

const toySource = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'toy',
  register(env) {
    env.registerInit({
      deps: { sources: opmodelSliSourcesExtensionPoint },
      async init({ sources }) {
        sources.addSliSource(toy);
      },
    });
  },
});

/** Everybody is of the shop. */
const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () =>
    Object.assign(mockServices.userInfo(), {
      async getUserInfo({ principal }: any) {
        const { userEntityRef } = principal;
        return {
          userEntityRef,
          ownershipEntityRefs: [userEntityRef, 'group:default/shop'],
        };
      },
    }),
});

const databases = {
  SQLITE_3: { client: 'better-sqlite3', connection: ':memory:' },
  get POSTGRES_18() {
    return createPostgresDatabase().config;
  },
};

const validate = createResponseValidator();

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'corrections behind HTTP on %s',
  id => {
    let engine: Awaited<ReturnType<typeof startEngine>>;

    async function ask(
      method: 'get' | 'post',
      path: string,
      options: { as?: string; body?: object; status?: number } = {},
    ) {
      const { as = 'ada', body, status = 200 } = options;
      const sent = request(engine.server)[method](`/api/opmodel${path}`);
      const response = await (body ? sent.send(body) : sent).set(
        'authorization',
        mockCredentials.user.header(`user:default/${as}`),
      );
      expect([path, response.status, response.body]).toEqual([
        path,
        status,
        expect.anything(),
      ]);
      validate(method, path, response);
      return response.body;
    }

    beforeAll(async () => {
      engine = await startEngine({
        policy: { handle: async () => ({ result: AuthorizeResult.ALLOW }) },
        entities,
        features: [openSloInCatalog, toySource, userInfo],
        config: {
          backend: { baseUrl: 'http://localhost', database: databases[id] },
          opmodel: {
            slo: {
              measurement: { backfill: { days: 60 }, step: { days: 31 } },
            },
            retention: { 'slo-five-minutes': { keepDays: 90 } },
          },
        },
      });
      await scanUntil(engine, async () => {
        const { body } = await request(engine.server)
          .get('/api/opmodel/entities/component/default/cart/slos')
          .set(
            'authorization',
            mockCredentials.user.header('user:default/ada'),
          );
        return body.totalItems === 1;
      });
      await engine.runTask('opmodel-slo-definitions');
      await engine.runTask('opmodel-slo-measurement');
      await engine.runTask('opmodel-slo-evaluation');
    });

    afterAll(() => engine.stop());

    it('restates a window of long ago once a correction is approved, and back once it is revoked', async () => {
      const slo = '/slos/default/cart-works';
      const weeks = async () =>
        (await ask('get', `${slo}/windows?limit=20`)).items;
      const restated = async () => {
        await engine.runTask('opmodel-slo-evaluation');
        return (await weeks()).find(
          ({ from, to }: any) =>
            Date.parse(from) <= outageFrom && Date.parse(to) >= outageTo,
        );
      };
      const others = async () =>
        (await weeks()).filter(({ attainment }: any) => attainment === 1);

      const before = await restated();
      // 24 buckets of five minutes with 20 bad ones each, of the 2,016 of a week.
      expect(before).toMatchObject({
        good: 201_120,
        total: 201_600,
        target: 0.99,
        complete: true,
      });
      expect(before.remaining).toBeCloseTo(1 - 480 / 2_016, 9);
      const untouched = await others();
      expect(untouched.length).toBeGreaterThan(5);

      const asked = await ask('post', `${slo}/corrections`, {
        body: {
          from: new Date(outageFrom).toISOString(),
          to: new Date(outageTo).toISOString(),
          reason: 'The probe itself was down',
        },
        status: 201,
      });
      expect(await restated()).toEqual(before);
      expect(
        await ask('post', `/acceptances/${asked.id}/approve`, {
          as: 'bo',
          body: {},
        }),
      ).toMatchObject({ state: 'approved', expiresOn: null, mayRevoke: true });
      expect(await restated()).toEqual({
        ...before,
        good: 199_200,
        total: 199_200,
        attainment: 1,
        remaining: 1,
      });

      await ask('post', `/acceptances/${asked.id}/revoke`, {
        as: 'bo',
        body: {},
        status: 400,
      });
      await ask('post', `/acceptances/${asked.id}/revoke`, {
        as: 'bo',
        body: { note: 'The probe was right' },
      });
      expect(await ask('get', `${slo}/corrections`)).toMatchObject({
        totalItems: 0,
      });
      expect(await restated()).toEqual(before);
      expect(await others()).toEqual(untouched);
    });
  },
);
