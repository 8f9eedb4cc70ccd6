import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { RegisterCollatorParameters } from '@backstage/plugin-search-backend-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import type {
  DebtItemPage,
  Decision,
  ScorecardDetail,
  SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fillTemplate, readCollatorSettings } from './collatorSettings';
import { DebtCollatorFactory } from './DebtCollatorFactory';
import { DecisionCollatorFactory } from './DecisionCollatorFactory';
import searchModuleOpmodel from './index';
import { ScorecardCollatorFactory } from './ScorecardCollatorFactory';
import { SloCollatorFactory } from './SloCollatorFactory';

const group = (name: string, spec: Entity['spec'], title?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default', ...(title && { title }) },
  spec: { type: 'team', children: [], ...spec },
});

function decisionOf(id: string, refs: string[]): Decision {
  return {
    id,
    title: `Decision ${id}`,
    context: 'Two were in use',
    decision: 'The first is kept',
    entities: refs.map(ref => ({ ref, title: ref, ownerRef: null })),
    status: 'accepted',
    decidedOn: '2026-06-01',
  } as Decision;
}

async function collect(
  factory: RegisterCollatorParameters['factory'],
): Promise<any[]> {
  const documents: any[] = [];
  for await (const document of await factory.getCollator()) {
    documents.push(document);
  }
  return documents;
}

/** What the module registers in a backend with this catalog and this configuration. */
async function start(
  data: { search?: object; opmodel?: object } = {},
  entities: Entity[] = [],
  engine = 'http://localhost:0',
) {
  const collators: RegisterCollatorParameters[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        searchIndexRegistryExtensionPoint,
        {
          addCollator: given => collators.push(given),
          addDecorator: () => {},
        },
      ],
    ],
    features: [
      searchModuleOpmodel,
      mockServices.rootConfig.factory({ data }),
      mockServices.discovery.mock({
        getBaseUrl: async plugin => `${engine}/api/${plugin}`,
      }).factory,
      catalogServiceMock.factory({ entities }),
    ],
  });
  await backend.stop();
  return new Map(collators.map(({ factory }) => [factory.type, factory]));
}

