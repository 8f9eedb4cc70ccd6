import type { Entity } from '@backstage/catalog-model';
import { entityOf } from '../testing/catalog';
import { documentFields, entityDocument } from './entityDocument';
import { snapshotFields } from './entityProperties';
import { hashEntity, snapshotEntity } from './snapshotEntity';

const slo: Entity = {
  apiVersion: 'openslo/v1',
  kind: 'SLO',
  metadata: {
    name: 'checkout-availability',
    namespace: 'default',
    title: 'Checkout works',
    description: 'Orders are taken',
    annotations: {
      'opmodel.io/measures': 'component:default/checkout',
      'opmodel.io/review-on': '2027-03-01',
    },
    labels: { stage: 'prod' },
    opensloLabels: { stage: 'prod', team: ['a', 'b'] },
    opensloAnnotations: { 'example.com/a/b': 'c' },
    opensloFields: { 'x-cost': 7 },
  },
  spec: {
    description: 'Orders are taken',
    service: 'checkout',
    indicatorRef: 'checkout-errors',
    timeWindow: [{ duration: '30d', isRolling: true }],
    budgetingMethod: 'Occurrences',
    objectives: [{ target: 0.999 }],
    alertPolicies: [{ alertPolicyRef: 'page' }],
  },
  relations: [{ type: 'measures', targetRef: 'component:default/checkout' }],
};

/** What the catalog answers where only some fields are asked for. */
function projected(entity: Entity): Entity {
  const wanted = [...snapshotFields, ...documentFields];
  const pick = (part: 'metadata' | 'spec') =>
    Object.fromEntries(
      Object.entries(entity[part] ?? {}).filter(([name]) =>
        wanted.includes(`${part}.${name}`),
      ),
    );
  return {
    ...(wanted.includes('apiVersion') && { apiVersion: entity.apiVersion }),
    kind: entity.kind,
    metadata: pick('metadata'),
    spec: pick('spec'),
    relations: entity.relations,
  } as Entity;
}

describe('entityDocument', () => {
  it('keeps of an OpenSLO document all that it says', () => {
    const { opensloFields, ...metadata } = slo.metadata;
    expect(entityDocument(projected(slo))).toEqual({
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      description: 'Orders are taken',
      opensloAnnotations: metadata.opensloAnnotations,
      opensloLabels: metadata.opensloLabels,
      spec: { ...slo.spec, 'x-cost': 7 },
    });
    expect(snapshotEntity(projected(slo), {})).toMatchObject({
      title: 'Checkout works',
      annotations: metadata.annotations,
      relations: [
        {
          entityRef: 'slo:default/checkout-availability',
          type: 'measures',
          targetRef: 'component:default/checkout',
        },
      ],
    });
  });

  it.each<[string, Partial<Entity>]>([
    ['spec', { spec: { ...slo.spec, objectives: [{ target: 0.99 }] } }],
    [
      'what the catalog cannot hold',
      { metadata: { ...slo.metadata, opensloLabels: { team: ['a'] } } },
    ],
    ['fields of others', { metadata: { ...slo.metadata, opensloFields: {} } }],
    ['what it measures', { relations: [] }],
    ['apiVersion', { apiVersion: 'example.com/v1' }],
  ])('notices another %s', (_, change) => {
    const hashOf = (entity: Entity) => hashEntity(projected(entity), {});
    expect(hashOf({ ...slo, ...change })).not.toBe(hashOf(slo));
    expect(hashOf({ ...slo })).toBe(hashOf(slo));
  });

  it('keeps of the kinds of others nothing, though they have the same names', () => {
    expect(
      entityDocument(projected({ ...slo, apiVersion: 'example.com/v1' })),
    ).toEqual({ description: 'Orders are taken' });
  });

  it('keeps policies and agreements', () => {
    const policy = {
      owner: 'group:default/money',
      appliesTo: ['system:checkout'],
      tiers: ['1'],
      thresholds: [{ remaining: 0, consequences: ['attention'] }],
      mode: 'shadow',
    };
    const agreement = {
      customer: 'Acme',
      objectives: [{ slo: 'checkout-availability', target: 0.99 }],
      validFrom: '2026-01-01',
    };
    for (const [ref, spec] of [
      ['errorbudgetpolicy:default/money', policy],
      ['servicelevelagreement:default/acme', agreement],
    ] as const) {
      expect(entityDocument(projected(entityOf(ref, { spec })))).toEqual(spec);
    }
  });
});
