import type { Knex } from 'knex';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachDatabase } from '../testing/databases';
import { callerHeader, startIntakeApi } from '../testing/startIntakeApi';

const now = Date.UTC(2026, 9, 2, 12);

const config = {
  backend: {
    auth: {
      externalAccess: [
        {
          type: 'jwks',
          options: {
            url: 'https://token.example.com/jwks',
            subjectPrefix: 'github',
            audience: 'opmodel',
          },
          accessRestrictions: [{ plugin: 'opmodel' }],
        },
        ...['ci', 'payments-ci', 'shared-a', 'shared-b'].map(subject => ({
          type: 'static',
          options: { token: 'not-a-secret', subject },
        })),
      ],
    },
  },
  opmodel: {
    intake: {
      producers: [
        {
          type: 'github-actions',
          subjectPrefix: 'github',
          organizations: ['acme'],
          refs: ['refs/heads/main'],
        },
        {
          type: 'subject',
          subject: 'payments-ci',
          entities: {
            owners: ['payments'],
            systems: ['billing'],
            refs: ['component:planned'],
            namespaces: ['sandbox'],
          },
        },
        ...['shop', 'ledger'].map((name, index) => ({
          type: 'subject',
          subject: ['shared-a', 'shared-b'][index],
          entities: { refs: [`component:default/${name}`] },
          sources: ['https://cd.example.com/**'],
        })),
      ],
    },
  },
};

const shopJob = 'external:github:repo:acme/shop:ref:refs/heads/main';
const source = 'github-actions:acme/shop';

const deployment = {
  id: 'd1',
  environment: 'production',
  finishedAt: '2026-10-02T09:00:00Z',
};

const slug = (value: string, path?: string) => ({
  'github.com/project-slug': value,
  ...(path && { 'opmodel.io/path': path }),
});

const entities = [
  entityOf('component:default/shop', {
    annotations: slug('acme/shop', 'shop'),
    ownedBy: 'group:default/shop',
  }),
  entityOf('component:default/basket', {
    annotations: {
      ...slug('acme/shop', 'basket'),
      'pagerduty.com/service-id': 'PBASKET',
    },
    ownedBy: 'group:default/shop',
  }),
  entityOf('component:default/ledger', {
    annotations: {
      ...slug('acme/ledger'),
      'pagerduty.com/service-id': 'PLEDGER',
    },
    ownedBy: 'group:default/payments',
  }),
  entityOf('component:default/invoices', {
    annotations: slug('acme/invoices'),
    partOf: 'system:default/billing',
  }),
  // The same name on another host.
  entityOf('component:default/copy', {
    annotations: {
      'backstage.io/source-location':
        'url:https://github.example.com/acme/shop/tree/main/',
    },
  }),
];

