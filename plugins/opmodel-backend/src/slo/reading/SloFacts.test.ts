import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { eachStore } from '../../testing/eachStore';
import { factEntityOf } from '../../testing/factEntityOf';
import { DatabaseSloStore } from '../DatabaseSloStore';
import { mapBurns } from '../evaluation/evaluateObjective';
import {
  COMPOSITE_OBJECTIVE,
  type SloObjectiveState,
} from '../evaluation/SloEvaluationStore';
import { FakeSloStore } from '../FakeSloStore';
import type { SloStore } from '../SloStore';
import {
  DAY,
  definedOf,
  definitionOf,
  MINUTE,
  noon,
  objectiveOf,
} from '../testing/slos';
import { SloFacts } from './SloFacts';
import type { SloPolicyReader } from './SloSurroundings';

const checkout = 'component:default/checkout';
const search = 'api:default/search';
const fast = 'slo:default/fast';
const right = 'slo:default/right';
const signal = new AbortController().signal;

const stateOf = (
  sloRef: string,
  given: Partial<SloObjectiveState> = {},
): SloObjectiveState => ({
  sloRef,
  objective: 0,
  evaluatedAt: noon,
  measuredUntil: noon,
  window: { from: noon - 30 * DAY, to: noon },
  target: 0.99,
  state: 'met',
  attainment: 0.999,
  good: 999,
  total: 1_000,
  minimum: 100,
  allowed: 10,
  spent: 1,
  remaining: 0.9,
  estimated: false,
  burns: mapBurns(() => null),
  exhaustsAt: null,
  alertState: null,
  ...given,
});

eachStore<SloStore>(
  {
    name: 'SloFacts',
    fake: () => new FakeSloStore(new FakeCatalogStore()),
    database: knex => new DatabaseSloStore(knex),
  },
  createStore => {
    let store: SloStore;
    const governing = (...refs: string[]) =>
      ({
        listGoverned: async (asked: readonly string[]) =>
          new Set(refs.filter(ref => asked.includes(ref))),
      } as Partial<SloPolicyReader> as SloPolicyReader);
    const tell = (
      entityRefs: string[],
      policies: SloPolicyReader | undefined = governing(right),
    ) =>
      new SloFacts({
        store,
        surroundings: { policies },
        zone: 'UTC',
      }).provide(
        entityRefs.map(ref => factEntityOf(ref)),
        { now: noon, signal },
      );

    beforeEach(async () => {
      store = await createStore();
      await store.definitions.apply(
        {
          defined: [
            definedOf(definitionOf(fast, { reviewOn: '2026-11-21' })),
            definedOf(
              definitionOf(right, {
                composite: true,
                objectives: [objectiveOf(), objectiveOf({ index: 1 })],
              }),
            ),
            definedOf(definitionOf('slo:default/found', { entityRef: search })),
          ],
          mended: [],
          removed: [],
        },
        { now: noon },
      );
    });

    it('tells how the SLOs of an entity stand, a composite by its whole', async () => {
      await store.evaluations.keep({
        states: [
          stateOf(fast, { state: 'at_risk', remaining: 0.12345 }),
          stateOf(right, {
            objective: 0,
            state: 'exhausted',
            remaining: -2,
            alertState: 'resolving',
          }),
          stateOf(right, { objective: COMPOSITE_OBJECTIVE, remaining: 0.5 }),
        ],
        windows: [],
      });
      const claims = await store.measurements.claim({
        sourceType: 'toy',
        limit: 10,
        leaseMs: MINUTE,
        now: noon + 10 * MINUTE,
      });
      await store.measurements.settle(
        [
          {
            sloRef: fast,
            token: claims.find(({ sloRef }) => sloRef === fast)!.token,
            state: 'failed',
            error: 'It does not answer',
            measuredUntil: noon,
            queries: null,
            nextAt: noon,
          },
        ],
        { now: noon },
      );
      const [told] = await tell([checkout]);
      expect(told).toEqual({
        entityRef: checkout,
        facts: {
          slos: 2,
          measured: 1,
          failing: 1,
          met: 1,
          atRisk: 1,
          exhausted: 0,
          withoutData: 0,
          worstState: 'at_risk',
          worstBudgetRemaining: 0.123,
          burning: true,
          withPolicy: 1,
          reviewsOverdue: 1,
          withoutReview: 1,
        },
      });
    });

    it('tells of what was never measured that there is no data, and no budget', async () => {
      expect(await tell([search, 'system:default/shop'])).toEqual([
        {
          entityRef: search,
          facts: {
            slos: 1,
            measured: 0,
            failing: 0,
            met: 0,
            atRisk: 0,
            exhausted: 0,
            withoutData: 1,
            worstState: 'no_data',
            burning: false,
            withPolicy: 0,
            reviewsOverdue: 0,
            withoutReview: 1,
          },
        },
        {
          entityRef: 'system:default/shop',
          facts: { slos: 0, measured: 0, worstState: null },
        },
      ]);
    });

    it('forgets an SLO that the catalog no longer has', async () => {
      await store.definitions.apply(
        { defined: [], mended: [], removed: [fast] },
        { now: noon + 1 },
      );
      expect(await tell([checkout])).toMatchObject([{ facts: { slos: 1 } }]);
    });
  },
);
