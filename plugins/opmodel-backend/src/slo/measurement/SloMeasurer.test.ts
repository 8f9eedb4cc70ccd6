import { mockServices } from '@backstage/backend-test-utils';
import {
  type SliBucket,
  type SloDefinition,
  tallyBuckets,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  SliRequest,
  SliSource,
} from '@opmodel/backstage-plugin-opmodel-node';
import { eachStore } from '../../testing/eachStore';
import { DatabaseSloStore } from '../DatabaseSloStore';
import { FakeSloStore } from '../FakeSloStore';
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
import type { MeasurementSettings } from './measurementSettings';
import { SliSources } from './SliSources';
import { SloMeasurer } from './SloMeasurer';

const a = 'slo:default/a';
const settings: MeasurementSettings = {
  frequencyMs: MINUTE,
  parallel: 2,
  backfillMs: 2 * DAY,
  stepMs: DAY,
  overlapMs: HOUR,
  budgetShare: 0.5,
};
const signal = new AbortController().signal;

/** Ten events in each five minutes, of which every twelfth bucket has a bad one. */
function truth({ from, to }: Pick<SliRequest, 'from' | 'to'>): SliBucket[] {
  const buckets: SliBucket[] = [];
  for (let start = from; start < to; start += 5 * MINUTE) {
    const isFirstOfHour = start % HOUR === 0;
    buckets.push({ start, good: isFirstOfHour ? 9 : 10, total: 10 });
  }
  return buckets;
}

/** By the minute: one bad event in the minute after each full hour, and nothing in the minute after that. */
function minutesOf({ from, to }: Pick<SliRequest, 'from' | 'to'>): SliBucket[] {
  const buckets: SliBucket[] = [];
  for (let start = from; start < to; start += MINUTE) {
    const minute = (start % HOUR) / MINUTE;
    const total = minute === 1 ? 0 : 2;
    buckets.push({ start, good: minute === 0 ? 1 : total, total });
  }
  return buckets;
}

class ToySource implements SliSource {
  readonly type = 'toy';
  readonly title = 'Toy';
  readonly asked: SliRequest[] = [];
  calls = 0;
  answer: SliSource['measure'] = async requests =>
    requests.map(request => ({
      id: request.id,
      buckets:
        request.bucketSeconds === 60 ? minutesOf(request) : truth(request),
      queries: [`good ${request.from}`],
    }));

  async measure(...args: Parameters<SliSource['measure']>) {
    this.calls += 1;
    this.asked.push(...args[0]);
    return this.answer(...args);
  }
}

jest.setTimeout(60_000);

