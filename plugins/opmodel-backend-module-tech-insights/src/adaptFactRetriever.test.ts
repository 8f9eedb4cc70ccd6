import type {
  FactRetriever,
  FactRetrieverContext,
} from '@backstage-community/plugin-tech-insights-node';
import { mockServices } from '@backstage/backend-test-utils';
import {
  type FactEntity,
  factProviderContract,
} from '@opmodel/backstage-plugin-opmodel-node';
import { DateTime } from 'luxon';
import {
  adaptFactRetriever,
  type RetrieverServices,
} from './adaptFactRetriever';
import { kindsOfFilter } from './entityFilters';

const services: RetrieverServices = {
  config: mockServices.rootConfig(),
  discovery: mockServices.discovery(),
  logger: mockServices.logger.mock({ child: () => mockServices.logger.mock() }),
  auth: mockServices.auth(),
  urlReader: mockServices.urlReader.mock(),
};

const entity = (name: string): FactEntity => ({
  entityRef: `component:default/${name}`,
  kind: 'component',
  namespace: 'default',
  name,
  tags: [],
  annotations: {},
  labels: {},
});
const many = Array.from({ length: 21 }, (_, at) => entity(`e${at}`));
const noon = Date.parse('2026-03-01T12:00:00Z');

function retrieverOf(
  facts: Record<string, unknown>,
  given: Partial<FactRetriever> = {},
): FactRetriever & { handler: jest.Mock } {
  return {
    id: 'build.facts-v2',
    version: '1.0.0',
    schema: {
      open_prs: { type: 'integer', description: 'Open' },
      coverage: { type: 'float', description: '' },
      status: { type: 'string', description: '' },
      'last-build': { type: 'datetime', description: '' },
      languages: { type: 'set', description: '' },
      raw: { type: 'object', description: '' },
    },
    ...given,
    handler: jest.fn(
      async (): Promise<any> => [
        {
          entity: { kind: 'Component', namespace: undefined, name: 'E0' },
          facts,
        },
      ],
    ),
  };
}

const run = () => ({ now: 0, signal: new AbortController().signal });

describe('adaptFactRetriever', () => {
  it.each(factProviderContract)('$name', async ({ check }) => {
    const retriever = retrieverOf({ open_prs: 3, languages: ['go', 'c'] });
    await expect(
      check({
        provider: adaptFactRetriever(retriever, services),
        entities: [entity('e0'), entity('e1')],
        unknownEntity: entity('unknown'),
      }),
    ).resolves.toBeUndefined();
  });

  it('names facts so that expressions can speak of them, and tells values of our types', async () => {
    const provider = adaptFactRetriever(
      retrieverOf({
        open_prs: 3,
        coverage: 81.5,
        status: 'green',
        'last-build': DateTime.fromMillis(noon),
        languages: ['go', 'go', 1, DateTime.fromMillis(noon)],
        raw: { a: [1] },
        unknown: true,
      }),
      services,
    );
    expect([provider.id, provider.schema.openPrs, provider.schema.raw]).toEqual(
      [
        'buildFactsV2',
        { type: 'integer', description: 'Open' },
        { type: 'string', description: 'raw' },
      ],
    );
    expect(await provider.provide([entity('e0'), entity('e1')], run())).toEqual(
      [
        {
          entityRef: 'component:default/e0',
          facts: {
            openPrs: 3,
            coverage: 81.5,
            status: 'green',
            lastBuild: noon,
            languages: ['go', '1', '2026-03-01T12:00:00.000Z'],
            raw: '{"a":[1]}',
          },
        },
      ],
    );
  });

  it.each([
    [{ 'last-build': '2026-03-01T12:00:00Z' }, { lastBuild: noon }],
    [{ 'last-build': new Date(noon) }, { lastBuild: noon }],
    [{ status: null }, { status: null }],
    [{ status: undefined }, { status: null }],
    [{ status: 5 }, { status: 5 }],
    [{ languages: 'go' }, { languages: 'go' }],
    [{}, {}],
  ])('reads %j', async (facts, expected) => {
    const [told] = await adaptFactRetriever(
      retrieverOf(facts),
      services,
    ).provide([entity('e0')], run());
    expect(told).toMatchObject({ facts: expected });
  });

  it('calls a retriever once a run, with what it would be called with there', async () => {
    const retriever = retrieverOf(
      { status: 'a' },
      { entityFilter: [{ kind: 'component' }] },
    );
    const provider = adaptFactRetriever(retriever, services);
    const first = run();
    await Promise.all([
      provider.provide(many, first),
      provider.provide([entity('e0')], first),
    ]);
    expect(retriever.handler).toHaveBeenCalledTimes(1);
    const context: FactRetrieverContext = retriever.handler.mock.calls[0][0];
    expect(context).toEqual({
      ...services,
      logger: expect.anything(),
      entityFilter: [{ kind: 'component' }],
    });
    await provider.provide(many, run());
    expect(retriever.handler).toHaveBeenCalledTimes(2);
  });

  it('asks about few entities alone', async () => {
    const retriever = retrieverOf({}, { entityFilter: { kind: 'component' } });
    await adaptFactRetriever(retriever, services).provide(
      [entity('e0'), entity('e1')],
      run(),
    );
    expect(retriever.handler).toHaveBeenCalledWith(
      expect.objectContaining({
        entityFilter: [{ kind: 'component', 'metadata.name': ['e0', 'e1'] }],
      }),
    );
  });

  it('takes the newest row of an entity', async () => {
    const retriever = retrieverOf({});
    const row = (status: string, at: number) => ({
      entity: { kind: 'Component', namespace: 'default', name: 'e0' },
      facts: { status },
      timestamp: DateTime.fromMillis(at),
    });
    retriever.handler.mockResolvedValue([row('new', 2), row('old', 1)]);
    expect(
      await adaptFactRetriever(retriever, services).provide(
        [entity('e0')],
        run(),
      ),
    ).toMatchObject([{ facts: { status: 'new' } }]);
  });

  it('fails where the retriever does', async () => {
    const retriever = retrieverOf({});
    retriever.handler.mockRejectedValue(new Error('Nobody answers'));
    const provider = adaptFactRetriever(retriever, services);
    await expect(provider.provide(many, run())).rejects.toThrow(
      'Nobody answers',
    );
  });

  it.each([
    [{ id: '–' }, 'The name of the fact retriever –'],
    [
      {
        schema: {
          'a-b': { type: 'string' as const, description: '' },
          a_b: { type: 'string' as const, description: '' },
        },
      },
      'Two facts of build.facts-v2 would be called aB',
    ],
  ])('refuses what cannot be named: %j', (given, message) => {
    expect(() => adaptFactRetriever(retrieverOf({}, given), services)).toThrow(
      message,
    );
  });
});

describe('kindsOfFilter', () => {
  it.each([
    [undefined, undefined],
    [{ kind: 'Component' }, ['component']],
    [
      [{ kind: ['API', 'Component'] }, { kind: 'api' }],
      ['api', 'component'],
    ],
    [[{ kind: 'api' }, { 'spec.type': 'service' }], undefined],
    [{ kind: Symbol.for('exists') }, undefined],
  ])('reads %j', (filter, kinds) => {
    expect(kindsOfFilter(filter as FactRetriever['entityFilter'])).toEqual(
      kinds,
    );
  });
});
