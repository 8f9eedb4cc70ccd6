import type {
  CollectorHealth,
  CollectorRunReport,
  EngineAlarm,
  EngineHealth,
  EngineStorage,
  RejectedEvents,
  UnmappedEvents,
  WebhookDeliveryPage,
  WebhookDeliveryRow,
} from '@opmodel/backstage-plugin-opmodel-common';

const MINUTE = 60;

/** An instant some seconds ago, so that ages read the same whenever the tests run. */
function ago(seconds: number): string {
  return new Date(Date.now() - seconds * 1000).toISOString();
}

/** A collector that does what it should, unless told otherwise. */
export function collector(
  overrides: Partial<CollectorHealth> = {},
): CollectorHealth {
  return {
    id: 'git',
    title: 'Git history',
    state: 'succeeded',
    lastSuccessAt: ago(6 * MINUTE),
    lastRunAt: ago(6 * MINUTE),
    events: 214,
    problems: [],
    error: null,
    consecutiveFailures: 0,
    nextAttemptAt: null,
    lagSeconds: 480,
    budget: null,
    ...overrides,
  };
}

/** A collector that the outside system refuses. */
export const failingCollector = collector({
  id: 'gitlab',
  title: 'GitLab',
  state: 'failed',
  lastSuccessAt: ago(200 * MINUTE),
  events: 0,
  error: 'https://gitlab.example.com answered 502 Bad Gateway',
  consecutiveFailures: 4,
  nextAttemptAt: new Date(Date.now() + 780_000).toISOString(),
  lagSeconds: 13_200,
  budget: {
    limit: 2_000,
    remaining: 1_204,
    resetAt: new Date(Date.now() + 1_500_000).toISOString(),
  },
});

/** How runs went, newest first. */
export const runs: CollectorRunReport[] = [
  {
    state: 'failed',
    startedAt: ago(6 * MINUTE),
    durationSeconds: 31,
    events: 0,
    requests: 3,
    lagSeconds: 13_200,
    budget: { limit: 2_000, remaining: 1_204, resetAt: null },
    problems: [],
    error: 'https://gitlab.example.com answered 502 Bad Gateway',
  },
  {
    state: 'succeeded',
    startedAt: ago(36 * MINUTE),
    durationSeconds: 12,
    events: 88,
    requests: 41,
    lagSeconds: 60,
    budget: null,
    problems: [
      {
        subject: 'shop/attic',
        message: 'its repository is empty, nothing was read',
      },
    ],
    error: null,
  },
];

/** A webhook delivery that could not be read. */
export function delivery(
  overrides: Partial<WebhookDeliveryRow> = {},
): WebhookDeliveryRow {
  return {
    id: '4711',
    source: 'github',
    type: 'deployment_status',
    state: 'set_aside',
    receivedAt: ago(50 * MINUTE),
    processedAt: null,
    attempts: 5,
    events: 0,
    reason: 'deployment.environment: expected a string, got null',
    nextAttemptAt: null,
    ...overrides,
  };
}

/** One page of set-aside deliveries. */
export function deliveryPage(
  items: WebhookDeliveryRow[],
  overrides: Partial<WebhookDeliveryPage> = {},
): WebhookDeliveryPage {
  return { totalItems: items.length, items, nextCursor: null, ...overrides };
}

export const setAsideAlarm: EngineAlarm = {
  id: 'inbox-set-aside',
  severity: 'attention',
  subject: 'github',
  message: '12 deliveries of github could not be read and were set aside.',
  remedy: 'Read the reasons below, mend the cause, then replay them.',
  since: ago(50 * MINUTE),
};

export const collectorAlarm: EngineAlarm = {
  id: 'collector-failing',
  severity: 'bad',
  subject: 'gitlab',
  message: 'The last 4 runs of gitlab failed: 502 Bad Gateway.',
  remedy: 'Look at its runs and at the outside system.',
  since: ago(200 * MINUTE),
};

