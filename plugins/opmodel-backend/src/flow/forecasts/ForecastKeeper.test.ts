import { mockServices } from '@backstage/backend-test-utils';
import {
  addDays,
  flow2026Definition,
  type WorkItemFact,
} from '@opmodel/backstage-plugin-opmodel-common';
import { seesAll } from '../../catalog/Visibility';
import { FakeFlowStore } from '../FakeFlowStore';
import { computeFlow } from '../FlowResult';
import { FakeForecastStore } from './FakeForecastStore';
import { ForecastKeeper } from './ForecastKeeper';
import { ForecastService } from './ForecastService';

// Each forecast is a hundred thousand draws and more, on a machine that may be busy.
jest.setTimeout(60_000);

const calculation = 'flow-2026/1/UTC/1';
const ref = 'component:default/checkout';
const rules = { definition: flow2026Definition, zone: 'UTC', iterations: [] };

function item(subject: string, createdDay: string, doneDay: string | null) {
  const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
  return {
    source: 'tracker',
    subject,
    category: 'feature',
    severity: null,
    foundIn: null,
    createdAt: noon(createdDay),
    startedAt: noon(createdDay),
    completedAt: doneDay === null ? null : noon(doneDay),
    cancelledAt: null,
    stateChanges: [],
    periodChanges: [],
    effortDays: null,
    withdrawn: false,
    objective: null,
  } satisfies WorkItemFact;
}

/** One item is done on each day of the days before March, and five are open. */
const history = Array.from({ length: 60 }, (_, index) => {
  const day = addDays('2026-03-01', -index);
  return item(`done-${index}`, addDays(day, -1), day);
});
const open = Array.from({ length: 5 }, (_, index) =>
  item(`open-${index}`, '2026-02-20', null),
);

async function createKeeper() {
  let today = '2026-03-04';
  const clock = () => Date.parse(`${today}T09:00:00Z`);
  const store = new FakeFlowStore();
  const forecasts = new FakeForecastStore();
  let scopes = [ref, 'org'];
  const record = async (items: WorkItemFact[]) => {
    store.addComponent(
      {
        ref,
        name: 'checkout',
        scopes: scopes.map(scope => ({
          ref: scope,
          fromDay: '0000-01-01',
        })),
      },
      { items, runs: [], latestRecordedAt: clock() },
    );
    await store.writeFlow(
      calculation,
      ref,
      facts => computeFlow(facts, rules, { now: clock() }),
      { now: clock() },
    );
  };
  await record([...history, ...open]);
  const common = {
    store,
    forecasts,
    definition: flow2026Definition,
    calculation,
    zone: 'UTC',
    clock,
  };
  return {
    store,
    forecasts,
    record,
    service: new ForecastService(common),
    keeper: new ForecastKeeper({
      ...common,
      logger: mockServices.logger.mock(),
    }),
    /** From the next record on. */
    leave(scopeRef: string) {
      scopes = scopes.filter(scope => scope !== scopeRef);
    },
    goTo(day: string) {
      today = day;
    },
  };
}

describe('ForecastKeeper', () => {
  it('keeps one forecast a week, from what was known when the week began', async () => {
    const { keeper, forecasts, goTo } = await createKeeper();
    await keeper.keepWeekly();
    const { items, total } = await forecasts.list(ref, { limit: 10 });
    expect(total).toBe(3);
    expect(
      items.map(kept => [
        kept.kind,
        kept.horizon,
        kept.madeOn,
        kept.dueOn,
        kept.items,
      ]),
    ).toEqual([
      ['how_many', 14, '2026-03-02', '2026-03-15', null],
      ['how_many', 28, '2026-03-02', '2026-03-29', null],
      ['when', 0, '2026-03-02', expect.any(String), 5],
    ]);
    goTo('2026-03-08');
    await keeper.keepWeekly();
    expect(await forecasts.list(ref, { limit: 10 })).toEqual({ items, total });
    goTo('2026-03-09');
    await keeper.keepWeekly();
    expect((await forecasts.list(ref, { limit: 10 })).total).toBe(6);
    expect((await forecasts.list('org', { limit: 10 })).total).toBe(6);
  });

  it('says once what came, and only when it is known', async () => {
    const { keeper, forecasts, record, goTo, service } = await createKeeper();
    await keeper.keepWeekly();
    const before = await forecasts.list(ref, { limit: 10 });
    const [{ percentiles }] = before.items;
    const done = Array.from({ length: 14 }, (_, index) =>
      item(`later-${index}`, '2026-03-01', addDays('2026-03-02', index)),
    );
    await record([...history, ...open, ...done]);
    goTo('2026-03-16');
    await keeper.scoreDue();
    const tooEarly = await forecasts.list(ref, { limit: 1 });
    expect(tooEarly.items[0].scoredAt).toBeNull();
    goTo('2026-03-17');
    await keeper.scoreDue();
    const [howMany, longer, when] = (await forecasts.list(ref, { limit: 10 }))
      .items;
    expect(howMany).toMatchObject({ outcome: 14, percentiles });
    expect(howMany.metConfidence).toBe(
      percentiles.find(({ value }) => Number(value) <= 14)?.confidence ?? null,
    );
    expect(longer.scoredAt).toBeNull();
    expect(when).toMatchObject({ outcome: '2026-03-06' });

    // What is corrected afterwards does not change what was said.
    await record(history);
    goTo('2026-03-18');
    await keeper.scoreDue();
    const [still] = (await forecasts.list(ref, { limit: 10 })).items;
    expect(still).toEqual(howMany);
    expect(await service.calibrate(ref, seesAll)).toMatchObject({
      state: 'thin',
      n: 2,
      bias: expect.any(Number),
    });
    expect(
      await service.calibrate('org', { type: 'refs', refs: new Set([ref]) }),
    ).toMatchObject({ state: 'no_data', n: 0 });
  });

  it('leaves a scope that is gone out of the calibration, and not one that did nothing', async () => {
    const { keeper, forecasts, record, leave, goTo, service } =
      await createKeeper();
    await keeper.keepWeekly();
    leave('org');
    await record([...history, ...open]);
    goTo('2026-04-30');
    await keeper.scoreDue();
    const gone = await forecasts.list('org', { limit: 10 });
    expect(
      gone.items.map(({ kind, outcome, uncounted }) => [
        kind,
        outcome,
        uncounted,
      ]),
    ).toEqual([
      ['how_many', null, true],
      ['how_many', null, true],
      ['when', null, true],
    ]);
    expect(await service.calibrate('org', seesAll)).toMatchObject({
      state: 'no_data',
      n: 0,
    });
    // The component stayed and did nothing: its promises were broken.
    const { n, levels } = await service.calibrate(ref, seesAll);
    expect(n).toBe(3);
    expect(levels.map(({ held }) => held)).toEqual([0, 0, 0, 0]);
  });

  it('foretells nothing from too little', async () => {
    const { keeper, forecasts, record, store } = await createKeeper();
    const reads = jest.spyOn(store, 'countCompletedByDay');
    await record(history.slice(0, 9));
    await keeper.keepWeekly();
    expect((await forecasts.list(ref, { limit: 10 })).total).toBe(0);
    // Every run would read it again, of every scope that has too little.
    expect(reads).not.toHaveBeenCalled();
    await record(history.slice(0, 10));
    await keeper.keepWeekly();
    expect((await forecasts.list(ref, { limit: 10 })).total).toBe(2);
  });
});
