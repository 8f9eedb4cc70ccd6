import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  opmodelCollectorsExtensionPoint,
  opmodelWebhookReadersExtensionPoint,
} from '@opmodel/backstage-plugin-opmodel-node';
import request from 'supertest';
import { inspect } from 'node:util';
import { collectorOf, eventOf } from './collectors';
import { createResponseValidator } from './createResponseValidator';
import { createPostgresDatabase } from './faults/faultDatabases';
import { openSloInCatalog } from './openSloInCatalog';
import { startEngine } from './startEngine';
import { walkedRoutes, walkedSource } from './visibility/walkedRoutes';

jest.setTimeout(120_000);

const MARKER = 'jane.doe@example.com';
const secret = 'a-secret-that-is-long-enough';

const validate = createResponseValidator();

const markedEvent = {
  ...eventOf('1'),
  observation: {
    ...eventOf('1').observation,
    title: `Let ${MARKER} sign in`,
  },
} as ReturnType<typeof eventOf>;

const fact = { id: '1', entityRef: 'component:default/shop' };
const gate = '/entities/{kind}/{namespace}/{name}/release-gate';
const correction = {
  from: new Date(Date.now() - 7_200_000).toISOString(),
  to: new Date(Date.now() - 3_600_000).toISOString(),
  reason: 'Maintenance',
};
const exception = {
  entityRef: 'component:default/shop',
  reason: 'The last release before the holidays',
};
const connection = '/devlake/plugins/webhook/connections/{connection}';

/** What a route takes, where the walk sends it something that comes to nothing. */
const bodies: Record<string, object> = {
  'POST /deployments': {
    ...fact,
    environment: 'production',
    finishedAt: '2026-03-01T10:00:00Z',
  },
  'POST /changes': { ...fact, mergedAt: '2026-03-01T10:00:00Z' },
  'POST /incidents': { ...fact, createdAt: '2026-03-01T10:00:00Z' },
  'POST /work-items': { ...fact, state: 'active' },
  'POST /builds': {
    ...fact,
    pipeline: 'build',
    finishedAt: '2026-03-01T10:00:00Z',
  },
  'POST /sli-measurements': {
    slo: 'slo:default/some',
    start: '2026-03-01T10:00:00Z',
    good: 9,
    total: 10,
  },
  'POST /facts': {
    provider: 'scans',
    entityRef: 'component:default/some',
    facts: { critical: 1 },
  },
  [`POST ${gate}/break-glass`]: { reason: 'Nobody can pay' },
  'POST /slos/{namespace}/{name}/corrections': correction,
  'POST /slo-policies/{namespace}/{name}/exceptions': exception,
  [`POST ${connection}/deployments`]: {
    id: '1',
    startedDate: '2026-03-01T09:00:00Z',
    finishedDate: '2026-03-01T10:00:00Z',
    result: 'SUCCESS',
    deploymentCommits: [
      { repoUrl: 'https://github.com/acme/shop', commitSha: 'c0ffee' },
    ],
  },
  [`POST ${connection}/pull_requests`]: {
    id: '1',
    baseRepoId: 'acme/shop',
    headRepoId: 'acme/shop',
    title: 'Sign in',
    status: 'OPEN',
    originalStatus: 'open',
    displayTitle: 'Sign in',
    pullRequestKey: 1,
    createdDate: '2026-03-01T10:00:00Z',
  },
  [`POST ${connection}/issues`]: {
    issueKey: '1',
    title: 'Nobody can sign in',
    type: 'INCIDENT',
    status: 'TODO',
    originalStatus: 'open',
    createdDate: '2026-03-01T10:00:00Z',
  },
};

/** Routes that are answered without the database, and how. */
const withoutDatabase: Record<string, { status: number; message?: string }> = {
  'GET /openapi.json': { status: 200 },
  'GET /dora/definitions': { status: 200 },
  // They are part of the program.
  'GET /tech-debt/templates': { status: 200 },
  // What is wrong with a text is found in the text.
  'POST /scorecards/check': { status: 200 },
  'POST /intake/{source}': {
    status: 401,
    message: 'The delivery does not prove where it comes from',
  },
};

