import { mockServices } from '@backstage/backend-test-utils';
import { entityOf } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { FactProviders } from '../facts/FactProviders';
import { checkWith, publishedWith } from '../testing/publishedScorecard';
import {
  databaseScoredStores,
  fakeScoredStores,
  type ScoredStores,
} from '../testing/scoredStores';
import { Evaluator } from './Evaluator';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 2, 12);
const daysAgo = (days: number) => now - days * DAY;
const cart = 'component:default/cart';
const pay = 'component:default/pay';
const readiness = 'scorecard:default/readiness';

const providers = new FactProviders({
  asked: [
    {
      id: 'repository',
      title: 'Repository',
      schema: { hasReadme: { type: 'boolean', description: 'README' } },
      cadence: { hours: 1 },
      freshness: { days: 30 },
      provide: async () => [],
    },
  ],
  pushed: [
    {
      id: 'pipeline',
      title: 'Pipelines',
      schema: {
        coverage: { type: 'integer', description: 'Lines that are tested' },
        signed: { type: 'boolean', description: 'Builds are signed' },
      },
      freshnessMs: 8 * DAY,
    },
  ],
});

const checks = [
  checkWith({
    id: 'coverage',
    level: 'Bronze',
    expression: 'pipeline.coverage >= 70',
  }),
  checkWith({ id: 'signed', level: 'Silver', expression: 'pipeline.signed' }),
];

/** What pipelines told, week by week, of which the second turned the builds to be signed. */
const weeks = [
  {
    entityRef: cart,
    facts: { coverage: 60, signed: false },
    toldAt: daysAgo(22),
  },
  {
    entityRef: cart,
    facts: { coverage: 75, signed: true },
    toldAt: daysAgo(15),
  },
  {
    entityRef: cart,
    facts: { coverage: 65, signed: true },
    toldAt: daysAgo(8),
  },
  {
    entityRef: cart,
    facts: { coverage: 80, signed: true },
    toldAt: daysAgo(1),
  },
];

eachStore<ScoredStores>(
  {
    name: 'facts that are told for earlier moments',
    fake: fakeScoredStores,
    database: databaseScoredStores,
  },
  createStores => {
    async function createScored(given = checks) {
      const stores = await createStores();
      const state = { now };
      await stores.scan([entityOf(cart), entityOf(pay)]);
      await stores.facts.register(providers.list(), { now });
      await stores.scorecards.publish([publishedWith({ checks: given })], {
        now,
      });
      const evaluator = new Evaluator({
        ...stores,
        providers,
        acceptances: { listInForce: async () => [] },
        logger: mockServices.logger.mock(),
        clock: () => state.now,
      });
      const told = async () =>
        (await stores.changes()).map(
          ({ changedAt, levelBefore, levelAfter, checks: changed }) => ({
            ago: Math.round((now - changedAt) / DAY),
            levels: [levelBefore, levelAfter],
            checks: changed.map(({ checkId, after }) => `${checkId} ${after}`),
          }),
        );
      return { ...stores, state, evaluator, told };
    }

    const history = [
      { ago: 15, levels: [0, 2], checks: ['coverage passed', 'signed passed'] },
      { ago: 8, levels: [2, 0], checks: ['coverage failed'] },
      { ago: 1, levels: [0, 2], checks: ['coverage passed'] },
    ];

    it('come to the results that they would have come to in time', async () => {
      const stores = await createScored();
      await stores.facts.push('pipeline', weeks, { now });
      await stores.evaluator.workOff();
      expect(await stores.told()).toEqual(history);
      expect(await stores.results.read([cart])).toMatchObject([
        {
          levelRank: 2,
          firstAt: daysAgo(22),
          levelSince: daysAgo(1),
          changedAt: daysAgo(1),
        },
      ]);
      await stores.evaluator.workOff();
      await stores.evaluator.sweep();
      expect(await stores.told()).toEqual(history);
    });

    it('come to the same when they are told one by one', async () => {
      const stores = await createScored();
      for (const week of weeks) {
        stores.state.now = week.toldAt + 60_000;
        await stores.facts.push('pipeline', [week], { now: stores.state.now });
        await stores.evaluator.workOff();
      }
      expect(await stores.told()).toEqual(history);
    });

    it('date an evaluation back that judged nothing', async () => {
      const stores = await createScored();
      await stores.evaluator.sweep();
      await stores.facts.push('pipeline', weeks, { now });
      await stores.evaluator.workOff();
      expect(await stores.told()).toEqual(history);
      expect(await stores.results.read([cart, pay])).toMatchObject([
        { entityRef: cart, firstAt: daysAgo(22) },
        { entityRef: pay, firstAt: now },
      ]);
    });

    it('change nothing before what is known', async () => {
      const stores = await createScored([
        ...checks,
        checkWith({ id: 'readme', expression: 'repository.hasReadme' }),
      ]);
      await stores.facts.tell(
        'repository',
        [{ entityRef: cart, facts: { hasReadme: true }, problem: null }],
        { of: [cart], now },
      );
      await stores.evaluator.workOff();
      await stores.facts.push('pipeline', weeks, { now });
      await stores.evaluator.workOff();
      const [result] = await stores.results.read([cart]);
      expect(result).toMatchObject({ firstAt: now, changedAt: now });
      expect((await stores.told()).every(({ ago }) => ago === 0)).toBe(true);
    });

    it('grow old when their time is over, whenever somebody looks', async () => {
      const stores = await createScored();
      await stores.facts.push('pipeline', weeks.slice(0, 2), { now });
      await stores.evaluator.workOff();
      expect(await stores.told()).toEqual([
        history[0],
        {
          ago: 7,
          levels: [2, 2],
          checks: ['coverage not_reported', 'signed not_reported'],
        },
      ]);
      expect(await stores.results.read([cart], [readiness])).toMatchObject([
        { levelRank: 2, levelSince: daysAgo(15), changedAt: daysAgo(7) },
      ]);
    });
  },
);
