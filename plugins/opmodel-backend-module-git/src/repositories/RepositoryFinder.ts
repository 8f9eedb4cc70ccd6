import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { normalizeRepositoryUrl } from '@opmodel/backstage-plugin-opmodel-common';
import type { CollectorEntity } from '@opmodel/backstage-plugin-opmodel-node';
import { minimatch } from 'minimatch';
import { parseRepositoryAddress } from './parseRepositoryAddress';
import type { Repository } from './Repository';

/** Annotations by which an entity says where its repository is, the most telling first. */
export const repositoryAnnotations = [
  'backstage.io/source-location',
  'github.com/project-slug',
  'gitlab.com/project-slug',
] as const;

/** A folder of this machine that stands in for a repository. */
export interface Mirror {
  /** Address of the repository as the catalog gives it. */
  url: string;
  /** Absolute path. */
  path: string;
}

/** Code hosts with a git server; the other integrations are object stores. */
const codeHosts = [
  'github',
  'gitlab',
  'bitbucketCloud',
  'bitbucketServer',
  'azure',
  'gerrit',
  'gitea',
  'harness',
];

/** Finds the repository of an entity, and whether it may be read. */
export class RepositoryFinder {
  readonly #mirrors: ReadonlyMap<string, Mirror>;

  constructor(
    private readonly integrations: ScmIntegrationRegistry,
    mirrors: readonly Mirror[],
    /** Patterns of repositories that nobody wants read. */
    private readonly ignored: readonly string[] = [],
  ) {
    this.#mirrors = new Map(
      mirrors.map(mirror => [identify(mirror.url), mirror]),
    );
  }

  /**
   * @returns undefined for an entity that names no repository, or one that is ignored
   * @throws InputError when it names one that cannot be used
   */
  find(entity: CollectorEntity): Repository | undefined {
    const address = this.#findAddress(entity);
    if (address === undefined) {
      return undefined;
    }
    const url = parseRepositoryAddress(address);
    const id = identify(url);
    if (this.ignored.some(pattern => minimatch(id, pattern))) {
      return undefined;
    }
    const integration = this.integrations.byUrl(url);
    const host =
      integration && codeHosts.includes(integration.type)
        ? integration.type
        : '';
    const mirror = this.#mirrors.get(id);
    if (mirror) {
      return { id, url, host, origin: { type: 'local', path: mirror.path } };
    }
    if (host === '') {
      throw new InputError(
        `No integration is configured for ${
          new URL(url).host
        }; add one under integrations, or a mirror under opmodel.git.mirrors`,
      );
    }
    // GitLab redirects an address without .git, and redirects are not followed because they would take credentials along.
    const suffix = host === 'gitlab' ? '.git' : '';
    return { id, url, host, origin: { type: 'remote', url: url + suffix } };
  }

  #findAddress({ annotations }: CollectorEntity): string | undefined {
    const location = annotations['backstage.io/source-location']?.trim();
    if (location && !location.startsWith('file:')) {
      return location;
    }
    const onGithub = annotations['github.com/project-slug']?.trim();
    if (onGithub) {
      return `https://${this.#hostOf('github', 'github.com')}/${onGithub}`;
    }
    const onGitlab = annotations['gitlab.com/project-slug']?.trim();
    if (onGitlab) {
      return `https://${this.#hostOf('gitlab', 'gitlab.com')}/${onGitlab}`;
    }
    return undefined;
  }

  /** A slug does not name its host. It is the public one, unless exactly one other is configured. */
  #hostOf(type: 'github' | 'gitlab', publicHost: string): string {
    const others = this.integrations
      .list()
      .filter(it => it.type === type && it.title !== publicHost);
    return others.length === 1 ? others[0].title : publicHost;
  }
}

function identify(url: string): string {
  const id = normalizeRepositoryUrl(url);
  if (id === undefined) {
    throw new InputError(`'${url}' is not the address of a repository`);
  }
  return id;
}
