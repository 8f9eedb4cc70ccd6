import { InputError } from '@backstage/errors';
import type { Commit } from '../history/Commit';
import { parseCommitMessage } from '../history/parseCommitMessage';
import type { GitCommandOptions, GitProgram } from './GitProgram';
import { readInstant } from './readInstant';
import { splitFields } from './splitFields';

const fieldsOfCommit = 6;
const format = ['%H', '%P', '%at', '%ct', '%ae', '%B'].join('%x00');
/** Makes authors distinguishable by short numbers, so that nobody's address stays in memory longer than it takes to read it. */
class AuthorNumbers {
  readonly #numbers = new Map<string, string>();

  of(address: string): string {
    const key = address.trim().toLowerCase();
    if (key === '') {
      return '';
    }
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = String(this.#numbers.size + 1);
      this.#numbers.set(key, number);
    }
    return number;
  }
}

/**
 * Reads all commits that some tips reach.
 *
 * @param tips - object names; those that are not there are passed over
 * @param maxCommits - of a larger history nothing is read
 * @throws InputError when the history is larger than that
 */
export async function readCommits(
  git: GitProgram,
  tips: readonly string[],
  maxCommits: number,
  options: GitCommandOptions,
): Promise<Commit[]> {
  if (tips.length === 0) {
    return [];
  }
  const commits: Commit[] = [];
  const authors = new AuthorNumbers();
  let fields: string[] = [];
  const output = git.stream(
    [
      'log',
      '-z',
      `--format=${format}`,
      '--encoding=UTF-8',
      '--no-color',
      '--no-decorate',
      '--no-notes',
      '--no-mailmap',
      '--no-show-signature',
      '--no-patch',
      '--ignore-missing',
      '--stdin',
    ],
    `${tips.join('\n')}\n`,
    options,
  );
  for await (const more of splitFields(output)) {
    fields = fields.length > 0 ? fields.concat(more) : more;
    let start = 0;
    for (; start + fieldsOfCommit <= fields.length; start += fieldsOfCommit) {
      const [sha, parents, authored, committed, author, body] = fields.slice(
        start,
        start + fieldsOfCommit,
      );
      if (!/^[0-9a-f]{40,64}$/.test(sha)) {
        throw new InputError(`git log answered '${sha.slice(0, 80)}'`);
      }
      const message = parseCommitMessage(body);
      commits.push({
        sha,
        parents: parents === '' ? [] : parents.split(' '),
        authoredAt: readInstant(authored),
        committedAt: readInstant(committed),
        author: authors.of(author),
        message: {
          ...message,
          coAuthors: message.coAuthors.map(address => authors.of(address)),
        },
      });
    }
    if (commits.length > maxCommits) {
      throw new InputError(
        `The history has more than ${maxCommits} commits; raise opmodel.git.limits.commits to read it`,
      );
    }
    fields = fields.slice(start);
  }
  return commits;
}
