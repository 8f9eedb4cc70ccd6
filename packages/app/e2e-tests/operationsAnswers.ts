import type { Page, Route } from '@playwright/test';

// What the engine answers about itself when something needs an operator. A
// portal that has just been started has no such troubles, so these answers are
// put in the place of its own.

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function ago(seconds: number): string {
  return new Date(Date.now() - seconds * 1000).toISOString();
}

const reasons = [
  'deployment.environment: expected a string, got null',
  'the body is no JSON: unexpected end of input at byte 65,536, which may be the limit of a proxy between the sender and this portal',
  'no installed module reads sources of the type "deploybot"; install one, or remove the source from opmodel.intake.sources',
];

/** Deliveries that were set aside; replaying takes them away. */
function setAsideDeliveries(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    id: `0192f3a4-7c1e-7b6a-9f21-${String(index).padStart(12, '0')}`,
    source: index % 4 === 3 ? 'deploybot' : 'github',
    type: index % 4 === 3 ? null : 'deployment_status',
    state: 'set_aside',
    receivedAt: ago(50 * MINUTE + index * 7 * MINUTE),
    processedAt: null,
    attempts: 5,
    events: 0,
    reason: reasons[index % 4 === 3 ? 2 : index % 2],
    nextAttemptAt: null,
  }));
}

const collectors = [
  {
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
  },
  {
    id: 'gitlab',
    title: 'GitLab',
    state: 'failed',
    lastSuccessAt: ago(3 * HOUR + 20 * MINUTE),
    lastRunAt: ago(12 * MINUTE),
    events: 0,
    problems: [],
    error:
      'https://gitlab.example.com/api/v4/projects/1/deployments answered 502 Bad Gateway',
    consecutiveFailures: 4,
    nextAttemptAt: ago(-13 * MINUTE),
    lagSeconds: 13_200,
    budget: { limit: 2_000, remaining: 1_204, resetAt: ago(-25 * MINUTE) },
  },
  {
    id: 'github',
    title: 'GitHub deployments and pull requests',
    state: 'held_back',
    lastSuccessAt: ago(40 * MINUTE),
    lastRunAt: ago(3 * MINUTE),
    events: 88,
    problems: [
      { subject: 'shop/attic', message: 'the repository is empty' },
      { subject: 'shop/private', message: 'answered 404 Not Found' },
    ],
    error: null,
    consecutiveFailures: 0,
    nextAttemptAt: ago(-7 * MINUTE),
    lagSeconds: 2_460,
    budget: { limit: 5_000, remaining: 612, resetAt: ago(-7 * MINUTE) },
  },
];

const alarms = [
  {
    id: 'collector-failing',
    severity: 'bad',
    subject: 'gitlab',
    message:
      'The last 4 runs failed: https://gitlab.example.com/api/v4/projects/1/deployments answered 502 Bad Gateway.',
    remedy:
      'Look at its runs below and at the outside system. It is tried again by itself, at longer and longer intervals.',
    since: ago(3 * HOUR + 20 * MINUTE),
  },
  {
    id: 'source-without-reader',
    severity: 'bad',
    subject: 'deploybot',
    message:
      'Deliveries of deploybot are kept, but no installed module reads the type "deploybot".',
    remedy:
      'Install a module that reads it, or remove the source from opmodel.intake.sources.',
    since: ago(2 * DAY),
  },
  {
    id: 'inbox-set-aside',
    severity: 'attention',
    subject: null,
    message: '23 webhook deliveries could not be read and were set aside.',
    remedy: 'Read their reasons, mend the cause, then replay them.',
    since: ago(4 * HOUR),
  },
];

