import type { ObservationTarget } from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import type { EntityLink } from '../catalog/CatalogStore';
import type { ReadEvent } from '../intake/ReadEvent';
import type { ReadEntityFacts } from '../intake/readEntityFacts';
import type { ReadMeasurement } from '../intake/readMeasurements';
import type { GrantStores } from './grantLookup';
import { ProducerGrant } from './ProducerGrant';
import type { EntityLimit } from './ProducerRule';

const own = ['component:default/shop', 'component:default/basket'];
const foreign = ['component:default/ledger', 'component:default/shop-copy'];
const unknown = ['component:default/none', 'component:default/nothing'];

const link = (system: string, externalId: string, entityRef: string) => ({
  system,
  externalId,
  entityRef,
});

const declared: EntityLink[] = [
  { ...link('git', 'github.com/acme/shop', own[0]), path: 'shop' },
  { ...link('git', 'github.com/acme/shop', own[1]), path: 'basket' },
  { ...link('github', 'acme/shop', own[0]), path: 'shop' },
  { ...link('github', 'acme/shop', own[1]), path: 'basket' },
  link('git', 'github.example.com/acme/shop', foreign[1]),
  link('github', 'acme/shop', foreign[1]),
  link('git', 'github.com/acme/ledger', foreign[0]),
  link('name', 'basket', own[1]),
  link('name', 'ledger', foreign[0]),
  link('name', 'twin', own[0]),
  link('name', 'twin', foreign[0]),
  link('pagerduty-service', 'PSHARED', own[0]),
  link('pagerduty-service', 'PSHARED', foreign[0]),
];

const stores: GrantStores = {
  catalog: {
    findLinks: async keys =>
      [...keys].flatMap(key =>
        declared.filter(
          ({ system, externalId }) =>
            system === key.system && externalId === key.externalId,
        ),
      ),
    getEntities: async refs =>
      [...refs].flatMap(ref =>
        own.includes(ref) || foreign.includes(ref)
          ? ({
              ref,
              ownerRef: own.includes(ref) ? 'group:default/us' : undefined,
            } as any)
          : [],
      ),
  },
  records: { listEntityRefs: async () => new Map() },
};

function grantWith(entities: EntityLimit) {
  return new ProducerGrant({
    identity: {
      source: 'github-actions:acme/shop',
      repository: 'github.com/acme/shop',
    },
    entities,
    sources: [],
    stores,
  });
}

const limits: EntityLimit[] = [
  { kind: 'repository' },
  {
    kind: 'some',
    refs: [],
    owners: ['group:default/us'],
    systems: [],
    namespaces: [],
  },
];

function itemOf(target: ObservationTarget): ReadEvent {
  return {
    event: {
      source: 'github-actions:acme/shop',
      id: '1',
      time: '2026-10-02T12:00:00.000Z',
      observation: { kind: 'deployment', subject: 'd1', target },
    },
    pathOf: path => path,
  };
}

const refOfSlo = (measured: string) =>
  measured.replace('component:default/', 'slo:default/of-');

/** What the SLOs of the catalog measure: one of each entity, and one of nothing that is known. */
const measured = new Map<string, string | null>([
  ...[...own, ...foreign].map((ref): [string, string] => [refOfSlo(ref), ref]),
  ['slo:default/of-nothing', null],
]);

/** A measurement of an SLO, in the data of a CloudEvent. */
function measurementOf(sloRef: string): ReadMeasurement {
  return {
    measurement: {
      sloRef,
      objective: 0,
      start: Date.UTC(2026, 9, 2, 12),
      seconds: 300,
      good: 9,
      total: 10,
    },
    identity: { source: 'github-actions:acme/shop', id: sloRef },
    pathOf: field => `data.${field}`,
  };
}

/** Facts of an entity, in the data of a CloudEvent. */
function factsOf(entityRef: string): ReadEntityFacts {
  return {
    entityFacts: {
      entityRef,
      provider: 'scans',
      facts: { critical: 0 },
      toldAt: Date.UTC(2026, 9, 2, 12),
    },
    identity: { source: 'github-actions:acme/shop', id: entityRef },
    pathOf: field => `data.${field}`,
  };
}

const keys = [
  ...new Map(
    declared.map(({ system, externalId }) => [
      `${system} ${externalId}`,
      { system, externalId },
    ]),
  ).values(),
  { system: 'name', externalId: 'none' },
  { system: 'pagerduty-service', externalId: 'P-NONE' },
];

const targets = fc.record(
  {
    entityRefs: fc.uniqueArray(
      fc.constantFrom(...own, ...foreign, ...unknown),
      {
        maxLength: 3,
      },
    ),
    links: fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 3 }),
    paths: fc.uniqueArray(fc.constantFrom('shop/a', 'basket/b', 'c'), {
      maxLength: 2,
    }),
  },
  { requiredKeys: [] },
);

