import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import request from 'supertest';
import catalogModuleOpmodel from './index';

const examples = resolve(__dirname, '../../../examples/operating-model');

const documents = [
  'group.yaml',
  'team-api.yaml',
  'decision-rights.yaml',
  'decision-forum.yaml',
  'escalation-path.yaml',
];

function group(name: string, teamApi: string): string {
  return `---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: ${name}
  annotations:
    opmodel.io/team-api: ./${teamApi}
spec:
  type: team
  children: []
`;
}

jest.setTimeout(60_000);

describe('the catalog with this module', () => {
  let folder: string;
  let backend: TestBackend;
  const events = mockServices.events.mock();
  /** What the catalog could not process. */
  const refusals: unknown[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'operating-model-'));
    for (const name of documents) {
      await copyFile(join(examples, name), join(folder, name));
    }
    await writeFile(
      join(folder, 'wrong.yaml'),
      'info:\n  type: platform\ninteractions:\n  - team: payments\n    mode: shouting\n',
    );
    await writeFile(
      join(folder, 'cyclic.yaml'),
      'info:\n  type: platform\nx-loop: &loop\n  again: *loop\n',
    );
    await writeFile(
      join(folder, 'huge.yaml'),
      `info:\n  type: platform\n  focus: ${'x'.repeat(5_000_000)}\n`,
    );
    await writeFile(join(folder, 'deep.yaml'), '['.repeat(60_000));
    await writeFile(
      join(folder, 'more-groups.yaml'),
      ['wrong', 'cyclic', 'huge', 'deep']
        .map(name => group(name, `${name}.yaml`))
        .join(''),
    );
    await writeFile(
      join(folder, 'wrong-rights.yaml'),
      'apiVersion: opmodel.io/v1alpha1\nkind: DecisionRights\nmetadata:\n  name: wrong-rights\nspec: {}\n',
    );
    events.publish.mockImplementation(async ({ topic, eventPayload }) => {
      if (topic === 'experimental.catalog.errors') {
        refusals.push(eventPayload);
      }
    });
    backend = await startTestBackend({
      features: [
        events.factory,
        catalogPlugin,
        catalogModuleOpmodel,
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:0' },
            catalog: {
              rules: [
                {
                  allow: [
                    'Group',
                    'Location',
                    'DecisionRights',
                    'DecisionForum',
                    'EscalationPath',
                  ],
                },
              ],
              locations: [
                ...documents.filter(name => name !== 'team-api.yaml'),
                'more-groups.yaml',
                'wrong-rights.yaml',
              ].map(name => ({ type: 'file', target: join(folder, name) })),
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  function get(path: string) {
    return request(backend.server)
      .get(`/api/catalog${path}`)
      .set('Authorization', mockCredentials.user.header());
  }

  async function waitFor(isReady: () => boolean | Promise<boolean>) {
    const deadline = Date.now() + 30_000;
    while (!(await isReady())) {
      if (Date.now() > deadline) {
        throw new Error('It did not come about in time');
      }
      await new Promise(done => setTimeout(done, 200));
    }
  }

  /** The entity, as soon as the catalog has it and it is as expected. */
  async function find(
    path: string,
    isReady: (entity: Entity) => boolean = () => true,
  ): Promise<Entity> {
    let found: Entity | undefined;
    await waitFor(async () => {
      const { status, body } = await get(`/entities/by-name/${path}`);
      found = body;
      return status === 200 && isReady(body);
    });
    return found!;
  }

  function has(...types: string[]) {
    return ({ relations = [] }: Entity) =>
      types.every(type => relations.some(relation => relation.type === type));
  }

  function targetsOf({ relations = [] }: Entity, type: string): string[] {
    return relations
      .filter(relation => relation.type === type)
      .map(({ targetRef }) => targetRef)
      .sort();
  }

  function errorsOf(entity: Entity): string[] {
    const { status } = entity as unknown as {
      status?: { items: { error: { message: string } }[] };
    };
    return (status?.items ?? []).map(({ error }) => error.message);
  }

  it('puts the Team API into the group, and relates the teams', async () => {
    const payments = await find('group/default/payments', has('interactsWith'));
    expect(errorsOf(payments)).toEqual([]);
    expect(payments.spec?.teamApi).toMatchObject({
      info: { type: 'stream-aligned' },
    });
    expect(targetsOf(payments, 'interactsWith')).toEqual([
      'group:default/cloud-platform',
      'group:default/fraud-models',
      'group:default/test-enablers',
    ]);
    const platform = await find(
      'group/default/cloud-platform',
      has('interactsWith'),
    );
    expect(targetsOf(platform, 'interactsWith')).toEqual([
      'group:default/payments',
    ]);
  });

  it('relates rights, forums and paths', async () => {
    const rights = await find(
      'decisionrights/default/money-decisions',
      has('governs', 'decidedBy', 'ownedBy'),
    );
    expect(targetsOf(rights, 'governs')).toEqual([
      'group:default/money-division',
    ]);
    expect(targetsOf(rights, 'decidedBy')).toEqual([
      'group:default/architects',
      'group:default/cto-office',
    ]);
    const forum = await find(
      'decisionforum/default/money-architecture',
      has('governs', 'hasParticipant'),
    );
    expect(targetsOf(forum, 'hasParticipant')).toEqual([
      'group:default/architects',
      'user:default/jane.doe',
    ]);
    const path = await find(
      'escalationpath/default/money-escalation',
      has('governs', 'escalatesTo'),
    );
    expect(targetsOf(path, 'escalatesTo')).toEqual([
      'group:default/cto-office',
      'user:default/jane.doe',
    ]);
  });

  it.each([
    ['wrong', /wrong\.yaml cannot be used:\nline 5: interactions\[0\]\.mode/],
    ['cyclic', /not contain itself/],
    ['huge', /has more than 65536 bytes/],
    ['deep', /cannot be used/],
  ])(
    'keeps the group of a %s document, with a processing error',
    async (name, error) => {
      const entity = await find(
        `group/default/${name}`,
        found => errorsOf(found).length > 0,
      );
      expect(errorsOf(entity)).toEqual([expect.stringMatching(error)]);
      expect(entity.spec).toEqual({ type: 'team', children: [] });
    },
  );

  it('shows the Team API as soon as it is right', async () => {
    await find('group/default/wrong', found => errorsOf(found).length > 0);
    await writeFile(join(folder, 'wrong.yaml'), 'info:\n  type: enabling\n');
    await request(backend.server)
      .post('/api/catalog/refresh')
      .set('Authorization', mockCredentials.user.header())
      .send({ entityRef: 'group:default/wrong' })
      .expect(200);
    const entity = await find(
      'group/default/wrong',
      found => errorsOf(found).length === 0,
    );
    expect(entity.spec?.teamApi).toEqual({ info: { type: 'enabling' } });
  });

  it('refuses rights that are wrong, and says why', async () => {
    await waitFor(() => refusals.length > 0);
    expect(refusals).toEqual([
      expect.objectContaining({
        entity: 'decisionrights:default/wrong-rights',
        errors: [
          expect.objectContaining({
            message: expect.stringContaining(
              'The DecisionRights cannot be used: spec.rights is missing',
            ),
          }),
        ],
      }),
    ]);
    const { status } = await get(
      '/entities/by-name/decisionrights/default/wrong-rights',
    );
    expect(status).toBe(404);
  });
});
