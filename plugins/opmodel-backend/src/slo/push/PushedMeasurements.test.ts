import { mockServices } from '@backstage/backend-test-utils';
import { sliSourceContract } from '@opmodel/backstage-plugin-opmodel-node';
import type { SloObjective } from '@opmodel/backstage-plugin-opmodel-common';
import type { Measurement } from '../../intake/MeasurementPort';
import { eachStore } from '../../testing/eachStore';
import { DatabaseSloStore } from '../DatabaseSloStore';
import { FakeSloStore } from '../FakeSloStore';
import { readMeasurementSettings } from '../measurement/measurementSettings';
import { requestIdOf } from '../measurement/requestIds';
import { readEvaluationSettings } from '../evaluation/evaluationSettings';
import { SloEvaluator } from '../evaluation/SloEvaluator';
import { SliSources } from '../measurement/SliSources';
import { SloMeasurer } from '../measurement/SloMeasurer';
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
import { DatabasePushedBucketStore } from './DatabasePushedBucketStore';
import { FakePushedBucketStore } from './FakePushedBucketStore';
import type { PushedBucketStore } from './PushedBucketStore';
import { PushedMeasurements } from './PushedMeasurements';
import { PushSource } from './PushSource';

const a = 'slo:default/a';
const { signal } = new AbortController();

/** An objective whose counts are pushed. */
const pushedObjective = (given: Partial<SloObjective> = {}) => {
  const metric = { type: 'push', dataSource: null, connection: {}, spec: {} };
  return objectiveOf({
    indicator: { type: 'ratio', counter: false, good: metric, total: metric },
    ...given,
  });
};

const measured = (given: Partial<Measurement> = {}): Measurement => ({
  sloRef: a,
  objective: 0,
  start: noon - HOUR,
  seconds: 300,
  good: 9,
  total: 10,
  ...given,
});