describe('ProducerGrant', () => {
  it('admits nothing but what names its own entities or its own repository, whatever the catalog will say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...limits),
        targets,
        async (limit, target) => {
          const [item] = await grantWith(limit).admit([itemOf(target)]);
          if ('rejected' in item) {
            return;
          }
          const admitted = item.event.observation.target;
          for (const ref of admitted.entityRefs ?? []) {
            expect(own).toContain(ref);
          }
          for (const admittedLink of admitted.links ?? []) {
            expect(limit.kind).toBe('repository');
            expect(admittedLink).toEqual({
              system: 'git',
              externalId: 'github.com/acme/shop',
            });
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('answers for what does not exist as for what belongs to somebody else', async () => {
    const stranger = new Map([
      [foreign[0], unknown[0]],
      [foreign[1], unknown[1]],
    ]);
    const strangers = [
      [
        { system: 'name', externalId: 'ledger' },
        { system: 'name', externalId: 'none' },
      ],
      [
        { system: 'git', externalId: 'github.com/acme/ledger' },
        { system: 'git', externalId: 'github.com/acme/none' },
      ],
      [
        { system: 'git', externalId: 'github.example.com/acme/shop' },
        { system: 'git', externalId: 'github.example.com/acme/none' },
      ],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...limits),
        targets,
        async (limit, target) => {
          // What is shared with somebody else is known to the producer, half of it being its own.
          const known = (target.links ?? []).filter(
            ({ externalId }) => !['twin', 'PSHARED'].includes(externalId),
          );
          const stated = { ...target, links: known };
          const hidden = {
            ...stated,
            entityRefs: target.entityRefs?.map(ref => stranger.get(ref) ?? ref),
            links: known.map(
              key =>
                strangers.find(
                  ([one]) =>
                    one.system === key.system &&
                    one.externalId === key.externalId,
                )?.[1] ?? key,
            ),
          };
          const grant = grantWith(limit);
          const [first] = await grant.admit([itemOf(stated)]);
          const [second] = await grant.admit([itemOf(hidden)]);
          expect('rejected' in first && first.rejected).toEqual(
            'rejected' in second && second.rejected,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(limits)('admits what is its own (%j)', async limit => {
    const items = await grantWith(limit).admit([
      itemOf({ entityRefs: [own[0]] }),
      itemOf({ links: [{ system: 'name', externalId: 'basket' }] }),
      itemOf({
        links: [{ system: 'git', externalId: 'github.com/acme/shop' }],
        paths: ['shop/main.ts'],
      }),
    ]);
    expect(items.map(item => 'rejected' in item)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it.each([...limits, { kind: 'all' as const }])(
    'lets nobody whose sources are limited say what an environment is (%j)',
    async limit => {
      const [item] = await grantWith(limit).admit([
        {
          event: {
            source: 'github-actions:acme/shop',
            id: '1',
            time: '2026-10-02T12:00:00.000Z',
            observation: {
              kind: 'environment',
              subject: 'production',
              target: {},
              environmentTier: 'testing',
            },
          },
          pathOf: path => path,
        },
      ]);
      expect('rejected' in item && item.rejected).toMatchObject({
        errors: [{ path: 'observation.subject' }],
      });
    },
  );

  it('rejects each wrong event of a batch for itself', async () => {
    const items = await grantWith(limits[0]).admit([
      itemOf({ entityRefs: [foreign[0]] }),
      itemOf({ entityRefs: [own[0]] }),
    ]);
    expect(items.map(item => 'rejected' in item)).toEqual([true, false]);
  });

  it.each(limits)(
    'admits measurements of its own entities and of nothing else (%j)',
    async limit => {
      const items = [...own, ...foreign, ...unknown].map(ref =>
        measurementOf(refOfSlo(ref)),
      );
      // The catalog has it, and nobody knows what it measures.
      items.push(measurementOf('slo:default/of-nothing'));
      const admitted = await grantWith(limit).admitMeasurements(
        items,
        measured,
      );
      expect(admitted.slice(0, own.length)).toEqual(items.slice(0, own.length));
      expect(admitted.slice(own.length)).toEqual(
        items.slice(own.length).map(({ identity }) => ({
          rejected: {
            ...identity,
            status: 'rejected',
            reason: 'the event does not meet its contract',
            errors: [
              {
                path: 'data.slo',
                message:
                  'expected an SLO of something that github-actions:acme/shop may write for',
              },
            ],
          },
        })),
      );
    },
  );

  it.each(limits)(
    'admits facts of its own entities and of nothing else (%j)',
    async limit => {
      const items = [...own, ...foreign, ...unknown].map(factsOf);
      const admitted = await grantWith(limit).admitEntityFacts(items);
      expect(admitted.slice(0, own.length)).toEqual(items.slice(0, own.length));
      expect(admitted.slice(own.length)).toEqual(
        items.slice(own.length).map(({ identity }) => ({
          rejected: {
            ...identity,
            status: 'rejected',
            reason: 'the event does not meet its contract',
            errors: [
              {
                path: 'data.entityRef',
                message:
                  'expected an entity that github-actions:acme/shop may write for',
              },
            ],
          },
        })),
      );
    },
  );

  it('admits all measurements of those who may write for everything', async () => {
    const items = [foreign[0], unknown[0]].map(ref =>
      measurementOf(refOfSlo(ref)),
    );
    expect(
      await grantWith({ kind: 'all' }).admitMeasurements(items, measured),
    ).toEqual(items);
  });
});
