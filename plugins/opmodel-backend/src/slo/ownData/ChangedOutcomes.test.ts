import { mockServices } from '@backstage/backend-test-utils';
import {
  defaultEnvironmentRules,
  dora2026Profile,
  type IntakeEvent,
  type SloDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { SliSource } from '@opmodel/backstage-plugin-opmodel-node';
import { readCalendar } from '../../calendarConfig';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { DatabaseDeliveryStore } from '../../dora/DatabaseDeliveryStore';
import { DatabaseDoraStore } from '../../dora/DatabaseDoraStore';
import { DatabaseOutcomeStore } from '../../dora/DatabaseOutcomeStore';
import { DeliveryHistory } from '../../dora/DeliveryHistory';
import type { DeliveryListener } from '../../dora/DeliveryListener';
import { DoraCalculator } from '../../dora/DoraCalculator';
import { EnabledDefinitions } from '../../dora/EnabledDefinitions';
import { DatabaseIntakeStore } from '../../intake/DatabaseIntakeStore';
import { IntakeService } from '../../intake/IntakeService';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachDatabase } from '../../testing/databases';
import { DatabaseSloStore } from '../DatabaseSloStore';
import { noCorrections } from '../evaluation/SloCorrections';
import { SloEvaluator } from '../evaluation/SloEvaluator';
import { readMeasurementSettings } from '../measurement/measurementSettings';
import { SliSources } from '../measurement/SliSources';
import { SloMeasurer } from '../measurement/SloMeasurer';
import {
  DAY,
  definedOf,
  definitionOf,
  HOUR,
  MINUTE,
  noon,
  objectiveOf,
} from '../testing/slos';
import { AdoptedDefinition } from './AdoptedDefinition';
import { ChangedOutcomes } from './ChangedOutcomes';
import { OwnDataSource } from './OwnDataSource';

const shop = 'component:default/shop';
const success = 'slo:default/shop-deployments';
const minutes = 'slo:default/shop-incidents';
const config = mockServices.rootConfig();
const logger = mockServices.logger.mock();
const { signal } = new AbortController();

const promiseOf = (ref: string, own: string): SloDefinition => {
  const metric = {
    type: 'opmodel',
    dataSource: null,
    connection: {},
    spec: { signal: own },
  };
  return definitionOf(ref, {
    entityRef: shop,
    objectives: [
      objectiveOf({
        target: 0.5,
        indicator: {
          type: 'ratio',
          counter: false,
          good: metric,
          total: metric,
        },
      }),
    ],
  });
};

const iso = (instant: number) => new Date(instant).toISOString();
const deploymentOf = (subject: string, at: number): IntakeEvent => ({
  source: 'ci',
  id: subject,
  time: iso(at),
  observation: {
    kind: 'deployment',
    subject,
    target: { entityRefs: [shop] },
    environment: 'production',
    finishedAt: iso(at),
    result: 'success',
    version: subject,
  },
});
/** @param given - `id`: that of the event, `toldAt`: when somebody says so */
const incidentOf = (
  subject: string,
  at: number,
  given: {
    id?: string;
    toldAt?: number;
    deployment?: string;
    resolvedAt?: string;
  } = {},
): IntakeEvent => {
  const { id = subject, toldAt = at, ...said } = given;
  return {
    source: 'ci',
    id,
    time: iso(toldAt),
    observation: {
      kind: 'incident',
      subject,
      target: { entityRefs: [shop] },
      severity: 'sev3',
      startedAt: iso(at),
      ...said,
    },
  };
};

/** From where on a source was asked. */
const firstAsked = (measure: jest.SpiedFunction<SliSource['measure']>) =>
  Math.min(
    ...measure.mock.calls.flatMap(([asked]) => asked.map(({ from }) => from)),
  );

