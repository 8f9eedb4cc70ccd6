import type { SnapshotState } from '../catalog/CatalogStore';
import type { RetentionState } from '../retention/RetentionService';
import { defaultThresholds } from './alarmThresholds';
import { FakeStorageStore } from './FakeStorageStore';
import { HealthService } from './HealthService';

const start = Date.parse('2026-03-01T12:00:00Z');
const day = 24 * 60 * 60 * 1000;

function createService() {
  const state = {
    now: start,
    snapshot: { entities: 0, scans: [] } as SnapshotState,
    rules: [] as RetentionState[],
    /** How long it takes to count the ledger. Milliseconds. */
    counting: 0,
  };
  const storage = new FakeStorageStore();
  const counted: unknown[] = [];
  const service = new HealthService({
    catalog: { snapshotState: async () => state.snapshot },
    intake: {
      async count(subjects) {
        counted.push(subjects);
        state.now += state.counting;
        return {
          applied: 8,
          unmapped: 0,
          lastReceivedAt: start - 5,
          recalculationsWaiting: 2,
        };
      },
      async countReceived({ since }) {
        counted.push(since);
        return 3;
      },
      oldestRecalculation: async () => start - 7,
    },
    rejections: {
      async count({ since }) {
        counted.push(since);
        return 0;
      },
    },
    inbox: {
      summarize: async () => ({
        waiting: 0,
        setAside: 0,
        processedLastDay: 0,
        oldestWaitingAt: null,
        lastReceivedAt: null,
        sources: [],
      }),
    },
    collectors: { listHealth: async () => [] },
    retention: { list: async () => state.rules },
    storage,
    subjects: [
      { id: 'dora', enabled: true },
      { id: 'flow', enabled: false },
    ],
    thresholds: defaultThresholds,
    clock: () => state.now,
  });
  return { service, state, storage, counted };
}

const rule = (
  lastRun: Partial<RetentionState['lastRun']>,
  keepDays: number | null = 30,
): RetentionState => ({
  id: 'inbox',
  title: 'Deliveries',
  keepDays,
  lastRun: {
    startedAt: start - 100,
    finishedAt: start - 50,
    deleted: 4,
    error: null,
    failingSince: null,
    ...lastRun,
  },
});

describe('HealthService', () => {
  it('tells the newest scan, and how long the last complete one took', async () => {
    const { service, state } = createService();
    state.snapshot = {
      completedAt: start - 60_000,
      entities: 12,
      scans: [
        {
          id: 'b',
          startedAt: start - 1_000,
          state: 'failed',
          finishedAt: start,
          error: 'away',
          problems: [],
        },
        {
          id: 'a',
          startedAt: start - 62_500,
          state: 'complete',
          finishedAt: start - 60_000,
          problems: [],
        },
      ],
    };
    expect((await service.describe()).snapshot).toEqual({
      state: 'failed',
      lastCompleteAt: '2026-03-01T11:59:00.000Z',
      durationSeconds: 2.5,
      entities: 12,
      error: 'away',
      scans: [
        {
          state: 'failed',
          startedAt: '2026-03-01T11:59:59.000Z',
          durationSeconds: 1,
          error: 'away',
        },
        {
          state: 'complete',
          startedAt: '2026-03-01T11:58:57.500Z',
          durationSeconds: 2.5,
          error: null,
        },
      ],
    });
  });

  it('counts the last day, and only for subjects that are on', async () => {
    const { service, counted } = createService();
    expect((await service.describe()).intake).toEqual({
      applied: 8,
      unmapped: 0,
      lastReceivedAt: '2026-03-01T11:59:59.995Z',
      receivedLastDay: 3,
      rejectedLastDay: 0,
      recalculationsWaiting: 2,
      oldestRecalculationAt: '2026-03-01T11:59:59.993Z',
    });
    expect(counted).toEqual([['dora'], start - day, start - day]);
  });

  it.each([
    ['failed', { error: 'disk full', failingSince: start - day }, start - day],
    [
      'was broken off',
      { finishedAt: null, startedAt: start - day - 1 },
      start - day - 1,
    ],
  ])('tells of retention that %s', async (_name, lastRun, since) => {
    const { service, state } = createService();
    state.rules = [rule(lastRun)];
    expect((await service.describe()).alarms).toContainEqual(
      expect.objectContaining({
        id: 'retention-failed',
        subject: 'inbox',
        since: new Date(since).toISOString(),
      }),
    );
  });

  it.each([
    ['went well', rule({})],
    ['is running', rule({ finishedAt: null })],
    ['never ran', { ...rule({}), lastRun: undefined }],
    ['was switched off after a failure', rule({ error: 'disk full' }, null)],
  ])('is quiet about retention that %s', async (_name, state) => {
    const created = createService();
    created.state.rules = [state];
    const { alarms } = await created.service.describe();
    expect(alarms.map(({ id }) => id)).toEqual(['snapshot-missing']);
  });

  it('counts a large ledger at most once in a minute, and looks at everything else', async () => {
    const { service, state, counted } = createService();
    state.counting = 700;
    await service.describe();
    expect(counted).toHaveLength(3);
    state.snapshot = { entities: 7, scans: [] };
    state.now = start + 59_999;
    expect((await service.describe()).snapshot.entities).toBe(7);
    expect(counted).toHaveLength(3);
    state.now = start + 60_000;
    await service.describe();
    expect(counted).toHaveLength(6);
  });

  it('measures the tables once a minute, however many ask, and at once after a failure', async () => {
    const { service, state, storage } = createService();
    storage.failure = new Error('the database is away');
    await expect(service.describeStorage()).rejects.toThrow('away');
    storage.failure = undefined;
    storage.sizes = [{ table: 'events', rows: 3, exact: true, bytes: null }];
    state.rules = [rule({})];
    const [first] = await Promise.all([
      service.describeStorage(),
      service.describeStorage(),
    ]);
    state.now += 60_000;
    expect(await service.describeStorage()).toEqual(first);
    expect(storage.measurements).toBe(2);
    expect(first).toEqual({
      measuredAt: '2026-03-01T12:00:00.000Z',
      tables: storage.sizes,
      retention: [
        {
          id: 'inbox',
          title: 'Deliveries',
          keepDays: 30,
          lastRunAt: '2026-03-01T11:59:59.900Z',
          lastDeleted: 4,
          error: null,
        },
      ],
    });
    state.now += 1;
    await service.describeStorage();
    expect(storage.measurements).toBe(3);
  });
});
