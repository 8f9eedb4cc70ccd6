import { readCdevent } from './cdevents';

type Json = Record<string, any>;

const time = '2026-03-01T10:00:00.000Z';

function cdevent(
  kind: string,
  content: Json,
  customData?: unknown,
  subject: string = 'checkout',
): Json {
  return {
    context: {
      specversion: '0.5.1',
      id: 'e1',
      source: 'https://cd.example.com',
      type: `dev.cdevents.${kind}.0.3.0`,
      timestamp: time,
    },
    subject: { id: subject, content },
    ...(customData === undefined ? {} : { customData }),
  };
}

const service = { environment: { id: 'prod' }, artifactId: 'pkg:oci/checkout' };

/** Defined fields of the observation. */
function observationOf(event: Json): Json {
  const read = readCdevent(event);
  expect(read).toHaveProperty('event');
  const { observation } = (read as { event: Json }).event;
  return JSON.parse(JSON.stringify(observation));
}

function errorsOf(event: Json, envelope?: Parameters<typeof readCdevent>[1]) {
  const read = readCdevent(event, envelope);
  return 'rejected' in read
    ? read.rejected.errors?.map(({ path, message }) => `${path}: ${message}`) ??
        read.rejected.reason
    : [];
}

describe('readCdevent', () => {
  it('reads a deployment, with what the profile adds', () => {
    expect(readCdevent(cdevent('service.deployed', service))).toMatchObject({
      event: { source: 'https://cd.example.com', id: 'e1', time },
    });
    expect(observationOf(cdevent('service.deployed', service))).toEqual({
      kind: 'deployment',
      subject: 'e1',
      target: { links: [{ system: 'name', externalId: 'checkout' }] },
      environment: 'prod',
      finishedAt: time,
      deploymentType: 'deploy',
      artifactId: 'pkg:oci/checkout',
    });
    expect(
      observationOf(
        cdevent('service.rolledback', service, {
          entityRef: 'Checkout',
          entityRefs: ['api:Public/Orders'],
          deploymentId: 'd7',
          title: 'Back to 1.1',
          url: 'https://cd.example.com/d7',
          commitSha: 'c0ffee',
          version: '1.1.0',
          repositoryUrl: 'https://github.com/acme/shop',
          paths: ['services/checkout'],
          startedAt: '2026-03-01T10:50:00+01:00',
          finishedAt: '2026-03-01T09:55:00Z',
          outcome: 'failure',
          environmentTier: 'production',
          changes: ['c0ffee'],
          baseline: false,
          planned: false,
          hotfix: true,
          unknown: { to: 'us' },
          withdrawn: null,
        }),
      ),
    ).toEqual({
      kind: 'deployment',
      subject: 'd7',
      target: {
        entityRefs: ['component:default/checkout', 'api:public/orders'],
        links: [
          { system: 'name', externalId: 'checkout' },
          { system: 'git', externalId: 'github.com/acme/shop' },
          { system: 'github', externalId: 'acme/shop' },
        ],
        paths: ['services/checkout'],
      },
      title: 'Back to 1.1',
      url: 'https://cd.example.com/d7',
      environment: 'prod',
      environmentTier: 'production',
      startedAt: '2026-03-01T09:50:00.000Z',
      finishedAt: '2026-03-01T09:55:00.000Z',
      result: 'failure',
      deploymentType: 'rollback',
      commitSha: 'c0ffee',
      version: '1.1.0',
      artifactId: 'pkg:oci/checkout',
      repositoryUrl: 'https://github.com/acme/shop',
      changes: ['c0ffee'],
      baseline: false,
      planned: false,
      hotfix: true,
    });
  });

  it.each([
    ['created', { openedAt: time }],
    ['reviewed', { firstReviewAt: time }],
    ['updated', {}],
    ['merged', { mergedAt: time }],
    ['abandoned', { abandonedAt: time }],
  ])('reads a change that was %s', (predicate, instants) => {
    expect(
      observationOf(
        cdevent(
          `change.${predicate}`,
          { repository: { id: 'acme/shop', source: 'https://github.com' } },
          undefined,
          '7',
        ),
      ),
    ).toEqual({
      kind: 'change',
      subject: 'acme/shop#7',
      target: {
        links: [
          { system: 'git', externalId: 'github.com/acme/shop' },
          { system: 'github', externalId: 'acme/shop' },
        ],
      },
      ...instants,
    });
  });

  it('prefers the instant that the profile states', () => {
    expect(
      observationOf(
        cdevent('change.merged', {}, { mergedAt: '2026-02-01T00:00:00Z' }, '7'),
      ),
    ).toEqual({
      kind: 'change',
      subject: '7',
      target: {},
      mergedAt: '2026-02-01T00:00:00.000Z',
    });
  });

  it.each([
    ['detected', { detectedAt: time }],
    ['reported', {}],
    ['resolved', { resolvedAt: time }],
  ])('reads an incident that was %s', (predicate, instants) => {
    expect(
      observationOf(
        cdevent(
          `incident.${predicate}`,
          {
            description: 'Slow\nVery slow',
            environment: { id: 'prod' },
            service: { id: 'Checkout' },
            ticketURI: 'https://issues.example.com/1',
          },
          { severity: 'P1', causeClass: 'change', customerImpactMinutes: 5 },
          'i1',
        ),
      ),
    ).toEqual({
      kind: 'incident',
      subject: 'i1',
      target: { links: [{ system: 'name', externalId: 'checkout' }] },
      title: 'Slow',
      url: 'https://issues.example.com/1',
      environment: 'prod',
      severity: 'sev1',
      causeClass: 'change',
      customerImpactMinutes: 5,
      ...instants,
    });
  });

  it.each([
    ['sev2', 'sev2'],
    ['SEV-3', 'sev3'],
    [4, 'sev4'],
    ['p1', 'sev1'],
    ['Critical', 'sev1'],
    ['medium', 'sev3'],
  ])('knows severity %p as %s', (severity, expected) => {
    const content = { environment: { id: 'prod' } };
    expect(
      observationOf(cdevent('incident.detected', content, { severity })),
    ).toHaveProperty('severity', expected);
  });

  it.each([
    ['created', {}, { createdAt: time }],
    ['updated', {}, {}],
    ['closed', { resolution: 'completed' }, { completedAt: time }],
    ['closed', { resolution: "Won't fix" }, { cancelledAt: time }],
  ])('reads a ticket that was %s', (predicate, extra, instants) => {
    expect(
      observationOf(
        cdevent(
          `ticket.${predicate}`,
          {
            summary: 'Repair',
            creator: 'Alice',
            assignees: ['Bob'],
            uri: 'https://issues.example.com/1',
            ...extra,
          },
          { entityRef: 'checkout', category: 'debt' },
          't1',
        ),
      ),
    ).toEqual({
      kind: 'work_item',
      subject: 't1',
      target: { entityRefs: ['component:default/checkout'] },
      title: 'Repair',
      url: 'https://issues.example.com/1',
      category: 'debt',
      ...instants,
    });
  });

  it('knows where a ticket stands, and that it was taken out of its period', () => {
    const updated = (customData: Json) =>
      observationOf(
        cdevent(
          'ticket.updated',
          { uri: 'https://issues.example.com/1' },
          customData,
        ),
      );
    expect(
      updated({ state: 'waiting', effortDays: 3, committedPeriod: '2026-Q1' }),
    ).toMatchObject({
      state: 'waiting',
      effortDays: 3,
      committedPeriod: '2026-Q1',
    });
    expect(updated({ committedPeriod: null })).toMatchObject({
      committedPeriod: null,
    });
  });

  it.each([
    ['queued', {}, { queuedAt: time }],
    ['started', {}, { startedAt: time }],
    [
      'finished',
      { outcome: 'success' },
      { finishedAt: time, result: 'success' },
    ],
    ['finished', { outcome: 'error' }, { finishedAt: time, result: 'failure' }],
    [
      'finished',
      { outcome: 'CANCEL' },
      { finishedAt: time, result: 'cancelled' },
    ],
    ['finished', { outcome: 'toString' }, { finishedAt: time }],
  ])('reads a run of a pipeline that was %s', (predicate, extra, facts) => {
    expect(
      observationOf(
        cdevent(
          `pipelinerun.${predicate}`,
          {
            pipelineName: 'build',
            uri: 'https://ci.example.com/7',
            errors: 'Alice broke it',
            ...extra,
          },
          { entityRef: 'checkout', commitSha: 'c0ffee', ref: 'main' },
          '7',
        ),
      ),
    ).toEqual({
      kind: 'pipeline_run',
      subject: '7',
      target: { entityRefs: ['component:default/checkout'] },
      url: 'https://ci.example.com/7',
      pipeline: 'build',
      commitSha: 'c0ffee',
      ref: 'main',
      ...facts,
    });
  });

  it.each([
    ['created', false],
    ['modified', false],
    ['deleted', true],
  ])('reads an environment that was %s', (predicate, deleted) => {
    expect(
      observationOf(
        cdevent(
          `environment.${predicate}`,
          { name: 'Europe', url: 'https://eu.example.com' },
          { environmentTier: 'production' },
          'eu-1',
        ),
      ),
    ).toEqual({
      kind: 'environment',
      subject: 'eu-1',
      target: {},
      name: 'Europe',
      url: 'https://eu.example.com',
      environmentTier: 'production',
      deleted,
    });
  });

  it('reads customData that is base64, and ignores what is no profile', () => {
    const encode = (value: unknown) =>
      Buffer.from(JSON.stringify(value)).toString('base64');
    expect(
      observationOf(
        cdevent('service.deployed', service, encode({ version: '2' })),
      ),
    ).toHaveProperty('version', '2');
    for (const other of [encode([1]), 'AAAA']) {
      expect(
        observationOf(cdevent('service.deployed', service, other)),
      ).not.toHaveProperty('version');
    }
  });

  it('reads minor versions that came later, and no other major one', () => {
    const of = (version: string) => {
      const event = cdevent('service.deployed', service);
      event.context.type = `dev.cdevents.service.deployed${version}`;
      return errorsOf(event);
    };
    expect(of('.0.99.1')).toEqual([]);
    expect(of('.0.6.0-draft')).toEqual([]);
    expect(of('')).toEqual([]);
    expect(of('.1.0.0')).toBe(
      'type dev.cdevents.service.deployed.1.0.0 has a major version that intake does not know; it knows 0.x',
    );
    expect(of('.new')).toContain('is not one that intake keeps');
  });

  it('takes the time of the CDEvent before that of the envelope', () => {
    const envelope = {
      source: 's',
      id: 'outer',
      type: 'dev.cdevents.service.deployed.0.3.0',
      time: '2026-03-05T00:00:00.000Z',
    };
    const event = cdevent('service.deployed', service);
    expect(readCdevent(event, envelope)).toMatchObject({
      event: {
        source: 's',
        id: 'outer',
        time,
        observation: { subject: 'outer' },
      },
    });
    delete event.context;
    expect(readCdevent(event, envelope)).toMatchObject({
      event: { id: 'outer', time: envelope.time },
    });
    expect(errorsOf(event, { ...envelope, time: undefined })).toEqual([
      'time: required date-time (or data.context.timestamp)',
    ]);
  });

  it('says where and what is wrong', () => {
    const envelope = { source: 's', id: 'i', type: 't' };
    expect(
      errorsOf(
        cdevent('service.deployed', { artifactId: 'a', environment: {} }),
        envelope,
      ),
    ).toEqual(['data.subject.content.environment.id: required string']);
    expect(errorsOf(cdevent('service.deployed', {}))).toEqual([
      'subject.content.environment: required object',
      'subject.content.artifactId: required string',
    ]);
    expect(
      errorsOf(
        cdevent(
          'incident.detected',
          { environment: { id: 'prod' } },
          {
            severity: 'blocker',
            entityRef: ':/',
            entityRefs: ['a:b:c/d//e', 'checkout '],
            url: 'ftp://example.com',
          },
        ),
      ),
    ).toEqual([
      'customData.entityRef: expected entity ref such as component:default/checkout',
      'customData.entityRefs[0]: expected entity ref such as component:default/checkout',
      'customData.entityRefs[1]: expected entity ref such as component:default/checkout',
      'customData.url: expected http or https URL',
      'customData.severity: expected one of sev1, sev2, sev3, sev4, sev5',
    ]);
    expect(errorsOf({ context: {}, subject: {} })).toEqual([
      'context.type: required string',
    ]);
    const wrong = cdevent('service.deployed', service);
    wrong.context = { type: wrong.context.type };
    wrong.subject.type = 'change';
    expect(errorsOf(wrong)).toEqual([
      'context.id: required string',
      'context.source: required string',
      'context.timestamp: required date-time',
      'subject.type: expected service',
    ]);
    const unversioned = cdevent('service.deployed', service);
    delete unversioned.context.specversion;
    expect(errorsOf(unversioned)).toEqual([
      'context.specversion: required string (version before CDEvents 0.5)',
    ]);
    expect(errorsOf({ ...wrong, context: { type: 'constructor' } })).toContain(
      'is not one that intake keeps',
    );
  });

  it('knows where each part of an event was written', () => {
    const pathsIn = (
      event: Json,
      paths: string[],
      envelope?: Parameters<typeof readCdevent>[1],
    ) => {
      const read = readCdevent(event, envelope);
      return 'event' in read ? paths.map(read.pathOf) : [];
    };
    const deployed = cdevent('service.deployed', service, {
      outcome: 'failure',
      startedAt: time,
      entityRef: 'a',
      entityRefs: ['b'],
      links: [{ system: 'jira', externalId: 'SHOP' }],
      repositoryUrl: 'https://github.com/acme/shop',
    });
    const envelope = { source: 's', id: 'i', type: deployed.context.type };
    expect(
      pathsIn(deployed, [
        'source',
        'id',
        'time',
        'observation.finishedAt',
        'observation.startedAt',
        'observation.result',
        'observation.subject',
        'observation.environment',
        'observation.target.entityRefs[0]',
        'observation.target.entityRefs[1]',
        'observation.target.links[0].externalId',
        'observation.target.links[1].externalId',
        'observation.target.links[2].externalId',
      ]),
    ).toEqual([
      'context.source',
      'context.id',
      'context.timestamp',
      'context.timestamp',
      'customData.startedAt',
      'customData.outcome',
      'subject.id',
      'subject.content.environment.id',
      'customData.entityRef',
      'customData.entityRefs[0]',
      'subject.id',
      'customData.links[0].externalId',
      'customData.repositoryUrl',
    ]);
    expect(
      pathsIn(deployed, ['source', 'time', 'observation.startedAt'], envelope),
    ).toEqual([
      'source',
      'data.context.timestamp',
      'data.customData.startedAt',
    ]);
    delete deployed.context;
    expect(
      pathsIn(deployed, ['time', 'observation.finishedAt'], {
        ...envelope,
        time,
      }),
    ).toEqual(['time', 'time']);
  });
});
