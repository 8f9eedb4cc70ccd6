/** Where people see things of a repository; undefined for a host whose addresses are not known. */
export interface WebAddress {
  commit(sha: string): string | undefined;
  tag(name: string): string | undefined;
}

const commitPaths: Record<string, string> = {
  github: 'commit',
  gitea: 'commit',
  gitlab: '-/commit',
  bitbucketCloud: 'commits',
  azure: 'commit',
};

const tagPaths: Record<string, string> = {
  github: 'releases/tag',
  gitea: 'releases/tag',
  gitlab: '-/tags',
  bitbucketCloud: 'src',
};

/**
 * @param url - address of the repository for people
 * @param host - type of its integration
 */
export function createWebAddress(url: string, host: string): WebAddress {
  const join = (path: string | undefined, name: string) =>
    path &&
    `${url}/${path}/${name.split('/').map(encodeURIComponent).join('/')}`;
  return {
    commit: sha => join(commitPaths[host], sha),
    tag: name => join(tagPaths[host], name),
  };
}
