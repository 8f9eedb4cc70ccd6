import { mockServices } from '@backstage/backend-test-utils';
import type {
  FactProvider,
  ToldFacts,
} from '@opmodel/backstage-plugin-opmodel-node';
import { entityOf } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { Evaluator } from '../evaluation/Evaluator';
import { checkWith, publishedWith } from '../testing/publishedScorecard';
import {
  databaseScoredStores,
  fakeScoredStores,
  type ScoredStores,
} from '../testing/scoredStores';
import { FactProviders } from './FactProviders';
import { FactRunner } from './FactRunner';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(300_000);

const noon = Date.UTC(2026, 10, 2, 12);
const HOUR = 3_600_000;
const [a, b, c] = ['a', 'b', 'c'].map(name => `component:default/${name}`);

const tellAll: FactProvider['provide'] = async entities =>
  entities.map(({ entityRef }) => ({
    entityRef,
    facts: { count: 3, words: ['a'], text: 'fine' },
  }));

const providerOf = (
  id: string,
  provide: FactProvider['provide'],
): FactProvider => ({
  id,
  title: id,
  schema: {
    count: { type: 'integer', description: 'A count' },
    words: { type: 'set', description: 'Words' },
    text: { type: 'string', description: 'A text' },
  },
  cadence: { hours: 1 },
  freshness: { hours: 6 },
  provide,
});

/** What a provider may do, whether it means harm or not. One that hangs is stopped: see the tests of `FactRunner`. */
const hostile: [string, FactProvider['provide'], RegExp][] = [
  [
    'throws at once',
    () => {
      throw new Error('no\0thing');
    },
    /nothing/,
  ],
  [
    'throws something else than an error',
    () => Promise.reject(Object.create(null)),
    /./,
  ],
  ['answers nothing', async () => undefined as never, /else than a list/],
  [
    'tells of entities that nobody asked about',
    async () => [{ entityRef: 'component:default/other', facts: {} }],
    /not asked about/,
  ],
  [
    'tells of very many others',
    async () =>
      Array.from({ length: 200_000 }, (_, at) => ({
        entityRef: `component:default/${at}`,
        facts: { count: at },
      })),
    /not asked about/,
  ],
];

/** What a provider may tell of one entity, of which that entity alone has a problem. */
const wrong: [string, () => Record<string, unknown>][] = [
  ['no number', () => ({ count: NaN })],
  ['a number without an end', () => ({ count: Infinity })],
  ['a text of ten megabytes', () => ({ text: 'x'.repeat(1e7) })],
  [
    'very many facts',
    () =>
      Object.fromEntries(
        Array.from({ length: 200_000 }, (_, at) => [`fact${at}`, at]),
      ),
  ],
  [
    'very many words',
    () => ({ words: Array.from({ length: 200_000 }, (_, at) => `${at}`) }),
  ],
  ['what every object has', () => JSON.parse('{"__proto__": {"count": 1}}')],
];

eachStore<ScoredStores>(
  {
    name: 'A provider of facts',
    fake: fakeScoredStores,
    database: databaseScoredStores,
  },
  createStores => {
    async function createScored(given: FactProvider[]) {
      const stores = await createStores();
      const good = providerOf('good', tellAll);
      const providers = new FactProviders({
        asked: [...given, good],
        pushed: [],
      });
      await stores.scan([a, b, c].map(ref => entityOf(ref)));
      await stores.facts.register(providers.list(), { now: noon });
      const checkOf = (id: string) =>
        checkWith({ id, level: 'Bronze', expression: `${id}.count > 1` });
      await stores.scorecards.publish(
        [
          publishedWith({
            levels: [{ name: 'Bronze', rank: 1 }],
            checks: [...given.map(({ id }) => checkOf(id)), checkOf('good')],
          }),
        ],
        { now: noon },
      );
      const clock = { now: noon };
      const evaluator = new Evaluator({
        ...stores,
        providers,
        acceptances: { listInForce: async () => [] },
        logger: mockServices.logger.mock(),
        clock: () => clock.now,
      });
      const runner = new FactRunner({
        store: stores.facts,
        catalog: stores.catalog,
        providers: providers.asked,
        timeoutMs: HOUR,
        afterFacts: async () => void (await evaluator.workOff()),
        logger: mockServices.logger.mock(),
        clock: () => clock.now,
      });
      const statesOf = async (ref: string) => {
        const [result] = await stores.results.read([ref]);
        return Object.fromEntries(
          [...result.verdicts.values()].map(({ checkId, state }) => [
            checkId,
            state,
          ]),
        );
      };
      return { ...stores, clock, evaluator, runner, statesOf };
    }

    it('keeps what it does to itself, whatever it is, and leaves the facts as they are', async () => {
      let isHostile = false;
      const given = hostile.map(([, provide], at) =>
        providerOf(`hostile${at}`, (entities, context) =>
          isHostile ? provide(entities, context) : tellAll(entities, context),
        ),
      );
      const { clock, facts, runner, statesOf } = await createScored(given);
      const { signal } = new AbortController();
      await runner.runDue(signal);
      const known = await facts.read([a, b, c]);
      isHostile = true;
      clock.now += HOUR;
      await expect(runner.runDue(signal)).rejects.toThrow(
        'Facts could not be told',
      );
      const states = new Map(
        (await facts.listProviders()).map(one => [one.id, one]),
      );
      for (const [at, [, , message]] of hostile.entries()) {
        expect(states.get(`hostile${at}`)).toMatchObject({
          error: expect.stringMatching(message),
          reportedAt: noon,
        });
      }
      expect(states.get('good')).toMatchObject({
        error: null,
        reportedAt: clock.now,
      });
      const still = await facts.read([a, b, c]);
      expect(still.map(one => one.facts)).toEqual(known.map(one => one.facts));
      expect(new Set(Object.values(await statesOf(a)))).toEqual(
        new Set(['passed']),
      );
    });

    it('tells nonsense of one entity, and the others are judged by what it told of them', async () => {
      const given = wrong.map(([, tell], at) =>
        providerOf(`hostile${at}`, async (entities, context) =>
          (await tellAll(entities, context)).map(one =>
            one.entityRef === b
              ? ({ entityRef: b, facts: tell() } as ToldFacts)
              : one,
          ),
        ),
      );
      const { evaluator, facts, results, runner, statesOf } =
        await createScored(given);
      await runner.runDue(new AbortController().signal);
      await evaluator.workOff();
      for (const { id, error } of await facts.listProviders()) {
        expect([id, error]).toEqual([id, null]);
      }
      expect(await results.waiting()).toMatchObject({ entities: 0, failed: 0 });
      const passed = (ids: string[]) =>
        Object.fromEntries(ids.map(id => [id, 'passed']));
      const ids = given.map(({ id }) => id);
      expect(await statesOf(a)).toEqual(passed([...ids, 'good']));
      expect(await statesOf(b)).toEqual({
        ...passed(['good']),
        ...Object.fromEntries(ids.map(id => [id, 'error'])),
      });
      // A broken provider hurts nobody's score: nothing failed, so the level is the one that was reached.
      const [{ verdicts }] = await results.read([b]);
      for (const { detail } of verdicts.values()) {
        expect((detail ?? '').length).toBeLessThan(1_000);
      }
    });
  },
);
