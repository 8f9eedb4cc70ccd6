import { ConfigReader } from '@backstage/config';
import { findValueProblem } from '@opmodel/backstage-plugin-opmodel-common';
import type { FactProvider } from '@opmodel/backstage-plugin-opmodel-node';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { seesAll } from '../../catalog/Visibility';
import { entityOf, scanEntities, scanTime } from '../../testing/catalog';
import { CatalogFacts } from './CatalogFacts';
import { toFactEntity } from './factEntity';
import { createPropertyFacts, readProperties } from './propertyFacts';
import { readPushedProviders } from './pushedProviders';

const a = 'component:default/a';

/** What a provider tells of an entity of the catalog. */
async function tell(
  provider: FactProvider,
  catalog: FakeCatalogStore,
  ref: string,
): Promise<Record<string, any>> {
  const entity = (await catalog.getEntity(ref, seesAll))!;
  const [told] = await provider.provide([toFactEntity(entity)], {
    signal: new AbortController().signal,
    now: 0,
  });
  if ('problem' in told) {
    return { problem: told.problem };
  }
  for (const [name, value] of Object.entries(told.facts)) {
    expect([name, findValueProblem(provider.schema[name], value)]).toEqual([
      name,
      null,
    ]);
  }
  return told.facts;
}

describe('facts of the catalog', () => {
  it('are what an entity says of itself, and how it is connected', async () => {
    const catalog = new FakeCatalogStore();
    const described = entityOf(a, {
      title: 'A',
      tags: ['java', 'go'],
      labels: { zone: 'eu' },
      annotations: {
        'backstage.io/techdocs-ref': 'dir:.',
        'opmodel.io/tier': '1',
      },
      ownedBy: 'group:default/team',
      partOf: 'system:default/s',
      dependsOn: ['resource:default/db', 'resource:default/queue'],
      spec: { type: 'service', lifecycle: 'production' },
    });
    described.metadata.description = 'Sells';
    described.metadata.links = [{ url: 'https://example.com' }];
    described.relations!.push({
      type: 'providesApi',
      targetRef: 'api:default/c',
    });
    await scanEntities(catalog, [
      described,
      entityOf('component:default/bare'),
      entityOf('system:default/s', { partOf: 'domain:default/d' }),
    ]);
    const provider = new CatalogFacts({ catalog });
    const facts = await tell(provider, catalog, a);
    expect(facts).toEqual({
      kind: 'component',
      namespace: 'default',
      name: 'a',
      title: 'A',
      hasTitle: true,
      hasDescription: true,
      descriptionLength: 5,
      type: 'service',
      lifecycle: 'production',
      tier: '1',
      tags: ['go', 'java'],
      labels: ['zone=eu'],
      annotations: ['backstage.io/techdocs-ref', 'opmodel.io/tier'],
      links: 1,
      hasOwner: true,
      ownerRef: 'group:default/team',
      ownerKind: 'group',
      hasSystem: true,
      systemRef: 'system:default/s',
      domainRef: 'domain:default/d',
      hasDocs: true,
      hasSourceLocation: false,
      providesApis: 1,
      consumesApis: 0,
      dependsOn: 2,
      firstSeenAt: scanTime,
    });
    expect(Object.keys(facts).sort()).toEqual(
      Object.keys(provider.schema).sort(),
    );
    expect(
      await tell(provider, catalog, 'component:default/bare'),
    ).toMatchObject({
      title: null,
      hasTitle: false,
      hasDescription: false,
      descriptionLength: 0,
      type: null,
      tier: null,
      tags: [],
      links: 0,
      hasOwner: false,
      ownerKind: null,
      domainRef: null,
      hasDocs: false,
    });
  });
});

const configOf = (scorecards: object) =>
  new ConfigReader({ opmodel: { scorecards } });

