import fc from 'fast-check';
import { entityOf, type EntityDescription } from '../testing/catalog';
import { scopeNode } from './snapshotEntity';
import { domainOf, type ScopeNode, scopesOf } from './scopesOf';

function nodesOf(
  entities: Record<string, EntityDescription>,
): Map<string, ScopeNode> {
  return new Map(
    Object.entries(entities).map(([ref, description]) => [
      ref,
      scopeNode(entityOf(ref, description)),
    ]),
  );
}

function scopesIn(nodes: Map<string, ScopeNode>, ref: string): string[] {
  return scopesOf(nodes.get(ref)!, nodes);
}

describe('scopesOf', () => {
  const organisation = nodesOf({
    'component:default/cart': {
      ownedBy: 'group:default/checkout',
      partOf: 'system:default/shop',
    },
    'component:default/loose': {},
    'system:default/shop': {
      ownedBy: 'group:default/commerce',
      partOf: 'domain:default/buying',
    },
    'domain:default/buying': { partOf: 'domain:default/customer' },
    'domain:default/customer': {},
    'group:default/checkout': { childOf: 'group:default/commerce' },
    'group:default/commerce': { childOf: 'group:default/product' },
    'group:default/product': {},
    'user:default/ada': {},
    'location:default/all': {},
  });

  it('holds the entity, its system, all domains, all groups above its owner, and the organisation', () => {
    expect(scopesIn(organisation, 'component:default/cart')).toEqual([
      'component:default/cart',
      'domain:default/buying',
      'domain:default/customer',
      'group:default/checkout',
      'group:default/commerce',
      'group:default/product',
      'org',
      'system:default/shop',
    ]);
  });

  it('holds a group with its own components and with those of its children', () => {
    const nodes = nodesOf({
      'group:default/parent': {},
      'group:default/child': { childOf: 'group:default/parent' },
      'component:default/own': { ownedBy: 'group:default/parent' },
      'component:default/below': { ownedBy: 'group:default/child' },
    });
    const inParent = [...nodes.keys()].filter(ref =>
      scopesIn(nodes, ref).includes('group:default/parent'),
    );
    expect(inParent).toEqual([
      'group:default/parent',
      'group:default/child',
      'component:default/own',
      'component:default/below',
    ]);
    const inChild = [...nodes.keys()].filter(ref =>
      scopesIn(nodes, ref).includes('group:default/child'),
    );
    expect(inChild).toEqual(['group:default/child', 'component:default/below']);
  });

  it('gives an entity without owner and system itself and the organisation', () => {
    expect(scopesIn(organisation, 'component:default/loose')).toEqual([
      'component:default/loose',
      'org',
    ]);
  });

  it('has none for people and locations, and none of a person who owns something', () => {
    expect(scopesIn(organisation, 'user:default/ada')).toEqual([]);
    expect(scopesIn(organisation, 'location:default/all')).toEqual([]);
    const nodes = nodesOf({
      'component:default/cart': { ownedBy: 'user:default/ada' },
    });
    expect(scopesIn(nodes, 'component:default/cart')).toEqual([
      'component:default/cart',
      'org',
    ]);
  });

  it('keeps an owner that the catalog does not have', () => {
    const nodes = nodesOf({
      'component:default/cart': { ownedBy: 'group:default/misspelt' },
    });
    expect(scopesIn(nodes, 'component:default/cart')).toContain(
      'group:default/misspelt',
    );
  });

  it('ends in a tree of groups that bites its tail', () => {
    const nodes = nodesOf({
      'group:default/a': { childOf: 'group:default/b' },
      'group:default/b': { childOf: 'group:default/c' },
      'group:default/c': { childOf: 'group:default/a' },
      'component:default/cart': { ownedBy: 'group:default/b' },
    });
    expect(scopesIn(nodes, 'component:default/cart')).toEqual([
      'component:default/cart',
      'group:default/a',
      'group:default/b',
      'group:default/c',
      'org',
    ]);
    expect(scopesIn(nodes, 'group:default/a')).toEqual([
      'group:default/a',
      'group:default/b',
      'group:default/c',
      'org',
    ]);
  });

  it('is sorted, without duplicates, and closed under going up, for any tree or tangle', () => {
    const group = fc.nat(9).map(n => `group:default/g${n}`);
    const tangle = fc.array(fc.tuple(group, fc.array(group, { maxLength: 3 })));
    fc.assert(
      fc.property(tangle, fc.array(group), (parents, owners) => {
        const nodes = nodesOf({
          ...Object.fromEntries(
            parents.map(([ref, childOf]) => [ref, { childOf }]),
          ),
          'component:default/cart': { ownedBy: owners },
        });
        const scopes = scopesIn(nodes, 'component:default/cart');
        expect(scopes).toEqual([...new Set(scopes)].sort());
        for (const scope of scopes) {
          expect(scopes).toEqual(
            expect.arrayContaining([...(nodes.get(scope)?.parentRefs ?? [])]),
          );
        }
        expect(scopes).toEqual(expect.arrayContaining(owners));
      }),
    );
  });
});

describe('domainOf', () => {
  it('is the own domain, or else that of the system', () => {
    const nodes = nodesOf({
      'component:default/cart': { partOf: 'system:default/shop' },
      'system:default/shop': { partOf: 'domain:default/buying' },
      'domain:default/buying': { partOf: 'domain:default/customer' },
      'system:default/round': { partOf: 'system:default/round' },
    });
    const domain = (ref: string) => domainOf(nodes.get(ref)!, nodes);
    expect(domain('component:default/cart')).toBe('domain:default/buying');
    expect(domain('system:default/shop')).toBe('domain:default/buying');
    expect(domain('domain:default/buying')).toBe('domain:default/customer');
    expect(domain('system:default/round')).toBeUndefined();
  });
});
