import { mockServices } from '@backstage/backend-test-utils';
import type {
  SchedulerService,
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { catalogWith, entityOf, scannerFor } from '../testing/catalog';
import { createSnapshotTask, isScanDue } from './createSnapshotTask';
import type { SnapshotScan, SnapshotState } from './CatalogStore';
import { FakeCatalogStore } from './FakeCatalogStore';

const second = 1000;
const minute = 60 * second;

function stateOf(...scans: Partial<SnapshotScan>[]): SnapshotState {
  return {
    entities: 0,
    scans: scans.map(scan => ({
      id: 'scan',
      startedAt: 0,
      state: 'complete',
      problems: [],
      ...scan,
    })),
  };
}

describe('isScanDue', () => {
  it('is at once before the first complete scan', () => {
    expect(isScanDue(stateOf(), 0)).toBe(true);
    expect(isScanDue(stateOf({ state: 'failed' }), second)).toBe(true);
  });

  it('is every ten seconds while a scan is quick', () => {
    const state = stateOf({ finishedAt: 100 });
    expect(isScanDue(state, 5 * second)).toBe(false);
    expect(isScanDue(state, 10 * second)).toBe(true);
  });

  it('leaves a large catalog nineteen twentieths of the time', () => {
    const state = stateOf({ finishedAt: 6 * second });
    expect(isScanDue(state, 110 * second)).toBe(false);
    expect(isScanDue(state, 120 * second)).toBe(true);
  });

  it('comes sooner while scans find changes', () => {
    const state = stateOf({ finishedAt: 6 * second, changed: 3 });
    expect(isScanDue(state, 16 * second)).toBe(false);
    expect(isScanDue(state, 18 * second)).toBe(true);
  });

  it('is at least every ten minutes', () => {
    const state = stateOf({ finishedAt: 3 * minute });
    expect(isScanDue(state, 9 * minute)).toBe(false);
    expect(isScanDue(state, 10 * minute)).toBe(true);
  });

  it('counts from the newest scan, also one that failed or still runs', () => {
    const complete = { finishedAt: 100 };
    expect(
      isScanDue(
        stateOf({ state: 'running', startedAt: minute }, complete),
        minute + 5 * second,
      ),
    ).toBe(false);
  });
});

describe('createSnapshotTask', () => {
  const scheduleTask = jest.fn<
    Promise<void>,
    [
      SchedulerServiceTaskScheduleDefinition &
        SchedulerServiceTaskInvocationDefinition,
    ]
  >();

  beforeEach(() => scheduleTask.mockReset());

  async function start(opmodel: object) {
    const store = new FakeCatalogStore();
    const cart = entityOf('component:default/cart');
    const task = createSnapshotTask({
      config: mockServices.rootConfig({ data: { opmodel } }),
      scheduler: {
        scheduleTask,
      } as Partial<SchedulerService> as SchedulerService,
      scanner: scannerFor(store, catalogWith([cart]), { now: 0 }),
      store,
      clock: () => second,
    });
    await task.start();
    const [scheduled] = scheduleTask.mock.calls[0];
    const run = () => scheduled.fn(new AbortController().signal);
    const countScans = async () => (await store.snapshotState()).scans.length;
    return { task, scheduled, run, countScans };
  }

  it('comes round often, on one instance at a time, and scans when it is due', async () => {
    const { task, scheduled, run, countScans } = await start({});
    expect(scheduled).toMatchObject({
      scope: 'global',
      frequency: { milliseconds: 10 * second },
      timeout: { milliseconds: 10 * minute },
    });
    await run();
    await run();
    expect(await countScans()).toBe(1);
    await task.scanNow();
    expect(await countScans()).toBe(2);
  });

  it('keeps to a configured schedule', async () => {
    const { scheduled, run, countScans } = await start({
      snapshot: {
        schedule: { frequency: { hours: 1 }, timeout: { minutes: 20 } },
      },
    });
    expect(scheduled).toMatchObject({
      scope: 'global',
      frequency: { hours: 1 },
      timeout: { minutes: 20 },
    });
    await run();
    await run();
    expect(await countScans()).toBe(2);
  });
});
