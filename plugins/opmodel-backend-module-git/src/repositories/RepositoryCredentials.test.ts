import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { RepositoryCredentials } from './RepositoryCredentials';

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('RepositoryCredentials', () => {
  const credentials = new RepositoryCredentials(
    ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: {
          github: [{ host: 'github.com', token: 't1' }],
          gitlab: [
            { host: 'gitlab.com', token: 't2' },
            { host: 'localhost:8080', token: 't2', apiBaseUrl: 'http://x/api' },
          ],
          bitbucketCloud: [{ username: 'me', token: 't3' }],
          bitbucketServer: [
            {
              host: 'bitbucket.example.com',
              apiBaseUrl: 'https://bitbucket.example.com/rest',
              token: 't4',
            },
          ],
          azure: [
            {
              host: 'dev.azure.com',
              credentials: [{ personalAccessToken: 't5' }],
            },
          ],
          gitea: [
            { host: 'gitea.example.com', username: 'me', password: 't6' },
          ],
          gerrit: [
            {
              host: 'gerrit.example.com',
              gitilesBaseUrl: 'https://gerrit.example.com/gitiles',
              username: 'me',
              password: 't7',
            },
          ],
        },
      }),
    ),
  );

  it.each([
    ['https://github.com/a/b', basic('x-access-token:t1')],
    ['https://gitlab.com/a/b.git', basic('oauth2:t2')],
    ['https://bitbucket.org/a/b', basic('me:t3')],
    ['https://bitbucket.example.com/scm/a/b', 'Bearer t4'],
    ['https://dev.azure.com/org/a/_git/b', basic(':t5')],
    // The scheme's name is the same in any case.
    ['https://gitea.example.com/a/b', basic('me:t6').replace('B', 'b')],
    ['https://gerrit.example.com/a/b', basic('me:t7')],
    ['http://localhost:8080/a/b', basic('oauth2:t2')],
  ])('authorizes %s', async (url, header) => {
    expect(await credentials.authorize(url)).toBe(header);
  });

  it('sends no credentials without encryption, nor to a host that it does not know', async () => {
    expect(
      await credentials.authorize('http://github.com/a/b'),
    ).toBeUndefined();
    expect(
      await credentials.authorize('https://x.example.com/a/b'),
    ).toBeUndefined();
  });
});