eachDatabase('what producers may send', createDatabase => {
  let knex: Knex;
  let api: ReturnType<typeof startIntakeApi>;

  const post = (path: string, body: unknown, subject = shopJob) =>
    api.post(path, body, {
      'content-type': 'application/json',
      [callerHeader]: subject,
    });
  const send = async (facts: object[], subject = shopJob) =>
    (await post('/deployments', { items: facts }, subject)).body.items;
  const rows = (table = 'deployments') =>
    knex(table)
      .where({ superseded_at: null })
      .orderBy(['source', 'subject', 'entity_ref'])
      .select('source', 'subject', 'entity_ref');

  beforeEach(async () => {
    knex = await createDatabase();
    await scanEntities(new DatabaseSnapshotStore(knex), entities);
    api = startIntakeApi(knex, { now, config });
  });

  it('lets a job write for the entities of its repository', async () => {
    const answers = await send([
      { ...deployment, id: 'named', entityRef: 'basket' },
      { ...deployment, id: 'by path', paths: ['shop/src/main.ts'] },
      {
        ...deployment,
        id: 'by address',
        repositoryUrl: 'git@github.com:Acme/shop.git',
        paths: ['basket'],
      },
      {
        ...deployment,
        id: 'by identity',
        links: [{ system: 'pagerduty-service', externalId: 'PBASKET' }],
      },
      { ...deployment, id: 'all', source: `${source}#web` },
    ]);
    expect(answers).toEqual([
      { source, id: 'named', status: 'accepted' },
      { source, id: 'by path', status: 'accepted' },
      { source, id: 'by address', status: 'accepted' },
      { source, id: 'by identity', status: 'accepted' },
      {
        source: `${source}#web`,
        id: 'all',
        status: 'unmapped',
        reason:
          '2 entities share git:github.com/acme/shop; send paths or entityRef',
      },
    ]);
    expect(await rows()).toEqual(
      [
        ['by address', 'basket'],
        ['by identity', 'basket'],
        ['by path', 'shop'],
        ['named', 'basket'],
      ].map(([subject, name]) => ({
        source,
        subject,
        entity_ref: `component:default/${name}`,
      })),
    );
    const producers = await knex('events').distinct('producer');
    expect(producers).toEqual([{ producer: shopJob }]);
  });

  it('rejects what it may not write for, without a word on what there is', async () => {
    const message = `expected an entity that ${source} may write for`;
    const answers = await send([
      { ...deployment, entityRef: 'ledger' },
      { ...deployment, entityRef: 'no-such-thing' },
      { ...deployment, entityRefs: ['shop', 'ledger'] },
      {
        ...deployment,
        links: [{ system: 'pagerduty-service', externalId: 'PLEDGER' }],
      },
      {
        ...deployment,
        links: [{ system: 'pagerduty-service', externalId: 'P-NOBODY' }],
      },
      { ...deployment, repositoryUrl: 'https://github.com/acme/ledger' },
      { ...deployment, repositoryUrl: 'https://github.com/acme/nothing' },
      { ...deployment, repositoryUrl: 'https://github.example.com/acme/shop' },
      { ...deployment, entityRef: 'copy' },
    ]);
    const rejected = (path: string) => ({
      source,
      id: 'd1',
      status: 'rejected',
      reason: 'the event does not meet its contract',
      errors: [{ path, message }],
    });
    expect(answers).toEqual([
      rejected('entityRef'),
      rejected('entityRef'),
      rejected('entityRefs[1]'),
      rejected('links[0]'),
      rejected('links[0]'),
      rejected('repositoryUrl'),
      rejected('repositoryUrl'),
      rejected('repositoryUrl'),
      rejected('entityRef'),
    ]);
    expect(await knex('events').select()).toEqual([]);
    expect(api.audited.success).toHaveBeenCalledWith({
      meta: {
        outcomes: { rejected: 9 },
        refused: expect.arrayContaining([
          { source, id: 'd1', why: `entityRef: ${message}` },
        ]),
      },
    });
  });

  it('answers a single event that it may not send with its place', async () => {
    const answer = await post('/deployments', {
      ...deployment,
      entityRef: 'ledger',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toBe(
      `entityRef: expected an entity that ${source} may write for`,
    );
  });

  it('keeps a producer to sources of its own', async () => {
    const answers = await send([
      { ...deployment, entityRef: 'shop', source: 'ci' },
      { ...deployment, entityRef: 'shop', source: `${source}-2` },
      {
        ...deployment,
        entityRef: 'shop',
        source: 'github-actions:acme/ledger',
      },
    ]);
    expect(answers.map(({ errors }: any) => errors)).toEqual(
      answers.map(() => [
        {
          path: 'source',
          message: `expected ${source}, or that with # and a name behind it`,
        },
      ]),
    );
  });

  it('lets what was said of its entities not wander to those of others', async () => {
    await send([
      {
        ...deployment,
        entityRef: 'basket',
        links: [{ system: 'pagerduty-service', externalId: 'PLEDGER' }],
      },
      {
        ...deployment,
        id: 'd2',
        links: [{ system: 'pagerduty-service', externalId: 'PBASKET' }],
      },
    ]);
    // The service of the basket is now the ledger's, and the basket is gone.
    await scanEntities(
      new DatabaseSnapshotStore(knex),
      entities
        .filter(entity => entity.metadata.name !== 'basket')
        .map(entity =>
          entity.metadata.name === 'ledger'
            ? entityOf('component:default/ledger', {
                annotations: { 'pagerduty.com/service-id': 'PBASKET,PLEDGER' },
              })
            : entity,
        ),
    );
    await api.service.reapplyUnmapped({ now });
    const answers = await send([
      { ...deployment, outcome: 'failure', paths: ['shop'] },
      { ...deployment, id: 'd2', outcome: 'failure', paths: ['shop'] },
    ]);
    const message = `expected something that ${source} may write for`;
    expect(answers).toMatchObject([
      { status: 'rejected', errors: [{ path: 'id', message }] },
      { status: 'rejected', errors: [{ path: 'id', message }] },
    ]);
    expect(new Set((await rows()).map(row => row.entity_ref))).toEqual(
      new Set(['component:default/basket']),
    );
  });

  it('does not let one of several producers of a source take over the records of another', async () => {
    const shared = { ...deployment, source: 'https://cd.example.com/runs' };
    expect(
      await send([{ ...shared, entityRef: 'shop' }], 'shared-a'),
    ).toMatchObject([{ status: 'accepted' }]);
    for (const takeover of [
      { ...shared, entityRef: 'ledger' },
      { ...shared, withdrawn: true },
    ]) {
      expect(await send([takeover], 'shared-b')).toMatchObject([
        {
          status: 'rejected',
          errors: [
            {
              path: 'id',
              message: 'expected something that shared-b may write for',
            },
          ],
        },
      ]);
    }
    expect(await rows()).toMatchObject([
      { entity_ref: 'component:default/shop' },
    ]);
  });

  it('limits by owner, system, name and namespace', async () => {
    const answers = await send(
      ['ledger', 'invoices', 'planned', 'sandbox/anything', 'shop'].map(
        entityRef => ({ ...deployment, id: entityRef, entityRef }),
      ),
      'payments-ci',
    );
    expect(answers.map(({ status }: any) => status)).toEqual([
      'accepted',
      'accepted',
      'unmapped',
      'unmapped',
      'rejected',
    ]);
    expect(
      await send(
        [
          {
            ...deployment,
            id: 'by address',
            repositoryUrl: 'https://github.com/acme/ledger',
          },
          {
            ...deployment,
            id: 'by foreign address',
            repositoryUrl: 'https://github.com/acme/shop',
          },
        ],
        'payments-ci',
      ),
    ).toMatchObject([
      { source: 'payments-ci', status: 'accepted' },
      { status: 'rejected', errors: [{ path: 'repositoryUrl' }] },
    ]);
  });

  it('says what is missing of its own entities', async () => {
    await scanEntities(new DatabaseSnapshotStore(knex), [
      ...entities,
      entityOf('component:default/ledger-jobs', {
        annotations: slug('acme/ledger', 'jobs'),
        ownedBy: 'group:default/payments',
      }),
      entityOf('component:default/ledger-api', {
        annotations: slug('acme/ledger', 'api'),
        ownedBy: 'group:default/payments',
      }),
    ]);
    const answers = await send(
      [
        {
          ...deployment,
          repositoryUrl: 'https://github.com/acme/ledger',
        },
      ],
      'payments-ci',
    );
    expect(answers[0].errors).toEqual([
      {
        path: 'repositoryUrl',
        message:
          '3 entities share git:github.com/acme/ledger; send paths or entityRef',
      },
    ]);
  });

  it('takes CDEvents about its own entities, by the name of their service too', async () => {
    const cdevent = (id: string, service: string, customData = {}) => ({
      context: {
        specversion: '0.5.1',
        id,
        source,
        type: 'dev.cdevents.service.deployed.0.3.0',
        timestamp: '2026-10-02T10:00:00Z',
      },
      subject: {
        id: service,
        content: {
          environment: { id: 'production' },
          artifactId: 'pkg:oci/shop@sha256:0b31',
        },
      },
      customData,
    });
    expect((await post('/events', cdevent('1', 'basket'))).status).toBe(200);
    expect(
      (await post('/events', cdevent('2', 'whatever', { entityRef: 'shop' })))
        .status,
    ).toBe(200);
    for (const service of ['ledger', 'nothing']) {
      const answer = await post('/events', cdevent('3', service));
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toBe(
        `subject.id: expected an entity that ${source} may write for`,
      );
    }
    expect(await rows()).toMatchObject([
      { subject: '1', entity_ref: 'component:default/basket' },
      { subject: '2', entity_ref: 'component:default/shop' },
    ]);
  });

  it('does not let one producer say what an environment is', async () => {
    const answer = await post('/events', {
      context: {
        specversion: '0.5.1',
        id: '1',
        source,
        type: 'dev.cdevents.environment.created.0.3.0',
        timestamp: '2026-10-02T10:00:00Z',
      },
      subject: { id: 'production', content: { name: 'test' } },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toBe(
      'subject.id: expected no environment: what one is holds for the deployments of everybody',
    );
  });

  it("keeps DevLake's bodies of a job under its own source", async () => {
    const path = '/devlake/plugins/webhook/connections/1/deployments';
    const body = (repoUrl: string) => ({
      id: 'r1',
      startedDate: '2026-10-02T09:00:00Z',
      finishedDate: '2026-10-02T09:10:00Z',
      deploymentCommits: [{ repoUrl, commitSha: 'c0ffee' }],
    });
    const own = await post(
      path,
      body('https://github.com/acme/ledger'),
      'external:github:repo:acme/ledger:ref:refs/heads/main',
    );
    expect(own.body).toEqual({
      items: [
        {
          source: 'github-actions:acme/ledger#devlake:1',
          id: 'r1',
          status: 'accepted',
        },
      ],
    });
    const foreign = await post(path, body('https://github.com/acme/ledger'));
    expect(foreign.status).toBe(400);
    expect(foreign.body.error.message).toBe(
      `deploymentCommits[0].repoUrl: expected an entity that ${source} may write for`,
    );
  });

  it.each([
    'external:github:repo:other/shop:ref:refs/heads/main',
    'external:github:repo:acme/shop:ref:refs/heads/dev',
    'external:github:repo:acme/shop:pull_request',
    'external:elsewhere',
  ])('refuses %s before it reads a thing', async subject => {
    const answer = await post('/deployments', { nonsense: true }, subject);
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toBe(
      `No rule of opmodel.intake.producers allows ${subject}`,
    );
    expect(api.audited.fail).toHaveBeenCalledWith({
      error: expect.objectContaining({
        message: expect.stringContaining(subject),
      }),
    });
  });

  it('leaves static tokens without a rule, plugins and people as they are', async () => {
    for (const subject of ['ci', 'plugin:scaffolder']) {
      expect(
        await send(
          [{ ...deployment, id: subject, entityRef: 'ledger', source: 'any' }],
          subject,
        ),
      ).toMatchObject([{ source: 'any', status: 'accepted' }]);
    }
    const answer = await api.post(
      '/deployments',
      { ...deployment, entityRef: 'ledger' },
      {
        'content-type': 'application/json',
        [callerHeader]: 'user:default/robin',
      },
    );
    expect(answer.body.items).toMatchObject([
      { source: 'user:default/robin', status: 'accepted' },
    ]);
  });
});