const health = {
  alarms,
  snapshot: {
    state: 'complete',
    lastCompleteAt: ago(4 * MINUTE),
    durationSeconds: 12.4,
    entities: 10_482,
    error: null,
    scans: Array.from({ length: 20 }, (_, index) => ({
      state: index === 6 ? 'failed' : 'complete',
      startedAt: ago((4 + 10 * index) * MINUTE),
      durationSeconds: index === 6 ? 31 : 11 + ((index * 7) % 5),
      error:
        index === 6 ? 'the catalog answered 503 Service Unavailable' : null,
    })),
  },
  intake: {
    applied: 1_823_401,
    unmapped: 342,
    lastReceivedAt: ago(20),
    receivedLastDay: 38_712,
    rejectedLastDay: 96,
    recalculationsWaiting: 12,
    oldestRecalculationAt: ago(9),
  },
  inbox: {
    waiting: 3,
    setAside: 23,
    processedLastDay: 22_041,
    oldestWaitingAt: ago(2),
    lastReceivedAt: ago(2),
    sources: [
      {
        id: 'github',
        type: 'github',
        readable: true,
        topics: ['github.deployment_status', 'github.pull_request'],
        waiting: 3,
        setAside: 18,
        lastReceivedAt: ago(2),
      },
      {
        id: 'deploybot',
        type: 'deploybot',
        readable: false,
        topics: [],
        waiting: 0,
        setAside: 5,
        lastReceivedAt: ago(50 * MINUTE),
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
  collectors,
  subjects: [
    { id: 'dora', enabled: true },
    { id: 'slo', enabled: false },
  ],
};

const unmapped = {
  totalEvents: 342,
  totalSubjects: 131,
  items: [
    {
      kind: 'deployment',
      source: 'ci',
      reason: 'the catalog has no component:default/basket-old',
      events: 210,
      subjects: 61,
      oldestReceivedAt: ago(12 * DAY),
      newestReceivedAt: ago(30 * MINUTE),
    },
    {
      kind: 'change',
      source: 'git:https://git.example.com/shop/monorepo',
      reason: '4 entities share github:shop/monorepo; send paths or entityRef',
      events: 97,
      subjects: 55,
      oldestReceivedAt: ago(26 * HOUR),
      newestReceivedAt: ago(HOUR),
    },
    {
      kind: 'incident',
      source: 'webhook:on-call',
      reason: 'no entity declares pagerduty-service:P1K2M3',
      events: 20,
      subjects: 10,
      oldestReceivedAt: ago(3 * DAY),
      newestReceivedAt: ago(5 * HOUR),
    },
  ],
};

const rejected = {
  totalEvents: 412,
  since: ago(7 * DAY),
  items: [
    {
      producer: 'external:ci',
      source: 'ci',
      reason: 'data.customData.finishedAt: expected an ISO 8601 instant',
      events: 401,
      lastEventId: 'checkout-812',
      lastRejectedAt: ago(90 * MINUTE),
    },
    {
      producer: 'webhook:github',
      source: null,
      reason: 'the event does not meet its contract',
      events: 11,
      lastEventId: null,
      lastRejectedAt: ago(2 * DAY),
    },
  ],
};

const storage = {
  measuredAt: ago(40),
  tables: [
    ['events', 1_823_743, 1_934_567_890],
    ['records', 610_233, 548_234_496],
    ['dora_scope_days', 402_110, 91_234_304],
    ['inbox_deliveries', 154_201, 310_378_496],
    ['entities', 10_482, 9_830_400],
    ['collector_runs', 1_440, 794_624],
    ['scans', 20, 16_384],
  ].map(([table, rows, bytes]) => ({
    table,
    rows,
    bytes,
    exact: Number(rows) < 10_000,
  })),
  retention: [
    {
      id: 'inbox',
      title: 'Processed webhook deliveries',
      keepDays: 14,
      lastRunAt: ago(8 * HOUR),
      lastDeleted: 21_873,
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
      id: 'collector-runs',
      title: 'Runs of collectors',
      keepDays: 30,
      lastRunAt: ago(8 * HOUR),
      lastDeleted: 1_402,
      error: null,
    },
  ],
};

const runs = Array.from({ length: 20 }, (_, index) => ({
  state: index < 4 ? 'failed' : 'succeeded',
  startedAt: ago((12 + 15 * index) * MINUTE),
  durationSeconds: 20 + ((index * 13) % 17),
  events: index < 4 ? 0 : 40 + index,
  requests: 30 + index,
  lagSeconds: 60 * (20 - index),
  budget: { limit: 2_000, remaining: 1_204 + 20 * index, resetAt: null },
  problems:
    index === 5
      ? [
          { subject: 'shop/attic', message: 'the repository is empty' },
          { subject: 'shop/private', message: 'answered 404 Not Found' },
        ]
      : [],
  error: index < 4 ? 'answered 502 Bad Gateway' : null,
}));

/** Answers with a body, to an app of any address: under `npm start` it is not the engine's. */
function json(body: unknown) {
  return (route: Route) =>
    route.fulfill({
      json: body,
      headers: { 'Access-Control-Allow-Origin': '*' },
    });
}

/** What the portal answers about itself, by path below `/api/opmodel`. */
export type OperationsAnswers = Record<
  string,
  (route: Route) => Promise<void> | void
>;

const PAGE = 10;

/** The answers of an engine in which three things need an operator. */
export function troubledAnswers(): OperationsAnswers {
  let setAside = setAsideDeliveries(23);
  return {
    '/health': json(health),
    '/health/storage': json(storage),
    '/health/collectors/gitlab/runs': json({ items: runs }),
    '/events/unmapped': json(unmapped),
    '/events/unmapped/replay': json({ applied: 210, unmapped: 132 }),
    '/events/rejected': json(rejected),
    '/inbox': route => {
      const query = new URL(route.request().url()).searchParams;
      const source = query.get('source');
      const from = Number(query.get('cursor') ?? 0);
      const list = setAside.filter(
        row =>
          query.get('state') === row.state &&
          (!source || row.source === source),
      );
      return json({
        totalItems: list.length,
        items: list.slice(from, from + PAGE),
        nextCursor: from + PAGE < list.length ? String(from + PAGE) : null,
      })(route);
    },
    '/inbox/replay': route => {
      const { ids, source } = route.request().postDataJSON();
      const kept = setAside.filter(
        row =>
          !(ids ?? [row.id]).includes(row.id) ||
          (source && row.source !== source),
      );
      const replayed = setAside.length - kept.length;
      setAside = kept;
      return json({ replayed })(route);
    },
  };
}

/** Puts answers in the place of the portal's own. */
export async function answerOperations(
  page: Page,
  answers: OperationsAnswers,
): Promise<void> {
  for (const [path, answer] of Object.entries(answers)) {
    await page.route(url => url.pathname === `/api/opmodel${path}`, answer);
  }
}
