import type { EngineAlarm } from '@opmodel/backstage-plugin-opmodel-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openApiDocument } from '../schema/openapi.generated';
import { defaultThresholds } from './alarmThresholds';
import type { AlarmBasis } from './AlarmRule';
import { deriveAlarms, subjectAlarmIds } from './deriveAlarms';

const now = Date.parse('2026-03-01T12:00:00Z');
const minutesAgo = (minutes: number) =>
  new Date(now - minutes * 60_000).toISOString();

const collector: AlarmBasis['collectors'][number] = {
  id: 'git',
  title: 'Git repositories',
  state: 'succeeded',
  lastSuccessAt: minutesAgo(5),
  lastRunAt: minutesAgo(6),
  events: 3,
  problems: [],
  error: null,
  consecutiveFailures: 0,
  nextAttemptAt: null,
  lagSeconds: 300,
  budget: null,
};
const source: AlarmBasis['inbox']['sources'][number] = {
  id: 'hub',
  type: 'github',
  readable: true,
  topics: [],
  waiting: 0,
  setAside: 0,
  lastReceivedAt: minutesAgo(1),
};
const well: AlarmBasis = {
  snapshot: {
    state: 'complete',
    lastCompleteAt: minutesAgo(1),
    durationSeconds: 2,
    entities: 9,
    error: null,
    scans: [
      {
        state: 'complete',
        startedAt: minutesAgo(1),
        durationSeconds: 2,
        error: null,
      },
    ],
  },
  intake: {
    applied: 1_000,
    unmapped: 10,
    lastReceivedAt: minutesAgo(1),
    receivedLastDay: 5,
    rejectedLastDay: 0,
    recalculationsWaiting: 2,
    oldestRecalculationAt: minutesAgo(1),
  },
  inbox: {
    waiting: 2,
    setAside: 0,
    processedLastDay: 4,
    oldestWaitingAt: minutesAgo(1),
    lastReceivedAt: minutesAgo(1),
    sources: [source],
  },
  collectors: [collector],
  subjects: [{ id: 'dora', enabled: true }],
  retentionFailures: [],
};

const derive = (basis: AlarmBasis) =>
  deriveAlarms(basis, { now, thresholds: defaultThresholds });

type Case = [
  name: string,
  id: EngineAlarm['id'],
  basis: Partial<AlarmBasis>,
  alarm: Partial<EngineAlarm>,
];

const failedScan = (minutes: number) => ({
  state: 'failed' as const,
  startedAt: minutesAgo(minutes),
  durationSeconds: 1,
  error: 'catalog away',
});

