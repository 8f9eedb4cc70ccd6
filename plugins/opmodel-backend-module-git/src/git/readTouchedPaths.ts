import type { TouchedPaths } from '../observe/describeReading';
import type { GitCommandOptions, GitProgram } from './GitProgram';
import { splitFields } from './splitFields';

/**
 * Finds which commits of the lines touch which folder, compared with their first parent.
 *
 * @param tips - object names from which first parents are followed; those that are not there are passed over
 * @param paths - folders without slashes at their ends
 */
export async function readTouchedPaths(
  git: GitProgram,
  tips: readonly string[],
  paths: readonly string[],
  options: GitCommandOptions,
): Promise<TouchedPaths> {
  const touched = new Map(paths.map(path => [path, new Set<string>()]));
  if (paths.length === 0 || tips.length === 0) {
    return touched;
  }
  const output = git.stream(
    [
      'log',
      '-z',
      '--format=%x00%H',
      '--first-parent',
      '--diff-merges=first-parent',
      '--name-only',
      '--no-renames',
      '--no-ext-diff',
      '--no-textconv',
      '--no-color',
      '--no-show-signature',
      '--ignore-missing',
      '--stdin',
      '--end-of-options',
      '--',
      ...paths,
    ],
    `${tips.join('\n')}\n`,
    options,
  );
  // An empty field announces a commit; a line feed stands between the commit and the first of its files.
  let current = '';
  let expected: 'commit' | 'first file' | 'file' = 'file';
  for await (const fields of splitFields(output)) {
    for (const field of fields) {
      if (expected === 'commit') {
        current = field;
        expected = 'first file';
      } else if (field === '') {
        expected = 'commit';
      } else {
        const file = expected === 'first file' ? field.slice(1) : field;
        expected = 'file';
        for (const [path, commits] of touched) {
          if (file === path || file.startsWith(`${path}/`)) {
            commits.add(current);
          }
        }
      }
    }
  }
  return touched;
}
