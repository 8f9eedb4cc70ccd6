import type { CodeownersFile } from './CodeownersFile';
import type { GitCommandOptions, GitProgram } from '../git/GitProgram';
import { InputError } from '@backstage/errors';
import { parseCodeowners, syntaxOf } from './parseCodeowners';

/** Bytes of the largest file that is read; GitHub reads no larger one either. */
const largestFile = 3 * 1024 * 1024;

/** Where the hosts look, in their order. */
const places: Record<string, string[]> = {
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
};
const elsewhere = [...places.github, '.gitlab/CODEOWNERS'];

/**
 * Reads the CODEOWNERS file of a commit, where its host looks for it.
 *
 * @param host - type of the integration, see `Repository`
 * @returns undefined where there is none
 * @throws InputError for one that is too large
 */
export async function readCodeowners(
  git: GitProgram,
  tip: string,
  host: string,
  options: GitCommandOptions,
): Promise<{ path: string; file: CodeownersFile } | undefined> {
  const candidates = places[host] ?? elsewhere;
  const listing = await git.run(
    ['ls-tree', '-z', '-l', '--end-of-options', tip, '--', ...candidates],
    options,
  );
  const blobs = new Map<string, { sha: string; size: number }>();
  for (const entry of listing.split('\0')) {
    // Only files: a link leads elsewhere, perhaps out of the repository.
    const match = /^100\d{3} blob ([0-9a-f]{40,64}) +(\d+)\t(.*)$/s.exec(entry);
    if (match) {
      blobs.set(match[3], { sha: match[1], size: Number(match[2]) });
    }
  }
  const path = candidates.find(candidate => blobs.has(candidate));
  if (path === undefined) {
    return undefined;
  }
  const { sha, size } = blobs.get(path)!;
  if (size > largestFile) {
    throw new InputError(
      `${path} has ${size} bytes, more than ${largestFile}, and is not read`,
    );
  }
  const text = await git.run(['cat-file', 'blob', sha], options);
  return { path, file: parseCodeowners(text, syntaxOf(host, path, text)) };
}
