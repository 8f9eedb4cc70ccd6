import type { PlainFactKind } from './factContracts';
import { readPlainFacts } from './plainFacts';

const now = Date.UTC(2026, 2, 1, 12);
const defaults = { source: 'external:ci', now };

function read(kind: PlainFactKind, body: unknown) {
  return readPlainFacts(kind, body, defaults);
}

function one(kind: PlainFactKind, body: object) {
  const [event] = read(kind, body).events;
  expect(event).toHaveProperty('event');
  return JSON.parse(JSON.stringify((event as { event: object }).event));
}

function errorsOf(kind: PlainFactKind, body: object) {
  const [event] = read(kind, body).events;
  return 'rejected' in event
    ? event.rejected.errors!.map(({ path, message }) => `${path}: ${message}`)
    : [];
}

const deployment = {
  id: 'd1',
  entityRef: 'checkout',
  environment: 'production',
  finishedAt: '2026-03-01T10:00:00Z',
};

describe('readPlainFacts', () => {
  it('reads a deployment', () => {
    expect(
      one('deployment', {
        ...deployment,
        commitSha: 'c0ffee',
        changes: ['c0ffee'],
        repositoryUrl: 'https://git.example.com/acme/shop',
        paths: ['a'],
        version: null,
      }),
    ).toEqual({
      source: 'external:ci',
      id: expect.stringMatching(/^deployment:[0-9a-f]{40}$/),
      time: '2026-03-01T12:00:00.000Z',
      observation: {
        kind: 'deployment',
        subject: 'd1',
        target: {
          entityRefs: ['component:default/checkout'],
          links: [{ system: 'git', externalId: 'git.example.com/acme/shop' }],
          paths: ['a'],
        },
        environment: 'production',
        finishedAt: '2026-03-01T10:00:00.000Z',
        commitSha: 'c0ffee',
        changes: ['c0ffee'],
        repositoryUrl: 'https://git.example.com/acme/shop',
      },
    });
  });

  it('takes a deployment without an end for one that runs', () => {
    const { finishedAt, ...running } = deployment;
    expect(
      one('deployment', { ...running, startedAt: finishedAt }).observation,
    ).not.toHaveProperty('result');
  });

  it('reads a change and an incident', () => {
    expect(
      one('change', {
        source: 'https://git.example.com',
        id: 'acme/shop#7',
        time: '2026-03-01T09:00:00Z',
        entityRef: 'checkout',
        mergedAt: '2026-03-01T09:00:00Z',
        contributors: 2,
      }),
    ).toMatchObject({
      source: 'https://git.example.com',
      time: '2026-03-01T09:00:00.000Z',
      observation: { kind: 'change', subject: 'acme/shop#7', contributors: 2 },
    });
    expect(
      one('incident', {
        id: 'i1',
        entityRef: 'checkout',
        severity: 'critical',
        links: [{ system: 'pagerduty-service', externalId: 'P1' }],
      }).observation,
    ).toEqual({
      kind: 'incident',
      subject: 'i1',
      target: {
        entityRefs: ['component:default/checkout'],
        links: [{ system: 'pagerduty-service', externalId: 'P1' }],
      },
      severity: 'sev1',
    });
  });

  it('reads a work item and a run of a pipeline', () => {
    expect(
      one('work_item', {
        id: 'SHOP-1',
        entityRef: 'checkout',
        state: 'active',
        committedPeriod: null,
        createdAt: '2026-03-01T09:00:00Z',
        severity: null,
      }).observation,
    ).toEqual({
      kind: 'work_item',
      subject: 'SHOP-1',
      target: { entityRefs: ['component:default/checkout'] },
      state: 'active',
      committedPeriod: null,
      createdAt: '2026-03-01T09:00:00.000Z',
    });
    expect(
      one('pipeline_run', {
        id: '7',
        pipeline: 'build',
        repositoryUrl: 'https://git.example.com/acme/shop',
        startedAt: '2026-03-01T09:00:00Z',
        outcome: 'failure',
        ref: 'main',
      }).observation,
    ).toEqual({
      kind: 'pipeline_run',
      subject: '7',
      target: {
        links: [{ system: 'git', externalId: 'git.example.com/acme/shop' }],
      },
      pipeline: 'build',
      startedAt: '2026-03-01T09:00:00.000Z',
      result: 'failure',
      ref: 'main',
    });
    expect(
      errorsOf('work_item', { id: '1', state: 'doing', effortDays: -1 }),
    ).toEqual([
      'state: expected one of todo, active, waiting, blocked, done, cancelled',
      'effortDays: expected at least 0',
    ]);
    expect(errorsOf('pipeline_run', { id: '1' })).toEqual([
      'pipeline: required string',
      'finishedAt: required date-time (or startedAt or queuedAt before)',
    ]);
    expect(
      errorsOf('change', {
        id: '1',
        commits: Array.from({ length: 251 }, () => ({ sha: 'a' })),
      }),
    ).toEqual(['commits: expected at most 250 items']);
  });

  it('knows the same statement again, and no other for it', () => {
    const { entityRef, ...rest } = deployment;
    const first = one('deployment', deployment).id;
    expect(one('deployment', { entityRef, ...rest }).id).toBe(first);
    expect(
      readPlainFacts('deployment', deployment, { ...defaults, now: now + 9 })
        .events[0],
    ).toMatchObject({ event: { id: first }, statedId: 'd1' });
    expect(
      one('deployment', { ...deployment, outcome: 'failure' }).id,
    ).not.toBe(first);
    expect(
      one('deployment', { ...deployment, time: '2026-03-01T11:00:00Z' }).id,
    ).not.toBe(first);
    expect(one('incident', { id: 'x' }).id).not.toBe(
      one('change', { id: 'x' }).id,
    );
  });

  it('lets the later of two items about one thing speak after the earlier', () => {
    const { events, batch } = read('deployment', {
      items: [
        deployment,
        7,
        { ...deployment, outcome: 'failure' },
        { ...deployment, id: 'd2' },
      ],
    });
    expect(batch).toBe(true);
    expect(events).toMatchObject([
      { event: { time: '2026-03-01T12:00:00.000Z' } },
      {
        rejected: {
          source: 'external:ci',
          id: null,
          errors: [{ path: '', message: 'expected object, got number' }],
        },
      },
      { event: { time: '2026-03-01T12:00:00.001Z' } },
      { event: { time: '2026-03-01T12:00:00.000Z' } },
    ]);
  });

  it.each<[PlainFactKind, object, string[]]>([
    ['deployment', {}, ['id: required string']],
    [
      'deployment',
      { id: 'd1' },
      [
        'environment: required string (or environmentTier)',
        'finishedAt: required date-time (or startedAt while it runs)',
      ],
    ],
    ['deployment', { id: 'd1', withdrawn: true }, []],
    [
      'deployment',
      { ...deployment, outcome: 'fine', changes: 'c0ffee' },
      [
        'outcome: expected one of success, failure, cancelled',
        'changes: expected array, got string',
      ],
    ],
    [
      'deployment',
      { ...deployment, entityRef: 'a:b:c/d//e' },
      ['entityRef: expected entity ref such as component:default/checkout'],
    ],
    ['change', { id: 7 }, ['id: expected string, got number']],
    [
      'change',
      { id: '7', contributors: 1.5 },
      ['contributors: expected whole number, got number'],
    ],
    [
      'incident',
      { id: 'i', source: 5 },
      ['source: expected string, got number'],
    ],
  ])('says what is wrong with a %s (%#)', (kind, body, errors) => {
    expect(errorsOf(kind, body)).toEqual(errors);
  });

  it('knows where each part of a fact was written', () => {
    const [event] = read('deployment', {
      ...deployment,
      entityRefs: ['a'],
      links: [{ system: 'jira', externalId: 'SHOP' }],
      repositoryUrl: 'https://git.example.com/acme/shop',
    }).events;
    const paths = [
      ['source', 'source'],
      ['observation.finishedAt', 'finishedAt'],
      ['observation.subject', 'id'],
      ['observation.result', 'outcome'],
      ['observation.target.entityRefs[0]', 'entityRef'],
      ['observation.target.entityRefs[1]', 'entityRefs[0]'],
      ['observation.target.links[0].externalId', 'links[0].externalId'],
      ['observation.target.links[1].externalId', 'repositoryUrl'],
    ];
    expect(
      'event' in event && paths.map(([path]) => [path, event.pathOf(path)]),
    ).toEqual(paths);
  });

  it.each<[unknown, string]>([
    [[], 'expected object, or object with items'],
    [null, 'expected object, or object with items'],
    [{ items: {} }, 'items: expected array'],
    [
      { items: Array(1001).fill(deployment) },
      'items: expected at most 1000, got 1001',
    ],
  ])('refuses a body that is no list of facts (%#)', (body, message) => {
    expect(() => read('change', body)).toThrow(message);
  });
});