describe('properties that are kept in the catalog', () => {
  const properties = [
    { name: 'class', annotation: 'example.com/class', description: 'Class' },
    {
      name: 'cost',
      label: 'cost',
      type: 'number',
      unit: 'EUR',
      description: 'C',
    },
    { name: 'users', label: 'users', type: 'integer', description: 'Users' },
    { name: 'open', label: 'open', type: 'boolean', description: 'Open' },
    { name: 'since', label: 'since', type: 'datetime', description: 'Since' },
    {
      name: 'regions',
      annotation: 'example.com/regions',
      type: 'set',
      description: 'Regions',
    },
  ];

  const tellOf = async (
    labels: Record<string, string>,
    annotations: Record<string, string> = {},
  ) => {
    const catalog = new FakeCatalogStore();
    await scanEntities(catalog, [entityOf(a, { labels, annotations })]);
    const [provider] = createPropertyFacts(
      readProperties(configOf({ properties })),
    );
    return tell(provider, catalog, a);
  };

  it('are read as what they are said to be', async () => {
    expect(
      await tellOf(
        { cost: '12.5', users: '7', open: 'TRUE', since: '2026-03-01' },
        { 'example.com/class': 'internal', 'example.com/regions': 'eu, us,eu' },
      ),
    ).toEqual({
      class: 'internal',
      cost: 12.5,
      users: 7,
      open: true,
      since: Date.UTC(2026, 2, 1),
      regions: ['eu', 'us'],
    });
  });

  it('are none where nothing is written', async () => {
    expect(await tellOf({ cost: ' ' })).toEqual({
      class: null,
      cost: null,
      users: null,
      open: null,
      since: null,
      regions: null,
    });
  });

  it('say what is written wrongly', async () => {
    expect(
      await tellOf({ cost: 'much', users: '1.5', open: 'yes', since: 'now' }),
    ).toEqual({
      problem:
        'label cost: expected a number; label users: expected a whole number; label open: expected true or false; label since: expected an ISO 8601 instant or day',
    });
  });

  it('are no provider without any', () => {
    expect(createPropertyFacts(readProperties(configOf({})))).toEqual([]);
  });

  it.each([
    [{ name: 'A', label: 'x', description: 'x' }, 'properties[0].name'],
    [{ name: 'a', description: 'x' }, "either 'annotation' or 'label'"],
    [
      { name: 'a', label: 'x', annotation: 'y', description: 'x' },
      "either 'annotation' or 'label'",
    ],
    [
      { name: 'a', label: 'x', type: 'text', description: 'x' },
      'properties[0].type',
    ],
  ])('refuses %j', (property, message) => {
    expect(() => readProperties(configOf({ properties: [property] }))).toThrow(
      message,
    );
  });

  it('refuses two of one name', () => {
    const property = { name: 'a', label: 'x', description: 'x' };
    expect(() =>
      readProperties(configOf({ properties: [property, property] })),
    ).toThrow('properties[1].name');
  });
});

describe('providers whose facts are sent', () => {
  const scans = {
    freshness: 'P7D',
    facts: { critical: { type: 'integer', description: 'Findings' } },
  };

  it('are what is configured', () => {
    expect(readPushedProviders(configOf({ pushedFacts: { scans } }))).toEqual([
      {
        id: 'scans',
        title: 'scans',
        freshnessMs: 7 * 86_400_000,
        schema: { critical: { type: 'integer', description: 'Findings' } },
      },
    ]);
    expect(readPushedProviders(configOf({}))).toEqual([]);
  });

  it.each([
    [{ 'my-scans': scans }, 'pushedFacts.my-scans'],
    [{ scans: { ...scans, freshness: 'PT1S' } }, 'scans.freshness'],
    [{ scans: { ...scans, freshness: undefined } }, 'freshness'],
    [
      { scans: { ...scans, facts: { Critical: { description: 'x' } } } },
      'facts.Critical',
    ],
    [
      { scans: { ...scans, facts: { a: { type: 'x', description: 'x' } } } },
      'facts.a.type',
    ],
  ])('refuses %j', (pushedFacts, message) => {
    expect(() => readPushedProviders(configOf({ pushedFacts }))).toThrow(
      message,
    );
  });

  it.each([
    ['catalog', 'there is a provider of facts catalog already'],
    ['map', 'means something else in expressions'],
    ['null', 'means something else in expressions'],
  ])('refuses the name %s', (id, message) => {
    expect(() =>
      readPushedProviders(configOf({ pushedFacts: { [id]: scans } }), [
        'catalog',
      ]),
    ).toThrow(new RegExp(`opmodel.scorecards.pushedFacts.${id}: .*${message}`));
  });
});
