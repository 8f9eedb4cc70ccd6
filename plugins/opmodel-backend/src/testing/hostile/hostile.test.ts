import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openApiDocument } from '../../schema/openapi.generated';
import { DatabaseScorecardStore } from '../../scorecards/definitions/DatabaseScorecardStore';
import { publishedWith } from '../../scorecards/testing/publishedScorecard';
import { createEngineDatabases, testDatabaseIds } from '../databases';
import { startEngine } from '../startEngine';
import { callers, policy } from '../visibility/callers';
import { hostileBodies } from './hostileBodies';
import { type HostileInput, hostileInputs } from './hostileFields';
import { hostileInvocations } from './hostileInvocations';
import { hostileQueries } from './hostileQueries';
import { type RawAnswer, rawRequest } from './rawRequest';

jest.setTimeout(240_000);

/** No input may keep the engine busy for longer, also on a machine that has much else to do. Milliseconds. */
const patience = 20_000;

const secret = 'a-secret-of-the-hostile-source';

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'shop' },
    spec: { type: 'team', children: [] },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout' },
    spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'kiosk' },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'user:default/everything',
    },
  },
];

/** What there is to change, by the name that its id has in a path. */
const changeable: { name: string; path: string; body: object }[] = [
  {
    name: 'acceptanceId',
    path: '/acceptances',
    body: {
      subject: 'gate',
      title: 'Not yet',
      entityRefs: ['component:default/checkout'],
      riskLevel: 'low',
      reason: 'Too much else to do',
    },
  },
  {
    name: 'decisionId',
    path: '/decisions',
    body: {
      title: 'One queue',
      context: 'Two were in use',
      decision: 'The first is kept',
      entityRefs: ['component:default/checkout'],
      ownerRef: 'group:default/shop',
      decidedOn: '2026-03-01',
    },
  },
  {
    name: 'campaignId',
    path: '/campaigns',
    body: {
      title: 'All described',
      ownerRef: 'group:default/shop',
      scorecardRef: 'scorecard:default/readiness',
      emphasis: { checks: ['has-description'] },
      isDraft: true,
      startsOn: '2026-03-01',
      targetOn: '2026-06-01',
    },
  },
  {
    name: 'itemId',
    path: '/tech-debt/items',
    body: { title: 'Old queue', entityRefs: ['component:default/checkout'] },
  },
  {
    name: 'draftId',
    path: '/scorecard-drafts',
    body: {
      name: 'drafted',
      spec: {
        levels: [{ name: 'Bronze' }],
        checks: [
          {
            id: 'described',
            name: 'Is described',
            level: 'Bronze',
            expression: 'catalog.hasDescription',
          },
        ],
      },
    },
  },
  {
    name: 'planId',
    path: '/ownership/plans',
    body: {
      name: 'One team',
      readerRefs: [],
      changes: [
        {
          type: 'move_systems',
          entityRefs: ['component:default/checkout'],
          toRef: 'group:default/shop',
        },
      ],
    },
  },
];

type Engine = Awaited<ReturnType<typeof startEngine>>;

/** Whatever takes a body. */
const written = Object.entries<Record<string, any>>(
  openApiDocument.paths,
).flatMap(([path, methods]) =>
  ['post', 'put', 'patch']
    .filter(method => methods[method])
    .map(method => ({
      method: method.toUpperCase(),
      path: path
        .replace('{connection}', '1')
        .replace('{issueKey}', 'k')
        .replace('{source}', 'hostile')
        .replace('{kind}/{namespace}/{name}', 'component/default/checkout')
        // Only some of what has an id of its own is there.
        .replace(
          /\{(?!acceptanceId|campaignId|decisionId|draftId|itemId|planId)\w+\}/g,
          'none',
        ),
    })),
);

async function start(
  id: TestDatabaseId,
  databases: ReturnType<typeof createEngineDatabases>,
): Promise<Engine> {
  const knex = await databases.createMigrated(id);
  // Knex hides the password from whoever copies the rest.
  const { connection: stated } = knex.client.config;
  const connection = { ...stated, password: stated.password };
  return startEngine({
    policy,
    entities,
    config: {
      backend: {
        baseUrl: 'http://localhost',
        database: {
          client: 'better-sqlite3',
          connection: ':memory:',
          ...(id.startsWith('POSTGRES') && {
            plugin: {
              opmodel: { client: 'pg', connection, ensureExists: false },
            },
          }),
        },
      },
      opmodel: {
        scorecards: {
          pushedFacts: {
            scans: {
              freshness: 'P1D',
              facts: {
                critical: { type: 'integer', description: 'Findings' },
              },
            },
          },
          attestations: [
            { name: 'drill', title: 'Restore drill', maximumDays: 90 },
          ],
        },
        intake: {
          sources: {
            hostile: {
              type: 'hostile',
              signature: 'header-token',
              header: 'x-token',
              secrets: [secret],
            },
          },
        },
      },
    },
  });
}

const databases = createEngineDatabases();

