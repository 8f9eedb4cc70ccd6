import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { startEngine } from '../testing/startEngine';
import { startIssuer } from '../testing/startIssuer';

jest.setTimeout(120_000);

const component = (name: string, slug: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: { 'github.com/project-slug': slug },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
});

const deployment = {
  id: 'run-1',
  environment: 'production',
  finishedAt: '2026-03-02T09:41:20Z',
};

const mainOfShop = 'repo:acme/shop:ref:refs/heads/main';

describe('CI jobs with tokens of their own, and everything real but the issuer', () => {
  let github: Awaited<ReturnType<typeof startIssuer>>;
  let gitlab: Awaited<ReturnType<typeof startIssuer>>;
  let engine: Awaited<ReturnType<typeof startEngine>>;

  const post = (body: object, token: string, path = '/deployments') =>
    request(engine.server)
      .post(`/api/opmodel${path}`)
      .set('authorization', `Bearer ${token}`)
      .send(body);
  const jobOf = (sub: string) => github.issue({ sub, aud: 'opmodel' });

  /** The catalog takes its time until it serves what it was given. */
  async function waitForComponents(wanted: number): Promise<void> {
    for (let attempt = 0; attempt < 240; attempt += 1) {
      await engine.runTask('opmodel-catalog-snapshot');
      const found = await engine.knex('entities').pluck('ref');
      if (found.length >= wanted) {
        return;
      }
      await new Promise(resolve => {
        setTimeout(resolve, 250);
      });
    }
    throw new Error('The catalog served nothing for a minute');
  }

  beforeAll(async () => {
    github = await startIssuer();
    gitlab = await startIssuer();
    const issuerOf = (issuer: { url: string }, subjectPrefix: string) => ({
      type: 'jwks',
      options: {
        url: issuer.url,
        issuer: issuer.url,
        algorithm: 'RS256',
        audience: 'opmodel',
        subjectPrefix,
      },
      accessRestrictions: [
        { plugin: 'opmodel', permission: 'opmodel.event.create' },
      ],
    });
    engine = await startEngine({
      auth: authServiceFactory,
      policy: { handle: async () => ({ result: AuthorizeResult.ALLOW }) },
      entities: [
        component('shop', 'acme/shop'),
        component('ledger', 'acme/ledger'),
      ],
      config: {
        permission: { enabled: true },
        backend: {
          baseUrl: 'http://localhost',
          auth: {
            externalAccess: [
              issuerOf(github, 'github'),
              issuerOf(gitlab, 'gitlab'),
              {
                type: 'static',
                options: { token: 'a-token-of-the-test', subject: 'ci' },
                accessRestrictions: [
                  { plugin: 'opmodel', permission: 'opmodel.event.create' },
                ],
              },
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
                type: 'gitlab-ci',
                subjectPrefix: 'gitlab',
                projects: ['acme/**'],
                host: 'gitlab.example.com',
              },
            ],
          },
        },
      },
    });
    await waitForComponents(2);
  });

  afterAll(async () => {
    await engine?.stop();
    await github?.stop();
    await gitlab?.stop();
  });

  it('takes what a job of ours says of its own repository', async () => {
    const { status, body } = await post(deployment, jobOf(mainOfShop));
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        items: [
          {
            source: 'github-actions:acme/shop',
            id: 'run-1',
            status: 'accepted',
          },
        ],
      },
    });
    expect(
      await engine.knex('deployments').select('entity_ref', 'subject'),
    ).toEqual([{ entity_ref: 'component:default/shop', subject: 'run-1' }]);
  });

  it.each([
    'repo:elsewhere/shop:ref:refs/heads/main',
    'repo:acme-evil/shop:ref:refs/heads/main',
    'repo:acme/shop:ref:refs/heads/dev',
    'repo:acme/shop:environment:x:ref:refs/heads/main',
    'repo:acme/shop:pull_request',
    'project_path:acme/shop:ref_type:branch:ref:main',
  ])('refuses %s, which GitHub signed as well', async sub => {
    const { status, body } = await post(deployment, jobOf(sub));
    expect(status).toBe(403);
    expect(body.error).toMatchObject({
      name: 'NotAllowedError',
      message: `No rule of opmodel.intake.producers allows external:github:${sub}`,
    });
  });

  it('does not take the subject of one issuer from the other', async () => {
    const answer = await post(
      deployment,
      gitlab.issue({ sub: mainOfShop, aud: 'opmodel' }),
    );
    expect(answer.status).toBe(403);
  });

  it('rejects the entity of another repository, by its place', async () => {
    for (const entityRef of ['ledger', 'there-is-none']) {
      const { status, body } = await post(
        { ...deployment, entityRef },
        jobOf(mainOfShop),
      );
      expect(status).toBe(400);
      expect(body.error.message).toBe(
        'entityRef: expected an entity that github-actions:acme/shop may write for',
      );
    }
  });

  it.each([
    [
      'expired',
      () => github.issue({ sub: mainOfShop, aud: 'opmodel', expiresIn: -60 }),
    ],
    [
      'made for another service',
      () => github.issue({ sub: mainOfShop, aud: 'https://github.com/acme' }),
    ],
    [
      'of another issuer',
      () =>
        github.issue({
          sub: mainOfShop,
          aud: 'opmodel',
          iss: 'https://elsewhere.example.com',
        }),
    ],
    [
      'signed by somebody else',
      () => github.forge({ sub: mainOfShop, aud: 'opmodel' }),
    ],
    ['no token at all', () => 'nonsense'],
  ])('refuses a token that is %s', async (_what, token) => {
    expect((await post(deployment, token())).status).toBe(401);
  });

  it('takes GitLab jobs', async () => {
    const { body } = await post(
      deployment,
      gitlab.issue({
        sub: 'project_path:acme/web/shop:ref_type:branch:ref:main',
        aud: 'opmodel',
      }),
    );
    expect(body.items).toEqual([
      {
        source: 'gitlab-ci:gitlab.example.com/acme/web/shop',
        id: 'run-1',
        status: 'unmapped',
        reason: 'no entity declares git:gitlab.example.com/acme/web/shop',
      },
    ]);
  });

  it('leaves static tokens as they were', async () => {
    const { body } = await post(
      { ...deployment, entityRef: 'ledger' },
      'a-token-of-the-test',
    );
    expect(body.items).toEqual([
      { source: 'ci', id: 'run-1', status: 'accepted' },
    ]);
  });

  it('takes a snippet that was written for DevLake, its address and token exchanged', async () => {
    const send = (token: string) =>
      request(engine.server)
        .post(
          '/api/opmodel/devlake/api/rest/plugins/webhook/connections/1/deployments',
        )
        .set('authorization', `Bearer ${token}`)
        .set('content-type', 'application/x-www-form-urlencoded')
        .send(
          JSON.stringify({
            id: 'release-1',
            startedDate: '2026-03-02T09:31:00+00:00',
            finishedDate: '2026-03-02T09:41:20+00:00',
            deploymentCommits: [
              { repoUrl: 'https://github.com/acme/shop', commitSha: 'c0ffee' },
            ],
          }),
        );
    const answers = [
      await send('a-token-of-the-test'),
      await send(jobOf(mainOfShop)),
      await send('nonsense'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 401]);
    expect(answers.slice(0, 2).flatMap(({ body }) => body.items)).toEqual([
      { source: 'devlake:1', id: 'release-1', status: 'accepted' },
      {
        source: 'github-actions:acme/shop#devlake:1',
        id: 'release-1',
        status: 'accepted',
      },
    ]);
  });

  it('gives a job nothing to read', async () => {
    const read = (path: string) =>
      request(engine.server)
        .get(`/api${path}`)
        .set('authorization', `Bearer ${jobOf(mainOfShop)}`);
    expect((await read('/opmodel/health')).status).toBe(403);
    expect((await read('/opmodel/dora')).status).toBe(403);
    expect((await read('/catalog/entities')).status).toBe(403);
  });
});
