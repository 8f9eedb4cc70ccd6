import {
  DefaultAzureDevOpsCredentialsProvider,
  DefaultGithubCredentialsProvider,
  DefaultGitlabCredentialsProvider,
  getBitbucketCloudRequestOptions,
  getBitbucketServerRequestOptions,
  getGerritRequestOptions,
  getGiteaRequestOptions,
  type ScmIntegrations,
} from '@backstage/integration';

type HeaderSource = (
  url: string,
) => Promise<string | undefined> | string | undefined;

const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

const isLoopback = (host: string) =>
  ['localhost', '127.0.0.1', '[::1]'].includes(host);

/** Gives the credentials that the portal's `integrations` hold for a repository, in the form that git servers take. */
export class RepositoryCredentials {
  readonly #sources: Record<string, HeaderSource>;

  constructor(private readonly integrations: ScmIntegrations) {
    const github =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
    const gitlab =
      DefaultGitlabCredentialsProvider.fromIntegrations(integrations);
    const azure =
      DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations);
    this.#sources = {
      github: async url => {
        const { token } = await github.getCredentials({ url });
        return token && basic('x-access-token', token);
      },
      gitlab: async url => {
        const { token } = await gitlab.getCredentials({ url });
        return token && basic('oauth2', token);
      },
      azure: async url =>
        (await azure.getCredentials({ url }))?.headers.Authorization,
      bitbucketCloud: async url => {
        const config = integrations.bitbucketCloud.byUrl(url)!.config;
        const { headers } = await getBitbucketCloudRequestOptions(config);
        return headers.Authorization;
      },
      bitbucketServer: url =>
        getBitbucketServerRequestOptions(
          integrations.bitbucketServer.byUrl(url)!.config,
        ).headers.Authorization,
      gerrit: url =>
        getGerritRequestOptions(integrations.gerrit.byUrl(url)!.config).headers
          ?.Authorization,
      gitea: url =>
        getGiteaRequestOptions(integrations.gitea.byUrl(url)!.config).headers
          ?.Authorization,
    };
  }

  /**
   * @returns value of the Authorization header; undefined where there are no credentials, and for an address to which they
   * would travel unencrypted
   */
  async authorize(url: string): Promise<string | undefined> {
    const { protocol, hostname } = new URL(url);
    const type = this.integrations.byUrl(url)?.type;
    if (!type || (protocol !== 'https:' && !isLoopback(hostname))) {
      return undefined;
    }
    return this.#sources[type]?.(url);
  }
}
