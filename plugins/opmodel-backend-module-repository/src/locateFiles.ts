import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { FactEntity } from '@opmodel/backstage-plugin-opmodel-node';
import gitUrlParse from 'git-url-parse';

/** Where the files of an entity are. */
export interface FileLocation {
  /** Of the root of the repository, as a URL reader takes it. */
  repositoryUrl: string;
  /** Folder of the entity in the repository, without slashes around it; empty: the root. */
  folder: string;
}

/** Words between the repository and the name of a branch, in addresses of Gitea and Forgejo. */
const kindsOfRef = ['branch', 'tag', 'commit'];

/**
 * Finds where the files of an entity are: by `backstage.io/source-location`, or else by the file that it is read from, and within that by
 * `opmodel.io/path`.
 *
 * @returns undefined where it is not in a repository that has an address
 */
export function locateFiles(
  { annotations }: Pick<FactEntity, 'annotations'>,
  integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>,
): FileLocation | undefined {
  const source = urlOf(annotations['backstage.io/source-location']);
  const managedBy = urlOf(annotations['backstage.io/managed-by-location']);
  const address =
    source ??
    (managedBy && integrations.resolveUrl({ url: './', base: managedBy }));
  if (!address) {
    return undefined;
  }
  const { repositoryUrl, folder } = splitAddress(address);
  const path = annotations['opmodel.io/path'];
  return {
    repositoryUrl,
    folder: path === undefined ? folder : cleanFolder(path),
  };
}

/** The address of a location that is one, `url:https://…`. */
function urlOf(location: string | undefined): string | undefined {
  const target = location?.startsWith('url:') ? location.slice(4) : undefined;
  return target && URL.canParse(target) ? target : undefined;
}

/** The root of the repository, and the folder in it that an address names. */
function splitAddress(address: string): FileLocation {
  const url = new URL(address);
  let named = '';
  try {
    const parsed = gitUrlParse(address);
    named = cleanFolder(decodeURIComponent(parsed.filepath));
    if (kindsOfRef.includes(parsed.ref) && parsed.filepathtype === 'src') {
      named = named.split('/').slice(1).join('/');
    }
  } catch {
    // Of no host that is known: it is the root.
  }
  if (named === '') {
    return { repositoryUrl: withoutSlash(address), folder: '' };
  }
  if (url.searchParams.has('path')) {
    url.searchParams.delete('path');
    return { repositoryUrl: url.toString(), folder: named };
  }
  const path = withoutSlash(decodeURI(url.pathname));
  if (!path.endsWith(`/${named}`)) {
    return { repositoryUrl: withoutSlash(address), folder: '' };
  }
  url.pathname = path.slice(0, -named.length - 1);
  return { repositoryUrl: url.toString(), folder: named };
}

function cleanFolder(path: string): string {
  return path
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .join('/');
}

/** The same repository with and without a slash at its end is one. */
function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
