import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readGitSettings } from './gitSettings';

const read = (git?: JsonObject, backend: JsonObject = {}) =>
  readGitSettings(
    new ConfigReader({ backend, ...(git && { opmodel: { git } }) }),
    '/srv/portal/packages/backend',
  );

const day = 24 * 60 * 60 * 1000;

describe('readGitSettings', () => {
  it('needs no configuration', () => {
    expect(read(undefined, { workingDirectory: '/var/portal' })).toEqual({
      cacheDirectory: '/var/portal/opmodel-git',
      mirrors: [],
      ignore: [],
      defaults: {
        deployments: 'tags',
        tagPattern: '{version}',
        branch: undefined,
      },
      environment: 'production',
      hotfixWindow: 7 * day,
      history: expect.any(Number),
      concurrency: 2,
      limits: {
        fetchTimeout: 10 * 60 * 1000,
        repositorySize: 2 * 1024 ** 3,
        commits: 250_000,
      },
    });
  });

  it('resolves paths from the working directory of the backend', () => {
    const settings = read({
      cacheDirectory: 'cache',
      mirrors: [
        { url: 'https://git.example.com/opmodel/opmodel', path: '../..' },
        { url: 'https://git.example.com/a/b', path: '/srv/b' },
      ],
    });
    expect(settings.cacheDirectory).toBe('/srv/portal/packages/backend/cache');
    expect(settings.mirrors.map(({ path }) => path)).toEqual([
      '/srv/portal',
      '/srv/b',
    ]);
  });

  it('reads durations in both forms', () => {
    expect(read({ hotfixWindow: 'P2D' }).hotfixWindow).toBe(2 * day);
    expect(read({ hotfixWindow: { hours: 12 } }).hotfixWindow).toBe(day / 2);
  });

  it.each([
    [{ deployments: 'never' }, /opmodel.git.deployments: Expected one of/],
    [{ branch: '--x' }, /not the name of a branch/],
    [{ concurrency: 0 }, /opmodel.git.concurrency must be a whole number/],
    [{ limits: { commits: 1.5 } }, /opmodel.git.limits.commits must be/],
    [{ hotfixWindow: 'PT0S' }, /opmodel.git.hotfixWindow must be longer/],
    [{ hotfixWindow: 'soon' }, /hotfixWindow/],
    [{ mirrors: [{ url: 'https://x.example.com/a' }] }, /path/],
  ])('refuses %j', (git, message) => {
    expect(() => read(git)).toThrow(message);
  });
});
