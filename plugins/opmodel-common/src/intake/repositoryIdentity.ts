/** An identity in an outside system, by which an event finds the entities that declare it. */
export interface OutsideIdentity {
  system: string;
  externalId: string;
}

function trimRepositoryPath(path: string): string {
  return path
    .replace(/^\/+/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .replace(/\/+$/, '');
}

/**
 * One spelling for all addresses of a repository, whether it is reached by https, ssh or the short form of ssh:
 * `host/path` with the host in lower case and without scheme, credentials, `.git` or trailing slash. A path of the local
 * machine keeps its leading slash.
 *
 * @returns undefined when the text is no address of a repository
 */
export function normalizeRepositoryUrl(address: string): string | undefined {
  const text = address.trim().replace(/^git\+/, '');
  if (text.startsWith('/')) {
    const path = trimRepositoryPath(text);
    return path ? `/${path}` : undefined;
  }
  const short = /^(?:[^@/\s]+@)?([a-z0-9.-]+):(?!\/\/)([^\s]+)$/i.exec(text);
  if (short && !/^[0-9]+(\/|$)/.test(short[2])) {
    const path = trimRepositoryPath(short[2]);
    return path ? `${short[1].toLowerCase()}/${path}` : undefined;
  }
  let url: URL;
  try {
    url = new URL(text.includes('://') ? text : `https://${text}`);
  } catch {
    return undefined;
  }
  let path: string;
  try {
    path = trimRepositoryPath(decodeURI(url.pathname));
  } catch {
    return undefined;
  }
  if (!path) {
    return undefined;
  }
  if (url.protocol === 'file:') {
    return `/${path}`;
  }
  // The port of an ssh server says nothing about the repository's address on the web.
  const host = /^https?:$/.test(url.protocol) ? url.host : url.hostname;
  return host ? `${host.toLowerCase()}/${path}` : undefined;
}

/**
 * The identities that the address of a repository stands for: always `git`, and `github`, `gitlab` or `bitbucket` where the
 * host tells that.
 */
export function repositoryIdentities(address: string): OutsideIdentity[] {
  const normalized = normalizeRepositoryUrl(address);
  if (!normalized) {
    return [];
  }
  const identities = [{ system: 'git', externalId: normalized }];
  const slash = normalized.indexOf('/');
  const host = normalized.slice(0, slash);
  const path = normalized.slice(slash + 1).toLowerCase();
  for (const system of ['github', 'gitlab', 'bitbucket']) {
    if (host.split('.').includes(system) && path.includes('/')) {
      identities.push({ system, externalId: path });
    }
  }
  return identities;
}
