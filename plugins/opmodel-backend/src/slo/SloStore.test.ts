import { seesAll, seesNone } from '../catalog/Visibility';
import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { eachStore } from '../testing/eachStore';
import { entityOf, scanEntities } from '../testing/catalog';
import { DatabaseSloStore } from './DatabaseSloStore';
import { FakeSloStore } from './FakeSloStore';
import type { MeasuredTally } from './measurement/SliBucketStore';
import type { MeasurementOutcome } from './measurement/SloMeasurementStore';
import type {
  SloObjectiveState,
  SloWindowRow,
} from './evaluation/SloEvaluationStore';
import { mapBurns } from './evaluation/evaluateObjective';
import type { SloStore } from './SloStore';
import {
  DAY,
  definedOf,
  definitionOf,
  HOUR,
  MINUTE,
  noon,
} from './testing/slos';

const a = 'slo:default/a';
const b = 'slo:default/b';
const problem = {
  severity: 'error' as const,
  rule: 'entity-unknown',
  path: 'spec.service',
  value: 'nobody – ä 😀',
  message: 'The catalog has no component of this name.',
  source: 'https://git.example.com/slos.yaml',
};

const tally = (start: number, good: number, total: number): MeasuredTally => ({
  start,
  good,
  total,
  slices: 1,
  goodSlices: good === total ? 1 : 0,
  ratioSum: good / total,
  measured: 1,
});

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
  good: 999.5,
  total: 1_000,
  minimum: 100,
  allowed: 10,
  spent: 0.5,
  remaining: 0.95,
  estimated: false,
  burns: mapBurns(name => (name === '3d' ? null : 0.1)),
  exhaustsAt: noon + DAY,
  alertState: null,
  ...given,
});

jest.setTimeout(60_000);

