import type {
  CheckVerdict,
  VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import { entityOf } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { publishedWith } from '../testing/publishedScorecard';
import {
  databaseScoredStores,
  fakeScoredStores,
  type ScoredStores,
} from '../testing/scoredStores';
import type {
  EvaluationBasis,
  EvaluationOutcome,
  ResultChange,
  ScorecardResult,
} from './ResultStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const cart = 'component:default/cart';
const shop = 'system:default/shop';
const readiness = 'scorecard:default/readiness';
const noon = Date.UTC(2026, 10, 2, 12);

const verdict = (
  checkId: string,
  state: VerdictState,
  part: Partial<CheckVerdict> = {},
): CheckVerdict => ({
  checkId,
  state,
  since: noon - 5_000,
  value: null,
  detail: null,
  standing: null,
  pending: null,
  ...part,
});

const resultOf = (
  entityRef: string,
  part: Partial<ScorecardResult> = {},
): ScorecardResult => ({
  entityRef,
  scorecardRef: readiness,
  version: 1,
  levelRank: 1,
  levelSince: noon - 5_000,
  points: null,
  verdicts: new Map([
    [
      'has-description',
      verdict('has-description', 'passed', {
        value: 'ein Text – 😀',
        standing: 'passed',
        pending: { state: 'failed', times: 2, at: noon - 1_000 },
      }),
    ],
    [
      'has-owner',
      verdict('has-owner', 'not_reported', {
        detail: 'catalog.owner',
        standing: 'warning',
      }),
    ],
  ]),
  firstAt: noon - 5_000,
  changedAt: noon,
  ...part,
});

const changeOf = (
  entityRef: string,
  part: Partial<ResultChange> = {},
): ResultChange => ({
  entityRef,
  scorecardRef: readiness,
  version: 1,
  ownerRef: 'group:default/pay',
  changedAt: noon,
  levelBefore: null,
  levelAfter: 1,
  checks: [
    {
      checkId: 'has-owner',
      before: null,
      after: 'failed',
      isRuleChanged: true,
    },
  ],
  ...part,
});

const nothing: EvaluationOutcome = { results: [], changes: [] };

eachStore<ScoredStores>(
  {
    name: 'ResultStore',
    fake: fakeScoredStores,
    database: databaseScoredStores,
  },
  createStores => {
    /** A catalog of two entities, a scorecard, and nothing that waits. */
    async function createKnown(): Promise<
      ScoredStores & { revision: string; workOff: typeof workOff }
    > {
      const stores = await createStores();
      await stores.scan([
        entityOf(cart, { ownedBy: 'group:default/pay' }),
        entityOf(shop),
        entityOf('user:default/jane'),
        entityOf('slo:default/cart'),
      ]);
      await stores.scorecards.publish([publishedWith()], { now: noon });
      const revision = await stores.scorecards.revision();
      const workOff = (
        evaluate: (basis: EvaluationBasis) => EvaluationOutcome = () => nothing,
        part: {
          limit?: number;
          now?: number;
          revision?: string;
          entityRefs?: string[];
          until?: number;
        } = {},
      ) =>
        stores.results.workOff(
          { revision, limit: 500, now: noon, ...part },
          evaluate,
        );
      await workOff();
      return { ...stores, revision, workOff };
    }

    it('keeps what an evaluation came to, and forgets its work', async () => {
      const { results, workOff, changes } = await createKnown();
      await results.addWork([{ entityRef: cart }], { now: noon });
      expect(await results.waiting()).toMatchObject({
        entities: 1,
        since: noon,
      });
      const kept = resultOf(cart);
      const change = changeOf(cart);
      expect(
        await workOff(() => ({ results: [kept], changes: [change] })),
      ).toEqual({ evaluated: 1 });
      expect(await results.read([cart])).toEqual([kept]);
      expect(await results.read([cart], ['scorecard:default/none'])).toEqual(
        [],
      );
      expect(await changes()).toEqual([change]);
      expect(await results.waiting()).toEqual({
        entities: 0,
        since: null,
        failed: 0,
        failures: [],
      });
      expect(await workOff()).toEqual({ evaluated: 0 });
    });

    it('keeps points and the result that replaces another', async () => {
      const { results, workOff } = await createKnown();
      for (const earned of [1.5, 2.25]) {
        await results.addWork([{ entityRef: cart }], { now: noon });
        const result = resultOf(cart, {
          levelRank: null,
          points: { earned, known: 3, possible: 4 },
        });
        await workOff(() => ({ results: [result], changes: [] }));
        expect(await results.read([cart])).toEqual([result]);
      }
    });

    it('gives everything that is known to the evaluation, and all work of an entity at once', async () => {
      const { facts, results, workOff } = await createKnown();
      await facts.register(
        [
          {
            id: 'scans',
            title: 'Scans',
            schema: { high: { type: 'integer', description: 'Findings' } },
            cadenceMs: null,
            freshnessMs: 86_400_000,
          },
        ],
        { now: noon },
      );
      await facts.push(
        'scans',
        [{ entityRef: cart, facts: { high: 3 }, toldAt: noon - 1_000 }],
        { now: noon },
      );
      await results.addWork(
        [
          { entityRef: cart, scorecardRef: readiness, checks: ['has-owner'] },
          { entityRef: cart, scorecardRef: readiness, checks: ['b'] },
          { entityRef: shop, scorecardRef: readiness },
          { entityRef: shop, scorecardRef: readiness, checks: ['b'] },
        ],
        { now: noon },
      );
      const seen: EvaluationBasis[] = [];
      const kept = resultOf(cart);
      await workOff(basis => {
        seen.push(basis);
        return basis.work.entityRef === cart
          ? { results: [kept], changes: [] }
          : nothing;
      });
      const toldAt = noon - 1_000;
      const high = new Set(['scans.high']);
      expect(seen).toEqual([
        expect.objectContaining({
          at: toldAt,
          work: {
            entityRef: cart,
            facts: high,
            checks: new Map(),
            isWhole: false,
            told: [],
          },
          results: new Map(),
        }),
        {
          work: {
            entityRef: cart,
            facts: high,
            checks: new Map([[readiness, new Set(['has-owner', 'b'])]]),
            isWhole: false,
            told: [{ at: toldAt, facts: high }],
          },
          ownerRef: 'group:default/pay',
          facts: [
            expect.objectContaining({
              provider: 'scans',
              facts: { high: 3 },
              reportedAt: { high: toldAt },
            }),
          ],
          results: new Map([[readiness, kept]]),
        },
        {
          work: {
            entityRef: shop,
            facts: new Set(),
            checks: new Map([[readiness, null]]),
            isWhole: false,
            told: [],
          },
          ownerRef: null,
          facts: [],
          results: new Map(),
        },
      ]);
      await results.addWork([{ entityRef: cart }], { now: noon });
      await workOff(basis => {
        expect(basis.work.isWhole).toBe(true);
        expect(basis.results).toEqual(new Map([[readiness, kept]]));
        return nothing;
      });
    });

    it('evaluates those first that have waited longest, so many at a time', async () => {
      const { results, workOff } = await createKnown();
      await results.addWork([{ entityRef: shop }, { entityRef: cart }], {
        now: noon,
      });
      const seen: string[] = [];
      const note = ({ work }: EvaluationBasis) => {
        seen.push(work.entityRef);
        return nothing;
      };
      expect(await workOff(note, { limit: 1 })).toEqual({ evaluated: 1 });
      expect(seen).toEqual([shop]);
      await workOff(note, { limit: 1 });
      expect(seen).toEqual([shop, cart]);
    });

    it('leaves work that came after a position', async () => {
      const { results, workOff } = await createKnown();
      await results.addWork([{ entityRef: cart }], { now: noon });
      const until = await results.lastWork();
      await results.addWork([{ entityRef: cart }, { entityRef: shop }], {
        now: noon + 1,
      });
      expect(await workOff(() => nothing, { until })).toEqual({ evaluated: 1 });
      expect(await workOff(() => nothing, { until })).toEqual({ evaluated: 0 });
      expect(await results.waiting()).toMatchObject({
        entities: 2,
        since: noon + 1,
      });
    });

    it('keeps nothing and leaves the work where the definitions have changed', async () => {
      const { results, scorecards, revision, workOff } = await createKnown();
      await results.addWork([{ entityRef: cart }], { now: noon });
      await scorecards.publish(
        [publishedWith({ title: 'Readiness of everything' })],
        { now: noon + 1 },
      );
      const keep = () => ({ results: [resultOf(cart)], changes: [] });
      expect(await workOff(keep)).toBe('stale');
      expect(
        await results.evaluate(
          { revision, entityRefs: [cart], now: noon },
          keep,
        ),
      ).toBe('stale');
      expect(await results.read([cart])).toEqual([]);
      expect((await results.waiting()).entities).toBeGreaterThan(0);
    });

    it('keeps nothing of a batch that breaks off, and puts off the entity that broke it', async () => {
      const { results, workOff } = await createKnown();
      await results.addWork([{ entityRef: cart }, { entityRef: shop }], {
        now: noon,
      });
      const breakOn = ({ work }: EvaluationBasis): EvaluationOutcome => {
        if (work.entityRef === shop) {
          throw new Error('Broken');
        }
        return { results: [resultOf(cart)], changes: [] };
      };
      await expect(workOff(breakOn)).rejects.toThrow('Broken');
      expect(await results.read([cart])).toEqual([]);
      expect(await workOff(breakOn, { entityRefs: [cart] })).toEqual({
        evaluated: 1,
      });
      expect(await results.read([cart])).toHaveLength(1);
      await results.putOff([shop], { error: 'Broken', until: noon + 60_000 });
      expect(await results.waiting()).toEqual({
        entities: 1,
        since: noon,
        failed: 1,
        failures: [{ entityRef: shop, error: 'Broken' }],
      });
      expect(await workOff(breakOn)).toEqual({ evaluated: 0 });
      expect(await workOff(() => nothing, { now: noon + 60_000 })).toEqual({
        evaluated: 1,
      });
      expect(await results.waiting()).toMatchObject({ entities: 0, failed: 0 });
    });

    it('forgets the work of what the catalog does not have', async () => {
      const { results, workOff } = await createKnown();
      await results.addWork(
        [
          { entityRef: 'component:default/gone' },
          { entityRef: 'user:default/jane' },
        ],
        { now: noon },
      );
      const evaluate = jest.fn(() => nothing);
      expect(await workOff(evaluate)).toEqual({ evaluated: 2 });
      expect(evaluate).not.toHaveBeenCalled();
      expect((await results.waiting()).entities).toBe(0);
    });

    it('evaluates entities without work, whole', async () => {
      const { results, revision } = await createKnown();
      const seen: EvaluationBasis[] = [];
      expect(
        await results.evaluate(
          { revision, entityRefs: [shop, 'component:default/gone'], now: noon },
          basis => {
            seen.push(basis);
            return { results: [resultOf(shop)], changes: [] };
          },
        ),
      ).toEqual({ evaluated: 1 });
      expect(seen.map(({ work }) => work)).toEqual([
        {
          entityRef: shop,
          facts: new Set(),
          checks: new Map(),
          isWhole: true,
          told: [],
        },
      ]);
      expect(await results.read([shop])).toEqual([resultOf(shop)]);
    });

    it('lists what can be scored', async () => {
      const { results } = await createKnown();
      expect(await results.listEntities({ limit: 10 })).toEqual([cart, shop]);
      expect(await results.listEntities({ limit: 1 })).toEqual([cart]);
      expect(await results.listEntities({ after: cart, limit: 10 })).toEqual([
        shop,
      ]);
    });

    it('deletes what nobody needs any more', async () => {
      const { results, revision, changes, scan } = await createKnown();
      await results.evaluate(
        { revision, entityRefs: [cart, shop], now: noon },
        ({ work: { entityRef } }) => ({
          results: [resultOf(entityRef)],
          changes: [
            changeOf(entityRef),
            changeOf(entityRef, { changedAt: noon + 5 }),
          ],
        }),
      );
      expect(await results.deleteChanges({ before: noon + 5, limit: 1 })).toBe(
        1,
      );
      expect(await results.deleteChanges({ before: noon + 5, limit: 9 })).toBe(
        1,
      );
      expect((await changes()).map(({ changedAt }) => changedAt)).toEqual([
        noon + 5,
        noon + 5,
      ]);
      await scan([entityOf(cart)], { now: noon + 10 });
      expect(await results.deleteOrphans({ before: noon + 10, limit: 9 })).toBe(
        0,
      );
      expect(await results.deleteOrphans({ before: noon + 11, limit: 9 })).toBe(
        1,
      );
      expect(await results.read([cart, shop])).toEqual([resultOf(cart)]);
    });
  },
);