eachStore<{ store: SloStore; pushed: PushedBucketStore }>(
  {
    name: 'PushedMeasurements',
    fake: () => ({
      store: new FakeSloStore(),
      pushed: new FakePushedBucketStore(),
    }),
    database: knex => ({
      store: new DatabaseSloStore(knex),
      pushed: new DatabasePushedBucketStore(knex),
    }),
  },
  createStore => {
    let store: SloStore;
    let pushed: PushedBucketStore;
    let port: PushedMeasurements;
    let now: number;

    const define = (ref: string, given: object = {}, sourceType = 'push') =>
      store.definitions.apply(
        {
          defined: [
            definedOf(
              definitionOf(ref, { objectives: [pushedObjective()], ...given }),
              { sourceType },
            ),
          ],
          mended: [],
          removed: [],
        },
        { now },
      );
    const keep = (...items: Measurement[]) => port.keep(items, { now });
    const clock = () => now;
    const measure = async (times = 1) => {
      for (let time = 0; time < times; time += 1) {
        await new SloMeasurer({
          ...store,
          sources: new SliSources([new PushSource({ store: pushed })]),
          settings: {
            ...readMeasurementSettings(mockServices.rootConfig()),
            backfillMs: 3 * DAY,
          },
          logger: mockServices.logger.mock(),
          clock,
          random: () => 0,
        }).measureDue(signal);
      }
    };
    const list = (resolution: 300 | 3600 | 86400 = 300) =>
      store.buckets.list({
        sloRef: a,
        objective: 0,
        resolution,
        from: 0,
        to: noon + DAY,
      });

    beforeEach(async () => {
      ({ store, pushed } = await createStore());
      port = new PushedMeasurements({ store, pushed, reachMs: 3 * DAY });
      now = noon;
    });

    it('evaluates anew the windows that ended before numbers of them came', async () => {
      await define(a, {
        window: { type: 'rolling', duration: { count: 1, unit: 'd' } },
      });
      const evaluator = new SloEvaluator({
        ...store,
        corrections: { spansOf: async () => new Map() },
        listeners: [],
        settings: readEvaluationSettings(mockServices.rootConfig()),
        logger: mockServices.logger.mock(),
        zone: 'UTC',
        clock,
        random: () => 0,
      });
      const evaluate = async () => {
        await measure();
        now += 5 * MINUTE;
        await evaluator.evaluateDue(signal);
      };
      const midnight = Math.floor(noon / DAY) * DAY;
      const totalOf = async (end: number) =>
        (await store.evaluations.listWindows(a, 0, { limit: 50 })).find(
          ({ to }) => to === end,
        )?.total ?? null;
      await keep(measured({ start: midnight - HOUR }));
      await evaluate();
      expect(await totalOf(midnight)).toBe(10);
      // Of a bucket that is asked for anew, and of hours that are kept at once.
      await keep(measured({ start: midnight - 2 * HOUR }));
      await keep(
        ...[5, 6].map(days =>
          measured({ start: midnight - days * DAY, seconds: 3_600 }),
        ),
      );
      await evaluate();
      await evaluate();
      expect(await totalOf(midnight)).toBe(20);
      expect(await totalOf(midnight - 4 * DAY)).toBe(10);
      expect(await totalOf(midnight - 5 * DAY)).toBe(10);
      await keep(
        measured({ start: midnight - 5 * DAY + 3 * HOUR, seconds: 3_600 }),
      );
      await evaluate();
      expect(await totalOf(midnight - 4 * DAY)).toBe(20);
      expect(await totalOf(midnight - 5 * DAY)).toBe(10);
    });

    it('measures what is pushed, once, and again when it is corrected', async () => {
      await define(a);
      await measure();
      now += MINUTE;
      expect(await keep(measured(), measured())).toEqual([
        { status: 'accepted' },
        { status: 'duplicate' },
      ]);
      await measure();
      expect(await list()).toMatchObject([
        { start: noon - HOUR, good: 9, total: 10, measured: 1 },
      ]);
      now += MINUTE;
      expect(await keep(measured())).toEqual([{ status: 'duplicate' }]);
      const old = measured({ start: noon - 2 * DAY });
      expect(await keep(measured({ good: 8 }), old)).toEqual([
        { status: 'accepted' },
        { status: 'accepted' },
      ]);
      await measure();
      expect(await list()).toMatchObject([
        { start: old.start, good: 9 },
        { start: noon - HOUR, good: 8 },
      ]);
      const due = await store.evaluations.claim({
        limit: 5,
        leaseMs: MINUTE,
        now,
      });
      expect(due.map(({ sloRef }) => sloRef)).toEqual([a]);
    });

    it('loses nothing that is pushed while it is measured', async () => {
      await define(a);
      await measure();
      now += 10 * MINUTE;
      const late = measured({ start: noon - DAY });
      const [claim] = await store.measurements.claim({
        sourceType: 'push',
        limit: 1,
        leaseMs: MINUTE,
        now,
      });
      await keep(late);
      await store.measurements.settle(
        [
          {
            sloRef: a,
            token: claim.token,
            state: 'measured',
            measuredUntil: now,
            queries: null,
            nextAt: now + HOUR,
          },
        ],
        { now },
      );
      await measure();
      expect(await list()).toMatchObject([{ start: late.start }]);
    });

    it('keeps what is pushed of an SLO that the catalog does not have yet', async () => {
      const [result] = await keep(measured());
      expect(result).toEqual({
        status: 'unmapped',
        reason: 'the catalog has no SLO slo:default/a',
      });
      await define(a);
      await measure();
      expect(await list()).toHaveLength(1);
    });

    it('spreads longer buckets evenly, and trusts shorter ones more', async () => {
      await define(a);
      const start = noon - 2 * HOUR;
      await keep(
        measured({ start, seconds: 3_600, good: 108, total: 120 }),
        measured({ start: start + 5 * MINUTE, good: 0, total: 10 }),
      );
      await measure();
      expect(await list()).toHaveLength(12);
      expect(await list(3_600)).toMatchObject([
        { start, good: 99, total: 120, measured: 12 },
      ]);
    });

    it('counts slices of one minute from minutes, and spreads what is longer', async () => {
      await define(a, {
        budgetingMethod: 'Timeslices',
        objectives: [
          pushedObjective({ timeSliceSeconds: 60, timeSliceTarget: 0.95 }),
        ],
      });
      const start = noon - 2 * HOUR;
      const minute = (place: number, good: number) =>
        measured({ start: start + place * MINUTE, seconds: 60, good });
      expect(
        await keep(
          ...[10, 9, 10].map((good, place) => minute(place, good)),
          measured({ start: start + 5 * MINUTE, good: 45, total: 50 }),
          minute(5, 10),
        ),
      ).toEqual(Array(5).fill({ status: 'accepted' }));
      // Minutes are gone back in shorter steps.
      for (let step = 0; step < 4; step += 1) {
        now += 1;
        await measure();
      }
      expect(await list()).toMatchObject([
        { start, good: 29, total: 30, slices: 3, goodSlices: 2, measured: 1 },
        { good: 46, total: 50, slices: 5, goodSlices: 1, measured: 1 },
      ]);
      // A minute that is corrected is measured again.
      now += MINUTE;
      await keep(minute(1, 10));
      await measure();
      expect((await list(3_600))[0]).toMatchObject({
        good: 76,
        slices: 8,
        goodSlices: 4,
      });
    });

    it('keeps old hours with the slices of one minute that they are spread to', async () => {
      await define(a, {
        budgetingMethod: 'Timeslices',
        objectives: [
          pushedObjective({ timeSliceSeconds: 60, timeSliceTarget: 0.95 }),
        ],
      });
      await keep(
        measured({
          start: noon - 10 * DAY,
          seconds: 3_600,
          good: 57,
          total: 60,
        }),
      );
      expect(await list(3_600)).toMatchObject([
        { good: 57, total: 60, slices: 60, goodSlices: 60 },
      ]);
    });

    it('adds minutes up where five minutes are counted, and trusts them more', async () => {
      await define(a);
      const start = noon - HOUR;
      const minute = (place: number, good: number) =>
        measured({ start: start + place * MINUTE, seconds: 60, good });
      await keep(
        ...[0, 1, 2, 3, 4].map(place => minute(place, 8)),
        measured({ start, good: 1, total: 1 }),
        measured({ start: start + 5 * MINUTE, good: 50, total: 100 }),
        minute(9, 10),
        minute(11, 7),
      );
      await measure();
      expect(await list()).toMatchObject([
        { good: 40, total: 50 },
        { good: 50, total: 90 },
        { good: 7, total: 10 },
      ]);
    });

    it('keeps the hours of a time that is not measured, with their slices and days', async () => {
      await define(a, {
        budgetingMethod: 'Timeslices',
        objectives: [
          pushedObjective({ timeSliceSeconds: 900, timeSliceTarget: 0.95 }),
        ],
      });
      const day = Math.floor(noon / DAY) * DAY - 100 * DAY;
      const items = [
        measured({ start: day, seconds: 3_600, good: 90, total: 100 }),
        measured({ start: day + HOUR, seconds: 3_600, good: 99, total: 100 }),
        measured({ start: day + DAY, seconds: 86_400, good: 24, total: 24 }),
      ];
      expect(await keep(...items)).toEqual(
        items.map(() => ({ status: 'accepted' })),
      );
      expect(await keep(...items)).toEqual(
        items.map(() => ({ status: 'duplicate' })),
      );
      expect(await list()).toEqual([]);
      expect(await list(3_600)).toHaveLength(26);
      expect(await list(86_400)).toMatchObject([
        { start: day, good: 189, total: 200, slices: 8, goodSlices: 4 },
        { start: day + DAY, good: 24, total: 24, slices: 96, goodSlices: 96 },
      ]);
      await keep(
        measured({ start: day, seconds: 3_600, good: 100, total: 100 }),
      );
      expect((await list(86_400))[0]).toMatchObject({
        good: 199,
        goodSlices: 8,
      });
    });

    it('leaves no hour out where what is measured begins', async () => {
      await define(a);
      const first = noon - 5 * DAY;
      await keep(
        ...Array.from({ length: 5 * 24 }, (_, hour) =>
          measured({
            start: first + hour * HOUR,
            seconds: 3_600,
            good: 12,
            total: 12,
          }),
        ),
      );
      now += 20 * MINUTE;
      await measure(3);
      const hours = await list(3_600);
      expect(hours.map(({ start }) => start)).toEqual(
        Array.from({ length: 5 * 24 }, (_, hour) => first + hour * HOUR),
      );
    });

    it('says what it cannot keep', async () => {
      await define(a);
      await define('slo:default/other', {}, 'toy');
      const results = await keep(
        measured({ objective: 3 }),
        measured({ start: noon + HOUR }),
        measured({ start: noon - 10 * DAY }),
        measured({ sloRef: 'slo:default/other' }),
        measured({
          sloRef: 'slo:default/nobody',
          start: noon - 10 * DAY,
          seconds: 3_600,
        }),
      );
      expect(
        results.map(result =>
          result.status === 'rejected' ? result.errors[0].path : result.status,
        ),
      ).toEqual(['objective', 'start', 'start', 'slo', 'slo']);
    });

    const held = sliSourceContract.filter(
      ({ name }) => !/cannot|wrong/.test(name),
    );
    it.each(
      held.flatMap(({ name, check }) => [
        { name, check, bucketSeconds: 300 as const },
        { name, check, bucketSeconds: 60 as const },
      ]),
    )(
      'keeps the contract of sources, by $bucketSeconds seconds: $name',
      async ({ check, bucketSeconds }) => {
        await pushed.keep([
          measured(),
          measured({ start: noon - 10 * MINUTE }),
          measured({ start: noon - 4 * HOUR, seconds: 3_600 }),
        ]);
        const request = (sloRef: string, from: number, to: number) => ({
          id: requestIdOf(sloRef, 0),
          indicator: objectiveOf().indicator!,
          comparison: null,
          entityRef: null,
          from,
          to,
          bucketSeconds,
        });
        const source = new PushSource({ store: pushed });
        const checked = check({
          source,
          requests: [request(a, noon - HOUR, noon)],
          brokenRequest: request('slo:default/b', noon - HOUR, noon),
          silentRequest: request(a, noon - 3 * HOUR, noon - HOUR),
        });
        await expect(checked).resolves.toBeUndefined();
      },
    );
  },
);