eachStore<{ store: SloStore; scan: (refs: string[]) => Promise<unknown> }>(
  {
    name: 'SloStore',
    fake: () => {
      const catalog = new FakeCatalogStore();
      return {
        store: new FakeSloStore(catalog),
        scan: refs =>
          scanEntities(
            catalog,
            refs.map(ref => entityOf(ref)),
          ),
      };
    },
    database: knex => ({
      store: new DatabaseSloStore(knex),
      scan: refs =>
        scanEntities(
          new DatabaseSnapshotStore(knex),
          refs.map(ref => entityOf(ref)),
        ),
    }),
  },
  createStore => {
    let store: SloStore;
    let scan: (refs: string[]) => Promise<unknown>;
    const claim = (now: number, limit = 10) =>
      store.measurements.claim({
        sourceType: 'toy',
        limit,
        leaseMs: MINUTE,
        now,
      });
    const isOf =
      (ref: string) =>
      ({ sloRef }: { sloRef: string }) =>
        sloRef === ref;
    const settle = (
      { sloRef, token }: { sloRef: string; token: string },
      part: Partial<Extract<MeasurementOutcome, { state: 'measured' }>> = {},
    ) =>
      store.measurements.settle(
        [
          {
            sloRef,
            token,
            state: 'measured',
            measuredUntil: noon,
            queries: null,
            nextAt: noon,
            ...part,
          },
        ],
        { now: noon },
      );
    const measure = async (
      ref: string,
      part?: Parameters<typeof settle>[1],
    ) => {
      const claimed = await claim(noon + 10 * MINUTE);
      await settle(claimed.find(isOf(ref))!, part);
    };
    const list = (resolution: 300 | 3600 | 86400) =>
      store.buckets.list({
        sloRef: a,
        objective: 0,
        resolution,
        from: 0,
        to: noon + DAY,
      });

    beforeEach(async () => {
      ({ store, scan } = await createStore());
      await store.definitions.apply(
        {
          defined: [
            definedOf(definitionOf(b, { title: 'B' })),
            definedOf(definitionOf(a), { problems: [problem, problem] }),
          ],
          mended: [],
          removed: [],
        },
        { now: noon },
      );
    });

    it('keeps definitions with their problems, and what they were made of', async () => {
      expect(await store.definitions.list()).toEqual([
        {
          definition: definitionOf(a),
          sourceType: 'toy',
          countsFrom: null,
          state: null,
          definedAt: noon,
          removedAt: null,
        },
        expect.objectContaining({
          definition: definitionOf(b, { title: 'B' }),
        }),
      ]);
      expect(await store.definitions.listProblems(a)).toEqual([
        problem,
        problem,
      ]);
      const known = (await store.definitions.listKnown()).get(a)!;
      const { definitionHash } = definedOf(definitionOf(a));
      expect(known).toMatchObject({ ref: a, definitionHash, removed: false });
      await store.definitions.apply(
        {
          defined: [],
          mended: [{ definition: definitionOf(a), problems: [] }],
          removed: [],
        },
        { now: noon },
      );
      expect(await store.definitions.listProblems(a)).toEqual([]);
      expect(
        (await store.definitions.listKnown()).get(a)!.problemHash,
      ).not.toBe(known.problemHash);
    });

    it('keeps the history of an SLO that is removed, measures it no more, and goes on when it is back', async () => {
      const span = { sloRef: a, objective: 0, from: noon, to: noon + HOUR };
      await store.buckets.keep([{ ...span, tallies: [tally(noon, 1, 2)] }]);
      await store.evaluations.keep({ states: [stateOf(a)], windows: [] });
      const remove = { defined: [], mended: [], removed: [a] };
      await store.definitions.apply(remove, { now: noon + 1 });
      await store.definitions.apply(remove, { now: noon + 2 });

      expect(await store.definitions.list()).toHaveLength(1);
      expect(await store.definitions.list([a])).toMatchObject([
        { removedAt: noon + 1, state: 'met' },
      ]);
      expect(await store.definitions.listProblems(a)).toEqual([]);
      expect(await list(300)).toHaveLength(1);
      expect(await store.evaluations.listStates([a])).toHaveLength(1);
      expect((await claim(noon + 3)).map(({ sloRef }) => sloRef)).toEqual([b]);
      const due = await store.evaluations.claim({
        limit: 9,
        leaseMs: 1,
        now: noon + 3,
      });
      expect(due.map(({ sloRef }) => sloRef)).toEqual([b]);

      await store.definitions.apply(
        { defined: [definedOf(definitionOf(a))], mended: [], removed: [] },
        { now: noon + 4 },
      );
      expect(await store.definitions.list([a])).toMatchObject([
        { removedAt: null, state: 'met' },
      ]);
      // From the last day of which something is known: a source may have forgotten what was before.
      expect(await claim(noon + 5)).toMatchObject([
        { sloRef: a, measuredUntil: Math.floor(noon / DAY) * DAY },
      ]);
    });

    it('goes on where an SLO was measured to that could not be measured for a while', async () => {
      const span = { sloRef: a, objective: 0, from: noon, to: noon + HOUR };
      await store.buckets.keep([{ ...span, tallies: [tally(noon, 1, 2)] }]);
      const define = (given: Partial<ReturnType<typeof definedOf>>) =>
        store.definitions.apply(
          {
            defined: [definedOf(definitionOf(a), given)],
            mended: [],
            removed: [],
          },
          { now: noon + 1 },
        );
      const measuredUntil = async () =>
        (await store.measurements.getMany([a])).get(a)?.measuredUntil;
      await define({ sourceType: null });
      expect(await measuredUntil()).toBeUndefined();
      await define({});
      const day = Math.floor(noon / DAY) * DAY;
      expect(await measuredUntil()).toBe(day);
      // What is measured anew on request is not skipped by a new reading.
      await store.measurements.request([a], { now: noon, from: day - DAY });
      await define({});
      expect((await store.measurements.getMany([a])).get(a)).toMatchObject({
        measuredUntil: day,
        againFrom: day - DAY,
      });
    });

    it('gives each SLO to one who measures, until the lease ends or the outcome is known', async () => {
      const [first] = await claim(noon, 1);
      const [second] = await claim(noon, 10);
      expect([first.sloRef, second.sloRef].sort()).toEqual([a, b]);
      expect(await claim(noon + MINUTE - 1)).toEqual([]);
      expect(
        await store.measurements.extend([first], {
          leaseMs: MINUTE,
          now: noon + MINUTE / 2,
        }),
      ).toBe(1);
      // The second was not prolonged: another replica takes it, and what the first holder says of it does not count.
      const [taken] = await claim(noon + MINUTE);
      expect(taken.sloRef).toBe(second.sloRef);
      const outcome = {
        state: 'measured' as const,
        measuredUntil: noon,
        queries: { 0: ['good', 'total'] },
        nextAt: noon + HOUR,
      };
      expect(
        await store.measurements.settle(
          [
            { ...outcome, sloRef: second.sloRef, token: second.token },
            { ...outcome, sloRef: first.sloRef, token: first.token },
          ],
          { now: noon + MINUTE },
        ),
      ).toEqual([first.sloRef]);
      const known = await store.measurements.getMany([
        a,
        b,
        'slo:default/none',
      ]);
      expect(known.get(first.sloRef)).toEqual({
        sloRef: first.sloRef,
        sourceType: 'toy',
        measuredUntil: noon,
        againFrom: null,
        measuredAt: noon + MINUTE,
        nextAt: noon + HOUR,
        failures: 0,
        error: null,
        queries: { 0: ['good', 'total'] },
      });
      expect(known.get(second.sloRef)!.measuredUntil).toBeNull();
      expect(known.size).toBe(2);
    });

    it('gives no SLO to two at a time', async () => {
      const claims = await Promise.all([claim(noon, 1), claim(noon, 1)]);
      const refs = claims.flat().map(({ sloRef }) => sloRef);
      expect(new Set(refs).size).toBe(refs.length);
    });

    it('keeps what is known when measuring fails, and does not put off what is asked for meanwhile', async () => {
      const [one] = await claim(noon, 1);
      const failed = {
        sloRef: one.sloRef,
        token: one.token,
        state: 'failed' as const,
        error: 'no route',
        queries: null,
        measuredUntil: null,
        nextAt: noon + HOUR,
      };
      await store.measurements.request([one.sloRef], { now: noon + 1 });
      expect(await claim(noon + 1, 1)).toHaveLength(1);
      await store.measurements.settle([failed], { now: noon + 2 });
      const known = await store.measurements.getMany([one.sloRef]);
      expect(known.get(one.sloRef)).toMatchObject({
        failures: 1,
        error: 'no route',
        nextAt: noon + 1,
        measuredAt: null,
      });
      const [again] = await claim(noon + 2, 1);
      expect(again).toMatchObject({ sloRef: one.sloRef, failures: 1 });
      await store.measurements.settle(
        [{ sloRef: again.sloRef, token: again.token, state: 'given_back' }],
        { now: noon + 3 },
      );
      expect(await claim(noon + 3, 1)).toMatchObject([
        { sloRef: one.sloRef, failures: 1 },
      ]);
    });

    it('measures anew from an instant when asked to, and counts slices anew when they are other ones', async () => {
      const [one] = await claim(noon, 1);
      await store.measurements.settle(
        [
          {
            sloRef: one.sloRef,
            token: one.token,
            state: 'measured',
            measuredUntil: noon,
            queries: null,
            nextAt: noon + HOUR,
          },
        ],
        { now: noon },
      );
      await store.measurements.request([one.sloRef], {
        now: noon + 1,
        from: noon - HOUR,
      });
      await store.measurements.request([one.sloRef], {
        now: noon + 1,
        from: noon - MINUTE,
      });
      await store.definitions.apply(
        {
          defined: [definedOf(definitionOf(one.sloRef), { recount: true })],
          mended: [],
          removed: [],
        },
        { now: noon + 1 },
      );
      expect(
        (await claim(noon + 1)).find(({ sloRef }) => sloRef === one.sloRef),
      ).toMatchObject({
        measuredUntil: noon,
        againFrom: noon - HOUR,
        recount: true,
      });
    });

    it('asks for nothing again that is not measured yet', async () => {
      await store.measurements.request([a], { now: noon, from: noon - HOUR });
      expect((await store.measurements.getMany([a])).get(a)).toMatchObject({
        measuredUntil: null,
        againFrom: null,
      });
    });

    it('keeps what is asked for again while it is measured, and until it went well', async () => {
      await measure(a);
      await store.measurements.request([a], { now: noon, from: noon - HOUR });
      const again = async () =>
        (await store.measurements.getMany([a])).get(a)?.againFrom;
      const [failing] = (await claim(noon + 1)).filter(isOf(a));
      await store.measurements.settle(
        [
          {
            sloRef: a,
            token: failing.token,
            state: 'failed',
            error: 'no route',
            queries: null,
            measuredUntil: null,
            nextAt: noon + 2,
          },
        ],
        { now: noon + 2 },
      );
      expect(await again()).toBe(noon - HOUR);
      // What comes while it is measured was not in what was asked.
      const [held] = (await claim(noon + 3)).filter(isOf(a));
      await store.measurements.request([a], {
        now: noon + 4,
        from: noon - DAY,
      });
      await settle(held);
      expect(await again()).toBe(noon - DAY);
      const [last] = (await claim(noon + 5)).filter(isOf(a));
      await settle(last, {
        again: { from: noon - DAY, to: noon - HOUR, next: noon - HOUR },
      });
      expect(await again()).toBe(noon - HOUR);
      await measure(a);
      expect(await again()).toBeNull();
    });

    it('evaluates anew the windows of what was asked for again', async () => {
      const windowAt = (to: number): SloWindowRow => ({
        sloRef: a,
        objective: 0,
        from: to - DAY,
        to,
        target: 0.9,
        attainment: 1,
        remaining: 1,
        state: 'met',
        good: 9,
        total: 9,
        complete: true,
      });
      await store.evaluations.keep({
        states: [],
        windows: [3, 2, 1].map(days => windowAt(noon - days * DAY)),
      });
      await measure(a, {
        again: {
          from: noon - 2 * DAY,
          to: noon - 2 * DAY + HOUR,
          next: null,
        },
      });
      expect(
        (await store.evaluations.listOpenWindows([a], { until: noon })).map(
          ({ to }) => to,
        ),
      ).toEqual([noon - DAY]);
    });

    it('sums hours and days from buckets of five minutes, whatever is measured again', async () => {
      const five = 5 * MINUTE;
      const span = { sloRef: a, objective: 0, from: noon, to: noon + 2 * HOUR };
      const tallies = [
        tally(noon, 9, 10),
        tally(noon + five, 10, 10),
        tally(noon + HOUR, 1, 4),
      ];
      await store.buckets.keep([
        { ...span, tallies },
        { ...span, objective: 1, tallies: [tally(noon, 1, 1)] },
      ]);
      await store.buckets.keep([{ ...span, tallies }]);
      expect(await list(300)).toEqual(tallies);
      expect(await list(3600)).toEqual([
        {
          start: noon,
          good: 19,
          total: 20,
          slices: 2,
          goodSlices: 1,
          ratioSum: 1.9,
          measured: 2,
        },
        { ...tally(noon + HOUR, 1, 4) },
      ]);
      const midnight = Date.parse('2026-11-22T00:00:00Z');
      expect(await list(86400)).toEqual([
        expect.objectContaining({
          start: midnight,
          good: 20,
          total: 24,
          slices: 3,
          measured: 3,
        }),
      ]);

      // One bucket is known better, one turns out to be unknown, and nothing outside of the span is touched.
      await store.buckets.keep([
        {
          ...span,
          to: noon + HOUR,
          tallies: [tally(noon, 10, 10)],
        },
      ]);
      expect(await list(300)).toEqual([
        tally(noon, 10, 10),
        tally(noon + HOUR, 1, 4),
      ]);
      expect(await list(3600)).toMatchObject([
        { start: noon, good: 10, measured: 1 },
        { start: noon + HOUR, good: 1 },
      ]);
      expect(await list(86400)).toMatchObject([{ good: 11, total: 14 }]);
      await store.buckets.keep([{ ...span, tallies: [] }]);
      expect([
        ...(await list(300)),
        ...(await list(3600)),
        ...(await list(86400)),
      ]).toEqual([]);
    });

    it('forgets old buckets of one length, the oldest first', async () => {
      const span = { sloRef: a, objective: 0, from: noon, to: noon + HOUR };
      const tallies = [0, 1, 2].map(at => tally(noon + at * 5 * MINUTE, 1, 1));
      await store.buckets.keep([{ ...span, tallies }]);
      const old = { resolution: 300 as const, before: noon + 10 * MINUTE };
      expect(await store.buckets.deleteBatch({ ...old, limit: 1 })).toBe(1);
      expect(await list(300)).toEqual(tallies.slice(1));
      expect(await store.buckets.deleteBatch({ ...old, limit: 9 })).toBe(1);
      expect(await store.buckets.deleteBatch({ ...old, limit: 9 })).toBe(0);
      expect(await list(300)).toEqual(tallies.slice(2));
      expect(await list(3600)).toMatchObject([{ total: 3 }]);
    });

    it('sums any span from buckets of all lengths, and only what counts', async () => {
      const start = noon - 3 * DAY;
      const tallies: MeasuredTally[] = [];
      for (let at = start; at < noon; at += 5 * MINUTE) {
        tallies.push(tally(at, 9, 10));
      }
      await store.buckets.keep([
        { sloRef: a, objective: 0, from: start, to: noon, tallies },
        { sloRef: b, objective: 0, from: start, to: noon, tallies },
      ]);
      const from = start + 5 * MINUTE;
      const to = noon - 10 * MINUTE;
      const slos = [
        { sloRef: a, objectives: [0, 1], countsFrom: null },
        { sloRef: b, objectives: [0], countsFrom: noon - HOUR },
      ];
      const spans = {
        window: [{ from, to }],
        hole: [
          { from, to: from + HOUR },
          { from: to - HOUR, to },
        ],
        before: [{ from: start - DAY, to: start }],
      };
      const sums = await store.evaluations.sum([{ slos, spans }]);
      const buckets = (sloRef: string, span: string) =>
        sums.find(of => of.sloRef === sloRef && of.span === span)?.buckets;
      expect(buckets(a, 'window')).toBe(3 * 288 - 3);
      expect(buckets(a, 'hole')).toBe(24);
      expect(buckets(b, 'window')).toBe(10);
      expect(buckets(b, 'hole')).toBe(10);
      expect(sums).toHaveLength(4);
      expect(sums.find(of => of.sloRef === a && of.span === 'hole')).toEqual({
        sloRef: a,
        objective: 0,
        span: 'hole',
        good: 216,
        total: 240,
        slices: 24,
        goodSlices: 0,
        ratioSum: expect.closeTo(21.6, 9),
        buckets: 24,
      });
      expect(await store.evaluations.sum([])).toEqual([]);
    });

    it('keeps states, and how SLOs stand by the worst of them', async () => {
      const states = [
        stateOf(a),
        stateOf(a, {
          objective: 1,
          state: 'exhausted',
          remaining: -2.5,
          window: null,
          measuredUntil: null,
          estimated: true,
          alertState: 'firing',
        }),
      ];
      await store.evaluations.keep({ states, windows: [] });
      expect(await store.evaluations.listStates([a, b])).toEqual(states);
      expect(await store.definitions.list([a])).toMatchObject([
        { state: 'exhausted' },
      ]);
      await store.evaluations.keepAlertStates([
        { sloRef: a, objective: 1, alertState: 'ok', state: 'met' },
        { sloRef: b, objective: 7, alertState: 'ok', state: 'met' },
      ]);
      expect(await store.evaluations.listStates([a])).toMatchObject([
        { state: 'met' },
        { state: 'met', alertState: 'ok' },
      ]);
      expect(await store.definitions.list([a])).toMatchObject([
        { state: 'met' },
      ]);
      // An objective that is gone takes its state with it.
      await store.evaluations.keep({ states: [stateOf(a)], windows: [] });
      expect(await store.evaluations.listStates([a])).toEqual([stateOf(a)]);
    });

    it('keeps windows, and those that are complete as they were', async () => {
      const window = {
        sloRef: a,
        objective: 0,
        target: 0.99,
        attainment: 0.999,
        remaining: 0.9,
        state: 'met' as const,
        good: 999,
        total: 1_000,
        from: noon - 30 * DAY,
        to: noon,
        complete: false,
      };
      const next = { ...window, from: noon - 29 * DAY, to: noon + DAY };
      const keep = (windows: (typeof window)[]) =>
        store.evaluations.keep({ states: [stateOf(a)], windows });
      await keep([window]);
      await keep([{ ...window, remaining: 0.8, complete: true }, next]);
      await keep([{ ...window, remaining: 0.1 }]);
      const done = { ...window, remaining: 0.8, complete: true };
      expect(await store.evaluations.listWindows(a, 0, { limit: 9 })).toEqual([
        next,
        done,
      ]);
      expect(
        await store.evaluations.listWindows(a, 0, {
          before: next.to,
          limit: 1,
        }),
      ).toEqual([done]);
      expect(await store.evaluations.listWindows(b, 0, { limit: 9 })).toEqual(
        [],
      );
    });

    it('opens windows that are touched, however old, and lists those that are open', async () => {
      const windowOf = (sloRef: string, objective: number, days: number) => ({
        sloRef,
        objective,
        target: 0.99,
        attainment: 0.999,
        remaining: 0.9,
        state: 'met' as const,
        good: 999,
        total: 1_000,
        from: noon - (days + 30) * DAY,
        to: noon - days * DAY,
        complete: true,
      });
      const windows = [
        windowOf(a, -1, 100),
        windowOf(a, 0, 100),
        windowOf(a, 0, 160),
        windowOf(a, 0, 60),
        windowOf(a, 0, 0),
        windowOf(b, 0, 100),
      ];
      await store.evaluations.keep({ states: [], windows });
      const open = async (until = noon) =>
        (await store.evaluations.listOpenWindows([a, b], { until })).map(
          ({ sloRef, objective, to }) => [sloRef, objective, (noon - to) / DAY],
        );
      expect(await open()).toEqual([]);
      // The window that ends as the span begins is not touched, nor is that which begins as it ends.
      await store.evaluations.request([a], {
        now: noon,
        from: noon - 160 * DAY,
        to: noon - 90 * DAY,
      });
      expect(await open()).toEqual([
        [a, -1, 100],
        [a, 0, 100],
      ]);
      await store.evaluations.request([a], {
        now: noon,
        from: noon - 70 * DAY,
      });
      expect(await open(noon - DAY)).toEqual([
        [a, -1, 100],
        [a, 0, 100],
        [a, 0, 60],
      ]);
      expect(
        await store.evaluations.listOpenWindows([b], { until: noon }),
      ).toEqual([]);
      await store.evaluations.request([b], {
        now: noon,
        from: noon - 101 * DAY,
      });
      expect(
        await store.evaluations.listOpenWindows([b], { until: noon }),
      ).toEqual([{ ...windows[5], complete: false }]);
    });

    it('gives each SLO to one who evaluates, and notices what is asked for meanwhile', async () => {
      const due = (now: number) =>
        store.evaluations.claim({ limit: 9, leaseMs: MINUTE, now });
      const claims = await due(noon);
      expect(claims.map(({ sloRef }) => sloRef)).toEqual([a, b]);
      expect(await due(noon + 1)).toEqual([]);
      await store.evaluations.request([b], { now: noon + 2 });
      await store.evaluations.settle(
        claims.map(({ sloRef, token }) => ({
          sloRef,
          token,
          dueAt: noon + HOUR,
          error: null,
        })),
        { now: noon + 3 },
      );
      expect(await due(noon + 4)).toMatchObject([
        { sloRef: b, evaluatedAt: noon + 3, failures: 0 },
      ]);
      await store.evaluations.request(undefined, { now: noon + 5 });
      const [again] = await due(noon + 5);
      expect(again.sloRef).toBe(a);
      await store.evaluations.settle(
        [{ ...again, dueAt: noon + HOUR, error: 'broken' }],
        { now: noon + 6 },
      );
      // The one that died holding b left it to whoever comes after its lease.
      expect(await due(noon + 4 + MINUTE)).toMatchObject([{ sloRef: b }]);
      expect(await due(noon + HOUR)).toMatchObject([
        { sloRef: a, failures: 1, evaluatedAt: noon + 3 },
        { sloRef: b },
      ]);
    });

    it('counts entities that are measured, as far as they and their SLO may be seen', async () => {
      const count = (refs?: string[]) =>
        store.definitions.countMeasured(
          'component',
          refs ? { type: 'refs', refs: new Set(refs) } : seesAll,
        );
      await scan([a, b, 'component:default/checkout']);
      expect(await count()).toBe(0);
      const claims = await claim(noon);
      await store.measurements.settle(
        claims.map(({ sloRef, token }) => ({
          sloRef,
          token,
          state: 'measured' as const,
          measuredUntil: noon,
          queries: null,
          nextAt: noon,
        })),
        { now: noon },
      );
      expect(await count()).toBe(1);
      expect(await count([a, 'component:default/checkout'])).toBe(1);
      expect(await count(['component:default/checkout'])).toBe(0);
      expect(await count([a, b])).toBe(0);
      expect(await store.definitions.countMeasured('component', seesNone)).toBe(
        0,
      );
      expect(await store.definitions.countMeasured('system', seesAll)).toBe(0);
    });
  },
);
