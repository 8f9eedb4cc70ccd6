import type { ReadTag } from '../observe/Reading';
import { GitCommandError } from './GitCommandError';
import type { GitCommandOptions, GitProgram } from './GitProgram';
import { readInstant } from './readInstant';

const format = [
  '%(refname)',
  '%(objecttype)',
  '%(objectname)',
  '%(*objecttype)',
  '%(*objectname)',
  '%(taggerdate:unix)',
].join('%00');

/** Reads the tags that point to commits, however many tags lie between. */
export async function readTags(
  git: GitProgram,
  options: GitCommandOptions,
): Promise<ReadTag[]> {
  const output = await git.run(
    ['for-each-ref', `--format=${format}`, 'refs/tags/'],
    options,
  );
  const tags: ReadTag[] = [];
  for (const line of output.split('\n').filter(text => text !== '')) {
    const [reference, type, object, targetType, target, date] =
      line.split('\0');
    const name = reference.slice('refs/tags/'.length);
    if (type === 'commit') {
      tags.push({ name, commit: object, taggedAt: null });
    } else if (type === 'tag') {
      const commit =
        targetType === 'tag'
          ? await peel(git, target, options)
          : targetType === 'commit' && target;
      if (commit) {
        tags.push({ name, commit, taggedAt: readInstant(date) });
      }
    }
  }
  return tags;
}

/** The commit at the end of a chain of tags; undefined where it ends in something else. */
async function peel(
  git: GitProgram,
  tag: string,
  options: GitCommandOptions,
): Promise<string | undefined> {
  try {
    const output = await git.run(
      ['rev-parse', '--verify', '--end-of-options', `${tag}^{commit}`],
      options,
    );
    return output.trim();
  } catch (error) {
    if (error instanceof GitCommandError) {
      return undefined;
    }
    throw error;
  }
}
