import fc from 'fast-check';
import type { Knex } from 'knex';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachDatabase } from '../testing/databases';
import { startIntakeApi } from '../testing/startIntakeApi';

const examples = resolve(__dirname, '../../../../examples/events');
const now = Date.UTC(2026, 9, 2, 12);
const connection = '/devlake/plugins/webhook/connections/1';

jest.setTimeout(60_000);

function exampleOf(name: string) {
  return JSON.parse(
    readFileSync(resolve(examples, `devlake-${name}.json`), 'utf8'),
  );
}

const deployment = exampleOf('deployment');
const incident = exampleOf('incident');
const pullRequest = exampleOf('pull-request');

eachDatabase("DevLake's webhooks", createDatabase => {
  let knex: Knex;
  let api: ReturnType<typeof startIntakeApi>;

  const rowsOf = (table: string, ...columns: string[]) =>
    knex(table)
      .where({ superseded_at: null })
      .orderBy(['subject', 'entity_ref'])
      .select('subject', 'entity_ref', ...columns);
  const instants = (rows: Record<string, unknown>[], ...columns: string[]) =>
    rows.map(row =>
      columns.map(column =>
        row[column] === null
          ? null
          : new Date(Number(row[column])).toISOString(),
      ),
    );

  beforeEach(async () => {
    knex = await createDatabase();
    await scanEntities(new DatabaseSnapshotStore(knex), [
      entityOf('component:default/checkout', {
        annotations: { 'github.com/project-slug': 'acme/shop' },
      }),
      entityOf('component:default/packing', {
        annotations: { 'github.com/project-slug': 'acme/fulfilment' },
      }),
      entityOf('component:default/ledger', {
        annotations: { 'opmodel.io/devlake-connection': '7, ledger' },
      }),
      entityOf('component:default/shop-admin', {
        annotations: {
          'github.com/project-slug': 'acme/back-office',
          'opmodel.io/path': 'admin',
          'opmodel.io/devlake-connection': '8',
        },
      }),
      entityOf('component:default/shop-reports', {
        annotations: {
          'github.com/project-slug': 'acme/back-office',
          'opmodel.io/path': 'reports',
        },
      }),
    ]);
    api = startIntakeApi(knex, { now });
  });

  it('takes a deployment of two repositories as one of each', async () => {
    const { status, body } = await api.post(
      `${connection}/deployments`,
      deployment,
    );
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        items: [
          { source: 'devlake:1', id: 'release-2026.10.2', status: 'accepted' },
          { source: 'devlake:1', id: 'release-2026.10.2', status: 'accepted' },
        ],
      },
    });
    const rows = await rowsOf(
      'deployments',
      'environment',
      'environment_tier',
      'result',
      'title',
      'commit_sha',
      'started_at',
      'finished_at',
    );
    expect(rows).toMatchObject([
      {
        subject: 'github.com/acme/fulfilment#release-2026.10.2',
        entity_ref: 'component:default/packing',
        environment: 'production',
        environment_tier: 'production',
        result: 'success',
        title: 'Release 2026.10.2',
        commit_sha: '7c2f1f9b1a1c4f0f9f4a2a6c8f5b7d7f2f6b3a10',
      },
      {
        subject: 'github.com/acme/shop#release-2026.10.2',
        entity_ref: 'component:default/checkout',
        commit_sha: '015e3d3b480e417aede5a1293bd61de9b0fd051d',
      },
    ]);
    expect(instants(rows, 'started_at', 'finished_at')).toEqual([
      ['2026-10-02T09:36:30.000Z', '2026-10-02T09:41:20.000Z'],
      ['2026-10-02T09:31:00.000Z', '2026-10-02T09:36:10.000Z'],
    ]);
    expect(await knex('deployment_changes').select('change_key')).toHaveLength(
      2,
    );
  });

  it('fills in what DevLake fills in', async () => {
    await api.post(`${connection}/deployments`, {
      id: 12,
      startedDate: '2026-10-02T09:31:00+0200',
      finishedDate: '2026-10-02 09:41:20',
      environment: '',
      result: null,
      deploymentCommits: [
        { repoUrl: 'git@github.com:acme/shop.git', commitSha: 'c0ffee' },
        {
          repoUrl: 'https://github.com/Acme/Shop',
          commitSha: 'decade',
          result: 'FAILURE',
        },
      ],
    });
    const rows = await rowsOf(
      'deployments',
      'environment',
      'environment_tier',
      'result',
      'started_at',
      'finished_at',
    );
    expect(rows).toMatchObject([
      {
        subject: 'github.com/acme/shop#12',
        environment: 'production',
        environment_tier: 'production',
        result: 'failure',
      },
    ]);
    expect(instants(rows, 'started_at', 'finished_at')).toEqual([
      ['2026-10-02T07:31:00.000Z', '2026-10-02T09:41:20.000Z'],
    ]);
  });

  it('keeps the name of an environment, and a deployment that has not ended', async () => {
    await api.post(`${connection}/deployments`, {
      ...deployment,
      environment: 'STAGING',
      originalEnvironment: 'eu-2',
      deploymentCommits: [
        { ...deployment.deploymentCommits[0], status: 'IN_PROGRESS' },
      ],
    });
    expect(
      await rowsOf(
        'deployments',
        'environment',
        'environment_tier',
        'result',
        'finished_at',
      ),
    ).toMatchObject([
      {
        environment: 'eu-2',
        environment_tier: 'staging',
        result: null,
        finished_at: null,
      },
    ]);
  });

  it('takes the same body once, and another one as a correction', async () => {
    const body = {
      ...deployment,
      deploymentCommits: [deployment.deploymentCommits[0]],
    };
    const answers = [
      await api.post(`${connection}/deployments`, body),
      await api.post(`${connection}/deployments`, {
        ...body,
        // The same instant in another zone.
        startedDate: '2026-10-02T11:31:00.000+02:00',
      }),
      await api.post(`${connection}/deployments`, {
        ...body,
        result: 'FAILURE',
      }),
    ];
    expect(answers.map(answer => answer.body.items[0].status)).toEqual([
      'accepted',
      'duplicate',
      'accepted',
    ]);
    expect(await rowsOf('deployments', 'result')).toMatchObject([
      { result: 'failure' },
    ]);
  });

  it('takes a state that returns, of all that states no time of its own', async () => {
    const bodies: [string, object[], () => Promise<unknown>][] = [
      [
        'deployments',
        ['SUCCESS', 'FAILURE'].map(result => ({
          ...deployment,
          deploymentCommits: [deployment.deploymentCommits[0]],
          result,
        })),
        async () =>
          (await rowsOf('deployments', 'result')).map(row => row.result),
      ],
      [
        'issues',
        ['TODO', 'DONE'].map(status => ({
          ...incident,
          status,
          resolutionDate: null,
          updatedDate: null,
          leadTimeMinutes: 0,
        })),
        async () =>
          (await rowsOf('incidents', 'resolved_at')).map(
            row => row.resolved_at === null,
          ),
      ],
      [
        'pull_requests',
        [
          { status: 'OPEN', mergedDate: null, closedDate: null },
          {
            status: 'CLOSED',
            mergedDate: null,
            closedDate: '2026-10-02T09:00:00Z',
          },
        ].map(fields => ({ ...pullRequest, ...fields })),
        async () =>
          (await rowsOf('changes', 'abandoned_at')).map(
            row => row.abandoned_at === null,
          ),
      ],
    ];
    const statusOf = async (path: string, body: object) =>
      (await api.post(`${connection}/${path}`, body)).body.items[0].status;
    for (const [path, [first, second], read] of bodies) {
      const seen: unknown[] = [];
      for (const body of [first, second, second, first, first, second]) {
        seen.push([await statusOf(path, body), await read()]);
      }
      const [[, one], [, other]] = seen as unknown[][];
      expect([path, other]).not.toEqual([path, one]);
      expect([path, ...seen]).toEqual([
        path,
        ['accepted', one],
        ['accepted', other],
        ['duplicate', other],
        ['accepted', one],
        ['duplicate', one],
        ['accepted', other],
      ]);
    }
  });

  it('takes a pull request as a change', async () => {
    await api.post(`${connection}/pull_requests`, pullRequest);
    await api.post(`${connection}/pull_requests`, {
      ...pullRequest,
      id: 'acme/shop#1872',
      url: '',
      status: 'CLOSED',
      mergedDate: null,
      closedDate: '2026-10-01T10:00:00Z',
      mergeCommitSha: '',
    });
    const rows = await rowsOf(
      'changes',
      'commit_sha',
      'title',
      'url',
      'opened_at',
      'merged_at',
      'abandoned_at',
    );
    expect(rows).toMatchObject([
      {
        subject: 'acme/shop#1871',
        entity_ref: 'component:default/checkout',
        commit_sha: '015e3d3b480e417aede5a1293bd61de9b0fd051d',
        title: 'Show the delivery date in the basket',
        url: 'https://github.com/acme/shop/pull/1871',
      },
    ]);
    expect(instants(rows, 'opened_at', 'merged_at', 'abandoned_at')).toEqual([
      ['2026-09-30T15:20:00.000Z', '2026-10-02T09:12:44.500Z', null],
    ]);
    // Without the page of the pull request, its connection alone tells whose it is.
    expect((await api.service.summarizeUnmapped({ limit: 5 })).groups).toEqual([
      expect.objectContaining({
        kind: 'change',
        reason: 'no entity declares devlake:1',
      }),
    ]);
  });

  it('takes an incident, and other issues as work items', async () => {
    await api.post(`${connection}/issues`, incident);
    await api.post('/devlake/plugins/webhook/connections/ledger/issues', {
      issueKey: 'LED-4',
      title: 'Round in favour of the customer',
      status: 'IN_PROGRESS',
      originalStatus: 'doing',
      type: 'BUG',
      severity: 'annoying',
      createdDate: '2026-09-01T08:00:00Z',
    });
    const incidents = await rowsOf(
      'incidents',
      'severity',
      'url',
      'detected_at',
      'resolved_at',
    );
    expect(incidents).toMatchObject([
      {
        subject: 'OPS-311',
        entity_ref: 'component:default/checkout',
        severity: 'sev1',
        url: 'https://tracker.example.com/incidents/OPS-311',
      },
    ]);
    expect(instants(incidents, 'detected_at', 'resolved_at')).toEqual([
      ['2026-10-02T10:05:11.000Z', '2026-10-02T10:52:00.000Z'],
    ]);
    expect(
      await rowsOf('work_items', 'category', 'severity', 'completed_at'),
    ).toMatchObject([
      {
        subject: 'LED-4',
        entity_ref: 'component:default/ledger',
        category: null,
        severity: 'annoying',
        completed_at: null,
      },
    ]);
    const kept = JSON.stringify(await knex('events').select());
    expect(kept).not.toContain('Robin Example');
    expect(kept).not.toContain('u-17');
  });

  it('closes an issue once, at the moment of the call', async () => {
    const open = {
      ...incident,
      status: 'TODO',
      resolutionDate: null,
      updatedDate: null,
      leadTimeMinutes: 0,
    };
    await api.post(`${connection}/issues`, open);
    const close = () =>
      api.post(`${connection}/issue/OPS-311/close`, undefined, {});
    const answers = [await close(), await close()];
    expect(answers.map(answer => answer.body.items[0])).toEqual([
      { source: 'devlake:1', id: 'OPS-311', status: 'accepted' },
      { source: 'devlake:1', id: 'OPS-311', status: 'duplicate' },
    ]);
    const closed = await rowsOf('incidents', 'resolved_at', 'title');
    expect(closed).toMatchObject([{ resolved_at: expect.anything() }]);
    expect(Number(closed[0].resolved_at)).toBe(now + 20);

    // Done, without saying since when: what was known stays.
    await api.post(`${connection}/issues`, {
      ...open,
      status: 'DONE',
      title: 'Payments were declined',
    });
    const corrected = await rowsOf('incidents', 'resolved_at', 'title');
    expect(corrected).toMatchObject([{ title: 'Payments were declined' }]);
    expect(Number(corrected[0].resolved_at)).toBe(now + 20);
  });

  it('knows when an issue is open again, and closes it again', async () => {
    const send = (status: string, minute: number) =>
      api.post(`${connection}/issues`, {
        ...incident,
        status,
        resolutionDate: null,
        leadTimeMinutes: 0,
        updatedDate: `2026-10-02T11:${minute}:00Z`,
      });
    const resolved = async () =>
      instants(await rowsOf('incidents', 'resolved_at'), 'resolved_at');
    await send('DONE', 10);
    expect(await resolved()).toEqual([['2026-10-02T11:10:00.000Z']]);
    await send('IN_PROGRESS', 20);
    expect(await resolved()).toEqual([[null]]);
    await api.post(`${connection}/issue/OPS-311/close`, '');
    expect(await resolved()).toEqual([['2026-10-02T12:00:00.030Z']]);
  });

  it('knows no issue that was never sent', async () => {
    const { status, body } = await api.post(
      `${connection}/issue/OPS-1/close`,
      '{}',
    );
    expect(status).toBe(404);
    expect(body.error.message).toBe('issue OPS-1 is not known');
  });

  it.each([
    [{ resolutionDate: null }, '2026-10-02T10:51:11.000Z'],
    [{ resolutionDate: '', leadTimeMinutes: '46' }, '2026-10-02T10:51:11.000Z'],
    [
      { resolutionDate: null, leadTimeMinutes: 'long' },
      '2026-10-02T10:52:04.000Z',
    ],
    [{ resolutionDate: null, leadTimeMinutes: 0 }, '2026-10-02T10:52:04.000Z'],
    [
      { resolutionDate: null, leadTimeMinutes: 1e300, updatedDate: null },
      '2026-10-02T12:00:00.010Z',
    ],
  ])('tells when an issue was done (%#)', async (dates, resolvedAt) => {
    await api.post(`${connection}/issues`, { ...incident, ...dates });
    expect(
      instants(await rowsOf('incidents', 'resolved_at'), 'resolved_at'),
    ).toEqual([[resolvedAt]]);
  });

  it('lets the connection choose among the entities of a repository', async () => {
    const body = {
      ...deployment,
      deploymentCommits: [
        {
          ...deployment.deploymentCommits[0],
          repoUrl: 'https://github.com/acme/back-office',
        },
      ],
    };
    const post = (id: string) =>
      api.post(`/devlake/plugins/webhook/connections/${id}/deployments`, body);
    expect((await post('8')).body.items).toMatchObject([
      { status: 'accepted' },
    ]);
    expect(await rowsOf('deployments')).toMatchObject([
      { entity_ref: 'component:default/shop-admin' },
    ]);
    // Connection 7 speaks of another entity, which is not in that repository.
    expect((await post('7')).body.items).toMatchObject([
      {
        status: 'unmapped',
        reason:
          '2 entities share git:github.com/acme/back-office; send paths or entityRef',
      },
    ]);
  });

  it.each([
    ['/devlake/plugins/webhook/connections/1', 'devlake:1'],
    ['/devlake/api/rest/plugins/webhook/connections/1', 'devlake:1'],
    ['/devlake/rest/plugins/webhook/connections/1', 'devlake:1'],
    ['/devlake/api/plugins/webhook/1', 'devlake:1'],
    [
      '/devlake/plugins/webhook/connections/by-name/my%20shop',
      'devlake:my shop',
    ],
    ['/devlake/plugins/webhook/projects/shop', 'devlake:shop_deployments'],
  ])('is there under %s', async (path, source) => {
    const { status, body } = await api.post(
      `${path}/deployments`,
      // What `curl -d` says of a body.
      JSON.stringify(deployment),
      { 'content-type': 'application/x-www-form-urlencoded' },
    );
    expect(status).toBe(200);
    expect(body.items[0].source).toBe(source);
  });

  it.each([
    ['deployments', { id: undefined }, 'id: required string'],
    [
      'deployments',
      { environment: 'LIVE' },
      'environment: expected one of PRODUCTION, STAGING, TESTING, DEVELOPMENT',
    ],
    [
      'deployments',
      { startedDate: 'yesterday' },
      'startedDate: expected date-time with a zone, such as 2026-03-01T10:00:00Z',
    ],
    [
      'deployments',
      { finishedDate: undefined },
      'finishedDate: required date-time',
    ],
    [
      'deployments',
      { deploymentCommits: [] },
      'deploymentCommits: expected at least 1 items',
    ],
    [
      'deployments',
      {
        deploymentCommits: [
          deployment.deploymentCommits[0],
          { repoUrl: 'https://github.com/acme/shop', result: 'CONSTRUCTOR' },
        ],
      },
      'deploymentCommits[1].commitSha: required string; deploymentCommits[1].result: expected one of SUCCESS, FAILURE, FAILED, ABORT, ABORTED, CANCELLED, MANUAL, SKIPPED',
    ],
    [
      'deployments',
      {
        deploymentCommits: [
          deployment.deploymentCommits[0],
          {
            ...deployment.deploymentCommits[0],
            finishedDate: '2036-10-02T09:36:10Z',
          },
        ],
      },
      'deploymentCommits[1].finishedDate: expected an instant that is not in the future',
    ],
    [
      'issues',
      { status: 'OPEN' },
      'status: expected one of TODO, IN_PROGRESS, DONE',
    ],
    ['issues', { issueKey: '' }, 'issueKey: required string'],
    [
      'issues',
      { updatedDate: '2027-10-02T10:52:04Z' },
      'updatedDate: expected an instant that is not in the future',
    ],
    [
      'issues',
      { resolutionDate: '2027-10-02T10:52:04Z' },
      'resolutionDate: expected an instant that is not in the future',
    ],
    [
      'pull_requests',
      { createdDate: undefined },
      'createdDate: required date-time',
    ],
    [
      'pull_requests',
      { id: 'x'.repeat(600) },
      'id: expected at most 512 bytes',
    ],
  ])(
    'names the field of %s that is wrong (%#)',
    async (path, wrong, message) => {
      const bodies: Record<string, object> = {
        deployments: deployment,
        issues: incident,
        pull_requests: pullRequest,
      };
      const answer = await api.post(`${connection}/${path}`, {
        ...bodies[path],
        ...wrong,
      });
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toBe(message);
      expect(await knex('events').select()).toEqual([]);
    },
  );

  it.each([
    ['{', 400],
    ['[]', 400],
    ['"text"', 400],
    [JSON.stringify({ a: 'x'.repeat(5 * 1024 * 1024) }), 413],
  ])('refuses what is no body (%#)', async (body, status) => {
    expect((await api.post(`${connection}/issues`, body)).status).toBe(status);
  });

  it.each(['%00', 'x'.repeat(513)])(
    'refuses a path that identifies nothing (%#)',
    async part => {
      for (const path of [
        `/devlake/plugins/webhook/connections/${part}/issues`,
        `${connection}/issue/${part}/close`,
      ]) {
        expect((await api.post(path, incident)).status).toBe(400);
      }
    },
  );

  it('is closed to those who may not send events', async () => {
    api.denyEverything();
    expect((await api.post(`${connection}/issues`, { a: 1 })).status).toBe(403);
    expect(
      (await api.post(`${connection}/issue/OPS-1/close`, '{}')).status,
    ).toBe(403);
  });

  it('comes to the same records, in whatever order bodies with a date of their update arrive', async () => {
    const minutes = [5, 20, 35, 50];
    const bodies = minutes.map((minute, index) => ({
      ...incident,
      title: `Title ${index}`,
      severity: `S${(index % 3) + 1}`,
      status: index === 3 ? 'DONE' : 'IN_PROGRESS',
      resolutionDate: index === 3 ? incident.resolutionDate : null,
      leadTimeMinutes: 0,
      updatedDate: `2026-10-02T10:${minute}:00Z`,
    }));
    let expected: unknown;
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 0, 1, 2, 3], { minLength: 8 }),
        async order => {
          run += 1;
          for (const index of order) {
            await api.post(
              `/devlake/plugins/webhook/connections/r${run}/issues`,
              bodies[index],
            );
          }
          const [row] = await knex('incidents')
            .where({ superseded_at: null, source: `devlake:r${run}` })
            .select('title', 'severity', 'severity_changes', 'resolved_at');
          expected ??= row;
          expect(row).toEqual(expected);
        },
      ),
      { numRuns: 8 },
    );
    expect(expected).toMatchObject({ title: 'Title 3', severity: 'sev1' });
  });
});
