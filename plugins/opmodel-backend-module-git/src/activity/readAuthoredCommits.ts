import type { GitCommandOptions, GitProgram } from '../git/GitProgram';
import { splitFields } from '../git/splitFields';
import { parseCommitMessage } from '../history/parseCommitMessage';

/** A commit of the window, for as long as it takes to count it. */
export interface AuthoredCommit {
  /** Addresses of who wrote it, in lower case, each once. */
  authors: string[];
  /** The folders that it touches, of those that were asked for; undefined is the whole repository. */
  folders: Set<string | undefined>;
}

/** Programs that commit in nobody's name. */
const ofProgram = /\[bot\]@|^(?:bot|noreply|no-reply)@/;

/**
 * Reads who wrote what since an instant. The addresses are held until they are counted, and go nowhere else.
 *
 * @param since - epoch milliseconds
 * @param folders - without slashes at their ends; undefined: the whole repository
 * @returns without merges, and without what only programs wrote
 */
export async function readAuthoredCommits(
  git: GitProgram,
  tip: string,
  request: { since: number; folders: readonly (string | undefined)[] },
  options: GitCommandOptions,
): Promise<AuthoredCommit[]> {
  const { since, folders } = request;
  const named = folders.flatMap(folder => folder ?? []);
  const readsAll = named.length < folders.length;
  const output = git.stream(
    [
      'log',
      '-z',
      '--format=%x00%ae%n%B',
      `--since=${Math.floor(since / 1000)}`,
      '--no-merges',
      '--name-only',
      '--no-renames',
      '--no-ext-diff',
      '--no-textconv',
      '--encoding=UTF-8',
      '--no-color',
      '--no-mailmap',
      '--no-notes',
      '--no-show-signature',
      '--stdin',
      '--end-of-options',
      '--',
      ...(readsAll ? [] : named),
    ],
    `${tip}\n`,
    options,
  );
  const commits: AuthoredCommit[] = [];
  // An empty field announces a commit; a line feed stands between the commit and the first of its files.
  let expected: 'commit' | 'first file' | 'file' = 'file';
  for await (const fields of splitFields(output)) {
    for (const field of fields) {
      if (expected === 'commit') {
        commits.push({
          authors: readAuthors(field),
          folders: new Set(readsAll ? [undefined] : []),
        });
        expected = 'first file';
      } else if (field === '') {
        expected = 'commit';
      } else {
        const file = expected === 'first file' ? field.slice(1) : field;
        expected = 'file';
        const touched = commits.at(-1)!.folders;
        for (const folder of named) {
          if (file === folder || file.startsWith(`${folder}/`)) {
            touched.add(folder);
          }
        }
      }
    }
  }
  return commits.filter(({ authors }) => authors.length > 0);
}

function readAuthors(header: string): string[] {
  const end = header.indexOf('\n');
  const author = header.slice(0, end);
  const { coAuthors } = parseCommitMessage(header.slice(end + 1));
  const addresses = [author, ...coAuthors]
    .map(address => address.trim().toLowerCase())
    .filter(address => address !== '' && !ofProgram.test(address));
  return [...new Set(addresses)];
}
