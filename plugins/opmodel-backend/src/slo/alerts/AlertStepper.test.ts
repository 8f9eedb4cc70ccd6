import type { SloDefinition } from '@opmodel/backstage-plugin-opmodel-common';
import type { ImmediateNotice } from '../../attention/ImmediateNotices';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { eachStore } from '../../testing/eachStore';
import type { EvaluatedSlo } from '../evaluation/EvaluatedSlo';
import type {
  SloObjectiveState,
  SpanTally,
  TallyQuestion,
} from '../evaluation/SloEvaluationStore';
import { AlertNotices } from './AlertNotices';
import { AlertStepper } from './AlertStepper';
import { DatabaseSloAlertStore } from './DatabaseSloAlertStore';
import { FakeSloAlertStore } from './FakeSloAlertStore';
import type { SloAlertStore } from './SloAlertStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(60_000);

const start = Date.parse('2026-06-29T03:00:00Z');
const minute = 60_000;
const ref = 'slo:default/checkout';

const definition: SloDefinition = {
  ref,
  title: 'Checkout answers',
  description: null,
  entityRef: null,
  ownerRef: 'group:default/shop',
  budgetingMethod: 'Occurrences',
  window: { type: 'rolling', duration: { count: 30, unit: 'd' } },
  objectives: [
    {
      index: 0,
      title: null,
      target: 0.999,
      timeSliceTarget: null,
      timeSliceSeconds: null,
      comparison: null,
      indicator: null,
      weight: 1,
    },
  ],
  composite: false,
  alertConditions: [],
  reviewOn: null,
};

const ofDocument = (
  overrides: Partial<SloDefinition['alertConditions'][number]>,
): SloDefinition => ({
  ...definition,
  alertConditions: [
    {
      policy: 'fast-burn',
      severity: 'page',
      threshold: 10,
      operator: 'gte',
      lookbackSeconds: 1_800,
      alertAfterSeconds: 0,
      alertWhenNoData: false,
      alertWhenResolved: true,
      ...overrides,
    },
  ],
});

const noBurn = {
  '5m': 0,
  '30m': 0,
  '1h': 0,
  '2h': 0,
  '6h': 0,
  '1d': 0,
  '3d': 0,
};

function stateAt(
  now: number,
  burns: Partial<SloObjectiveState['burns']>,
  overrides: Partial<SloObjectiveState> = {},
): SloObjectiveState {
  return {
    sloRef: ref,
    objective: 0,
    evaluatedAt: now,
    measuredUntil: now,
    window: null,
    target: 0.999,
    state: 'met',
    attainment: 0.9999,
    good: 99_990,
    total: 100_000,
    minimum: 1_000,
    allowed: 100,
    spent: 10,
    remaining: 0.9,
    estimated: false,
    burns: { ...noBurn, ...burns },
    exhaustsAt: null,
    alertState: null,
    ...overrides,
  };
}