const cases: Case[] = [
  [
    'a catalog that was never read',
    'snapshot-missing',
    {
      snapshot: {
        ...well.snapshot,
        state: 'never',
        lastCompleteAt: null,
        scans: [],
      },
    },
    { severity: 'bad', since: null },
  ],
  [
    'a first scan that does not end',
    'snapshot-missing',
    {
      snapshot: {
        ...well.snapshot,
        state: 'running',
        lastCompleteAt: null,
        scans: [
          {
            state: 'running',
            startedAt: minutesAgo(16),
            durationSeconds: null,
            error: null,
          },
        ],
      },
    },
    { severity: 'bad', since: minutesAgo(16) },
  ],
  [
    'an old snapshot',
    'snapshot-stale',
    { snapshot: { ...well.snapshot, lastCompleteAt: minutesAgo(31) } },
    {
      severity: 'bad',
      message: 'The catalog was last read to its end 31 minutes ago',
      since: minutesAgo(31),
    },
  ],
  [
    'scans that fail, since the first of them',
    'snapshot-failed',
    {
      snapshot: {
        ...well.snapshot,
        state: 'failed',
        error: 'catalog away\n at fetch',
        scans: [
          failedScan(1),
          failedScan(2),
          ...well.snapshot.scans,
          failedScan(9),
        ],
      },
    },
    {
      severity: 'attention',
      message: 'The last scan of the catalog failed: catalog away',
      since: minutesAgo(2),
    },
  ],
  [
    'a first scan that fails',
    'snapshot-failed',
    {
      snapshot: {
        ...well.snapshot,
        state: 'failed',
        lastCompleteAt: null,
        error: null,
        scans: [failedScan(1)],
      },
    },
    { severity: 'bad', since: minutesAgo(1) },
  ],
  [
    'deliveries that wait long',
    'inbox-lagging',
    { inbox: { ...well.inbox, oldestWaitingAt: minutesAgo(16) } },
    {
      severity: 'attention',
      message: '2 webhook deliveries wait, the oldest for 16 minutes',
      since: minutesAgo(16),
    },
  ],
  [
    'deliveries of a source that were set aside',
    'inbox-set-aside',
    {
      inbox: {
        ...well.inbox,
        setAside: 1,
        sources: [{ ...source, setAside: 1 }],
      },
    },
    { subject: 'hub', message: '1 webhook delivery was set aside' },
  ],
  [
    'deliveries that were set aside of a source that is gone',
    'inbox-set-aside',
    { inbox: { ...well.inbox, setAside: 1_200 } },
    { subject: null, message: '1,200 webhook deliveries were set aside' },
  ],
  [
    'a source that nobody reads',
    'source-without-reader',
    { inbox: { ...well.inbox, sources: [{ ...source, readable: false }] } },
    {
      subject: 'hub',
      message: 'No installed module reads deliveries of the type github',
    },
  ],
  [
    'a collector that failed',
    'collector-failing',
    { collectors: [{ ...collector, state: 'failed', error: 'no token' }] },
    {
      severity: 'attention',
      subject: 'git',
      message: 'Git repositories failed: no token',
      since: minutesAgo(5),
    },
  ],
  [
    'a collector that fails again and again, and runs just now',
    'collector-failing',
    {
      collectors: [
        {
          ...collector,
          state: 'running',
          consecutiveFailures: 3,
          lastSuccessAt: minutesAgo(60 * 48),
        },
      ],
    },
    {
      severity: 'bad',
      subject: 'git',
      message:
        'Git repositories failed 3 times in a row: no reason was recorded',
      since: minutesAgo(60 * 48),
    },
  ],
  [
    'a collector that lags',
    'collector-stale',
    { collectors: [{ ...collector, lagSeconds: 25 * 3600 }] },
    {
      severity: 'attention',
      subject: 'git',
      message: 'Git repositories has read the outside system up to 1 day ago',
      since: minutesAgo(25 * 60),
    },
  ],
  [
    'a collector that has not run for long',
    'collector-stale',
    {
      collectors: [
        { ...collector, lagSeconds: null, lastSuccessAt: minutesAgo(3_000) },
      ],
    },
    { subject: 'git', since: minutesAgo(3_000) },
  ],
  [
    'what a collector could not read',
    'collector-problems',
    {
      collectors: [
        {
          ...collector,
          problems: [
            {
              subject: 'component:default/shop',
              message: 'no such repository',
            },
            { subject: 'b', message: 'c' },
          ],
        },
      ],
    },
    {
      subject: 'git',
      message:
        'Git repositories could not read 2 things, first component:default/shop: no such repository',
    },
  ],
  [
    'many events without an entity',
    'events-unmapped',
    { intake: { ...well.intake, applied: 900, unmapped: 100 } },
    { message: '100 events wait for an entity, 10 % of all' },
  ],
  [
    'rejected events',
    'events-rejected',
    { intake: { ...well.intake, rejectedLastDay: 1 } },
    { message: '1 event was rejected within the last day' },
  ],
  [
    'numbers that wait to be computed',
    'calculation-lagging',
    { intake: { ...well.intake, oldestRecalculationAt: minutesAgo(11) } },
    {
      severity: 'attention',
      message:
        'The numbers of 2 entities wait to be computed, the oldest for 11 minutes',
    },
  ],
  [
    'numbers that wait for an hour',
    'calculation-lagging',
    { intake: { ...well.intake, oldestRecalculationAt: minutesAgo(61) } },
    { severity: 'bad', since: minutesAgo(61) },
  ],
  [
    'retention that failed',
    'retention-failed',
    {
      retentionFailures: [
        { id: 'inbox', error: 'disk full', since: minutesAgo(600) },
      ],
    },
    {
      severity: 'attention',
      subject: 'inbox',
      message:
        'Rows of inbox that are older than their limit could not be deleted: disk full',
      since: minutesAgo(600),
    },
  ],
];

