import { keptAcceptance } from '../../acceptances/testing/keptAcceptance';
import { seesAll } from '../../catalog/Visibility';
import { entityOf } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import type { ScorecardResult } from '../evaluation/ResultStore';
import { checkWith, publishedWith } from '../testing/publishedScorecard';
import {
  databaseScoredStores,
  fakeScoredStores,
  type ScoredStores,
} from '../testing/scoredStores';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const cart = 'component:default/cart';
const readiness = 'scorecard:default/readiness';
const noon = Date.UTC(2026, 10, 2, 12);

const result: ScorecardResult = {
  entityRef: cart,
  scorecardRef: readiness,
  version: 1,
  levelRank: 1,
  levelSince: noon - 5_000,
  points: { earned: 1.5, known: 3, possible: 4 },
  verdicts: new Map([
    [
      'has-description',
      {
        checkId: 'has-description',
        state: 'passed',
        since: noon - 5_000,
        value: 'ein Text – 😀',
        detail: null,
        standing: 'passed',
        pending: null,
      },
    ],
  ]),
  firstAt: noon - 5_000,
  changedAt: noon,
};

eachStore<ScoredStores>(
  {
    name: 'StandingStore',
    fake: fakeScoredStores,
    database: databaseScoredStores,
  },
  createStores => {
    async function createEvaluated(): Promise<ScoredStores> {
      const stores = await createStores();
      await stores.scan([entityOf(cart), entityOf('component:default/mail')]);
      await stores.scorecards.publish([publishedWith()], { now: noon });
      await stores.results.workOff(
        {
          revision: await stores.scorecards.revision(),
          limit: 500,
          now: noon,
        },
        ({ work }) =>
          work.entityRef === cart
            ? { results: [result], changes: [] }
            : { results: [], changes: [] },
      );
      return stores;
    }

    it('reads each scorecard that holds with the result of the entity', async () => {
      const { standings, scorecards } = await createEvaluated();
      const [held] = await scorecards.list();
      expect(await standings.read(cart)).toEqual({
        scorecards: [{ scorecard: held, result }],
        facts: [],
        waiting: false,
        isExcused: false,
      });
      expect(await standings.read('component:default/mail')).toEqual({
        scorecards: [{ scorecard: held, result: null }],
        facts: [],
        waiting: false,
        isExcused: false,
      });
    });

    it('reads nothing where no scorecard holds, and what waits', async () => {
      const { standings, results } = await createStores();
      expect(await standings.read(cart)).toEqual({
        scorecards: [],
        facts: [],
        waiting: false,
        isExcused: false,
      });
      await results.addWork([{ entityRef: cart }], { now: noon });
      expect(await standings.read(cart)).toEqual({
        scorecards: [],
        facts: [],
        waiting: true,
        isExcused: false,
      });
    });

    it.each([
      ['asked for', keptAcceptance({ entityRefs: [cart] }), true],
      [
        'approved',
        keptAcceptance({ entityRefs: [cart], state: 'approved' }),
        true,
      ],
      [
        'denied',
        keptAcceptance({ entityRefs: [cart], state: 'denied' }),
        false,
      ],
      [
        'of something else',
        keptAcceptance({ entityRefs: [cart], subject: 'risk' }),
        false,
      ],
      [
        'of another entity',
        keptAcceptance({ entityRefs: ['component:default/mail'] }),
        false,
      ],
    ])('knows of an excuse that is %s', async (_, excuse, isExcused) => {
      const { acceptances, standings } = await createEvaluated();
      await acceptances.add(excuse, seesAll);
      expect(await standings.read(cart)).toMatchObject({ isExcused });
    });

    it('reads what registered providers tell, once, and of this entity alone', async () => {
      const { standings, facts, scorecards } = await createEvaluated();
      await scorecards.publish(
        [publishedWith({ ref: 'scorecard:default/security' })],
        { now: noon },
      );
      const providers = ['b-scans', 'a-scans'].map(id => ({
        id,
        title: id,
        schema: { high: { type: 'integer' as const, description: 'Findings' } },
        cadenceMs: null,
        freshnessMs: 86_400_000,
      }));
      await facts.register(providers, { now: noon });
      for (const { id } of providers) {
        await facts.push(
          id,
          [cart, 'component:default/mail'].map(entityRef => ({
            entityRef,
            facts: { high: 3 },
            toldAt: noon - 1_000,
          })),
          { now: noon },
        );
      }
      const { facts: told } = await standings.read(cart);
      expect(told.map(({ provider }) => provider)).toEqual([
        'a-scans',
        'b-scans',
      ]);
      expect(told).toEqual(await facts.read([cart]));
    });

    it('follows definitions that change, are added, found wanting and removed', async () => {
      const { standings, scorecards } = await createEvaluated();
      const titles = async () =>
        (await standings.read(cart)).scorecards.map(
          ({ scorecard: { definition, problems } }) => [
            definition.ref,
            definition.title,
            problems.length,
          ],
        );
      const [[, title]] = await titles();
      const other = 'scorecard:default/security';
      await scorecards.publish(
        [
          publishedWith({ title: 'Ready' }),
          publishedWith({ ref: other, title: 'Safe', checks: [checkWith()] }),
        ],
        { now: noon + 1 },
      );
      expect(title).not.toBe('Ready');
      expect(await titles()).toEqual([
        [readiness, 'Ready', 0],
        [other, 'Safe', 0],
      ]);
      await scorecards.noteProblems(
        new Map([
          [
            other,
            [{ path: 'checks[0]', message: 'unknown fact', range: null }],
          ],
        ]),
      );
      expect(await titles()).toEqual([
        [readiness, 'Ready', 0],
        [other, 'Safe', 1],
      ]);
      await scorecards.remove([other], { now: noon + 2 });
      expect(await titles()).toEqual([[readiness, 'Ready', 0]]);
    });
  },
);
