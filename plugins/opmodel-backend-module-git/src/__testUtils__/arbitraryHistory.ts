import fc from 'fast-check';
import type { Commit } from '../history/Commit';
import { parseCommitMessage } from '../history/parseCommitMessage';

/** Full object name for a small number. */
export const shaOf = (number: number) => String(number).padStart(40, '0');

/** A commit for tests; its dates are its number in days, where none are given. */
export function makeCommit(
  number: number,
  parents: readonly number[],
  fields: Partial<Omit<Commit, 'message'>> & { message?: string } = {},
): Commit {
  const day = number * 24 * 60 * 60 * 1000;
  return {
    sha: shaOf(number),
    parents: parents.map(shaOf),
    authoredAt: day,
    committedAt: day,
    author: 'a',
    ...fields,
    message: parseCommitMessage(fields.message ?? `Change ${number}`),
  };
}

/** A history of up to 14 commits with merges, several roots and dates in any order; parents have smaller numbers. */
export const arbitraryHistory: fc.Arbitrary<Commit[]> = fc
  .array(
    fc.record({
      parents: fc.array(fc.nat({ max: 5 }), { maxLength: 3 }),
      authoredAt: fc.option(fc.nat({ max: 40 })),
      committedAt: fc.option(fc.nat({ max: 40 })),
      author: fc.constantFrom('a', 'b', 'c', ''),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map(drafts =>
    drafts.map(({ parents, ...fields }, number) =>
      makeCommit(
        number,
        [...new Set(parents.map(back => number - 1 - back))].filter(
          parent => parent >= 0,
        ),
        fields,
      ),
    ),
  );

/** All commits that one can reach, itself included, found in the plainest way. */
export function reach(commits: readonly Commit[], sha: string): Set<string> {
  const commit = commits.find(candidate => candidate.sha === sha);
  return new Set(
    commit
      ? [sha, ...commit.parents.flatMap(parent => [...reach(commits, parent)])]
      : [],
  );
}
