import { isEqual } from 'lodash';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openApiDocument } from '../../schema/openapi.generated';
import { openSloInCatalog } from '../openSloInCatalog';
import { startEngine } from '../startEngine';
import {
  type Answer,
  ask,
  expectedStatus,
  invocation,
  recordingTimes,
  withoutRecordingTimes,
  withReadableCursors,
} from './answers';
import { type Caller, callers, ownRule, policy } from './callers';
import { walkedSliSource } from './hiddenSlos';
import { fillWorld, MARKER, worldEntities } from './hiddenWorld';
import {
  walkedActions,
  walkedRoutes,
  walkedSource,
  type WalkedRequest,
  type WalkedRoute,
} from './walkedRoutes';

// Two whole backends with a catalog that processes entities.
jest.setTimeout(240_000);

type Engine = Awaited<ReturnType<typeof startEngine>>;
type CallerName = keyof typeof callers;

const everyCaller = Object.entries(callers) as [CallerName, Caller][];
const seesOnlyVisible = everyCaller.filter(
  ([, caller]) => caller.subjects === 'visible',
);

const routes = Object.entries(walkedRoutes);
const requestsOfActions = Object.entries(walkedActions).map(
  ([id, { takes, status, inputs, about, ofReader }]): [string, WalkedRoute] => [
    id,
    {
      takes,
      status,
      ofReader,
      requests: inputs.map(input => invocation(id, input)),
      about: about?.map(input => invocation(id, input)),
    },
  ],
);
const walked = [...routes, ...requestsOfActions];
const aboutEntities = walked.filter(
  ([, { takes }]) => takes === 'subjects' || takes === 'catalog',
);
const aboutSomething = walked.filter(([, { about }]) => about);