eachDatabase('objectives on own data', createDatabase => {
  let now: number;

  /** Everything that takes part, as one replica has it. */
  async function createReplica(
    knex: Awaited<ReturnType<typeof createDatabase>>,
    given: { listener?: DeliveryListener } = {},
  ) {
    const clock = () => now;
    const store = new DatabaseSloStore(knex);
    const intake = new DatabaseIntakeStore(knex, ['dora']);
    const source = new OwnDataSource({
      zone: 'UTC',
      delivery: new DeliveryHistory({
        store: new DatabaseDoraStore(knex),
        outcomes: new DatabaseOutcomeStore(knex),
        config,
        calendar: readCalendar(config, now),
      }),
    });
    const settings = readMeasurementSettings(config);
    const changed = new ChangedOutcomes({ store, source, settings, clock });
    const calculator = new DoraCalculator({
      store: new DatabaseDeliveryStore(knex),
      recalculations: intake.recalculations,
      definitions: new EnabledDefinitions([dora2026Profile], {
        zone: 'UTC',
        defaultProfile: 'dora-2026',
      }),
      zone: 'UTC',
      clock,
      logger,
      listeners: [given.listener ?? (refs => changed.compare(refs))],
    });
    const measurer = new SloMeasurer({
      ...store,
      sources: new SliSources([source]),
      settings,
      logger,
      clock,
      random: () => 0,
    });
    const evaluator = new SloEvaluator({
      ...store,
      corrections: noCorrections,
      listeners: [],
      settings: { minimumEvents: null },
      logger,
      zone: 'UTC',
      clock,
      random: () => 0,
    });
    const service = new IntakeService({
      store: intake,
      environmentRules: defaultEnvironmentRules,
    });
    return {
      store,
      source,
      calculator,
      measurer,
      async send(...events: IntakeEvent[]) {
        const outcomes = await service.submit(events, {
          producer: 'user:default/ci',
          now,
        });
        expect(new Set(outcomes.map(({ status }) => status))).toEqual(
          new Set(['accepted']),
        );
      },
      async define(...definitions: SloDefinition[]) {
        await store.definitions.apply(
          {
            defined: definitions.map(of =>
              definedOf(of, { sourceType: 'opmodel' }),
            ),
            mended: [],
            removed: [],
          },
          { now },
        );
      },
      /** Measures until nothing is behind, and evaluates. */
      async work() {
        await calculator.calculateWaiting();
        for (let step = 0; step < 6; step += 1) {
          now += 1;
          await measurer.measureDue(signal);
        }
        await evaluator.evaluateDue(signal);
      },
      async stateOf(sloRef: string) {
        const [state] = await store.evaluations.listStates([sloRef]);
        return [state.good, state.total];
      },
      bucketAt: async (sloRef: string, from: number) =>
        (
          await store.buckets.list({
            sloRef,
            objective: 0,
            resolution: 300,
            from,
            to: from + 300_000,
          })
        ).map(({ good, total }) => [good, total])[0],
    };
  }

  beforeEach(() => {
    now = noon;
  });

  async function start() {
    const knex = await createDatabase();
    await scanEntities(new DatabaseSnapshotStore(knex), [entityOf(shop)]);
    const replica = await createReplica(knex);
    await replica.define(
      promiseOf(success, 'deployment-success'),
      promiseOf(minutes, 'incident-free-minutes'),
    );
    return { knex, replica };
  }

  it('have no data of what was never told of', async () => {
    const { replica } = await start();
    await replica.work();
    const states = await replica.store.evaluations.listStates([
      success,
      minutes,
    ]);
    expect(states.map(({ state, attainment }) => [state, attainment])).toEqual([
      ['no_data', null],
      ['no_data', null],
    ]);
    const known = await replica.store.measurements.getMany([success]);
    expect(known.get(success)).toMatchObject({ error: null, failures: 0 });
  });

  it('count what intake takes, and count again what turns out differently a week later', async () => {
    const { knex, replica } = await start();
    const deployedAt = noon - 2 * DAY + 7 * MINUTE;
    await replica.send(
      deploymentOf('d1', deployedAt),
      deploymentOf('d2', noon - DAY),
    );
    await replica.work();
    expect(await replica.stateOf(success)).toEqual([2, 2]);
    expect(await replica.bucketAt(success, deployedAt - 2 * MINUTE)).toEqual([
      1, 1,
    ]);

    now = noon + 7 * DAY;
    await replica.work();
    await replica.send(
      incidentOf('late', deployedAt + MINUTE, {
        deployment: 'd1',
        resolvedAt: iso(deployedAt + 31 * MINUTE),
      }),
    );
    await replica.work();
    expect(await replica.stateOf(success)).toEqual([1, 2]);
    expect(await replica.bucketAt(success, deployedAt - 2 * MINUTE)).toEqual([
      0, 1,
    ]);
    // Known from the midnight before the first incident on.
    const known = 9 * 24 * 60 + 12 * 60;
    expect(await replica.stateOf(minutes)).toEqual([known - 30, known]);

    // It is said to have ended sooner, and another replica takes over.
    const next = await createReplica(knex);
    await next.send(
      incidentOf('late', deployedAt + MINUTE, {
        id: 'corrected',
        toldAt: now,
        deployment: 'd1',
        resolvedAt: iso(deployedAt + 11 * MINUTE),
      }),
    );
    await next.work();
    expect(await next.stateOf(minutes)).toEqual([known - 10, known]);
  });

  it('are measured again where an incident moves within five minutes, and slices are those of one', async () => {
    const { replica } = await start();
    const sliced = 'slo:default/shop-minutes';
    const promise = promiseOf(sliced, 'incident-free-minutes');
    await replica.define({
      ...promise,
      budgetingMethod: 'Timeslices',
      objectives: [
        {
          ...promise.objectives[0],
          timeSliceSeconds: 60,
          timeSliceTarget: 0.6,
        },
      ],
    });
    const at = noon - DAY;
    await replica.send(
      incidentOf('moving', at + 0.5 * MINUTE, {
        resolvedAt: iso(at + 1.5 * MINUTE),
      }),
    );
    // Minutes are gone back in shorter steps.
    for (let time = 0; time < 5; time += 1) {
      await replica.work();
    }
    const read = async () => {
      const [row] = await replica.store.buckets.list({
        sloRef: sliced,
        objective: 0,
        resolution: 300,
        from: at,
        to: at + 5 * MINUTE,
      });
      return row;
    };
    const kept = { good: 4, total: 5, slices: 5, ratioSum: 4 };
    expect(await read()).toMatchObject({ ...kept, goodSlices: 3 });
    await replica.send(
      incidentOf('moving', at + MINUTE, {
        id: 'moved',
        toldAt: now,
        resolvedAt: iso(at + 2 * MINUTE),
      }),
    );
    await replica.work();
    expect(await read()).toMatchObject({ ...kept, goodSlices: 4 });
  });

  it('go on counting an incident that is open, and stop at its end', async () => {
    const { replica } = await start();
    await replica.send(incidentOf('open', noon - 20 * MINUTE));
    await replica.work();
    expect(await replica.bucketAt(minutes, noon - 5 * MINUTE)).toEqual([0, 5]);
    now = noon + 2 * HOUR;
    await replica.work();
    expect(await replica.bucketAt(minutes, noon + HOUR)).toEqual([0, 5]);
    now = noon + 5 * HOUR;
    await replica.work();
    await replica.send(
      incidentOf('open', noon - 20 * MINUTE, {
        id: 'closed',
        toldAt: now,
        resolvedAt: iso(noon + 2 * MINUTE),
      }),
    );
    await replica.work();
    expect(await replica.bucketAt(minutes, noon)).toEqual([3, 5]);
    expect(await replica.bucketAt(minutes, noon + HOUR)).toEqual([5, 5]);
  });

  it('are told of again where the process ended before they were', async () => {
    const { knex, replica } = await start();
    await replica.send(deploymentOf('d1', noon - DAY));
    await replica.work();
    const dying = await createReplica(knex, {
      listener: async () => {
        throw new Error('The process ends');
      },
    });
    await replica.send(
      incidentOf('i1', noon - DAY + MINUTE, { deployment: 'd1' }),
    );
    await expect(dying.calculator.calculateWaiting()).rejects.toThrow(
      'could not be told',
    );
    // What is kept of deliveries is the same already when it is computed again.
    now += 5 * MINUTE;
    await replica.work();
    expect(await replica.stateOf(success)).toEqual([0, 1]);
  });

  it('are the same whoever measures, and however often they are told of', async () => {
    const { knex, replica } = await start();
    const other = await createReplica(knex);
    await replica.send(deploymentOf('d1', noon - DAY));
    await Promise.all([replica.work(), other.work()]);
    await replica.send(
      incidentOf('i1', noon - DAY + MINUTE, {
        deployment: 'd1',
        resolvedAt: iso(noon - DAY + 11 * MINUTE),
      }),
    );
    await Promise.all([replica.work(), other.work()]);
    await replica.work();
    const read = () =>
      knex('slo_buckets').orderBy(['slo_ref', 'resolution', 'start']);
    const before = await read();
    const changed = new ChangedOutcomes({
      store: replica.store,
      source: replica.source,
      settings: readMeasurementSettings(config),
      clock: () => now,
    });
    await changed.compare([shop]);
    await changed.compare([shop]);
    const measure = jest.spyOn(replica.source, 'measure');
    await replica.work();
    expect(firstAsked(measure)).toBe(noon - HOUR);
    expect(await read()).toEqual(before);
    expect(await replica.stateOf(success)).toEqual([0, 1]);
  });

  it('miss nothing that turns out differently while they are measured, also for the first time', async () => {
    const { replica } = await start();
    const [claim] = await replica.store.measurements.claim({
      sourceType: 'opmodel',
      limit: 1,
      leaseMs: MINUTE,
      now,
    });
    await replica.send(deploymentOf('d1', noon - 25 * DAY));
    await replica.calculator.calculateWaiting();
    // Counted of what was known before.
    await replica.store.measurements.settle(
      [
        {
          sloRef: claim.sloRef,
          token: claim.token,
          state: 'measured',
          measuredUntil: noon - 23 * DAY,
          queries: null,
          nextAt: now + HOUR,
        },
      ],
      { now },
    );
    await replica.work();
    expect(await replica.stateOf(success)).toEqual([1, 1]);
  });

  it('are measured anew by another definition, once', async () => {
    const { replica } = await start();
    await replica.send(deploymentOf('d1', noon - DAY));
    await replica.work();
    const { store } = replica;
    const adopt = (profile: string) =>
      new AdoptedDefinition({
        store,
        profile,
        settings: readMeasurementSettings(config),
        clock: () => now,
      }).adopt();
    expect(await adopt('dora-2026')).toEqual([]);
    expect(await adopt('four-keys')).toEqual([success, minutes]);
    const measure = jest.spyOn(replica.source, 'measure');
    await replica.work();
    expect(firstAsked(measure)).toBe(noon - 30 * DAY);
    expect(await adopt('dora-2026')).toEqual([]);
    expect(await replica.stateOf(success)).toEqual([1, 1]);
  });

  it('tell of nothing to SLOs that others measure', async () => {
    const { replica } = await start();
    const other = 'slo:default/elsewhere';
    await replica.store.definitions.apply(
      {
        defined: [definedOf(definitionOf(other, { entityRef: shop }))],
        mended: [],
        removed: [],
      },
      { now },
    );
    const before = await replica.store.measurements.getMany([other]);
    now += MINUTE;
    await replica.send(deploymentOf('d1', noon - DAY));
    await replica.work();
    expect(await replica.store.measurements.getMany([other])).toEqual(before);
    expect(
      (await replica.store.definitions.listMeasuring([shop])).map(
        ({ definition }) => definition.ref,
      ),
    ).toEqual([other, success, minutes]);
    expect(
      await replica.store.definitions.listMeasuring(['component:default/b']),
    ).toEqual([]);
  });
});
