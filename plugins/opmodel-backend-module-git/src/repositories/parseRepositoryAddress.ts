import { InputError } from '@backstage/errors';

/** Where the address of a page of a code host stops being that of the repository. */
function countRepositorySegments(host: string, segments: string[]): number {
  const dash = segments.indexOf('-');
  if (dash > 0) {
    return dash;
  }
  const git = segments.indexOf('_git');
  if (git >= 0 && (host === 'dev.azure.com' || git > 0)) {
    return git + 2;
  }
  const isPage = ['tree', 'blob', 'raw', 'edit', 'src'].includes(segments[2]);
  return isPage ? 2 : segments.length;
}

/**
 * Reads the address of a repository, or of a file or folder in one, as the catalog's annotations give it.
 *
 * @returns the address of the repository: http or https, without credentials, query and `.git`
 * @throws InputError when it is no such address. A path of this machine is none: which folders may be read is for
 * configuration to say, not for who writes the catalog.
 */
export function parseRepositoryAddress(address: string): string {
  const text = address.trim().replace(/^url:/, '');
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new InputError(`'${text.slice(0, 200)}' is not a URL`);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new InputError(
      `Expected an http or https URL, got '${url.protocol}//'`,
    );
  }
  let segments = url.pathname.split('/').filter(segment => segment !== '');
  if (segments[0] === 'projects' && segments[2] === 'repos') {
    // Bitbucket Server shows repositories there, and clones them from /scm.
    segments = ['scm', segments[1], segments[3] ?? ''];
  }
  const count =
    segments[0] === 'scm' ? 3 : countRepositorySegments(url.hostname, segments);
  const names = segments
    .slice(0, count)
    .map((segment, at, all) =>
      at === all.length - 1 ? segment.replace(/\.git$/i, '') : segment,
    );
  if (names.length === 0 || names.includes('')) {
    throw new InputError(`'${text.slice(0, 200)}' names no repository`);
  }
  return `${url.protocol}//${url.host}/${names.join('/')}`;
}