describe('the walk through everything that answers', () => {
  /** Its catalog and records hold something hidden. */
  let engine: Engine;
  /** The same without what is hidden. */
  let twin: Engine;
  /** What the twin answered to somebody who sees all that it has. */
  const twinAnswers = new Map<string, Promise<Answer>>();
  /** Everything visible was recorded before it, everything hidden after it. */
  let between: string;

  beforeAll(async () => {
    [engine, twin] = await Promise.all(
      [true, false].map(hidden =>
        startEngine({
          policy,
          features: [ownRule, openSloInCatalog, walkedSliSource],
          entities: worldEntities({ hidden }),
          config: {
            opmodel: {
              // Scans whenever it is told to, however long a scan takes.
              snapshot: {
                schedule: { frequency: 'PT10M', timeout: 'PT5M' },
              },
              intake: {
                sources: {
                  [walkedSource]: {
                    type: 'github',
                    secrets: ['a-secret-of-the-walk'],
                  },
                },
              },
            },
          },
        }),
      ),
    );
    [between] = await Promise.all([
      fillWorld(engine, { hidden: true }),
      fillWorld(twin, { hidden: false }),
    ]);
  });

  afterAll(async () => {
    await Promise.all([engine?.stop(), twin?.stop()]);
  });

  function askTwin(asked: WalkedRequest): Promise<Answer> {
    const key = JSON.stringify(asked);
    const known =
      twinAnswers.get(key) ?? ask(twin, asked, callers.everything.header);
    twinAnswers.set(key, known);
    return known;
  }

  /** @param caller - who asks; null: it does not matter who, and once is enough for all */
  function askTwinFor(
    asked: WalkedRequest,
    caller: Caller | null,
  ): Promise<Answer> {
    return caller ? ask(twin, asked, caller.header) : askTwin(asked);
  }

  describe('is complete', () => {
    it('knows every path of the description', () => {
      const described = Object.entries(openApiDocument.paths).flatMap(
        ([path, methods]) =>
          Object.keys(methods as object).map(
            method => `${method.toUpperCase()} ${path}`,
          ),
      );
      const known = routes.map(([route]) => route);
      expect(described.filter(route => !known.includes(route))).toEqual([]);
    });

    it('knows every path that the sources add to a router', () => {
      const source = resolve(__dirname, '../..');
      const added = readdirSync(source, { recursive: true, encoding: 'utf8' })
        .filter(
          file =>
            file.endsWith('.ts') &&
            !file.endsWith('.test.ts') &&
            !file.startsWith('testing'),
        )
        .flatMap(file => [
          ...readFileSync(resolve(source, file), 'utf8').matchAll(
            /\.(get|post|put|patch|delete|all)\(\s*'(\/[^']*)'/g,
          ),
        ])
        .map(([, method, path]) =>
          `${method.toUpperCase()} ${path}`.replace(/:\w+/g, '{}'),
        );
      expect(added).toContain('GET /overview');
      const known = routes.map(([route]) => route.replace(/\{\w+\}/g, '{}'));
      // Only read the bodies of what is answered elsewhere.
      const parsed = ['POST /events', 'POST /entities/*', 'POST /debt-scans/*'];
      expect(
        added.filter(
          route => !known.includes(route) && !parsed.includes(route),
        ),
      ).toEqual([]);
    });

    it('knows every action of the registry', async () => {
      const { body } = await ask(
        engine,
        { path: '/.backstage/actions/v1/actions' },
        callers.everything.header,
      );
      expect(body.actions.map(({ id }: { id: string }) => id).sort()).toEqual(
        Object.keys(walkedActions).sort(),
      );
    });

    it('knows every package that answers in the backend', () => {
      // Modules of the engine bring data in. A search collator or a catalog processor would carry it out, past the engine's
      // routes: it needs a walk of its own before it gets a place in this list.
      const plugins = resolve(__dirname, '../../../..');
      const others = readdirSync(plugins).filter(
        folder =>
          /-backend(-|$)/.test(folder) &&
          folder !== 'opmodel-backend' &&
          !folder.startsWith('opmodel-backend-module-'),
      );
      // The first takes documents into the catalog and tells nothing. The second asks over HTTP in the name of who runs a template. What
      // the third carries out is walked by its own test: no document without the ref of the one entity that hides it.
      expect(others).toEqual([
        'catalog-backend-module-opmodel',
        'scaffolder-backend-module-opmodel',
        'search-backend-module-opmodel',
      ]);
    });
  });

  describe.each(everyCaller)('for %s', (name, caller) => {
    // Built-in rules and others each go the whole way; for the rest it is enough that they are limited as these are.
    const some = (requests: WalkedRequest[]) =>
      name === 'condition' || name === 'ownRule'
        ? requests
        : requests.slice(0, 4);
    it.each(walked)('answers %s or refuses it', async (_route, entry) => {
      const expected =
        entry.statusForAll ?? expectedStatus(caller, entry.takes);
      const names: Record<number, string | undefined> = {
        200: undefined,
        400: 'InputError',
        401: 'AuthenticationError',
        403: 'NotAllowedError',
        404: 'NotFoundError',
      };
      const status = expected === 'answers' ? entry.status ?? 200 : expected;
      // Who is refused is refused for all; what the others see is looked at below, request by request.
      for (const asked of entry.requests.slice(0, 3)) {
        const answer = await ask(engine, asked, caller.header);
        const { body } = answer;
        expect([asked.path, answer.status, body.error?.name]).toEqual([
          asked.path,
          status,
          names[status],
        ]);
        const mayKnow =
          caller.catalog === 'all' ||
          caller.subjects === 'all' ||
          entry.organisationWide !== undefined;
        expect(
          (status === 200 && mayKnow) || !JSON.stringify(body).includes(MARKER),
        ).toBe(true);
      }
    });

    if (caller.subjects === 'none') {
      return;
    }
    if (caller.subjects === 'all') {
      it.each(
        aboutEntities.filter(
          ([, { takes, ofOneEntity }]) =>
            takes === 'subjects' && ofOneEntity === undefined,
        ),
      )(
        'tells of hidden entities in %s, so that leaks would be found',
        async (_route, entry) => {
          const answers = await Promise.all(
            some(entry.requests).map(asked =>
              ask(engine, asked, caller.header),
            ),
          );
          const visibleAnswers = await Promise.all(
            some(entry.requests).map(asked =>
              ask(engine, asked, callers.condition.header),
            ),
          );
          expect(answers).not.toEqual(visibleAnswers);
        },
      );
      return;
    }

    const comparable = aboutEntities.filter(
      ([, { takes, organisationWide }]) =>
        (caller.catalog === 'visible' || takes === 'subjects') &&
        // Whoever runs the organisation's engine is told of all of it.
        (organisationWide === undefined || caller.others.length === 0),
    );
    it.each(comparable)(
      'answers %s as if nothing hidden existed',
      async (_route, { requests, wholeScopes, ofReader }) => {
        const reader = wholeScopes || ofReader ? caller : null;
        for (const asked of some(requests)) {
          let answer = await ask(engine, asked, caller.header);
          let expected = await askTwinFor(asked, reader);
          if (
            !isEqual(
              withoutRecordingTimes(answer),
              withoutRecordingTimes(expected),
            )
          ) {
            // Some answers go on with the time, and what the twin answered may be minutes old: both are asked anew, one beside the other.
            twinAnswers.delete(JSON.stringify(asked));
            answer = await ask(engine, asked, caller.header);
            expected = await askTwinFor(asked, reader);
          }
          const text = withReadableCursors(JSON.stringify(answer.body));
          expect(text).not.toContain(MARKER);
          expect([asked.path, withoutRecordingTimes(answer)]).toEqual([
            asked.path,
            withoutRecordingTimes(expected),
          ]);
          const newest = recordingTimes(answer.body).sort().at(-1) ?? '';
          expect([asked.path, newest < between]).toEqual([asked.path, true]);
        }
      },
    );

    it.each(aboutSomething)(
      'tells hidden from unknown in no way in %s',
      async (_route, { about = [] }) => {
        for (const asked of some(about)) {
          const unknown = JSON.parse(
            JSON.stringify(asked).replaceAll(MARKER, 'nothing'),
          );
          const [first, second] = [
            await watch(asked, caller),
            await watch(unknown, caller),
          ];
          expect([
            asked.path,
            JSON.parse(JSON.stringify(first).replaceAll(MARKER, 'nothing')),
          ]).toEqual([asked.path, second]);
        }
      },
    );
  });

  /** The answer, with the number of statements that it took: a stand-in for its time that is the same on every machine. */
  async function watch(asked: WalkedRequest, caller: Caller) {
    // What a rule of the organisation lets through is remembered for seconds; so both find it remembered.
    await ask(engine, asked, caller.header);
    let statements = 0;
    const count = () => {
      statements += 1;
    };
    engine.knex.on('query', count);
    const answer = await ask(engine, asked, caller.header);
    engine.knex.off('query', count);
    return { ...withoutRecordingTimes(answer), statements };
  }

  it.each(seesOnlyVisible.slice(0, 2))(
    'lets the cursor of somebody who sees more tell %s nothing',
    async (_name, caller) => {
      for (const sort of ['name', '-leadTime', '-deployments']) {
        const list = `/dora?sort=${sort}&limit=1`;
        let cursor = '';
        const seen: string[] = [];
        do {
          const own = await ask(
            engine,
            { path: list + cursor },
            callers.everything.header,
          );
          const asked = { path: list + cursor };
          const answer = await ask(engine, asked, caller.header);
          const expected = await askTwin(asked);
          expect(withoutRecordingTimes(answer)).toEqual(
            withoutRecordingTimes(expected),
          );
          expect(answer.status).toBe(200);
          seen.push(...own.body.items.map((item: any) => item.entityRef));
          cursor = own.body.nextCursor && `&cursor=${own.body.nextCursor}`;
        } while (cursor);
        expect(seen).toHaveLength(7);
      }
    },
  );

  it('takes a count that somebody may not know for unknown, not for zero', async () => {
    const overview = { path: '/overview' };
    const { body } = await ask(engine, overview, callers.noDora.header);
    expect(body).toMatchObject({
      catalog: { components: 7 },
      records: {
        deployments: null,
        changes: null,
        incidents: null,
        workItems: null,
      },
      subjects: [
        { id: 'dora', enabled: true, reporting: null, applicable: null },
        { id: 'flow', enabled: true, reporting: null, applicable: null },
        { id: 'ownership', enabled: true, reporting: null, applicable: null },
        { id: 'slo', enabled: true, reporting: null, applicable: null },
        { id: 'scorecards', enabled: true, reporting: null, applicable: null },
      ],
      dataAsOf: null,
    });
    const limited = await ask(
      engine,
      overview,
      callers.subjectCondition.header,
    );
    const expected = await askTwin(overview);
    expect(limited.body.records).toEqual(expected.body.records);
    expect(limited.body.subjects).toEqual(expected.body.subjects);
    expect(limited.body.dataAsOf < between).toBe(true);
  });

  it('shows operators the engine, and none of the entities that they may not read', async () => {
    const { header } = callers.operator;
    for (const path of ['/health', '/health/storage']) {
      const { status, body } = await ask(engine, { path }, header);
      expect([path, status]).toEqual([path, 200]);
      expect(JSON.stringify(body)).not.toContain(MARKER);
    }
  });
});
