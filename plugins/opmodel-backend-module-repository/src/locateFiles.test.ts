import { ScmIntegrations } from '@backstage/integration';
import { ConfigReader } from '@backstage/config';
import { locateFiles } from './locateFiles';

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
const locate = (annotations: Record<string, string>) =>
  locateFiles({ annotations }, integrations);

describe('locateFiles', () => {
  it.each([
    ['https://github.com/o/r', 'https://github.com/o/r', ''],
    [
      'https://github.com/o/r/tree/main/',
      'https://github.com/o/r/tree/main',
      '',
    ],
    [
      'https://github.com/o/r/tree/main/services/a/',
      'https://github.com/o/r/tree/main',
      'services/a',
    ],
    [
      'https://gitlab.com/g/s/r/-/tree/main/services/a',
      'https://gitlab.com/g/s/r/-/tree/main',
      'services/a',
    ],
    [
      'https://bitbucket.org/w/r/src/main/a/b/',
      'https://bitbucket.org/w/r/src/main',
      'a/b',
    ],
    [
      'https://dev.azure.com/org/p/_git/r?path=%2Fservices%2Fa&version=GBmain',
      'https://dev.azure.com/org/p/_git/r?version=GBmain',
      'services/a',
    ],
    [
      'https://bitbucket.example.com/projects/P/repos/r/browse/a?at=main',
      'https://bitbucket.example.com/projects/P/repos/r/browse?at=main',
      'a',
    ],
    [
      'https://gitea.example.com/o/r/src/branch/main/a/b',
      'https://gitea.example.com/o/r/src/branch/main',
      'a/b',
    ],
    ['https://code.example.com/o/r', 'https://code.example.com/o/r', ''],
  ])('splits %s', (address, repositoryUrl, folder) => {
    expect(
      locate({ 'backstage.io/source-location': `url:${address}` }),
    ).toEqual({ repositoryUrl, folder });
  });

  it('takes the folder of the file that an entity is read from, unless it says better', () => {
    const file = 'url:https://github.com/o/r/blob/main/a/catalog-info.yaml';
    expect(locate({ 'backstage.io/managed-by-location': file })).toEqual({
      repositoryUrl: 'https://github.com/o/r/tree/main',
      folder: 'a',
    });
    expect(
      locate({
        'backstage.io/managed-by-location': file,
        'opmodel.io/path': './services/b/',
      }),
    ).toEqual({
      repositoryUrl: 'https://github.com/o/r/tree/main',
      folder: 'services/b',
    });
    expect(
      locate({
        'backstage.io/managed-by-location': file,
        'backstage.io/source-location': 'url:https://github.com/o/other',
      }),
    ).toEqual({ repositoryUrl: 'https://github.com/o/other', folder: '' });
  });

  it.each(['file:/a/b.yaml', 'url:nonsense', 'url:', 'generated'])(
    'finds nothing at %s',
    location => {
      expect(
        locate({ 'backstage.io/managed-by-location': location }),
      ).toBeUndefined();
    },
  );
});
