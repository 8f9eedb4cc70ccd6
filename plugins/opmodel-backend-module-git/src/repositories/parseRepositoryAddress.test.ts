import { parseRepositoryAddress } from './parseRepositoryAddress';

describe('parseRepositoryAddress', () => {
  it.each([
    ['https://github.com/acme/shop', 'https://github.com/acme/shop'],
    [
      'url:https://github.com/acme/shop/tree/main/services/cart/',
      'https://github.com/acme/shop',
    ],
    [
      'url:https://github.com/acme/shop/blob/main/catalog-info.yaml',
      'https://github.com/acme/shop',
    ],
    [
      'https://someone:secret@github.com/acme/shop.git?x=1#y',
      'https://github.com/acme/shop',
    ],
    [
      'url:https://gitlab.example.com/a/b/c/-/tree/main/x',
      'https://gitlab.example.com/a/b/c',
    ],
    [
      'https://gitlab.example.com/a/b/c/d',
      'https://gitlab.example.com/a/b/c/d',
    ],
    [
      'url:https://gitea.example.com/a/b/src/branch/main/x',
      'https://gitea.example.com/a/b',
    ],
    ['url:https://bitbucket.org/w/r/src/main/', 'https://bitbucket.org/w/r'],
    [
      'url:https://bitbucket.example.com/projects/P/repos/r/browse/x?at=main',
      'https://bitbucket.example.com/scm/P/r',
    ],
    [
      'https://bitbucket.example.com/scm/P/r.git',
      'https://bitbucket.example.com/scm/P/r',
    ],
    [
      'url:https://dev.azure.com/org/project/_git/repo?path=/x',
      'https://dev.azure.com/org/project/_git/repo',
    ],
    ['http://git.example.com:8080/a/b', 'http://git.example.com:8080/a/b'],
  ])('reads %s', (address, url) => {
    expect(parseRepositoryAddress(address)).toBe(url);
  });

  it.each([
    ['/srv/git/shop', /not a URL/],
    ['git@github.com:acme/shop', /not a URL/],
    ['file:///srv/git/shop', /Expected an http or https URL/],
    ['ssh://git@github.com/acme/shop', /Expected an http or https URL/],
    ['ext::sh -c x', /Expected an http or https URL/],
    ['https://github.com/', /names no repository/],
    ['https://bitbucket.example.com/projects/P/repos/', /names no repository/],
  ])('refuses %s', (address, message) => {
    expect(() => parseRepositoryAddress(address)).toThrow(message);
  });
});