eachStore<SloStore>(
  {
    name: 'SloMeasurer',
    fake: () => new FakeSloStore(),
    database: knex => new DatabaseSloStore(knex),
  },
  createStore => {
    let store: SloStore;
    let source: ToySource;
    let now = noon;

    const measurer = (given: Partial<MeasurementSettings> = {}) =>
      new SloMeasurer({
        ...store,
        sources: new SliSources([source]),
        settings: { ...settings, ...given },
        logger: mockServices.logger.mock(),
        clock: () => now,
        random: () => 0,
      });
    const define = (...definitions: SloDefinition[]) =>
      store.definitions.apply(
        {
          defined: definitions.map(of => definedOf(of)),
          mended: [],
          removed: [],
        },
        { now },
      );
    const list = (resolution: 300 | 3600 | 86400 = 300, objective = 0) =>
      store.buckets.list({
        sloRef: a,
        objective,
        resolution,
        from: 0,
        to: now + DAY,
      });
    const known = async (ref = a) =>
      (await store.measurements.getMany([ref])).get(ref)!;
    const measureTimes = async (times: number) => {
      for (let time = 0; time < times; time += 1) {
        now += MINUTE;
        await measurer().measureDue(signal);
      }
    };

    beforeEach(async () => {
      store = await createStore();
      source = new ToySource();
      now = noon;
    });

    it('goes back in steps, and then asks for what is new with an hour before it', async () => {
      await define(definitionOf(a));
      await measureTimes(4);
      const first = noon - 2 * DAY;
      expect(source.asked.map(({ from, to }) => [from, to])).toEqual([
        [first, first + DAY],
        [first + DAY - HOUR, noon],
      ]);
      expect(await list()).toHaveLength(2 * 288);
      expect((await list(3600)).map(({ good }) => good)).toEqual(
        Array(48).fill(119),
      );
      expect(await known()).toMatchObject({
        measuredUntil: noon,
        nextAt: noon + 5 * MINUTE,
        failures: 0,
        error: null,
        queries: { 0: [`good ${first + DAY - HOUR}`] },
      });
      now = noon + 11 * MINUTE;
      await measurer().measureDue(signal);
      const { from, to } = source.asked[2];
      expect([from, to]).toEqual([noon - HOUR, noon + 10 * MINUTE]);
      expect(await list()).toHaveLength(2 * 288 + 2);
    });

    it('takes over what was late, and what is known no more', async () => {
      await define(definitionOf(a));
      await measureTimes(2);
      const late = noon - 10 * MINUTE;
      const gone = noon - 20 * MINUTE;
      source.answer = async requests =>
        requests.map(request => ({
          id: request.id,
          queries: ['x'],
          buckets: truth(request)
            .filter(({ start }) => start !== gone)
            .map(bucket =>
              bucket.start === late ? { ...bucket, total: 20 } : bucket,
            ),
        }));
      now = noon + 6 * MINUTE;
      await measurer().measureDue(signal);
      const buckets = await list();
      expect(buckets.find(({ start }) => start === late)?.total).toBe(20);
      expect(buckets.some(({ start }) => start === gone)).toBe(false);
      expect(
        (await list(3600)).find(({ start }) => start === noon - HOUR),
      ).toMatchObject({
        total: 120,
        measured: 11,
      });
    });

    it('keeps what it knows when the source fails, tries again later and later, and then catches up', async () => {
      await define(definitionOf(a));
      await measureTimes(3);
      const before = await list();
      source.answer = async () => {
        throw new Error('connection refused');
      };
      now = noon + 6 * MINUTE;
      await measurer().measureDue(signal);
      expect(await list()).toEqual(before);
      expect(await known()).toMatchObject({
        failures: 1,
        measuredUntil: noon,
        error: expect.stringContaining('connection refused'),
      });
      now = noon + 5 * HOUR;
      await measurer().measureDue(signal);
      expect(await known()).toMatchObject({ failures: 2 });
      source.answer = new ToySource().answer;
      now += MINUTE;
      await measurer().measureDue(signal);
      expect(await known()).toMatchObject({
        failures: 0,
        error: null,
        measuredUntil: noon + 5 * HOUR,
      });
      expect(await list()).toHaveLength(before.length + 60);
    });

    it('measures the others when one cannot be, and makes up for it when it can', async () => {
      await define(
        definitionOf(a, {
          objectives: [objectiveOf(), objectiveOf({ index: 1 })],
        }),
      );
      await measureTimes(3);
      const whole = source.answer;
      source.answer = async (requests, context) =>
        (await whole(requests, context)).map(answer =>
          answer.id.endsWith('1')
            ? { id: answer.id, problem: 'no such series', queries: ['y'] }
            : answer,
        );
      now = noon + 3 * HOUR;
      await measurer().measureDue(signal);
      expect(await known()).toMatchObject({
        error: 'no such series',
        measuredUntil: noon + 3 * HOUR,
        failures: 1,
      });
      expect((await list(300, 0)).pop()!.start).toBe(
        noon + 3 * HOUR - 5 * MINUTE,
      );
      expect((await list(300, 1)).pop()!.start).toBe(noon - 5 * MINUTE);
      source.answer = whole;
      now = noon + 6 * HOUR;
      await measurer().measureDue(signal);
      expect(await known()).toMatchObject({ error: null, failures: 0 });
      expect(await list(300, 1)).toEqual(await list(300, 0));
      expect(await list(300, 1)).toHaveLength(2 * 288 + 72);
    });

    describe('what is new of an SLO that is measured', () => {
      const day = Math.floor((noon - 2 * DAY) / DAY) * DAY;
      const two = definitionOf(a, {
        objectives: [objectiveOf(), objectiveOf({ index: 1 })],
      });
      const redefine = (definition: SloDefinition, objectives: number[]) =>
        store.definitions.apply(
          {
            defined: [
              definedOf(definition, { backfill: { objectives, from: day } }),
            ],
            mended: [],
            removed: [],
          },
          { now },
        );
      /** From then on the source has forgotten what was before. */
      const forget = () => {
        source.answer = async requests =>
          requests.map(request => ({
            id: request.id,
            buckets: request.id.endsWith(' 0')
              ? truth(request).filter(({ start }) => start >= noon)
              : truth(request),
            queries: [],
          }));
      };

      it('is measured backwards, and the others stay as they are', async () => {
        await define(definitionOf(a));
        await measureTimes(4);
        const before = (await list()).filter(
          ({ start }) => start < noon - HOUR,
        );
        forget();
        await redefine(two, [1]);
        source.asked.length = 0;
        await measureTimes(4);
        expect((await list()).slice(0, before.length)).toEqual(before);
        expect(await store.backfills.list([a])).toEqual([]);
        const added = await list(300, 1);
        expect(added[0]).toMatchObject({ start: day, good: 9, total: 10 });
        expect(added).toHaveLength(((now - day) / (5 * MINUTE)) | 0);
        // In steps of a day, and each of them once.
        const back = source.asked.filter(({ from }) => from < noon - 2 * HOUR);
        expect(back.map(({ id, from, to }) => [id, from, to])).toEqual([
          [`${a} 1`, day, day + DAY],
          [`${a} 1`, day + DAY, day + 2 * DAY],
          [`${a} 1`, day + 2 * DAY, expect.any(Number)],
        ]);
        expect((await known()).measuredUntil).toBe(
          Math.floor(now / (5 * MINUTE)) * 5 * MINUTE,
        );
      });

      it('counts no bucket of what was measured before', async () => {
        await define(two);
        await measureTimes(4);
        source.answer = async requests =>
          requests.map(({ id }) => ({
            id,
            problem: 'no such metric',
            queries: [],
          }));
        await redefine(two, [1]);
        for (const resolution of [300, 3_600, 86_400] as const) {
          const left = await list(resolution, 1);
          expect(left.filter(({ start }) => start >= day)).toEqual([]);
          expect((await list(resolution, 0)).length).toBeGreaterThan(0);
        }
        await measureTimes(2);
        expect((await known()).error).toBe('no such metric');
        expect(await store.backfills.list([a])).toEqual([
          { sloRef: a, objective: 1, from: day },
        ]);
      });

      it('needs no way back of its own where nothing is measured yet', async () => {
        await redefine(two, [0, 1]);
        await measureTimes(4);
        expect(await store.backfills.list([a])).toEqual([]);
        const spans = source.asked.map(({ id, from }) => `${id} ${from}`);
        expect(new Set(spans).size).toBe(spans.length);
      });
    });

    it('counts a slice once all of it is measured, from whichever questions its buckets came', async () => {
      const objective = objectiveOf({
        timeSliceSeconds: 900,
        timeSliceTarget: 0.99,
      });
      await define(
        definitionOf(a, {
          budgetingMethod: 'Timeslices',
          objectives: [objective],
        }),
      );
      await measureTimes(3);
      for (let at = 5; at <= 50; at += 5) {
        now = noon + at * MINUTE;
        await measurer({ overlapMs: 0 }).measureDue(signal);
      }
      const span = { from: noon - 2 * DAY, to: noon + 50 * MINUTE };
      const { tallies } = tallyBuckets(
        truth(span),
        objective,
        'Timeslices',
        300,
        span.to,
      );
      expect(await list()).toEqual(tallies.map(of => ({ ...of, measured: 1 })));
      const [hour] = (await list(3600)).slice(-1);
      expect(hour).toMatchObject({ start: noon, slices: 3, goodSlices: 2 });
    });

    it('counts the slices of a composite that are good for all of its parts', async () => {
      const part = (index: number) =>
        objectiveOf({ index, timeSliceSeconds: 300, timeSliceTarget: 0.95 });
      await define(
        definitionOf(a, {
          budgetingMethod: 'Timeslices',
          composite: true,
          objectives: [part(0), part(1)],
        }),
      );
      const whole = source.answer;
      source.answer = async (requests, context) =>
        (await whole(requests, context)).map(answer =>
          answer.id.endsWith('1') && 'buckets' in answer
            ? {
                ...answer,
                buckets: answer.buckets.map(bucket => ({
                  ...bucket,
                  good: bucket.start % HOUR === 30 * MINUTE ? 0 : 10,
                })),
              }
            : answer,
        );
      await measureTimes(3);
      expect((await list(3600, -1)).slice(-1)).toMatchObject([
        { slices: 12, goodSlices: 10 },
      ]);
      expect((await list(3600, 0)).slice(-1)).toMatchObject([
        { slices: 12, goodSlices: 11 },
      ]);
    });

    describe('slices of one minute', () => {
      const part = (index: number, timeSliceTarget = 0.95) =>
        objectiveOf({ index, timeSliceSeconds: 60, timeSliceTarget });
      const slicedOf = (given: Partial<SloDefinition> = {}) =>
        definitionOf(a, {
          budgetingMethod: 'Timeslices',
          objectives: [part(0)],
          ...given,
        });
      const slicesOf = async (objective = 0) =>
        (await list(3_600, objective)).map(({ slices, goodSlices }) => [
          slices,
          goodSlices,
        ]);

      it('are counted as they are measured, and kept by five minutes', async () => {
        await define(slicedOf());
        await measureTimes(12);
        expect(
          new Set(source.asked.map(({ bucketSeconds }) => bucketSeconds)),
        ).toEqual(new Set([60]));
        const longest = Math.max(
          ...source.asked.map(({ from, to }) => to - from),
        );
        expect(longest).toBeLessThanOrEqual(DAY / 5 + HOUR);
        const rows = await list();
        const until = noon + 10 * MINUTE;
        expect(rows).toHaveLength((2 * DAY + 10 * MINUTE) / (5 * MINUTE));
        expect(rows.filter(({ start }) => start % HOUR === 0)[0]).toMatchObject(
          {
            good: 7,
            total: 8,
            slices: 4,
            goodSlices: 3,
            ratioSum: 3.5,
            measured: 1,
          },
        );
        const { tallies } = tallyBuckets(
          minutesOf({ from: noon - 2 * DAY, to: until }),
          part(0),
          'Timeslices',
          300,
          until,
        );
        expect(rows).toEqual(tallies.map(of => ({ ...of, measured: 1 })));
        expect((await slicesOf()).slice(0, 48)).toEqual(
          Array(48).fill([59, 58]),
        );
      });

      it('are left alone where others are counted anew from what is kept', async () => {
        await define(slicedOf());
        await measureTimes(12);
        const before = await list();
        await store.definitions.apply(
          {
            defined: [definedOf(slicedOf(), { recount: true })],
            mended: [],
            removed: [],
          },
          { now },
        );
        await measureTimes(1);
        expect((await list()).slice(0, before.length)).toEqual(before);
      });

      describe('of a composite', () => {
        const composite = slicedOf({
          composite: true,
          objectives: [part(0), part(1)],
        });
        /** The second part fails half an hour later. */
        const later: SliSource['measure'] = async requests =>
          requests.map(request => ({
            id: request.id,
            queries: [],
            buckets: minutesOf(request).map(bucket =>
              request.id.endsWith(' 1')
                ? {
                    ...bucket,
                    good: bucket.start % HOUR === 30 * MINUTE ? 0 : 2,
                    total: 2,
                  }
                : bucket,
            ),
          }));
        const failing: SliSource['measure'] = async (requests, context) =>
          (await later(requests, context)).map(answer =>
            answer.id.endsWith(' 1')
              ? { id: answer.id, problem: 'no such series', queries: [] }
              : answer,
          );

        it('are good for all of its parts', async () => {
          source.answer = later;
          await define(composite);
          await measureTimes(12);
          expect((await slicesOf(0))[3]).toEqual([59, 58]);
          expect((await slicesOf(1))[3]).toEqual([60, 59]);
          expect((await slicesOf(-1)).slice(0, 48)).toEqual(
            Array(48).fill([60, 58]),
          );
        });

        it('are not known while a part is not measured, and are made up for', async () => {
          source.answer = later;
          await define(composite);
          await measureTimes(12);
          const before = await list(300, -1);
          source.answer = failing;
          now = noon + 2 * HOUR;
          await measurer().measureDue(signal);
          expect(await list(300, -1)).toEqual(before);
          source.answer = later;
          now = noon + 3 * HOUR;
          await measurer().measureDue(signal);
          expect((await slicesOf(-1)).slice(-3)).toEqual(
            Array(3).fill([60, 58]),
          );
        });

        it('go back together, and wait for each other', async () => {
          source.answer = later;
          await define(composite);
          await measureTimes(12);
          const day = Math.floor((noon - 2 * DAY) / DAY) * DAY;
          const stricter = {
            ...composite,
            objectives: [part(0, 0.5), part(1, 0.5)],
          };
          await store.definitions.apply(
            {
              defined: [
                definedOf(stricter, {
                  recount: true,
                  backfill: { objectives: [0, 1], from: day },
                }),
              ],
              mended: [],
              removed: [],
            },
            { now },
          );
          source.answer = failing;
          await measureTimes(1);
          expect(await store.backfills.list([a])).toEqual([
            { sloRef: a, objective: 0, from: day },
            { sloRef: a, objective: 1, from: day },
          ]);
          source.answer = later;
          now += HOUR;
          await measureTimes(20);
          expect(await store.backfills.list([a])).toEqual([]);
          // One half of the events is enough now for a minute of the first part.
          expect(new Set((await slicesOf(0)).slice(0, 48).map(String))).toEqual(
            new Set(['59,59']),
          );
          expect(
            new Set((await slicesOf(-1)).slice(0, 48).map(String)),
          ).toEqual(new Set(['60,59']));
        });
      });
    });

    it('counts slices anew from what is kept, when they are other ones', async () => {
      await define(definitionOf(a));
      await measureTimes(3);
      expect((await list(3600))[0].slices).toBe(0);
      const sliced = definitionOf(a, {
        budgetingMethod: 'Timeslices',
        objectives: [
          objectiveOf({ timeSliceSeconds: 300, timeSliceTarget: 0.95 }),
        ],
      });
      await store.definitions.apply(
        {
          defined: [definedOf(sliced, { recount: true })],
          mended: [],
          removed: [],
        },
        { now },
      );
      await measureTimes(1);
      const hours = await list(3600);
      // The first day is not whole, so its slices are left.
      const midnight = Math.ceil((noon - 2 * DAY) / DAY) * DAY;
      expect(
        hours
          .filter(({ start }) => start >= midnight)
          .map(({ slices, goodSlices }) => [slices, goodSlices]),
      ).toEqual(Array(36).fill([12, 11]));
    });

    it('gives the same rows when it is broken off and done again, and when two replicas measure', async () => {
      const refs = Array.from({ length: 5 }, (_, at) => `slo:default/${at}`);
      await define(definitionOf(a), ...refs.map(ref => definitionOf(ref)));
      // The process dies after it has kept buckets, and before it could say so.
      const dying = new SloMeasurer({
        ...store,
        measurements: Object.assign(Object.create(store.measurements), {
          claim: store.measurements.claim.bind(store.measurements),
          extend: store.measurements.extend.bind(store.measurements),
          settle: async () => {
            throw new Error('killed');
          },
        }),
        sources: new SliSources([source]),
        settings: { ...settings, stepMs: 31 * DAY },
        logger: mockServices.logger.mock(),
        clock: () => now,
      });
      await expect(dying.measureDue(signal)).rejects.toThrow('killed');
      const before = await list();
      expect(before).toHaveLength(2 * 288);
      expect((await known()).measuredUntil).toBeNull();
      // Its lease has to run out first.
      await measurer().measureDue(signal);
      expect((await known()).measuredUntil).toBeNull();
      now += 2 * MINUTE;
      const calls = source.calls;
      const replicas = [
        measurer({ stepMs: 31 * DAY }),
        measurer({ stepMs: 31 * DAY }),
      ];
      await Promise.all(replicas.map(replica => replica.measureDue(signal)));
      expect(await list()).toEqual(before);
      expect((await known()).measuredUntil).toBe(noon);
      const asked = source.asked.slice(-6).map(({ id }) => id);
      expect(new Set(asked).size).toBe(6);
      expect(source.calls - calls).toBeLessThanOrEqual(6);
    });

    it('asks for many objectives at once, at most a hundred', async () => {
      await define(
        ...Array.from({ length: 130 }, (_, at) =>
          definitionOf(`slo:default/${1000 + at}`),
        ),
      );
      await measurer({ backfillMs: HOUR }).measureDue(signal);
      expect(source.calls).toBe(2);
      expect(new Set(source.asked.map(({ id }) => id)).size).toBe(130);
    });

    it('starts nothing when it is told to stop, and leaves it to others', async () => {
      await define(definitionOf(a));
      const controller = new AbortController();
      source.answer = async () => {
        controller.abort();
        throw new Error('stopped');
      };
      await measurer().measureDue(controller.signal);
      expect(await known()).toMatchObject({ failures: 0, nextAt: noon });
    });
  },
);
