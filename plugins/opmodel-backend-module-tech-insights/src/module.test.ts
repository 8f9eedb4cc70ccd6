import {
  entityMetadataFactRetriever,
  entityOwnershipFactRetriever,
  techdocsFactRetriever,
} from '@backstage-community/plugin-tech-insights-backend';
import type { FactRetriever } from '@backstage-community/plugin-tech-insights-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import {
  compileScorecard,
  type EntityFacts,
  FactExpressions,
  importTechInsightsChecks,
  judgeCheck,
  readScorecardDocument,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  type FactEntity,
  type FactProvider,
  opmodelFactProvidersExtensionPoint,
  type ToldFacts,
} from '@opmodel/backstage-plugin-opmodel-node';
import opmodelModuleTechInsights, {
  opmodelFactRetrieversExtensionPoint,
} from '.';

const component = (
  name: string,
  owner: string,
  metadata: object = {},
  annotations: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: {
      'backstage.io/managed-by-location': 'test:here',
      'backstage.io/managed-by-origin-location': 'test:here',
      ...annotations,
    },
    ...metadata,
  },
  spec: { type: 'service', lifecycle: 'production', owner },
});

const entities = [
  component(
    'checkout',
    'group:default/shop',
    { title: 'Checkout', description: 'Takes the money', tags: ['pci'] },
    { 'backstage.io/techdocs-ref': 'dir:.' },
  ),
  component('Search', 'user:default/ada'),
];

/** A catalog with these entities. */
const catalogOfTest = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'test',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addEntityProvider({
          getProviderName: () => 'test',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: entities.map(entity => ({ entity })),
            }),
        });
      },
    });
  },
});

/** What somebody who has retrievers writes. */
const retrieversOfTest = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'retrievers-of-test',
  register(env) {
    env.registerInit({
      deps: { retrievers: opmodelFactRetrieversExtensionPoint },
      async init({ retrievers }) {
        retrievers.addFactRetriever(
          entityOwnershipFactRetriever as FactRetriever,
          {
            cadence: { hours: 1 },
          },
        );
        retrievers.addFactRetriever(
          entityMetadataFactRetriever as FactRetriever,
        );
        retrievers.addFactRetriever(techdocsFactRetriever as FactRetriever);
      },
    });
  },
});

const asked: FactEntity[] = ['checkout', 'search'].map(name => ({
  entityRef: `component:default/${name}`,
  kind: 'component',
  namespace: 'default',
  name,
  tags: [],
  annotations: {},
  labels: {},
}));

describe('retrievers of Tech Insights from its own package', () => {
  let providers: FactProvider[];
  let stop = async () => {};

  const tell = (provider: FactProvider) =>
    provider.provide(asked, { now: 0, signal: new AbortController().signal });

  beforeAll(async () => {
    providers = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          opmodelFactProvidersExtensionPoint,
          {
            addFactProvider: (...added: FactProvider[]) =>
              void providers.push(...added),
          },
        ],
      ],
      features: [
        catalogPlugin,
        catalogOfTest,
        opmodelModuleTechInsights,
        retrieversOfTest,
        mockServices.rootConfig.factory({
          data: { catalog: { processingInterval: { seconds: 1 } } },
        }),
      ],
    });
    stop = () => backend.stop();
    // The catalog takes a moment to show what it was given.
    while ((await tell(providers[0])).length < asked.length) {
      await new Promise(resolve => {
        setTimeout(resolve, 100);
      });
    }
  }, 60_000);

  afterAll(() => stop());

  it('are providers of facts', () => {
    expect(providers).toEqual([
      expect.objectContaining({
        id: 'entityOwnershipFactRetriever',
        title: 'Entity Ownership',
        cadence: { hours: 1 },
        freshness: { hours: 49 },
        kinds: ['component', 'domain', 'system', 'api', 'resource', 'template'],
        schema: {
          hasOwner: {
            type: 'boolean',
            description: 'The spec.owner field is set',
          },
          hasGroupOwner: {
            type: 'boolean',
            description: 'The spec.owner field is set and refers to a group',
          },
        },
      }),
      expect.objectContaining({
        id: 'entityMetadataFactRetriever',
        kinds: undefined,
      }),
      expect.objectContaining({
        id: 'techdocsFactRetriever',
        title: 'Tech Docs',
      }),
    ]);
  });

  it('tell their facts, by which a check of Tech Insights is judged', async () => {
    const [ownership, metadata, techdocs] = await Promise.all(
      providers.map(tell),
    );
    expect(ownership).toEqual([
      {
        entityRef: 'component:default/checkout',
        facts: { hasOwner: true, hasGroupOwner: true },
      },
      {
        entityRef: 'component:default/search',
        facts: { hasOwner: true, hasGroupOwner: false },
      },
    ]);
    expect(metadata).toEqual([
      {
        entityRef: 'component:default/checkout',
        facts: { hasTitle: true, hasDescription: true, hasTags: true },
      },
      {
        entityRef: 'component:default/search',
        facts: { hasTitle: false, hasDescription: false, hasTags: false },
      },
    ]);

    const [[hasReference]] = techdocs.map(told =>
      Object.keys('facts' in told ? told.facts : {}),
    );
    expect(techdocs).toEqual([
      {
        entityRef: 'component:default/checkout',
        facts: expect.objectContaining({ [hasReference]: true }),
      },
      {
        entityRef: 'component:default/search',
        facts: expect.objectContaining({ [hasReference]: false }),
      },
    ]);

    const { document, problems } = importTechInsightsChecks({
      name: 'maturity',
      retrievers: [entityOwnershipFactRetriever, entityMetadataFactRetriever],
      checks: [
        {
          id: 'groupOwnerCheck',
          name: 'Group Owner Check',
          factIds: ['entityOwnershipFactRetriever'],
          rule: {
            conditions: {
              all: [{ fact: 'hasGroupOwner', operator: 'equal', value: true }],
            },
          },
          metadata: { category: 'Ownership', rank: 1, solution: 'Name one' },
        },
      ],
    });
    expect(problems).toEqual([]);
    const { definition } = readScorecardDocument(
      { namespace: 'default', name: 'maturity', spec: document!.spec },
      { zone: 'UTC' },
    );
    const scorecard = compileScorecard(
      definition!,
      new FactExpressions(
        Object.fromEntries(providers.map(({ id, schema }) => [id, schema])),
      ),
    );
    expect(scorecard.problems).toEqual([]);
    expect(
      ownership.map(told => [
        told.entityRef,
        judgeCheck(scorecard.checks[0], {
          facts: { [providers[0].id]: reported(told) },
          isExempt: false,
          freshnessOf: () => 1,
          now: 0,
        }).state,
      ]),
    ).toEqual([
      ['component:default/checkout', 'passed'],
      ['component:default/search', 'failed'],
    ]);
  });
});

function reported(told: ToldFacts): EntityFacts[string] {
  return Object.fromEntries(
    Object.entries('facts' in told ? told.facts : {}).map(([name, value]) => [
      name,
      { value, reportedAt: 0 },
    ]),
  );
}
