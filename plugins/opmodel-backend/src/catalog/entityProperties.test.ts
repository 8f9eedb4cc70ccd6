import { entityOf } from '../testing/catalog';
import { entityProperties, isProjectedProperty } from './entityProperties';

describe('entityProperties', () => {
  it('keeps the properties that the catalog keeps for search, in lower case', () => {
    const properties = entityProperties(
      entityOf('Component:Shop/Cart', {
        title: 'The Cart',
        tags: ['Java', 'web'],
        annotations: { 'github.com/project-slug': 'Acme/Shop' },
        labels: { Tier: 'Gold' },
        ownedBy: ['group:default/a', 'user:default/b'],
        partOf: 'system:default/shop',
        spec: { type: 'Service', owner: 'a', ignored: 'x', lifecycle: null },
      }),
    );
    expect(properties).toEqual([
      { key: 'kind', value: 'component' },
      { key: 'metadata.namespace', value: 'shop' },
      { key: 'metadata.name', value: 'cart' },
      { key: 'metadata.title', value: 'the cart' },
      { key: 'metadata.tags', value: 'java' },
      { key: 'metadata.tags.java', value: 'true' },
      { key: 'metadata.tags', value: 'web' },
      { key: 'metadata.tags.web', value: 'true' },
      {
        key: 'metadata.annotations.github.com/project-slug',
        value: 'acme/shop',
      },
      { key: 'metadata.labels.tier', value: 'gold' },
      { key: 'spec.type', value: 'service' },
      { key: 'spec.lifecycle', value: null },
      { key: 'spec.owner', value: 'a' },
      { key: 'relations.ownedby', value: 'group:default/a' },
      { key: 'relations.ownedby', value: 'user:default/b' },
    ]);
  });

  it('keeps a long value without its text and leaves a long key out', () => {
    const properties = entityProperties(
      entityOf('component:default/cart', {
        annotations: { long: 'x'.repeat(201), ['k'.repeat(200)]: 'v' },
      }),
    );
    expect(properties.slice(3)).toEqual([
      { key: 'metadata.annotations.long', value: null },
    ]);
  });

  it('survives text that PostgreSQL cannot hold', () => {
    const properties = entityProperties(
      entityOf('component:default/cart', {
        annotations: { note: 'a\0b\ud800c😀' },
      }),
    );
    expect(properties).toContainEqual({
      key: 'metadata.annotations.note',
      value: 'abc😀',
    });
  });
});

describe('isProjectedProperty', () => {
  it('knows what the snapshot reads', () => {
    expect(isProjectedProperty('spec.Type')).toBe(true);
    expect(isProjectedProperty('metadata.tags.java')).toBe(true);
    expect(isProjectedProperty('metadata.annotations.a.b/c')).toBe(true);
    expect(isProjectedProperty('metadata.description')).toBe(false);
    expect(isProjectedProperty('spec.typed')).toBe(false);
    expect(isProjectedProperty('spec.profile.email')).toBe(false);
  });
});