eachStore<SloAlertStore>(
  {
    name: 'AlertStepper with a store',
    fake: () => new FakeSloAlertStore(),
    database: knex => new DatabaseSloAlertStore(knex),
  },
  createStore => {
    let store: SloAlertStore;
    let asked: Map<string, ImmediateNotice>;
    let kept: { state: string; alertState: string | null }[];
    /** Events in every span that is asked for. */
    let events: number;
    let bad: number;
    let questions: TallyQuestion[];

    const stepper = (whenResolved = true) =>
      new AlertStepper({
        alerts: store,
        whenResolved,
        evaluations: {
          keepAlertStates: async alerts => {
            kept = alerts.map(({ state, alertState }) => ({
              state,
              alertState,
            }));
          },
          sum: async (given: readonly TallyQuestion[]) => {
            questions.push(...given);
            return given.flatMap(({ slos, spans }) =>
              slos.flatMap(({ sloRef, objectives }) =>
                Object.keys(spans).map(
                  (span): SpanTally => ({
                    sloRef,
                    objective: objectives[0],
                    span,
                    good: events - bad,
                    total: events,
                    slices: 0,
                    goodSlices: 0,
                    ratioSum: 0,
                    buckets: 6,
                  }),
                ),
              ),
            );
          },
        },
        notices: new AlertNotices({
          catalog: new FakeCatalogStore(),
          notices: {
            request: async notices => {
              for (const notice of notices) {
                asked.set(notice.id, notice);
              }
            },
          },
        }),
      });
    const step = (
      now: number,
      burns: Partial<SloObjectiveState['burns']>,
      options: {
        definition?: SloDefinition;
        state?: Partial<SloObjectiveState>;
        by?: AlertStepper;
        counted?: Partial<Pick<EvaluatedSlo, 'corrections' | 'countsFrom'>>;
      } = {},
    ) =>
      (options.by ?? stepper()).step(
        [
          {
            definition: options.definition ?? definition,
            states: [stateAt(now, burns, options.state)],
            before: [],
            corrections: [],
            countsFrom: null,
            ...options.counted,
          },
        ],
        { now },
      );
    const statesOf = async () =>
      Object.fromEntries(
        (await store.list([ref])).map(({ rule, state }) => [rule, state]),
      );
    const titles = () => [...asked.values()].map(({ title }) => title);

    beforeEach(async () => {
      store = await createStore();
      asked = new Map();
      kept = [];
      questions = [];
      events = 100_000;
      bad = 0;
    });

    const outage = { '5m': 100, '30m': 20, '1h': 15, '6h': 3, '1d': 1 };
    const over = { '5m': 0, '30m': 0, '1h': 12, '6h': 3, '1d': 1 };

    it('watches the usual four alerts, fires the one that holds, and puts the objective at risk', async () => {
      await step(start, {});
      expect(await statesOf()).toEqual({
        page_fast: 'ok',
        page_slow: 'ok',
        ticket_fast: 'ok',
        ticket_slow: 'ok',
      });
      expect(kept).toEqual([{ state: 'met', alertState: 'ok' }]);
      await step(start + minute, outage);
      expect(await statesOf()).toMatchObject({
        page_fast: 'firing',
        page_slow: 'ok',
      });
      expect(kept).toEqual([{ state: 'at_risk', alertState: 'firing' }]);
      expect([...asked.values()]).toEqual([
        {
          id: `slo-burning:${ref}:0:page_fast:fired:${start + minute}`,
          ownerRef: 'group:default/shop',
          title: 'Checkout answers burns its error budget',
          description:
            'Over the last 1 h it burned 15 times as fast as it may; the alert page_fast fires from 14.4 on.',
          namelessTitle: 'An objective burns its error budget',
          link: '/slos/default/checkout',
          severity: 'critical',
          topic: 'Burning objectives of my teams',
          scope: `opmodel:slo-burning:${ref}`,
        },
      ]);
    });

    it('ends once it has been over for a while, tells that once, and gives the objective its state back', async () => {
      await step(start, outage);
      await step(start + 5 * minute, over);
      expect(await statesOf()).toMatchObject({ page_fast: 'resolving' });
      await step(start + 15 * minute, over, {
        state: { state: 'at_risk', alertState: 'firing' },
      });
      expect(await statesOf()).toMatchObject({ page_fast: 'ok' });
      expect(kept).toEqual([{ state: 'met', alertState: 'ok' }]);
      await step(start + 16 * minute, {});
      expect(titles()).toEqual([
        'Checkout answers burns its error budget',
        'Checkout answers no longer burns its error budget',
      ]);
    });

    it('tells of the first page of an objective, and once the last is over', async () => {
      const all = { ...outage, '6h': 7, '30m': 50 };
      await step(start, outage);
      await step(start + 5 * minute, all);
      expect(await statesOf()).toMatchObject({
        page_fast: 'firing',
        page_slow: 'firing',
      });
      const slow = { ...over, '30m': 8, '6h': 8 };
      await step(start + 10 * minute, slow);
      await step(start + 20 * minute, slow);
      expect(await statesOf()).toMatchObject({
        page_fast: 'ok',
        page_slow: 'firing',
      });
      expect(titles()).toHaveLength(1);
      await step(start + 30 * minute, {});
      await step(start + 40 * minute, {});
      expect(titles()).toHaveLength(2);
    });

    it('tells once of an outage that all objectives of an SLO burn by', async () => {
      const several: SloDefinition = {
        ...definition,
        objectives: [0, 1].map(index => ({
          ...definition.objectives[0],
          index,
        })),
      };
      const stepBoth = (now: number, burns: typeof outage) =>
        stepper().step(
          [
            {
              definition: several,
              states: [0, 1].map(objective =>
                stateAt(now, burns, { objective }),
              ),
              before: [],
              corrections: [],
              countsFrom: null,
            },
          ],
          { now },
        );
      await stepBoth(start, outage);
      expect(
        (await store.list([ref])).filter(({ state }) => state === 'firing'),
      ).toHaveLength(2);
      expect(titles()).toHaveLength(1);
      await stepBoth(start + 5 * minute, over);
      await stepBoth(start + 15 * minute, over);
      expect(titles()).toHaveLength(2);
    });

    it('says nothing of tickets, and nothing of an end where that is switched off', async () => {
      await step(start, { '2h': 4, '1d': 4 });
      expect(await statesOf()).toMatchObject({ ticket_fast: 'firing' });
      expect(titles()).toEqual([]);
      const quiet = stepper(false);
      await step(start + minute, outage, { by: quiet });
      await step(start + 10 * minute, over, { by: quiet });
      await step(start + 20 * minute, over, { by: quiet });
      expect(titles()).toHaveLength(1);
    });

    it('steps once when two replicas evaluate the same, and asks for the same notice', async () => {
      await step(start, {});
      await Promise.all([
        step(start + minute, outage),
        step(start + minute + 1, outage),
      ]);
      await step(start + 2 * minute, outage);
      const [fired] = (await store.list([ref])).filter(
        ({ rule }) => rule === 'page_fast',
      );
      expect(titles()).toHaveLength(1);
      expect([...asked.keys()]).toEqual([
        `slo-burning:${ref}:0:page_fast:fired:${fired.firedAt}`,
      ]);
    });

    it('asks again for what is to be told after it died in between, and not for what is old', async () => {
      await step(start, outage);
      asked.clear();
      await step(start, outage);
      expect(titles()).toHaveLength(1);
      asked.clear();
      await step(start + 25 * 60 * minute, outage);
      expect(titles()).toEqual([]);
    });

    it('does not fire for a single bad event among few', async () => {
      events = 60;
      await step(start, { '5m': 1_000, '1h': 17 });
      expect(await statesOf()).toMatchObject({ page_fast: 'ok' });
      events = 70;
      await step(start + minute, { '5m': 1_000, '1h': 17 });
      expect(await statesOf()).toMatchObject({ page_fast: 'firing' });
    });

    it('leaves alerts as they are while nothing is measured', async () => {
      await step(start, outage);
      const silent = { state: { measuredUntil: start } };
      await step(start + 31 * minute, {}, silent);
      expect(await statesOf()).toMatchObject({
        page_fast: 'firing',
        page_slow: 'no_data',
      });
    });

    it('watches the alerts of the document instead, over its own time, and says when nothing is measured where it is to', async () => {
      const written = ofDocument({
        lookbackSeconds: 5_400,
        alertWhenNoData: true,
      });
      await step(start - minute, {});
      bad = 500;
      await step(start, {}, { definition: written });
      expect(await statesOf()).toEqual({ 'fast-burn': 'ok' });
      bad = 1_000;
      await step(start + minute, {}, { definition: written });
      expect(await statesOf()).toEqual({ 'fast-burn': 'firing' });

      const silent = {
        definition: ofDocument({ policy: 'silence', alertWhenNoData: true }),
        state: { measuredUntil: null },
      };
      await step(start + 2 * minute, {}, silent);
      expect(await statesOf()).toEqual({ silence: 'no_data' });
      await step(start + 62 * minute, {}, silent);
      expect(await statesOf()).toEqual({ silence: 'firing' });
      expect([...asked.values()].at(-1)?.description).toBe(
        'Nothing is measured any more (alert silence).',
      );
    });

    it('tells at once of what other tools call critical, and not of a burn where the document does not want that', async () => {
      const critical = ofDocument({ severity: 'critical' });
      await step(start, { '30m': 12 }, { definition: critical });
      expect(await statesOf()).toEqual({ 'fast-burn': 'firing' });
      expect(titles()).toHaveLength(1);
      const missing = ofDocument({
        policy: 'missing',
        alertWhenBreaching: false,
        alertWhenNoData: true,
      });
      await step(start + minute, { '30m': 12 }, { definition: missing });
      expect(await statesOf()).toEqual({ missing: 'ok' });
    });

    it('counts for an alert what counts for the budget', async () => {
      const written = ofDocument({ lookbackSeconds: 5_400 });
      const correction = {
        from: start - 30 * minute,
        to: start - 10 * minute,
      };
      await step(
        start,
        {},
        {
          definition: written,
          counted: {
            corrections: [correction],
            countsFrom: start - 60 * minute,
          },
        },
      );
      expect(questions).toEqual([
        {
          slos: [
            {
              sloRef: ref,
              objectives: [0],
              countsFrom: start - 60 * minute,
            },
          ],
          spans: {
            5400: [
              { from: start - 90 * minute, to: correction.from },
              { from: correction.to, to: start },
            ],
          },
        },
      ]);
    });

    it('misses nothing of a time that is left out', async () => {
      const options = {
        definition: ofDocument({ alertWhenNoData: true }),
        counted: {
          corrections: [
            { from: start - 120 * minute, to: start + 90 * minute },
          ],
        },
      };
      const burns = { '30m': null };
      await step(start, burns, options);
      await step(start + 61 * minute, burns, options);
      expect(await statesOf()).toEqual({ 'fast-burn': 'ok' });
    });

    it('waits for as long as the document says', async () => {
      const written = { definition: ofDocument({ alertAfterSeconds: 300 }) };
      const burns = { '30m': 10 };
      await step(start, burns, written);
      expect(await statesOf()).toEqual({ 'fast-burn': 'pending' });
      await step(start + 5 * minute, burns, written);
      expect(await statesOf()).toEqual({ 'fast-burn': 'firing' });
    });
  },
);