describe.each(testDatabaseIds)('hostile input on %s', id => {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  let engine: Engine;
  let port: number;
  /** Facts that were told to be stored. */
  let taken = 0;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    engine = await start(id, databases);
    port = (engine.server.address() as AddressInfo).port;
    for (let attempt = 0; attempt < 100; attempt += 1) {
      await engine.runTask('opmodel-catalog-snapshot');
      const { text } = await send('GET', '/overview');
      if (JSON.parse(text).catalog.components === 2) {
        await new DatabaseScorecardStore(engine.knex).publish(
          [publishedWith({}, { origin: 'portal' })],
          { now: Date.now() },
        );
        await engine.runTask('opmodel-scorecards-facts');
        await engine.runTask('opmodel-scorecards-sweep');
        await makeChangeable();
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    throw new Error('The catalog did not process its entities in time');
  });

  afterAll(async () => {
    agent.destroy();
    await engine?.stop();
  });

  async function makeChangeable(): Promise<void> {
    for (const { name, path, body } of changeable) {
      const json = { 'content-type': 'application/json' };
      const bytes = Buffer.from(JSON.stringify(body));
      const { status, text } = await send('POST', path, bytes, json);
      if (status !== 201) {
        throw new Error(`${path} answered ${text}`);
      }
      const made = JSON.parse(text);
      ids.set(name, (made.item ?? made).id);
    }
  }

  function send(
    method: string,
    path: string,
    body?: Buffer,
    headers: Record<string, string> = {},
  ): Promise<RawAnswer> {
    return rawRequest({
      port,
      agent,
      method,
      path: `/api/opmodel${path.replace(
        /\{(\w+)\}/g,
        (whole, name) => ids.get(name) ?? whole,
      )}`,
      headers: {
        authorization: callers.everything.header,
        'x-token': secret,
        ...headers,
      },
      body,
      timeout: patience,
    });
  }

  /** What holds for every answer, whatever was sent. */
  function problemOf(answer: RawAnswer): string | undefined {
    const { status, headers, text } = answer;
    if (status >= 500 || status < 200) {
      return `${status} ${text.slice(0, 300)}`;
    }
    if (headers['set-cookie']) {
      return 'a header was injected';
    }
    // A file, which no browser takes for a page.
    if (
      status === 200 &&
      /^attachment; filename="[a-z-]+\.[a-z]+"$/.test(
        String(headers['content-disposition']),
      )
    ) {
      return undefined;
    }
    if (!String(headers['content-type']).startsWith('application/json')) {
      return `${status} as ${headers['content-type']}: ${text.slice(0, 300)}`;
    }
    const body = JSON.parse(text);
    if (status >= 400 && !body.error?.message) {
      return `${status} without a message`;
    }
    return undefined;
  }

  /** Counts what the ledger must have. What is counted of objectives, and facts of entities, stand beside it. */
  function countTaken(answer: RawAnswer, sent: string): void {
    if (
      answer.status === 200 &&
      !/sli.measure|^\/facts|entity-facts/.test(sent)
    ) {
      const { items = [] } = JSON.parse(answer.text);
      taken += items.filter(
        (item: any) => item.status === 'accepted' || item.status === 'unmapped',
      ).length;
    }
  }

  /** Sends in a few lanes at once, and gives what went wrong, in a form that tells what to mend. */
  async function sendAll<T>(
    inputs: T[],
    describe: (input: T) => string,
    check: (input: T) => Promise<string | undefined>,
  ): Promise<string[]> {
    const problems: string[] = [];
    const lanes = Array.from({ length: 4 }, async (_, lane) => {
      for (let at = lane; at < inputs.length; at += 4) {
        const problem = await check(inputs[at]).catch(error => String(error));
        if (problem !== undefined) {
          problems.push(`${describe(inputs[at])}: ${problem}`);
        }
      }
    });
    await Promise.all(lanes);
    return problems;
  }

  /** How the value of a field was stored, or why that is wrong. */
  async function wronglyStored(
    { field, json, stored, bodyWith }: HostileInput,
    outcome: { id: string; source: string; status: string },
  ): Promise<string | undefined> {
    const value: unknown = JSON.parse(json);
    if (
      outcome.status === 'duplicate' ||
      value === null ||
      stored === 'other'
    ) {
      return undefined;
    }
    const row = await engine
      .knex('events')
      .where({ source: outcome.source, subject: outcome.id })
      .orderBy('id', 'desc')
      .first();
    const sent = JSON.parse(bodyWith(json));
    const observation = JSON.parse(row?.observation ?? '{}');
    const found = { ...observation, source: row?.source, id: row?.subject }[
      field
    ];
    const expected = {
      text: value,
      cut:
        typeof value === 'string' && value.length > 1000
          ? `${[...value].slice(0, 999).join('')}…`
          : value,
      instant:
        typeof value === 'string' && !Number.isNaN(Date.parse(value))
          ? new Date(value).toISOString()
          : undefined,
    }[stored];
    const isOneOfMany =
      // Later statements about the same thing may have come in between.
      row &&
      (
        await engine.knex('events').where({
          source: outcome.source,
          subject: sent.id,
        })
      ).some(other => JSON.parse(other.observation)[field] === expected);
    return found === expected || isOneOfMany
      ? undefined
      : `stored as ${JSON.stringify(found)?.slice(0, 100)}`;
  }

  // Both databases meet all that cannot be kept as text; of the rest, which mostly ends before any database, one meets less.
  const inputs = hostileInputs().filter(
    ({ json }, at) =>
      id === 'SQLITE_3' || at % 3 === 0 || /\\u(0000|d[89a-f])/.test(json),
  );

  it('is of more than a thousand kinds', () => {
    expect(hostileInputs().length).toBeGreaterThan(1_000);
  });

  it('in a field is refused by the name of the field, or stored as it is', async () => {
    const problems = await sendAll(
      inputs,
      ({ path, field, json }) => `${path} ${field} ${json.slice(0, 60)}`,
      async input => {
        const answer = await send(
          input.method ?? 'POST',
          input.path,
          Buffer.from(input.bodyWith(input.json)),
          { 'content-type': input.contentType },
        );
        countTaken(answer, `${input.path} ${input.bodyWith('0')}`);
        const problem = problemOf(answer);
        if (problem) {
          return problem;
        }
        const body = JSON.parse(answer.text);
        if (answer.status === 400) {
          return body.error.message.includes(input.field)
            ? undefined
            : `does not name the field: ${body.error.message.slice(0, 200)}`;
        }
        return answer.status === 200 && body.items && input.stored !== 'other'
          ? wronglyStored(input, body.items[0])
          : undefined;
      },
    );
    expect(problems).toEqual([]);
  });

  it('of an agent is refused by the name of what is wrong, or finds nothing', async () => {
    const problems = await sendAll(
      hostileInvocations(),
      ({ path, json }) => `${path} ${json.slice(0, 200)}`,
      async ({ path, name, json }) => {
        const answer = await send('POST', path, Buffer.from(json), {
          'content-type': 'application/json',
        });
        const problem = problemOf(answer);
        if (problem || answer.status !== 400) {
          return problem;
        }
        const { message } = JSON.parse(answer.text).error;
        return message.includes(name)
          ? undefined
          : `does not name ${name}: ${message.slice(0, 200)}`;
      },
    );
    expect(problems).toEqual([]);
  });

  it('as a whole body is refused, or taken for what it is', async () => {
    const bodies = hostileBodies();
    // Large ones take their time, and the paths share their parsers.
    const all = written.flatMap(({ method, path }, index) =>
      bodies
        .filter(
          ({ bytes }, at) => bytes.length < 100_000 || (at + index) % 4 === 0,
        )
        .map(body => ({ method, path, body })),
    );
    const problems = await sendAll(
      all,
      ({ method, path, body }) => `${method} ${path} ${body.name}`,
      async ({ method, path, body }) => {
        const answer = await send(method, path, body.bytes, body.headers);
        countTaken(answer, path);
        return problemOf(answer);
      },
    );
    expect(problems).toEqual([]);
  });

  it('in a query is refused by the name of the parameter, or finds nothing', async () => {
    const problems = await sendAll(
      hostileQueries(),
      ({ path }) => path.slice(0, 200),
      async ({ path, name, refused }) => {
        const answer = await send('GET', path);
        const problem = problemOf(answer);
        const { status } = answer;
        if (problem || (!refused && (status === 200 || status === 404))) {
          return problem;
        }
        const { message = '' } = JSON.parse(answer.text).error ?? {};
        return status === 400 && message.includes(name)
          ? undefined
          : `${status} does not name ${name}: ${message.slice(0, 200)}`;
      },
    );
    expect(problems).toEqual([]);
  });

  it('changes nothing but what was taken, and nothing in the engine', async () => {
    expect(({} as any).polluted).toBeUndefined();
    expect(await engine.knex('events').count({ n: '*' }).first()).toEqual({
      n: id === 'SQLITE_3' ? taken : String(taken),
    });
    const kinds = new Set(
      (await engine.knex('events').select('kind', 'observation')).map(
        ({ kind, observation }) => JSON.parse(observation).kind === kind,
      ),
    );
    expect([...kinds]).toEqual([true]);
    const pushed = await engine.knex('slo_pushed').select();
    expect(pushed.length).toBeGreaterThan(0);
    expect(
      pushed.filter(
        ({ seconds, good, total, ...row }) =>
          !(good >= 0 && good <= total && total <= 1e15) ||
          Number(row.start) % (seconds * 1_000) !== 0,
      ),
    ).toEqual([]);
    // It still computes, and still answers.
    await engine.runTask('opmodel-dora-calculation');
    for (const path of [
      '/entities/component/default/checkout/dora',
      '/entities/component/default/checkout/dora/deployments?limit=100',
      '/dora',
      '/events/unmapped?limit=100',
      '/events/rejected?limit=100',
      '/inbox?state=waiting&limit=100',
      '/health',
    ]) {
      const answer = await send('GET', path);
      expect([path, answer.status, problemOf(answer)]).toEqual([
        path,
        200,
        undefined,
      ]);
    }
  });
});
