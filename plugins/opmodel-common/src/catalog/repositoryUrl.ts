/** Where a source file or folder lies: a repository and a path within it. */
export interface RepositoryLocation {
  /** The repository's identity, see {@link normalizeRepositoryUrl}. */
  repository: string;
  /** Folder within the repository without slashes at its ends; absent for the repository itself. */
  path?: string;
}

/** A repository's identity in one name space. */
export interface RepositoryLink {
  /** `git` for any host, or the name space of a known one: `github`, `gitlab`, `bitbucket`. */
  system: string;
  externalId: string;
}

const scpForm = /^(?:[^@/\s]+@)?([^:/\s]+):(?!\/\/)(.+)$/;

/** Splits any spelling of a remote repository into host and path segments. */
function splitUrl(
  text: string,
): { host: string; segments: string[]; search: URLSearchParams } | undefined {
  const spelled = text.trim();
  let url: URL;
  try {
    const scp = spelled.includes('://') ? null : scpForm.exec(spelled);
    if (scp) {
      url = new URL(`https://${scp[1]}/${scp[2]}`);
    } else if (spelled.includes('://')) {
      // Hosts are spelled in one way only under the schemes of the web: elsewhere `0` and `0.0.0.0` stay apart.
      url = new URL(spelled.replace(/^(ssh|git|git\+ssh):/i, 'https:'));
    } else if (/^[^./][^/]*\.[^/]+\//.test(spelled)) {
      url = new URL(`https://${spelled}`);
    } else {
      return undefined;
    }
  } catch {
    return undefined;
  }
  let segments: string[];
  try {
    segments = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
  // The same server answers on different ports for HTTPS and SSH, so the port is no part of the identity.
  let host = url.hostname.toLowerCase().replace(/^www\./, '');
  if (host === 'ssh.dev.azure.com') {
    host = 'dev.azure.com';
    segments = segments.filter((segment, i) => i > 0 || segment !== 'v3');
  }
  // Bitbucket Server puts its HTTPS clone addresses below /scm, and Azure marks repositories by _git.
  segments = segments.filter(
    (segment, i) => segment !== '_git' && !(i === 0 && segment === 'scm'),
  );
  return host && segments.length > 0
    ? { host, segments, search: url.searchParams }
    : undefined;
}

function identity(host: string, segments: string[]): string {
  return [host, ...segments]
    .join('/')
    .toLowerCase()
    .replace(/\.git$/, '');
}

/**
 * One identity for all spellings of a remote repository: `host/path` in lower case, without scheme, credentials, port,
 * `.git` and trailing slash. `https://me@github.com/acme/Shop.git` and `git@github.com:acme/shop` are both
 * `github.com/acme/shop`.
 *
 * @returns undefined for what is not the address of a repository
 */
export function normalizeRepositoryUrl(url: string): string | undefined {
  const parts = splitUrl(url);
  return parts && identity(parts.host, parts.segments);
}

/** The known code hosts, by a word in their host name. */
const hosts = ['github', 'gitlab', 'bitbucket'];

/**
 * The identities by which a repository may be declared: its normalised URL as `git`, and on a known code host also its
 * name there (`github`: `acme/shop`).
 */
export function repositoryLinks(url: string): RepositoryLink[] {
  const repository = normalizeRepositoryUrl(url);
  if (!repository) {
    return [];
  }
  const slash = repository.indexOf('/');
  const system = hosts.find(name =>
    repository.slice(0, slash).split('.').includes(name),
  );
  return [
    { system: 'git', externalId: repository },
    ...(system ? [{ system, externalId: repository.slice(slash + 1) }] : []),
  ];
}

/** A folder's path without slashes at its ends and without `.` segments; undefined for the root. */
export function normalizeRepositoryPath(path: string): string | undefined {
  const segments = path
    .split('/')
    .map(segment => segment.trim())
    .filter(segment => segment !== '' && segment !== '.');
  return segments.length > 0 ? segments.join('/') : undefined;
}

/** Where the browsing address of a code host stops naming the repository, and how many segments name the revision. */
function findRepositoryEnd(
  segments: string[],
): { length: number; pathFrom: number; isFile: boolean } | undefined {
  const dash = segments.indexOf('-');
  const word = dash > 0 ? dash + 1 : 2;
  const end = dash > 0 ? dash : 2;
  switch (segments[word]) {
    case 'tree':
    case 'blob':
    case 'raw':
    case 'edit':
      return {
        length: end,
        pathFrom: word + 2,
        isFile: segments[word] !== 'tree',
      };
    case 'src': {
      // Gitea: /owner/repo/src/branch/main/path; Bitbucket Cloud: /workspace/repo/src/main/path
      const named = ['branch', 'tag', 'commit'].includes(segments[word + 1]);
      return { length: end, pathFrom: word + (named ? 3 : 2), isFile: false };
    }
    default:
      return undefined;
  }
}

/**
 * Reads the address of a file or folder on a code host, as the catalog's `backstage.io/source-location` gives it: GitHub,
 * GitLab, Gitea, Bitbucket Cloud and Server, Azure Repos, or the address of a repository. A branch name counts as one
 * path segment, because the address does not say where it ends.
 *
 * @returns undefined for what is not the address of a repository
 */
export function parseRepositoryLocation(
  url: string,
): RepositoryLocation | undefined {
  const parts = splitUrl(url);
  if (!parts) {
    return undefined;
  }
  const { host, segments, search } = parts;
  const at = (length: number, path: string[]): RepositoryLocation => ({
    repository: identity(host, segments.slice(0, length)),
    path: normalizeRepositoryPath(path.join('/')),
  });
  if (segments[0] === 'projects' && segments[2] === 'repos') {
    const [, project, , repository, , ...path] = segments;
    return {
      repository: identity(host, [project, repository]),
      path: normalizeRepositoryPath(path.join('/')),
    };
  }
  if (host === 'dev.azure.com') {
    return at(segments.length, [search.get('path') ?? '']);
  }
  const end = findRepositoryEnd(segments);
  if (!end) {
    return at(segments.length, []);
  }
  const path = segments.slice(end.pathFrom);
  return at(end.length, end.isFile ? path.slice(0, -1) : path);
}
