import fc from 'fast-check';
import {
  normalizeRepositoryPath,
  normalizeRepositoryUrl,
  parseRepositoryLocation,
  repositoryLinks,
} from './repositoryUrl';

describe('normalizeRepositoryUrl', () => {
  it.each([
    'https://github.com/acme/shop',
    'https://github.com/acme/shop/',
    'https://github.com/Acme/Shop.git',
    'https://user:secret@github.com/acme/shop.git',
    'http://www.github.com:80/acme/shop',
    'git@github.com:acme/shop.git',
    'github.com:acme/shop',
    'ssh://git@github.com:22/acme/shop.git',
    'git://github.com/acme/shop',
    'github.com/acme/shop',
    ' https://GITHUB.com/acme/shop ',
  ])('gives %s the one identity of the repository', url => {
    expect(normalizeRepositoryUrl(url)).toBe('github.com/acme/shop');
  });

  it('brings the different addresses of one server together', () => {
    expect(
      normalizeRepositoryUrl('https://git.example.com:8443/scm/pay/ledger.git'),
    ).toBe(normalizeRepositoryUrl('ssh://git@git.example.com:7999/PAY/ledger'));
    expect(
      normalizeRepositoryUrl('https://acme@dev.azure.com/acme/shop/_git/cart'),
    ).toBe(normalizeRepositoryUrl('git@ssh.dev.azure.com:v3/acme/shop/cart'));
  });

  it.each(['', 'https://github.com', 'not a url', '/srv/git/shop', 'file:///'])(
    'refuses %p',
    url => {
      expect(normalizeRepositoryUrl(url)).toBeUndefined();
    },
  );

  it('spells a numeric host in one way', () => {
    expect(normalizeRepositoryUrl('0:shop')).toBe('0.0.0.0/shop');
    expect(normalizeRepositoryUrl('ssh://git@0/shop')).toBe('0.0.0.0/shop');
  });

  it('does not change what it has normalised, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), url => {
        const once = normalizeRepositoryUrl(url) ?? '';
        fc.pre(once !== '' && !once.endsWith('.git'));
        const encoded = once.split('/').map(encodeURIComponent).join('/');
        expect(normalizeRepositoryUrl(`https://${encoded}`)).toBe(once);
      }),
    );
  });
});

describe('repositoryLinks', () => {
  it('adds the name on a known host', () => {
    expect(repositoryLinks('git@github.com:Acme/shop.git')).toEqual([
      { system: 'git', externalId: 'github.com/acme/shop' },
      { system: 'github', externalId: 'acme/shop' },
    ]);
    expect(repositoryLinks('https://gitlab.example.com/a/b/c')).toEqual([
      { system: 'git', externalId: 'gitlab.example.com/a/b/c' },
      { system: 'gitlab', externalId: 'a/b/c' },
    ]);
    expect(repositoryLinks('https://git.example.com/a/b')).toEqual([
      { system: 'git', externalId: 'git.example.com/a/b' },
    ]);
    expect(repositoryLinks('nonsense')).toEqual([]);
  });
});

describe('normalizeRepositoryPath', () => {
  it('knows one spelling of a folder', () => {
    expect(normalizeRepositoryPath('./services/cart/')).toBe('services/cart');
    expect(normalizeRepositoryPath('/services//cart')).toBe('services/cart');
    expect(normalizeRepositoryPath('/')).toBeUndefined();
    expect(normalizeRepositoryPath('.')).toBeUndefined();
  });
});

describe('parseRepositoryLocation', () => {
  it.each([
    ['https://github.com/acme/shop', 'github.com/acme/shop', undefined],
    [
      'https://github.com/acme/shop/tree/main',
      'github.com/acme/shop',
      undefined,
    ],
    [
      'https://github.com/acme/shop/tree/main/services/cart/',
      'github.com/acme/shop',
      'services/cart',
    ],
    [
      'https://github.com/acme/shop/blob/main/services/cart/catalog-info.yaml',
      'github.com/acme/shop',
      'services/cart',
    ],
    [
      'https://github.com/acme/shop/blob/main/catalog-info.yaml',
      'github.com/acme/shop',
      undefined,
    ],
    [
      'https://gitlab.example.com/shop/web/cart/-/tree/main/api',
      'gitlab.example.com/shop/web/cart',
      'api',
    ],
    [
      'https://git.example.com/acme/shop/src/branch/main/services/cart',
      'git.example.com/acme/shop',
      'services/cart',
    ],
    [
      'https://bitbucket.org/acme/shop/src/main/services/cart',
      'bitbucket.org/acme/shop',
      'services/cart',
    ],
    [
      'https://git.example.com/projects/PAY/repos/ledger/browse/api?at=main',
      'git.example.com/pay/ledger',
      'api',
    ],
    [
      'https://dev.azure.com/acme/shop/_git/cart?path=/api&version=GBmain',
      'dev.azure.com/acme/shop/cart',
      'api',
    ],
  ])('reads %s', (url, repository, path) => {
    expect(parseRepositoryLocation(url)).toEqual({ repository, path });
  });

  it('refuses what is no repository', () => {
    expect(parseRepositoryLocation('https://github.com/')).toBeUndefined();
  });
});
