import {
  type Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import { acceptDocument } from './acceptDocument';
import { writtenDocument } from './writtenDocument';

const policies = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

const written = {
  apiVersion: 'openslo/v1',
  kind: 'SLO',
  metadata: {
    name: 'checkout-availability',
    displayName: 'Checkout works',
    labels: {
      stage: 'prod',
      teams: ['money', 'shop'],
      note: 'two words',
      version: 7,
      '-odd': 'key',
    },
    annotations: {
      'opmodel.io/owner': 'group:default/money',
      'example.com/a/b': 'two slashes',
      count: 7,
    },
  },
  spec: { description: 'Orders are taken', service: 'checkout', 'x-cost': 1 },
} as unknown as Entity;

describe('acceptDocument', () => {
  it('makes an entity that the catalog accepts, and leaves its spec as it is', async () => {
    await expect(policies.enforce(written)).rejects.toThrow();
    const entity = acceptDocument(written);
    await expect(policies.enforce(entity)).resolves.toBe(entity);
    expect(entity.spec).toBe(written.spec);
    expect(entity.metadata).toEqual({
      name: 'checkout-availability',
      title: 'Checkout works',
      description: 'Orders are taken',
      labels: { stage: 'prod' },
      opensloLabels: {
        teams: ['money', 'shop'],
        note: 'two words',
        version: 7,
        '-odd': 'key',
      },
      annotations: { 'opmodel.io/owner': 'group:default/money' },
      opensloAnnotations: { 'example.com/a/b': 'two slashes', count: 7 },
      opensloFields: { 'x-cost': 1 },
    });
  });

  it('loses nothing that was written', () => {
    const { metadata, ...rest } = writtenDocument(acceptDocument(written)) as {
      metadata: Entity['metadata'];
    };
    const { metadata: before, ...others } = written;
    expect(rest).toEqual(others);
    expect(metadata).toEqual({ ...before, description: 'Orders are taken' });
  });

  it('keeps the title and the description that the catalog was given', () => {
    const metadata = {
      name: 'a',
      title: 'A',
      displayName: 'The A',
      description: 'B',
    };
    const entity = acceptDocument({ ...written, metadata });
    expect(entity.metadata).toMatchObject(metadata);
    expect(writtenDocument(entity)).toMatchObject({
      metadata: { displayName: 'The A' },
    });
  });

  it('takes what is empty for nothing', async () => {
    const entity = acceptDocument({
      apiVersion: 'openslo/v1',
      kind: 'Service',
      metadata: { name: 'a', labels: null, annotations: null },
      spec: null,
    } as unknown as Entity);
    expect(entity).toEqual({
      apiVersion: 'openslo/v1',
      kind: 'Service',
      metadata: { name: 'a' },
    });
    await expect(policies.enforce(entity)).resolves.toBe(entity);
  });

  it('leaves it to the catalog to refuse labels that are no map', async () => {
    const entity = acceptDocument({
      ...written,
      metadata: { name: 'a', labels: ['x'] },
    } as unknown as Entity);
    await expect(policies.enforce(entity)).rejects.toThrow('metadata/labels');
  });
});