/** An engine in which all is well. */
export const wellHealth: EngineHealth = {
  alarms: [],
  snapshot: {
    state: 'complete',
    lastCompleteAt: ago(4 * MINUTE),
    durationSeconds: 12.4,
    entities: 1_204,
    error: null,
    scans: [11, 12.4, 13, 12].map((durationSeconds, index) => ({
      state: 'complete' as const,
      startedAt: ago((4 + 10 * index) * MINUTE),
      durationSeconds,
      error: null,
    })),
  },
  intake: {
    applied: 182_340,
    unmapped: 42,
    lastReceivedAt: ago(20),
    receivedLastDay: 3_871,
    rejectedLastDay: 9,
    recalculationsWaiting: 0,
    oldestRecalculationAt: null,
  },
  inbox: {
    waiting: 0,
    setAside: 0,
    processedLastDay: 2_204,
    oldestWaitingAt: null,
    lastReceivedAt: ago(20),
    sources: [
      {
        id: 'github',
        type: 'github',
        readable: true,
        topics: ['github.push'],
        waiting: 0,
        setAside: 0,
        lastReceivedAt: ago(20),
      },
      {
        id: 'on-call',
        type: 'pagerduty',
        readable: true,
        topics: [],
        waiting: 0,
        setAside: 0,
        lastReceivedAt: null,
      },
    ],
  },
  collectors: [collector()],
  subjects: [{ id: 'dora', enabled: true }],
};

/** An engine in which a collector fails and deliveries were set aside. */
export const troubledHealth: EngineHealth = {
  ...wellHealth,
  alarms: [collectorAlarm, setAsideAlarm],
  inbox: {
    ...wellHealth.inbox,
    setAside: 12,
    sources: [
      { ...wellHealth.inbox.sources[0], setAside: 12 },
      { ...wellHealth.inbox.sources[1], readable: false },
    ],
  },
  collectors: [failingCollector, collector()],
};

/** An engine that has just been installed and knows nothing yet. */
export const newHealth: EngineHealth = {
  alarms: [],
  snapshot: {
    state: 'never',
    lastCompleteAt: null,
    durationSeconds: null,
    entities: 0,
    error: null,
    scans: [],
  },
  intake: {
    applied: 0,
    unmapped: 0,
    lastReceivedAt: null,
    receivedLastDay: 0,
    rejectedLastDay: 0,
    recalculationsWaiting: 0,
    oldestRecalculationAt: null,
  },
  inbox: {
    waiting: 0,
    setAside: 0,
    processedLastDay: 0,
    oldestWaitingAt: null,
    lastReceivedAt: null,
    sources: [],
  },
  collectors: [],
  subjects: [{ id: 'dora', enabled: false }],
};

export const unmapped: UnmappedEvents = {
  totalEvents: 42,
  totalSubjects: 30,
  items: [
    {
      kind: 'deployment',
      source: 'ci',
      reason: 'the catalog has no component:default/basket-old',
      events: 25,
      subjects: 20,
      oldestReceivedAt: ago(3 * 24 * 60 * MINUTE),
      newestReceivedAt: ago(30 * MINUTE),
    },
    {
      kind: 'change',
      source: 'git:shop/monorepo',
      reason: '4 entities share github:shop/monorepo; send paths or entityRef',
      events: 10,
      subjects: 10,
      oldestReceivedAt: ago(26 * 60 * MINUTE),
      newestReceivedAt: ago(60 * MINUTE),
    },
  ],
};

export const nothingUnmapped: UnmappedEvents = {
  totalEvents: 0,
  totalSubjects: 0,
  items: [],
};

export const rejected: RejectedEvents = {
  totalEvents: 9,
  since: ago(7 * 24 * 60 * MINUTE),
  items: [
    {
      producer: 'external:ci',
      source: 'ci',
      reason: 'data.customData.finishedAt: expected an ISO 8601 instant',
      events: 9,
      lastEventId: 'checkout-812',
      lastRejectedAt: ago(90 * MINUTE),
    },
  ],
};

export const nothingRejected: RejectedEvents = {
  totalEvents: 0,
  since: ago(7 * 24 * 60 * MINUTE),
  items: [],
};

export const storage: EngineStorage = {
  measuredAt: ago(40),
  tables: [
    { table: 'records', rows: 60_123, exact: true, bytes: 48_234_496 },
    { table: 'events', rows: 182_382, exact: false, bytes: 1_234_567_890 },
  ],
  retention: [
    {
      id: 'inbox',
      title: 'Processed webhook deliveries',
      keepDays: 14,
      lastRunAt: ago(8 * 60 * MINUTE),
      lastDeleted: 1_873,
      error: null,
    },
    {
      id: 'events',
      title: 'Events that newer ones have overtaken',
      keepDays: null,
      lastRunAt: null,
      lastDeleted: null,
      error: null,
    },
    {
      id: 'runs',
      title: 'Runs of collectors',
      keepDays: 1,
      lastRunAt: ago(8 * 60 * MINUTE),
      lastDeleted: 0,
      error: 'the database was locked',
    },
  ],
};
