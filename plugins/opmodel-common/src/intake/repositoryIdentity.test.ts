import {
  normalizeRepositoryUrl,
  repositoryIdentities,
} from './repositoryIdentity';

describe('normalizeRepositoryUrl', () => {
  it.each([
    ['https://github.com/acme/shop'],
    ['https://GitHub.com/acme/shop/'],
    ['https://github.com/acme/shop.git'],
    ['https://user:secret@github.com/acme/shop.git'],
    ['git@github.com:acme/shop.git'],
    ['ssh://git@github.com:22/acme/shop.git'],
    ['git+https://github.com/acme/shop.git'],
    ['git://github.com/acme/shop'],
    ['github.com/acme/shop'],
  ])('gives one spelling for %s', address => {
    expect(normalizeRepositoryUrl(address)).toBe('github.com/acme/shop');
  });

  it('keeps the case of the path and a port of the web', () => {
    expect(
      normalizeRepositoryUrl('https://git.example.com:8443/Acme/Shop'),
    ).toBe('git.example.com:8443/Acme/Shop');
  });

  it('takes paths of the local machine', () => {
    expect(normalizeRepositoryUrl('file:///srv/git/shop.git')).toBe(
      '/srv/git/shop',
    );
    expect(normalizeRepositoryUrl('/srv/git/shop/')).toBe('/srv/git/shop');
  });

  it.each([[''], ['/'], ['https://github.com'], ['https://'], ['not a url']])(
    'gives nothing for %p',
    address => {
      expect(normalizeRepositoryUrl(address)).toBeUndefined();
    },
  );
});

describe('repositoryIdentities', () => {
  it('names the host’s own identity beside the address', () => {
    expect(repositoryIdentities('git@github.com:Acme/Shop.git')).toEqual([
      { system: 'git', externalId: 'github.com/Acme/Shop' },
      { system: 'github', externalId: 'acme/shop' },
    ]);
    expect(
      repositoryIdentities('https://gitlab.example.com/a/b/c'),
    ).toContainEqual({ system: 'gitlab', externalId: 'a/b/c' });
    expect(repositoryIdentities('https://git.example.com/acme/shop')).toEqual([
      { system: 'git', externalId: 'git.example.com/acme/shop' },
    ]);
  });

  it('gives nothing for what is no address', () => {
    expect(repositoryIdentities('')).toEqual([]);
  });
});