/** A promise of the shop, and what follows once it is not kept. */
const promised = [
  {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {
      name: 'shop-works',
      annotations: { 'opmodel.io/measures': 'component:default/shop' },
    },
    spec: {
      service: 'shop',
      indicator: {
        metadata: { name: 'shop-works-sli' },
        spec: {
          ratioMetric: {
            counter: false,
            good: { metricSource: { type: 'push', spec: {} } },
            total: { metricSource: { type: 'push', spec: {} } },
          },
        },
      },
      timeWindow: [{ duration: '30d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: 'Works', target: 0.99 }],
    },
  },
  {
    apiVersion: 'opmodel.io/v1alpha1',
    kind: 'ErrorBudgetPolicy',
    metadata: { name: 'budget' },
    spec: {
      owner: 'group:default/team',
      version: '1',
      mode: 'enforced',
      appliesTo: ['component:default/shop'],
      thresholds: [{ remaining: 0, consequences: ['freeze_risky_releases'] }],
    },
  },
];

const databases = {
  SQLITE_3: { client: 'better-sqlite3', connection: ':memory:' },
  get POSTGRES_18() {
    return createPostgresDatabase().config;
  },
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'an engine whose database fails, on %s',
  id => {
    let engine: Awaited<ReturnType<typeof startEngine>>;
    /** All that came to the log and the auditor, to the last field. */
    const told: string[] = [];

    const note =
      (what: string) =>
      (...args: unknown[]) => {
        told.push(`${what} ${inspect(args, { depth: null })}`);
      };
    const logger: RootLoggerService = {
      error: note('error'),
      warn: note('warn'),
      info: note('info'),
      debug: note('debug'),
      child: () => logger,
    };

    beforeAll(async () => {
      engine = await startEngine({
        policy: { handle: async () => ({ result: AuthorizeResult.ALLOW }) },
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'shop',
              annotations: { 'github.com/project-slug': 'acme/shop' },
            },
            spec: { type: 'service', lifecycle: 'production', owner: 'team' },
          },
          ...promised,
        ],
        config: {
          backend: {
            baseUrl: 'http://localhost',
            database: databases[id],
          },
          opmodel: {
            intake: {
              sources: {
                [walkedSource]: {
                  type: 'test',
                  signature: 'gitlab',
                  secrets: [secret],
                },
              },
            },
          },
        },
        features: [
          openSloInCatalog,
          createServiceFactory({
            service: coreServices.rootLogger,
            deps: {},
            factory: () => logger,
          }),
          createServiceFactory({
            service: coreServices.auditor,
            deps: {},
            factory: () => ({
              async createEvent({ request: _request, ...event }) {
                note('audit')(event);
                return {
                  success: async given => note('success')(given),
                  fail: async given => note('fail')(given),
                };
              },
            }),
          }),
          createBackendModule({
            pluginId: 'opmodel',
            moduleId: 'test',
            register(env) {
              env.registerInit({
                deps: {
                  collectors: opmodelCollectorsExtensionPoint,
                  readers: opmodelWebhookReadersExtensionPoint,
                },
                async init({ collectors, readers }) {
                  collectors.addCollector(
                    collectorOf(({ emit }) => emit([markedEvent])),
                  );
                  readers.addWebhookReader({
                    type: 'test',
                    title: 'Tests',
                    read: () => [{ ...markedEvent, source: 'test:example' }],
                  });
                },
              });
            },
          }),
        ],
      });
    });

    afterAll(async () => {
      await engine?.stop();
    });

    /** Lets every insert into a table fail, on PostgreSQL with the row in what it says. */
    async function breakTable(table: string): Promise<void> {
      if (id === 'SQLITE_3') {
        await engine.knex.raw(
          `create trigger break_${table} before insert on ${table} begin select raise(abort, 'no room'); end`,
        );
        return;
      }
      await engine.knex.raw(
        `create function break_${table}() returns trigger language plpgsql as $$
         begin raise exception 'no room' using detail = row_to_json(new)::text; end $$`,
      );
      await engine.knex.raw(
        `create trigger break_${table} before insert on ${table}
         for each row execute function break_${table}()`,
      );
    }

    const post = (
      path: string,
      body: object,
      header = mockCredentials.service.header(),
    ) =>
      request(engine.server)
        .post(`/api/opmodel${path}`)
        .set('authorization', header)
        .send(body);

    const deliver = () =>
      request(engine.server)
        .post(`/api/opmodel/intake/${walkedSource}`)
        .set('x-gitlab-token', secret)
        .send({ author: MARKER });

    /** What is there at last. */
    async function firstOf<T>(look: () => Promise<T>): Promise<T> {
      for (let count = 1; ; count++) {
        const found = await look();
        if (found || count === 60) {
          return found;
        }
        await new Promise(resolve => setTimeout(resolve, 250));
      }
    }

    const toldOf = (pattern: RegExp) =>
      told.filter(text => pattern.test(text)).join('\n');

    it('lets senders send again, and tells nobody what they sent', async () => {
      await breakTable('events');
      expect((await deliver()).status).toBe(202);

      const answer = await post('/deployments', {
        id: MARKER,
        entityRef: 'component:default/shop',
        environment: 'production',
        finishedAt: '2026-03-01T10:00:00Z',
        title: MARKER,
      });
      validate('post', '/deployments', answer);
      expect([answer.status, answer.body.error]).toEqual([
        503,
        {
          name: 'ServiceUnavailableError',
          message: 'The database did not take it; send it again',
        },
      ]);
      expect(toldOf(/^error.*The database failed at POST/s)).toContain(
        'no room',
      );
      expect(toldOf(/^fail/)).toContain('no room');

      const error = /^(SqliteE|e)rror: no room$/;
      expect(
        await firstOf(async () => {
          const delivery = await engine.knex('inbox').first('reason');
          return delivery.reason;
        }),
      ).toMatch(error);
      // The catalog may need a moment to read the entity that the collector waits for.
      expect(
        await firstOf(async () => {
          await engine.runTask('opmodel-catalog-snapshot');
          const run = await engine.knex('collector_runs').first('error');
          return run?.error;
        }),
      ).toMatch(error);

      await breakTable('inbox');
      const delivered = await deliver();
      expect(delivered.status).toBe(503);
      expect(JSON.stringify(delivered.body)).not.toContain(MARKER);
      expect(toldOf(/^error.*could not be kept/s)).toContain('no room');

      expect(told.length).toBeGreaterThan(5);
      // The id of a fact is its sender's; no error repeats it either.
      expect(told.filter(text => text.includes(MARKER))).toEqual([]);
      expect(told.filter(text => /insert into/i.test(text))).toEqual([]);
    });

    it('takes nothing about objectives that it cannot keep', async () => {
      const person = mockCredentials.user.header();
      // The catalog may need a moment to read them.
      const isListed = (path: string) =>
        firstOf(async () => {
          await engine.runTask('opmodel-catalog-snapshot');
          const { body } = await request(engine.server)
            .get(`/api/opmodel${path}`)
            .set('authorization', person);
          return body.items.length > 0;
        });
      expect(await isListed('/slos')).toBe(true);
      expect(await isListed('/slo-policies')).toBe(true);
      await breakTable('slo_pushed');
      await breakTable('acceptances');
      const start = Math.floor(Date.now() / 300_000) * 300_000 - 300_000;
      for (const [path, body] of [
        [
          '/sli-measurements',
          {
            slo: 'slo:default/shop-works',
            start: new Date(start).toISOString(),
            good: 9,
            total: 10,
          },
        ],
        ['/entities/component/default/shop/release-gate/break-glass'],
        ['/slos/default/shop-works/corrections', correction],
        ['/slo-policies/default/budget/exceptions', exception],
      ] as const) {
        const answer = await post(
          path,
          body ?? { reason: `Because of ${MARKER}` },
          person,
        );
        validate('post', path, answer);
        expect([path, answer.status, answer.body.error?.message]).toEqual([
          path,
          503,
          'The database did not take it; send it again',
        ]);
      }
      expect(told.filter(text => text.includes(MARKER))).toEqual([]);
    });

    it('answers every route as described when the database is gone', async () => {
      await engine.knex.destroy();
      const person = mockCredentials.user.header();
      for (const [route, { takes, requests }] of Object.entries(walkedRoutes)) {
        for (const { path, body: walked, method } of requests) {
          const body = bodies[route] ?? walked;
          const used = method ?? (body ? 'post' : 'get');
          const answer =
            used === 'post'
              ? await post(
                  path,
                  body!,
                  ['people', 'planners'].includes(takes) ? person : undefined,
                )
              : await request(engine.server)
                  [used](`/api/opmodel${path}`)
                  .send(body)
                  .set('authorization', person);
          validate(used, path, answer);
          expect({
            path,
            status: answer.status,
            message: answer.body.error?.message,
          }).toEqual({
            path,
            ...(withoutDatabase[route] ?? {
              status: 503,
              message:
                used === 'get'
                  ? 'The database did not answer; ask again'
                  : 'The database did not take it; send it again',
            }),
          });
        }
      }
      expect((await deliver()).status).toBe(503);
    });
  },
);
