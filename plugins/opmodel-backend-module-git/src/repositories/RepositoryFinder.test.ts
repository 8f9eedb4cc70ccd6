import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { RepositoryFinder } from './RepositoryFinder';

const find = (
  annotations: Record<string, string>,
  integrations: Record<string, { host: string }[]> = {},
  ignored: string[] = [],
) =>
  new RepositoryFinder(
    ScmIntegrations.fromConfig(new ConfigReader({ integrations })),
    [{ url: 'https://git.example.com/acme/Shop.git', path: '/srv/shop' }],
    ignored,
  ).find({
    entityRef: 'component:default/shop',
    kind: 'Component',
    annotations,
  });

describe('RepositoryFinder', () => {
  it('leaves alone what is ignored, and only that', () => {
    const annotations = {
      'backstage.io/source-location':
        'url:https://git.example.com/archive/shop/',
    };
    for (const pattern of [
      'git.example.com/archive/**',
      '*.example.com/archive/shop',
    ]) {
      expect(find(annotations, {}, [pattern])).toBeUndefined();
    }
    expect(() => find(annotations, {}, ['git.example.com/*'])).toThrow(
      'No integration is configured for git.example.com',
    );
  });

  it('finds the repository of a source location before that of a slug', () => {
    expect(
      find({
        'backstage.io/source-location':
          'url:https://gitlab.com/a/b/c/-/tree/x/',
        'github.com/project-slug': 'acme/shop',
      }),
    ).toEqual({
      id: 'gitlab.com/a/b/c',
      url: 'https://gitlab.com/a/b/c',
      host: 'gitlab',
      origin: { type: 'remote', url: 'https://gitlab.com/a/b/c.git' },
    });
  });

  it('finds it by slug, on the public host or the only other one', () => {
    const annotations = {
      'backstage.io/source-location': 'file:/srv/catalog',
      'github.com/project-slug': 'acme/shop',
    };
    expect(find(annotations)?.url).toBe('https://github.com/acme/shop');
    expect(
      find(annotations, { github: [{ host: 'ghe.example.com' }] })?.url,
    ).toBe('https://ghe.example.com/acme/shop');
    expect(
      find(annotations, {
        github: [{ host: 'a.example.com' }, { host: 'b.example.com' }],
      })?.url,
    ).toBe('https://github.com/acme/shop');
    expect(find({ 'gitlab.com/project-slug': 'a/b/c' })?.url).toBe(
      'https://gitlab.com/a/b/c',
    );
  });

  it('lets a mirror stand in, whatever the spelling of the address', () => {
    expect(
      find({
        'backstage.io/source-location':
          'url:https://git.example.com/acme/shop/tree/main/',
      }),
    ).toEqual({
      id: 'git.example.com/acme/shop',
      url: 'https://git.example.com/acme/shop',
      host: '',
      origin: { type: 'local', path: '/srv/shop' },
    });
  });

  it('refuses hosts that no integration names, and those that are no git servers', () => {
    expect(() =>
      find({ 'backstage.io/source-location': 'url:https://x.example.com/a/b' }),
    ).toThrow(/No integration is configured for x.example.com/);
    expect(() =>
      find({
        'backstage.io/source-location': 'url:https://s3.amazonaws.com/a/b',
      }),
    ).toThrow(/No integration is configured for s3.amazonaws.com/);
  });

  it('has nothing for an entity without annotations', () => {
    expect(find({})).toBeUndefined();
  });
});
