import type { GitCommandOptions, GitProgram } from '../git/GitProgram';
import { splitFields } from '../git/splitFields';

/** What the commits of a window did to one file. */
export interface FileChanges {
  path: string;
  commits: number;
  linesAdded: number;
  linesDeleted: number;
}

/** What a history says of the files that are there at its end. */
export interface HistoryActivity {
  files: FileChanges[];
  /** More commits than are read; nothing is known of the files then. */
  hasTooMany: boolean;
}

/**
 * Reads how often and how much the files of a branch were changed since an instant. Merges count for nothing, since what they bring counts
 * by itself; binary files have no lines. A file that was moved is another one since then.
 *
 * @param request - `since`: epoch milliseconds; `most`: commits
 */
export async function readFileActivity(
  git: GitProgram,
  tip: string,
  { since, most }: { since: number; most: number },
  options: GitCommandOptions,
): Promise<HistoryActivity> {
  const files = new Map<string, FileChanges>();
  let commits = 0;
  const output = git.stream(
    [
      'log',
      '-z',
      '--format=%x00%H',
      `--since=${Math.floor(since / 1000)}`,
      `--max-count=${most + 1}`,
      '--no-merges',
      '--numstat',
      '--no-renames',
      '--no-ext-diff',
      '--no-textconv',
      '--no-color',
      '--no-mailmap',
      '--no-notes',
      '--no-show-signature',
      '--stdin',
      '--end-of-options',
      '--',
    ],
    `${tip}\n`,
    options,
  );
  for await (const fields of splitFields(output)) {
    for (const field of fields) {
      // A line feed stands between a commit and the first of its files. Only what is said of a file has tabs.
      const change = /^\n?(\d+|-)\t(\d+|-)\t([^]+)$/.exec(field);
      if (change) {
        const [, added, deleted, path] = change;
        const known = files.get(path) ?? {
          path,
          commits: 0,
          linesAdded: 0,
          linesDeleted: 0,
        };
        known.commits += 1;
        known.linesAdded += Number(added) || 0;
        known.linesDeleted += Number(deleted) || 0;
        files.set(path, known);
      } else if (field !== '') {
        commits += 1;
      }
    }
  }
  if (commits > most) {
    return { files: [], hasTooMany: true };
  }
  const present = await listFiles(git, tip, files, options);
  return { files: present, hasTooMany: false };
}

/** Of the files that were changed, those that are there. */
async function listFiles(
  git: GitProgram,
  tip: string,
  changed: ReadonlyMap<string, FileChanges>,
  options: GitCommandOptions,
): Promise<FileChanges[]> {
  const present: FileChanges[] = [];
  const output = git.stream(
    [
      'ls-tree',
      '-r',
      '-z',
      '--name-only',
      '--full-tree',
      '--end-of-options',
      tip,
    ],
    '',
    options,
  );
  for await (const paths of splitFields(output)) {
    for (const path of paths) {
      const changes = changed.get(path);
      if (changes) {
        present.push(changes);
      }
    }
  }
  return present;
}
