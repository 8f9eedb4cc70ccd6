/** What stands between a repository's address and the path of a file at the end of its main line. */
const roots: Record<string, string> = {
  github: 'blob/HEAD',
  gitlab: '-/blob/HEAD',
  bitbucketCloud: 'src/HEAD',
};

/**
 * Where people see a file.
 *
 * @param url - address of the repository for people
 * @param host - type of its integration
 * @returns null for a host whose addresses are not known
 */
export function fileAddress(
  { url, host }: { url: string; host: string },
  path: string,
): string | null {
  const root = Object.hasOwn(roots, host) ? roots[host] : undefined;
  return root === undefined
    ? null
    : `${url}/${root}/${path.split('/').map(encodePart).join('/')}`;
}

/** A name may hold half of a character, which no address can. */
function encodePart(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