describe('search for the operating model', () => {
  it('finds teams by what they say of themselves, for whoever may see the group', async () => {
    const collators = await start({}, [
      group(
        'payments',
        {
          teamApi: {
            info: { focus: 'Take money', type: 'stream-aligned' },
            searchTerms: ['cards'],
            channels: [{ type: 'slack', name: '#pay' }],
            services: [{ name: 'Checkout' }],
          },
        },
        'Payments',
      ),
      group('silent', {}),
    ]);
    const teams = collators.get('opmodel-team')!;
    expect(teams.visibilityPermission?.name).toBe('catalog.entity.read');
    expect(await collect(teams)).toEqual([
      {
        title: 'Payments',
        text: 'Take money\ncards\n#pay\nCheckout',
        location: '/catalog/default/group/payments',
        entityRef: 'group:default/payments',
        focus: 'Take money',
        teamType: 'stream-aligned',
        authorization: { resourceRef: 'group:default/payments' },
      },
    ]);
  });

  it('finds titles of debt on one entity, page by page', async () => {
    const cursors: (string | undefined)[] = [];
    const itemOf = (id: string, refs: string[]) => ({
      id,
      title: `Debt ${id}`,
      description: 'a secret plan',
      entities: refs.map(ref => ({ ref, title: ref, exists: true })),
    });
    const factory = new DebtCollatorFactory({
      locationTemplate: '/tech-debt/items/:id',
      async read({ cursor }) {
        cursors.push(cursor);
        const isFirst = cursor === undefined;
        return {
          items: isFirst
            ? [
                itemOf('1', ['component:default/a']),
                itemOf('2', ['component:default/a', 'component:default/b']),
              ]
            : [itemOf('3', ['component:default/c'])],
          nextCursor: isFirst ? 'second' : null,
        } as unknown as DebtItemPage;
      },
    });
    expect(factory.visibilityPermission.name).toBe('catalog.entity.read');
    expect(await collect(factory)).toEqual(
      ['1', '3'].map(id => ({
        title: `Debt ${id}`,
        text: `Debt ${id}`,
        location: `/tech-debt/items/${id}`,
        itemId: id,
        entityRef: id === '1' ? 'component:default/a' : 'component:default/c',
        authorization: {
          resourceRef:
            id === '1' ? 'component:default/a' : 'component:default/c',
        },
      })),
    );
    expect(cursors).toEqual([undefined, 'second']);
  });

  it('asks the engine page by page, as the search plugin itself', async () => {
    const asked: [string, string | undefined][] = [];
    const server = createServer((request, response) => {
      asked.push([request.url!, request.headers.authorization]);
      const isFirst = !request.url!.includes('cursor=');
      const items = isFirst
        ? [decisionOf('1', ['component:default/a'])]
        : [decisionOf('2', ['component:default/b'])];
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          items,
          totalItems: 2,
          nextCursor: isFirst ? 'next' : null,
        }),
      );
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const collators = await start({}, [], `http://127.0.0.1:${port}`);
    const documents = await collect(collators.get('opmodel-decision')!);
    server.close();
    expect(documents.map(({ location }) => location)).toEqual([
      '/ownership/decisions?decision=1',
      '/ownership/decisions?decision=2',
    ]);
    expect(asked.map(([url]) => url)).toEqual([
      '/api/opmodel/decisions?limit=100',
      '/api/opmodel/decisions?cursor=next&limit=100',
    ]);
    expect(asked.every(([, token]) => token?.startsWith('Bearer mock-'))).toBe(
      true,
    );
  });

  it('has no more of a decision in the index than its title and where it is', async () => {
    const factory = new DecisionCollatorFactory({
      locationTemplate: '/:id',
      read: async () => ({
        items: [decisionOf('1', ['component:default/a'])],
        totalItems: 1,
        nextCursor: null,
      }),
    });
    expect(await collect(factory)).toEqual([
      {
        title: 'Decision 1',
        text: 'Decision 1',
        location: '/1',
        decisionId: '1',
        entityRef: 'component:default/a',
        authorization: { resourceRef: 'component:default/a' },
      },
    ]);
  });

  it('has nothing in the index that takes more than one entity to read', async () => {
    const someRefs = fc.uniqueArray(fc.constantFrom('a:b/c', 'a:b/d', 'a:b/e'));
    await fc.assert(
      fc.asyncProperty(fc.array(someRefs), async decisions => {
        const items = decisions.map((refs, at) => decisionOf(`${at}`, refs));
        const factory = new DecisionCollatorFactory({
          locationTemplate: '/:id',
          read: async () => ({
            items,
            totalItems: items.length,
            nextCursor: null,
          }),
        });
        expect(factory.visibilityPermission.name).toBe('catalog.entity.read');
        const documents = await collect(factory);
        expect(
          documents.map(({ decisionId, authorization }) => [
            decisionId,
            authorization.resourceRef,
          ]),
        ).toEqual(
          items
            .filter(({ entities }) => entities.length === 1)
            .map(({ id, entities }) => [id, entities[0].ref]),
        );
      }),
    );
  });

  it('finds objectives by what their documents say, and tells nothing of what they measure', async () => {
    const pages = ['a', 'b'].map(name => ({
      items: [
        {
          ref: `slo:default/${name}`,
          title: `Promise ${name}`,
          description: name === 'a' ? 'Answers in time' : null,
          entityRef: 'component:default/vault',
          entityTitle: 'Vault',
          ownerRef: 'group:default/guards',
          state: 'exhausted',
        } as SloStatus,
      ],
      totalItems: 2,
      nextCursor: name === 'a' ? 'next' : null,
    }));
    const asked: (string | undefined)[] = [];
    const factory = new SloCollatorFactory({
      locationTemplate: '/slos/:namespace/:name',
      read: async ({ cursor }) => {
        asked.push(cursor);
        return pages[cursor === undefined ? 0 : 1];
      },
    });
    expect(factory.visibilityPermission.name).toBe('catalog.entity.read');
    const documents = await collect(factory);
    expect(asked).toEqual([undefined, 'next']);
    expect(documents).toEqual([
      {
        title: 'Promise a',
        text: 'Promise a\nAnswers in time',
        location: '/slos/default/a',
        entityRef: 'slo:default/a',
        authorization: { resourceRef: 'slo:default/a' },
      },
      {
        title: 'Promise b',
        text: 'Promise b',
        location: '/slos/default/b',
        entityRef: 'slo:default/b',
        authorization: { resourceRef: 'slo:default/b' },
      },
    ]);
  });

  it('finds scorecards of the catalog by what they say, and those of the portal by their titles', async () => {
    const known = {
      'scorecard:default/readiness': {
        origin: 'catalog',
        title: 'Readiness',
        description: 'What is ready',
        ownerRef: 'group:default/platform',
      },
      'scorecard:default/ours': {
        origin: 'portal',
        title: 'Ours',
        description: 'For us alone',
        ownerRef: 'group:default/shop',
      },
      'scorecard:default/nobody': {
        origin: 'portal',
        title: 'Of nobody',
        description: null,
        ownerRef: null,
      },
    };
    const details = Object.entries(known).map(
      ([ref, scorecard]) =>
        ({
          scorecard: { ref, ...scorecard },
          spec: {
            checks: [
              { id: 'a', name: 'Has a runbook', description: 'For the night' },
              { id: 'b', name: 'Is on call' },
            ],
          },
        } as unknown as ScorecardDetail),
    );
    const asked: string[] = [];
    const factory = new ScorecardCollatorFactory({
      locationTemplate: '/scorecards/:namespace/:name',
      read: {
        list: async () => ({
          items: details.map(({ scorecard }) => ({
            scorecard,
            checks: 2,
            draftId: null,
            mayEdit: false,
          })),
          mayCreate: false,
        }),
        get: async ref => {
          asked.push(ref);
          return details.find(({ scorecard }) => scorecard.ref === ref)!;
        },
      },
    });
    expect(factory.visibilityPermission.name).toBe('catalog.entity.read');
    expect(await collect(factory)).toEqual([
      {
        title: 'Readiness',
        text: 'Readiness\nWhat is ready\ngroup:default/platform\nHas a runbook\nFor the night\nIs on call',
        location: '/scorecards/default/readiness',
        scorecardRef: 'scorecard:default/readiness',
        entityRef: 'scorecard:default/readiness',
        authorization: { resourceRef: 'scorecard:default/readiness' },
      },
      {
        title: 'Ours',
        text: 'Ours',
        location: '/scorecards/default/ours',
        scorecardRef: 'scorecard:default/ours',
        entityRef: 'group:default/shop',
        authorization: { resourceRef: 'group:default/shop' },
      },
    ]);
    expect(asked).toEqual(['scorecard:default/readiness']);
  });

  it('fails where the engine does not answer, so that search keeps what it has', async () => {
    const factory = new DecisionCollatorFactory({
      locationTemplate: '/:id',
      read: async () => {
        throw new Error('away');
      },
    });
    await expect(collect(factory)).rejects.toThrow('away');
  });

  it.each([
    [{}, []],
    [
      { search: { collators: { opmodelDecisions: { enabled: false } } } },
      ['opmodel-decision'],
    ],
    [
      { opmodel: { subjects: { decisions: { enabled: false } } } },
      ['opmodel-decision'],
    ],
    [
      { search: { collators: { opmodelTeams: { enabled: false } } } },
      ['opmodel-team'],
    ],
    [
      { search: { collators: { opmodelSlos: { enabled: false } } } },
      ['opmodel-slo'],
    ],
    [{ opmodel: { subjects: { slo: { enabled: false } } } }, ['opmodel-slo']],
    [
      { search: { collators: { opmodelScorecards: { enabled: false } } } },
      ['opmodel-scorecard'],
    ],
    [
      { opmodel: { subjects: { scorecards: { enabled: false } } } },
      ['opmodel-scorecard'],
    ],
    [
      { search: { collators: { opmodelTechDebt: { enabled: false } } } },
      ['opmodel-tech-debt'],
    ],
    [
      { opmodel: { subjects: { 'tech-debt': { enabled: false } } } },
      ['opmodel-tech-debt'],
    ],
  ])('is switched by %j', async (data, missing) => {
    const types = [
      'opmodel-decision',
      'opmodel-scorecard',
      'opmodel-slo',
      'opmodel-team',
      'opmodel-tech-debt',
    ];
    expect([...(await start(data)).keys()].sort()).toEqual(
      types.filter(type => !missing.some(off => off === type)),
    );
  });

  it('reads schedule and address, and names the key that is wrong', () => {
    const read = (settings: object) =>
      readCollatorSettings(
        mockServices.rootConfig({
          data: { search: { collators: { opmodelTeams: settings } } },
        }),
        'opmodelTeams',
        '/default',
      );
    expect(read({})).toMatchObject({
      enabled: true,
      locationTemplate: '/default',
      schedule: { frequency: { minutes: 10 } },
    });
    expect(
      read({
        locationTemplate: '/teams/:name',
        schedule: { frequency: 'PT1H', timeout: 'PT5M' },
      }),
    ).toMatchObject({
      locationTemplate: '/teams/:name',
      schedule: { frequency: { hours: 1 } },
    });
    expect(() => read({ locationTemplate: 'https://example.com' })).toThrow(
      'search.collators.opmodelTeams.locationTemplate must begin with a slash',
    );
    expect(fillTemplate('/a/:id/:other', { id: 'x/y' })).toBe(
      '/a/x%2Fy/:other',
    );
  });
});
