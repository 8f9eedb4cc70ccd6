import { year } from '../testing/demoYear';
import type { CloudEvent } from './cloudEvent';

/** Keys of the documented customData profile. */
const TARGET_KEYS = ['entityRef', 'entityRefs', 'title', 'url'];
const REPOSITORY_KEYS = ['repositoryUrl', 'paths', 'commitSha'];
const PROFILE: Record<string, string[]> = {
  service: [
    ...TARGET_KEYS,
    ...REPOSITORY_KEYS,
    ...['deploymentId', 'version', 'startedAt', 'finishedAt', 'outcome'],
    ...['environmentTier', 'changes', 'baseline', 'planned', 'hotfix'],
  ],
  change: [
    ...TARGET_KEYS,
    ...REPOSITORY_KEYS,
    ...['firstCommitAt', 'openedAt', 'firstReviewAt', 'approvedAt'],
    ...['mergedAt', 'abandonedAt', 'approvedByOther', 'contributors'],
    ...['revertsCommitSha', 'commits', 'hotfix'],
  ],
  incident: [
    ...TARGET_KEYS,
    ...['severity', 'startedAt', 'detectedAt', 'acknowledgedAt'],
    ...['mitigatedAt', 'resolvedAt', 'causeClass', 'recurrenceOf'],
    ...['customerImpactMinutes', 'deployment'],
  ],
  ticket: [
    ...TARGET_KEYS,
    ...['category', 'severity', 'foundIn', 'objective', 'committedPeriod'],
    ...['state', 'effortDays', 'completedAt', 'cancelledAt'],
  ],
  pipelinerun: [
    ...TARGET_KEYS,
    ...REPOSITORY_KEYS,
    ...['queuedAt', 'startedAt', 'ref'],
  ],
  environment: [...TARGET_KEYS, 'environmentTier'],
};

/** Properties of the subject's content: required, then allowed. */
const CONTENT: Record<string, { required: string[]; allowed: string[] }> = {
  'service.deployed': { required: ['environment', 'artifactId'], allowed: [] },
  'service.upgraded': { required: ['environment', 'artifactId'], allowed: [] },
  'service.rolledback': {
    required: ['environment', 'artifactId'],
    allowed: [],
  },
  'change.created': { required: [], allowed: ['description', 'repository'] },
  'change.reviewed': { required: [], allowed: ['repository'] },
  'change.merged': { required: [], allowed: ['repository'] },
  'change.abandoned': { required: [], allowed: ['repository'] },
  'incident.detected': {
    required: ['environment'],
    allowed: ['description', 'service', 'artifactId'],
  },
  'environment.created': { required: [], allowed: ['name', 'uri'] },
  'pipelinerun.finished': {
    required: [],
    allowed: ['pipelineName', 'uri', 'outcome'],
  },
  'ticket.created': { required: ['summary', 'creator', 'uri'], allowed: [] },
  'ticket.updated': { required: ['uri'], allowed: [] },
  'ticket.closed': { required: ['uri', 'resolution'], allowed: [] },
};

const events = year.flatMap(delivery =>
  delivery.route === 'events' ? [delivery.body] : [],
);
const incidents = year.flatMap(delivery =>
  delivery.route === 'incidents' ? [delivery.body] : [],
);

const pattern = /^dev\.cdevents\.(([a-z]+)\.[a-z]+)\.0\.\d\.0$/;

/** What a schema validator would say; an empty list for a good event. */
function findFaults(event: CloudEvent): string[] {
  const { data } = event;
  const [, name, subject] = pattern.exec(event.type) ?? [];
  const content = CONTENT[name];
  if (!content) {
    return [`type ${event.type}`];
  }
  const older = 'version' in data.context;
  const keys = Object.keys(data.subject.content);
  return [
    ...(event.specversion === '1.0' ? [] : ['specversion']),
    ...(data.context.id === event.id ? [] : ['id']),
    ...(data.context.source === event.source ? [] : ['source']),
    ...(data.context.type === event.type ? [] : ['context.type']),
    ...(data.context.timestamp === event.time ? [] : ['timestamp']),
    ...(older === 'specversion' in data.context ? ['generation'] : []),
    ...(data.subject.type === (older ? subject : undefined)
      ? []
      : ['subject.type']),
    ...(data.subject.id ? [] : ['subject.id']),
    ...content.required.filter(key => !keys.includes(key)),
    ...keys.filter(
      key => ![...content.required, ...content.allowed].includes(key),
    ),
    ...Object.keys(data.customData ?? {}).filter(
      key => !PROFILE[subject].includes(key),
    ),
    ...Object.entries(data.customData ?? {})
      .filter(([, value]) => value === undefined)
      .map(([key]) => `${key} is undefined`),
  ];
}

describe('the events of the demo organisation', () => {
  it('are CDEvents with the documented profile', () => {
    const faulty = events
      .map(event => ({ id: event.id, faults: findFaults(event) }))
      .filter(({ faults }) => faults.length > 0);
    expect(faulty).toEqual([]);
  });

  it('speak both generations', () => {
    const generations = new Set(
      events.map(
        ({ data }) => data.context.specversion ?? data.context.version,
      ),
    );
    expect([...generations].sort()).toEqual(['0.4.1', '0.5.1']);
  });

  it('cover every kind that the intake keeps', () => {
    const names = new Set(events.map(({ type }) => pattern.exec(type)![1]));
    expect([...names].sort()).toEqual(Object.keys(CONTENT).sort());
  });

  it('state instants in UTC, none of them later than the event itself', () => {
    const late: string[] = [];
    for (const { id, time, data } of events) {
      for (const [key, value] of Object.entries(data.customData ?? {})) {
        if (key.endsWith('At')) {
          const instant = String(value);
          if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/.test(instant)) {
            late.push(`${id} ${key} is no instant`);
          }
          if (instant > time) {
            late.push(`${id} ${key}`);
          }
        }
      }
    }
    expect(late).toEqual([]);
  });

  it('name hosts of example.com only', () => {
    const hosts = JSON.stringify(year).match(/https?:\/\/[^/"?]+/g)!;
    const strange = hosts.filter(host => !host.endsWith('.example.com'));
    expect(strange).toEqual([]);
  });

  it('state incidents with the fields of the profile, and nothing ahead of its time', () => {
    const allowed = [
      ...PROFILE.incident,
      'source',
      'id',
      'time',
      'environment',
    ];
    const faulty = incidents.filter(item =>
      Object.entries(item).some(
        ([key, value]) =>
          !allowed.includes(key) ||
          (key.endsWith('At') && String(value) > item.time),
      ),
    );
    expect(faulty).toEqual([]);
    const severe = incidents.filter(({ severity }) => severity === 'sev1');
    expect(severe.length).toBeGreaterThan(0);
  });
});
