import { mockServices } from '@backstage/backend-test-utils';
import type {
  SliBucket,
  SloDefinition,
  SloSpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import { eachStore } from '../../testing/eachStore';
import { DatabaseSloStore } from '../DatabaseSloStore';
import { FakeSloStore } from '../FakeSloStore';
import { BucketKeeper } from '../measurement/BucketKeeper';
import type { SloStore } from '../SloStore';
import {
  DAY,
  definedOf,
  definitionOf,
  HOUR,
  MINUTE,
  noon,
  objectiveOf,
} from '../testing/slos';
import type { EvaluatedSlo } from './EvaluatedSlo';
import { SloEvaluator } from './SloEvaluator';
import type { SloWindowRow } from './SloEvaluationStore';

const a = 'slo:default/a';
const signal = new AbortController().signal;

jest.setTimeout(60_000);

eachStore<SloStore>(
  {
    name: 'SloEvaluator',
    fake: () => new FakeSloStore(),
    database: knex => new DatabaseSloStore(knex),
  },
  createStore => {
    let store: SloStore;
    let now = noon;
    let corrections: Map<string, SloSpan[]>;
    let heard: EvaluatedSlo[];

    const evaluator = (
      given: Partial<ConstructorParameters<typeof SloEvaluator>[0]> = {},
    ) =>
      new SloEvaluator({
        ...store,
        corrections: { spansOf: async () => corrections },
        listeners: [async evaluated => void heard.push(...evaluated)],
        settings: { minimumEvents: null },
        logger: mockServices.logger.mock(),
        zone: 'UTC',
        clock: () => now,
        random: () => 0,
        ...given,
      });
    const evaluate = () => evaluator().evaluateDue(signal);
    const define = (definition: SloDefinition) =>
      store.definitions.apply(
        { defined: [definedOf(definition)], mended: [], removed: [] },
        { now },
      );
    const states = () => store.evaluations.listStates([a]);

    /** Measures up to `now`: in each bucket ten events, of which so many are bad as the test says. */
    async function measure(
      definition: SloDefinition,
      from: number,
      bad: (start: number) => number,
    ): Promise<void> {
      const buckets: SliBucket[] = [];
      for (let start = from; start < now; start += 5 * MINUTE) {
        buckets.push({ start, good: 10 - bad(start), total: 10 });
      }
      const keeper = new BucketKeeper({ store: store.buckets });
      await keeper.keep(
        definition.objectives.map(objective => ({
          definition,
          objective,
          span: { from, to: now },
          buckets,
        })),
      );
      const claims = await store.measurements.claim({
        sourceType: 'toy',
        limit: 9,
        leaseMs: 1,
        now: now + HOUR,
      });
      await store.measurements.settle(
        claims.map(({ sloRef, token }) => ({
          sloRef,
          token,
          state: 'measured' as const,
          measuredUntil: now,
          queries: null,
          nextAt: now + 5 * MINUTE,
        })),
        { now },
      );
    }

    beforeEach(async () => {
      store = await createStore();
      now = noon;
      corrections = new Map();
      heard = [];
    });

    it('says that there is no data where nothing was measured', async () => {
      await define(definitionOf(a));
      expect(await evaluate()).toBe(1);
      expect(await states()).toMatchObject([
        {
          state: 'no_data',
          attainment: null,
          good: null,
          remaining: null,
          measuredUntil: null,
          exhaustsAt: null,
          burns: { '5m': null, '3d': null },
        },
      ]);
      expect(await store.evaluations.listWindows(a, 0, { limit: 9 })).toEqual(
        [],
      );
      expect(await store.definitions.list([a])).toMatchObject([
        { state: 'no_data' },
      ]);
      // Nothing is due until something is measured, or an hour has passed.
      expect(await evaluate()).toBe(0);
    });

    it('computes budget, burn and exhaustion from the buckets of the window', async () => {
      const definition = definitionOf(a);
      await define(definition);
      // Half of the events of the last hour are bad, none before.
      await measure(definition, noon - 31 * DAY, start =>
        start >= noon - HOUR ? 5 : 0,
      );
      await evaluate();
      const total = 30 * 288 * 10;
      const [state] = await states();
      expect(state).toMatchObject({
        window: { from: noon - 30 * DAY, to: noon },
        measuredUntil: noon,
        total,
        good: total - 60,
        allowed: total / 100,
        spent: 60,
        minimum: 100,
        estimated: false,
        state: 'met',
      });
      expect(state.remaining).toBeCloseTo(1 - 60 / (total / 100), 12);
      expect(state.burns).toEqual({
        '5m': 50,
        '30m': 50,
        '1h': 50,
        '2h': 25,
        '6h': expect.closeTo(50 / 6, 9),
        '1d': expect.closeTo(50 / 24, 9),
        '3d': expect.closeTo(50 / 72, 9),
      });
      expect(state.exhaustsAt).toBe(
        Math.round(noon + (30 * DAY * state.remaining!) / 50),
      );
      expect(heard).toMatchObject([
        { definition: { ref: a }, before: [], states: [{ state: 'met' }] },
      ]);
    });

    it('leaves out what corrections exclude, whole slices where slices are counted', async () => {
      const sliced = definitionOf(a, {
        budgetingMethod: 'Timeslices',
        objectives: [
          objectiveOf({ timeSliceSeconds: 1_800, timeSliceTarget: 0.99 }),
        ],
      });
      await define(sliced);
      await measure(sliced, noon - 30 * DAY, start =>
        start >= noon - 2 * HOUR ? 10 : 0,
      );
      await evaluate();
      expect(await states()).toMatchObject([
        { total: 30 * 48, good: 30 * 48 - 4 },
      ]);
      corrections.set(a, [
        { from: noon - 2 * HOUR + 10 * MINUTE, to: noon - 70 * MINUTE },
      ]);
      await store.evaluations.request([a], { now });
      await evaluate();
      expect(await states()).toMatchObject([
        { total: 30 * 48 - 2, good: 30 * 48 - 4 },
      ]);
    });

    it('counts only what is of the present indicator', async () => {
      const definition = definitionOf(a);
      await define(definition);
      await measure(definition, noon - DAY, () => 1);
      await store.definitions.apply(
        {
          defined: [definedOf(definition, { countsFrom: noon - HOUR })],
          mended: [],
          removed: [],
        },
        { now },
      );
      await evaluate();
      expect(await states()).toMatchObject([{ total: 120, good: 108 }]);
    });

    it('tells that a budget of few days is used up as soon as these days say', async () => {
      const definition = definitionOf(a);
      await define(definition);
      // Two days are known of thirty: their budget is 57.6 bad events, of which the last hour had 30, a burn of 25.
      await measure(definition, noon - 2 * DAY, start =>
        start >= noon - HOUR ? 2.5 : 0,
      );
      await evaluate();
      const [state] = await states();
      expect(state.remaining).toBeCloseTo(1 - 30 / 57.6, 9);
      expect(state.burns['1h']).toBe(25);
      expect(state.exhaustsAt).toBe(
        Math.round(noon + (2 * DAY * state.remaining!) / 25),
      );
    });

    it('does not grade thin data, and grades by the configured minimum', async () => {
      const definition = definitionOf(a);
      await define(definition);
      await measure(definition, noon - 15 * MINUTE, () => 1);
      await evaluate();
      expect(await states()).toMatchObject([{ state: 'thin', minimum: 100 }]);
      await store.evaluations.request(undefined, { now });
      await evaluator({ settings: { minimumEvents: 10 } }).evaluateDue(signal);
      expect(await states()).toMatchObject([
        { state: 'exhausted', minimum: 10, exhaustsAt: null },
      ]);
    });

    it('judges by what is measured while a source is silent', async () => {
      const definition = definitionOf(a);
      await define(definition);
      await measure(definition, noon - DAY, start =>
        start >= noon - HOUR ? 1 : 0,
      );
      await evaluate();
      const [before] = await states();
      now = noon + 6 * HOUR;
      await evaluate();
      expect(await states()).toEqual([{ ...before, evaluatedAt: now }]);
    });

    it('keeps each calendar window, in its zone, and the last one until late numbers are in', async () => {
      const definition = definitionOf(a, {
        window: {
          type: 'calendar',
          duration: { count: 1, unit: 'd' },
          startTime: '2026-01-01 00:00:00',
          zone: 'Europe/Berlin',
        },
      });
      const midnight = Date.parse('2026-11-21T23:00:00Z');
      now = midnight - 5 * MINUTE;
      await define(definition);
      await measure(definition, midnight - DAY, () => 0);
      await evaluate();
      const list = () => store.evaluations.listWindows(a, 0, { limit: 9 });
      const day = { from: midnight - DAY, to: midnight };
      expect(await list()).toMatchObject([
        { ...day, total: 2_870, complete: false, remaining: 1 },
      ]);
      expect(await states()).toMatchObject([{ estimated: true }]);

      now = midnight + 30 * MINUTE;
      await measure(definition, midnight - 5 * MINUTE, () => 5);
      await evaluate();
      expect(await list()).toMatchObject([
        { from: midnight, to: midnight + DAY, total: 60, complete: false },
        { ...day, total: 2_880, good: 2_875, complete: false },
      ]);

      now = midnight + 90 * MINUTE;
      await measure(definition, midnight + 30 * MINUTE, () => 0);
      await evaluate();
      expect((await list())[1]).toMatchObject({ ...day, complete: true });

      // What is measured differently afterwards moves it no more.
      now += 5 * MINUTE;
      await measure(definition, midnight - HOUR, () => 10);
      await evaluate();
      expect((await list())[1]).toMatchObject({ good: 2_875 });
    });

    it('keeps of a rolling window how it stood at the end of each day', async () => {
      const definition = definitionOf(a, {
        window: { type: 'rolling', duration: { count: 1, unit: 'd' } },
      });
      await define(definition);
      await measure(definition, noon - 2 * DAY, () => 0);
      await evaluate();
      const midnight = Date.parse('2026-11-22T00:00:00Z');
      const list = () => store.evaluations.listWindows(a, 0, { limit: 9 });
      expect(await list()).toMatchObject([
        { to: midnight + DAY, from: noon - DAY, complete: false, total: 2_880 },
        { to: midnight, from: midnight - DAY, complete: true, total: 2_880 },
      ]);
      // After two days without a replica, each day is there.
      now = noon + 2 * DAY;
      await measure(definition, noon, () => 1);
      await evaluate();
      expect(
        (await list()).map(({ to, good, complete }) => [to, good, complete]),
      ).toEqual([
        [midnight + 3 * DAY, 2_592, false],
        [midnight + 2 * DAY, 2_592, true],
        [midnight + DAY, 2_736, true],
        [midnight, 2_880, true],
      ]);
    });

    it.each([
      { type: 'rolling' as const },
      {
        type: 'calendar' as const,
        startTime: '2026-01-01 00:00:00',
        zone: 'UTC',
      },
    ])(
      'keeps each $type window that ends while a source is silent',
      async window => {
        const definition = definitionOf(a, {
          window: { ...window, duration: { count: 1, unit: 'd' } },
        });
        await define(definition);
        await measure(definition, noon - 2 * DAY, () => 0);
        await evaluate();
        // It is looked at meanwhile, which tells nothing new.
        now = noon + 2 * DAY - HOUR;
        await evaluate();
        now = noon + 2 * DAY;
        await measure(definition, noon, () => 1);
        await evaluate();
        const midnight = Date.parse('2026-11-22T00:00:00Z');
        expect(
          (await store.evaluations.listWindows(a, 0, { limit: 9 }))
            .filter(({ to }) => to >= midnight)
            .map(({ to, good, complete }) => [to, good, complete]),
        ).toEqual([
          [midnight + 3 * DAY, expect.any(Number), false],
          [midnight + 2 * DAY, 2_592, true],
          [midnight + DAY, 2_736, true],
          [midnight, 2_880, true],
        ]);
      },
    );

    describe('once something is left out of windows that have ended', () => {
      const midnight = Date.parse('2026-11-22T00:00:00Z');
      const definition = definitionOf(a, {
        window: { type: 'rolling', duration: { count: 1, unit: 'd' } },
      });
      /** The end of the day so many days ago. */
      const ago = (days: number) => midnight - days * DAY;
      const ofDay = (days: number, good: number): SloWindowRow => ({
        sloRef: a,
        objective: 0,
        from: ago(days + 1),
        to: ago(days),
        target: 0.9,
        attainment: good / 2_880,
        remaining: 1 - (1 - good / 2_880) / 0.1,
        state: 'met',
        good,
        total: 2_880,
        complete: true,
      });
      const told = async () =>
        (await store.evaluations.listWindows(a, 0, { limit: 99 }))
          .filter(({ to }) => to < ago(30))
          .map(({ to, good, total, target, state, complete }) => [
            (midnight - to) / DAY,
            good,
            total,
            target,
            state,
            complete,
          ]);
      const request = (span: SloSpan) =>
        store.evaluations.request([a], { now, ...span });

      /** Each day 100 of 2,880 events were bad, in its first ten hours. */
      async function defineWithHistory(): Promise<void> {
        await define(definition);
        await measure(definition, ago(70), start =>
          start % DAY < 100 * 5 * MINUTE ? 1 : 0,
        );
        await store.evaluations.keep({
          states: [],
          windows: [200, 60, 50, 40].map(days => ofDay(days, 2_780)),
        });
        await evaluate();
      }

      it('restates those that it touches, however old, by the target of their time', async () => {
        await defineWithHistory();
        const span = { from: ago(50) - 10 * HOUR, to: ago(40) - 20 * HOUR };
        corrections.set(a, [span]);
        await request(span);
        now += 5 * MINUTE;
        expect(await evaluate()).toBe(1);
        expect(await told()).toEqual([
          // Four hours of it are left out: in 48 of its buckets one event was bad.
          [40, 2_348, 2_400, 0.9, 'met', true],
          [50, 1_580, 1_680, 0.9, 'met', true],
          [60, 2_780, 2_880, 0.9, 'met', true],
          [200, 2_780, 2_880, 0.9, 'met', true],
        ]);
        // What is restated is not restated again and again.
        expect(
          await store.evaluations.listOpenWindows([a], { until: ago(1) }),
        ).toEqual([]);

        corrections.clear();
        await request(span);
        now += 5 * MINUTE;
        await evaluate();
        expect(await told()).toEqual(
          [40, 50, 60, 200].map(days => [days, 2_780, 2_880, 0.9, 'met', true]),
        );
      });

      it('says that nothing is left of a window, and brings it back', async () => {
        await defineWithHistory();
        const span = { from: ago(51), to: ago(50) };
        corrections.set(a, [span]);
        await request(span);
        now += 5 * MINUTE;
        await evaluate();
        expect((await told())[1]).toEqual([
          50,
          null,
          null,
          0.9,
          'no_data',
          true,
        ]);
        corrections.clear();
        await request(span);
        now += 5 * MINUTE;
        await evaluate();
        expect((await told())[1]).toEqual([50, 2_780, 2_880, 0.9, 'met', true]);
      });

      it('restates what an earlier indicator counted by its own buckets', async () => {
        await defineWithHistory();
        await store.definitions.apply(
          {
            defined: [definedOf(definition, { countsFrom: ago(45) })],
            mended: [],
            removed: [],
          },
          { now },
        );
        const span = { from: ago(51), to: ago(51) + 12 * HOUR };
        corrections.set(a, [span]);
        await request(span);
        now += 5 * MINUTE;
        await evaluate();
        expect((await told())[1]).toEqual([50, 1_440, 1_440, 0.9, 'met', true]);
      });

      it('leaves those alone of an objective that is no more', async () => {
        await defineWithHistory();
        const gone = { ...ofDay(50, 2_000), objective: 7 };
        await store.evaluations.keep({ states: [], windows: [gone] });
        await request({ from: ago(51), to: ago(50) });
        now += 5 * MINUTE;
        await evaluate();
        expect(await store.evaluations.listWindows(a, 7, { limit: 9 })).toEqual(
          [gone],
        );
      });
    });

    it('judges a composite as a whole by its parts', async () => {
      const definition = definitionOf(a, {
        composite: true,
        objectives: [
          objectiveOf({ weight: 2 }),
          objectiveOf({ index: 1, target: 0.9 }),
        ],
      });
      await define(definition);
      await measure(definition, noon - 30 * DAY, start =>
        start % HOUR === 0 ? 1 : 0,
      );
      await evaluate();
      const [whole, first, second] = await states();
      expect([whole, first, second].map(({ objective }) => objective)).toEqual([
        -1, 0, 1,
      ]);
      const consumed = 1 / 120;
      expect(first.remaining).toBeCloseTo(1 - consumed / 0.01, 9);
      expect(second.remaining).toBeCloseTo(1 - consumed / 0.1, 9);
      expect(whole.remaining).toBeCloseTo(
        1 - 2 * (consumed / 0.01) - consumed / 0.1,
        9,
      );
      expect(whole).toMatchObject({ attainment: null, total: null });
      expect(whole.burns['1h']).toBeCloseTo(
        2 * first.burns['1h']! + second.burns['1h']!,
        9,
      );
      expect(await store.definitions.list([a])).toMatchObject([
        { state: whole.state },
      ]);
    });

    it('counts the slices of a composite of Timeslices that are good for all', async () => {
      const part = (index: number, timeSliceTarget: number) =>
        objectiveOf({
          index,
          target: 0.9,
          timeSliceSeconds: 300,
          timeSliceTarget,
        });
      const definition = definitionOf(a, {
        budgetingMethod: 'Timeslices',
        composite: true,
        objectives: [part(0, 0.95), part(1, 0.5)],
      });
      await define(definition);
      await measure(definition, noon - DAY, start =>
        start % HOUR === 0 ? 1 : 0,
      );
      await evaluate();
      const [whole, first, second] = await states();
      expect(whole).toMatchObject({ total: 288, good: 264, target: 0.9 });
      expect(first).toMatchObject({ total: 288, good: 264 });
      expect(second).toMatchObject({ total: 288, good: 288 });
      expect(whole.burns['1h']).toBeCloseTo(first.burns['1h']!, 9);
    });

    it.each([
      // Two parts, each of which had a bad event in a twelfth of its buckets: 1 / 120 of a budget of a tenth, twice.
      {
        budgetingMethod: 'Occurrences' as const,
        attainment: null,
        used: 1 / 6,
      },
      // The same slices are bad for both: one in twelve.
      {
        budgetingMethod: 'Timeslices' as const,
        attainment: 11 / 12,
        used: 10 / 12,
      },
      // Of each 1 / 120 is missing.
      {
        budgetingMethod: 'RatioTimeslices' as const,
        attainment: 1 - 2 / 120,
        used: 1 / 6,
      },
    ])(
      'keeps past windows of a composite as a whole, by $budgetingMethod',
      async ({ budgetingMethod, attainment, used }) => {
        const part = (index: number) =>
          objectiveOf({
            index,
            target: 0.9,
            ...(budgetingMethod !== 'Occurrences' && { timeSliceSeconds: 300 }),
            ...(budgetingMethod === 'Timeslices' && { timeSliceTarget: 0.95 }),
          });
        const definition = definitionOf(a, {
          budgetingMethod,
          composite: true,
          objectives: [part(0), part(1)],
          window: { type: 'rolling', duration: { count: 1, unit: 'd' } },
        });
        await define(definition);
        await measure(definition, noon - 3 * DAY, start =>
          start % HOUR === 0 ? 1 : 0,
        );
        await evaluate();
        const windows = await store.evaluations.listWindows(a, -1, {
          limit: 9,
        });
        expect(windows.map(({ complete }) => complete)).toEqual([false, true]);
        for (const window of windows) {
          expect(window).toMatchObject({ objective: -1, target: 0.9 });
          expect(window.remaining).toBeCloseTo(1 - used, 9);
          expect(window.attainment ?? -1).toBeCloseTo(attainment ?? -1, 9);
        }
      },
    );

    it('keeps an alert as it stands, and is at risk while it fires', async () => {
      const definition = definitionOf(a);
      await define(definition);
      await measure(definition, noon - DAY, () => 0);
      await evaluate();
      await store.evaluations.keepAlertStates([
        { sloRef: a, objective: 0, alertState: 'firing', state: 'at_risk' },
      ]);
      await store.evaluations.request([a], { now });
      await evaluate();
      expect(await states()).toMatchObject([
        { alertState: 'firing', state: 'at_risk', remaining: 1 },
      ]);
    });

    it('evaluates again what was broken off, and tells of it again', async () => {
      const definition = definitionOf(a);
      await define(definition);
      await measure(definition, noon - DAY, () => 0);
      const killed = evaluator({
        evaluations: Object.assign(Object.create(store.evaluations), {
          claim: store.evaluations.claim.bind(store.evaluations),
          sum: store.evaluations.sum.bind(store.evaluations),
          keep: store.evaluations.keep.bind(store.evaluations),
          listStates: store.evaluations.listStates.bind(store.evaluations),
          listOpenWindows: store.evaluations.listOpenWindows.bind(
            store.evaluations,
          ),
          settle: async () => {
            throw new Error('killed');
          },
        }),
      });
      await expect(killed.evaluateDue(signal)).rejects.toThrow('killed');
      const before = await states();
      const windows = await store.evaluations.listWindows(a, 0, { limit: 9 });
      expect(before).toHaveLength(1);
      expect(await evaluate()).toBe(0);
      now += 3 * MINUTE;
      expect(await evaluate()).toBe(1);
      expect(await states()).toEqual([{ ...before[0], evaluatedAt: now }]);
      expect(await store.evaluations.listWindows(a, 0, { limit: 9 })).toEqual(
        windows,
      );
      expect(heard.map(({ definition: of }) => of.ref)).toEqual([a, a]);
      expect(await evaluate()).toBe(0);
    });

    it('is told when a listener fails, and tries again', async () => {
      await define(definitionOf(a));
      const failing = evaluator({
        listeners: [
          async () => {
            throw new Error('no notifications');
          },
        ],
      });
      await expect(failing.evaluateDue(signal)).rejects.toThrow(
        'no notifications',
      );
      expect(await states()).toHaveLength(1);
      now += MINUTE;
      expect(await evaluate()).toBe(1);
      expect(heard).toHaveLength(1);
    });

    describe('when some of many cannot be evaluated', () => {
      const refs = Array.from({ length: 12 }, (_, at) => `slo:default/${at}`);
      /** Fails whenever one of them is among what was evaluated. */
      const failingFor = (...broken: string[]) =>
        evaluator({
          listeners: [
            async evaluated => {
              if (
                evaluated.some(({ definition }) =>
                  broken.includes(definition.ref),
                )
              ) {
                throw new Error('cannot be told');
              }
              heard.push(...evaluated);
            },
          ],
        }).evaluateDue(signal);
      const heardRefs = () => heard.map(({ definition }) => definition.ref);

      beforeEach(async () => {
        await store.definitions.apply(
          {
            defined: refs.map(ref => definedOf(definitionOf(ref))),
            mended: [],
            removed: [],
          },
          { now },
        );
      });

      it('puts off no other', async () => {
        const broken = refs[7];
        await expect(failingFor(broken)).rejects.toThrow('cannot be told');
        expect(heardRefs().sort()).toEqual(
          refs.filter(ref => ref !== broken).sort(),
        );
        heard = [];
        now += 2 * MINUTE;
        expect(await evaluate()).toBe(1);
        expect(heardRefs()).toEqual([broken]);
      });

      it('puts off all that are left once one after the other fails', async () => {
        await expect(failingFor(...refs)).rejects.toThrow('cannot be told');
        expect(heard).toEqual([]);
        now += 2 * MINUTE;
        expect(await evaluate()).toBe(refs.length);
      });
    });

    it('evaluates each SLO once where two replicas do', async () => {
      const refs = Array.from({ length: 40 }, (_, at) => `slo:default/${at}`);
      await store.definitions.apply(
        {
          defined: refs.map(ref => definedOf(definitionOf(ref))),
          mended: [],
          removed: [],
        },
        { now },
      );
      const counts = await Promise.all([evaluate(), evaluate()]);
      expect(counts[0] + counts[1]).toBe(40);
      expect(heard.map(({ definition }) => definition.ref).sort()).toEqual(
        [...refs].sort(),
      );
    });
  },
);