const described: string[] =
  openApiDocument.components.schemas.Alarm.properties.id.enum;

describe('alarms', () => {
  it('are not there when all is well', () => {
    expect(derive(well)).toEqual([]);
  });

  it.each(cases)('tell of %s', (_name, id, basis, alarm) => {
    const alarms = derive({ ...well, ...basis });
    expect(alarms).toEqual([
      {
        id,
        severity: 'attention',
        subject: null,
        message: expect.stringMatching(/^[A-Z0-9].{10,}[^.]$/s),
        remedy: expect.stringMatching(/^[A-Z].{20,}\.$/),
        since: null,
        ...alarm,
        ...(alarm.since === undefined ? { since: alarms[0].since } : {}),
      },
    ]);
  });

  it.each(described)('of the kind %s have a case here', id => {
    expect([...cases.map(([, of]) => of), ...subjectAlarmIds]).toContain(id);
  });

  it('of subjects stand among the others, worst first', () => {
    const ofSubjects = (['attention', 'bad'] as const).map(severity => ({
      id: 'facts-failing' as const,
      severity,
      subject: severity,
      message: '',
      remedy: '',
      since: null,
    }));
    const alarms = deriveAlarms(
      { ...well, intake: { ...well.intake, rejectedLastDay: 1 } },
      { now, thresholds: defaultThresholds, ofSubjects },
    );
    expect(alarms.map(({ id, subject }) => [id, subject])).toEqual([
      ['facts-failing', 'bad'],
      ['events-rejected', null],
      ['facts-failing', 'attention'],
    ]);
  });

  it('are there at the threshold of none', () => {
    expect(
      derive({
        ...well,
        snapshot: { ...well.snapshot, lastCompleteAt: minutesAgo(30) },
        inbox: { ...well.inbox, oldestWaitingAt: minutesAgo(15) },
        intake: {
          ...well.intake,
          applied: 950,
          unmapped: 50,
          oldestRecalculationAt: minutesAgo(10),
        },
        collectors: [
          {
            ...collector,
            lagSeconds: 24 * 3600,
            lastSuccessAt: minutesAgo(24 * 60),
          },
        ],
      }),
    ).toEqual([]);
  });

  it('leave a portal that has just started alone', () => {
    expect(
      derive({
        ...well,
        snapshot: {
          ...well.snapshot,
          state: 'running',
          lastCompleteAt: null,
          scans: [
            {
              state: 'running',
              startedAt: minutesAgo(1),
              durationSeconds: null,
              error: null,
            },
          ],
        },
        intake: {
          ...well.intake,
          applied: 0,
          unmapped: 0,
          recalculationsWaiting: 0,
          oldestRecalculationAt: null,
        },
        inbox: { ...well.inbox, oldestWaitingAt: null, sources: [] },
        collectors: [
          {
            ...collector,
            state: 'never',
            lastSuccessAt: null,
            lastRunAt: null,
            lagSeconds: null,
          },
        ],
      }),
    ).toEqual([]);
  });

  it('come worst first', () => {
    const alarms = derive({
      ...well,
      snapshot: { ...well.snapshot, lastCompleteAt: minutesAgo(90) },
      intake: { ...well.intake, rejectedLastDay: 3 },
      collectors: [
        { ...collector, consecutiveFailures: 5, error: 'x'.repeat(9_000) },
      ],
    });
    expect(alarms.map(({ id }) => id)).toEqual([
      'snapshot-stale',
      'collector-failing',
      'events-rejected',
    ]);
    expect(alarms[1].message.length).toBeLessThan(300);
  });

  it('each have a section of the operations page that says what to do', () => {
    const page = readFileSync(
      resolve(__dirname, '../../../../docs/operations.md'),
      'utf8',
    );
    const sections = [...page.matchAll(/^### `([a-z-]+)`$/gm)].map(
      ([, id]) => id,
    );
    expect(sections.sort()).toEqual([...described].sort());
  });
});
