import type { EntityLink } from '../catalog/CatalogStore';
import { linkId, mapTarget } from './mapTarget';

const shop = { system: 'github', externalId: 'acme/shop' };
const links: EntityLink[] = [
  { ...shop, path: 'services/cart', entityRef: 'component:default/cart' },
  {
    ...shop,
    path: 'services/cart-api',
    entityRef: 'component:default/cart-api',
  },
  { ...shop, path: 'services/search', entityRef: 'component:default/search' },
  {
    system: 'git',
    externalId: 'git.example.com/pay',
    entityRef: 'component:default/pay',
  },
  {
    system: 'git',
    externalId: 'git.example.com/pay',
    entityRef: 'api:default/pay',
  },
  {
    system: 'github',
    externalId: 'acme/web',
    entityRef: 'component:default/web',
  },
  {
    system: 'github',
    externalId: 'acme/web',
    path: 'admin',
    entityRef: 'component:default/admin',
  },
  { system: 'name', externalId: 'cart', entityRef: 'component:default/cart' },
  { system: 'name', externalId: 'pay', entityRef: 'component:default/pay' },
  { system: 'name', externalId: 'twin', entityRef: 'component:a/twin' },
  { system: 'name', externalId: 'twin', entityRef: 'component:b/twin' },
  { system: 'github', externalId: 'acme/twin', entityRef: 'component:b/twin' },
  ...['github.com/acme/store', 'github.corp.example/acme/store'].map(
    (externalId, index) => ({
      system: 'git',
      externalId,
      entityRef: `component:default/store-${index + 1}`,
    }),
  ),
  ...[1, 2, 3].map(number => ({
    system: 'github',
    externalId: 'acme/store',
    entityRef: `component:default/store-${number}`,
  })),
  {
    system: 'pagerduty-service',
    externalId: 'P1',
    entityRef: 'component:default/cart',
  },
  {
    system: 'pagerduty-service',
    externalId: 'P1',
    entityRef: 'component:default/search',
  },
];
const lookup = {
  refs: new Set(links.map(link => link.entityRef)),
  links: new Map(
    links.map(link => [
      linkId(link),
      links.filter(other => linkId(other) === linkId(link)),
    ]),
  ),
};
const refs = (...names: string[]) => ({
  entityRefs: names.map(name => `component:default/${name}`),
});

describe('mapTarget', () => {
  it('takes named entities that exist before any link', () => {
    expect(
      mapTarget(
        {
          entityRefs: ['component:default/gone', 'component:default/cart'],
          links: [{ system: 'name', externalId: 'pay' }],
        },
        lookup,
      ),
    ).toEqual(refs('cart'));
  });

  it('falls back to links when no named entity exists', () => {
    expect(
      mapTarget(
        {
          entityRefs: ['component:default/gone'],
          links: [{ system: 'name', externalId: 'cart' }],
        },
        lookup,
      ),
    ).toEqual(refs('cart'));
  });

  it('chooses the entities of a monorepo by path, on whole segments', () => {
    const target = (paths: string[]) => ({ links: [shop], paths });
    expect(
      mapTarget(
        target(['services/cart/src/a.ts', './services/search']),
        lookup,
      ),
    ).toEqual(refs('cart', 'search'));
    expect(mapTarget(target(['services/cart-api/x']), lookup)).toEqual(
      refs('cart-api'),
    );
    expect(mapTarget(target(['README.md']), lookup)).toEqual({
      reason:
        'none of the paths lies in a folder of the 3 entities that share github:acme/shop',
    });
  });

  it('says which choice is missing', () => {
    expect(mapTarget({ links: [shop] }, lookup)).toEqual({
      reason: '3 entities share github:acme/shop; send paths or entityRef',
    });
  });

  it('gives a shared repository without folders to all its entities', () => {
    expect(
      mapTarget(
        { links: [{ system: 'git', externalId: 'git.example.com/pay' }] },
        lookup,
      ),
    ).toEqual({ entityRefs: ['api:default/pay', 'component:default/pay'] });
  });

  it('takes an entity without a folder for the whole repository', () => {
    const web = { system: 'github', externalId: 'acme/web' };
    expect(
      mapTarget({ links: [web], paths: ['src/index.ts'] }, lookup),
    ).toEqual(refs('web'));
    expect(mapTarget({ links: [web], paths: ['admin/a.ts'] }, lookup)).toEqual(
      refs('admin', 'web'),
    );
  });

  it('tells repositories of one name on two hosts apart', () => {
    const on = (host: string) => ({
      links: [
        { system: 'git', externalId: `${host}/acme/store` },
        { system: 'github', externalId: 'acme/store' },
      ],
    });
    expect(mapTarget(on('github.com'), lookup)).toEqual(refs('store-1'));
    expect(mapTarget(on('github.corp.example'), lookup)).toEqual(
      refs('store-2'),
    );
    // Nobody says that it is on this host, so whoever says its name is meant.
    expect(mapTarget(on('github.example.com'), lookup)).toEqual(
      refs('store-1', 'store-2', 'store-3'),
    );
  });

  it('keeps another repository that is known by its name alone', () => {
    expect(
      mapTarget(
        {
          links: [
            { system: 'git', externalId: 'github.com/acme/store' },
            { system: 'github', externalId: 'acme/web' },
          ],
          paths: ['src/index.ts'],
        },
        lookup,
      ),
    ).toEqual(refs('store-1', 'web'));
  });

  it('believes the name of the service more than its repository', () => {
    expect(
      mapTarget(
        { links: [{ system: 'name', externalId: 'cart' }, shop] },
        lookup,
      ),
    ).toEqual(refs('cart'));
  });

  it('tells namesakes apart by their repository, or asks', () => {
    const twin = { system: 'name', externalId: 'twin' };
    expect(mapTarget({ links: [twin] }, lookup)).toEqual({
      reason: '2 entities are called twin; send entityRef',
    });
    expect(
      mapTarget(
        { links: [twin, { system: 'github', externalId: 'acme/twin' }] },
        lookup,
      ),
    ).toEqual({ entityRefs: ['component:b/twin'] });
  });

  it('gives what several entities share by declaration to all of them', () => {
    expect(
      mapTarget(
        { links: [{ system: 'pagerduty-service', externalId: 'P1' }] },
        lookup,
      ),
    ).toEqual(refs('cart', 'search'));
  });

  it.each([
    [{}, 'it names no entity; send entityRef or repositoryUrl'],
    [
      { entityRefs: ['component:default/gone'] },
      'the catalog has no component:default/gone',
    ],
    [
      { links: [{ system: 'git', externalId: 'git.example.com/none' }] },
      'no entity declares git:git.example.com/none',
    ],
    [
      { entityRefs: ['component:default/gone'], links: [shop] },
      'the catalog has no component:default/gone, and 3 entities share github:acme/shop; send paths or entityRef',
    ],
  ])('says why nobody is found (%#)', (target, reason) => {
    expect(mapTarget(target, lookup)).toEqual({ reason });
  });
});
