import fc from 'fast-check';
import {
  arbitraryHistory,
  makeCommit,
  reach,
  shaOf,
} from '../__testUtils__/arbitraryHistory';
import type { Commit } from './Commit';
import { CommitGraph } from './CommitGraph';
import { findChanges } from './findChanges';
import { traceLines } from './traceLines';

function changesOf(
  commits: readonly Commit[],
  tip: number,
  deployed: readonly number[] = [],
  boundary: readonly number[] = [],
) {
  const graph = new CommitGraph(commits, new Set(boundary.map(shaOf)));
  const index = (number: number) => graph.indexOf(shaOf(number))!;
  const lines = traceLines(graph, index(tip), deployed.map(index));
  return new Map(
    [...findChanges(graph, lines).values()].map(change => [
      Number(graph.commits[change.commit].sha),
      {
        brings: change.brings
          .map(commit => Number(graph.commits[commit].sha))
          .sort((a, b) => a - b),
        isSynchronisation: change.isSynchronisation,
        isCut: change.isCut,
      },
    ]),
  );
}

const plain = { brings: [], isSynchronisation: false, isCut: false };

describe('findChanges', () => {
  it('lets a merge bring what its first parent did not have', () => {
    // 1 - 2 ------- 5 - 6
    //   \ 3 - 4 --- /
    const commits = [
      makeCommit(1, []),
      makeCommit(2, [1]),
      makeCommit(3, [1]),
      makeCommit(4, [3]),
      makeCommit(5, [2, 4]),
      makeCommit(6, [5]),
    ];
    expect(changesOf(commits, 6)).toEqual(
      new Map([
        [1, plain],
        [2, plain],
        [5, { ...plain, brings: [3, 4] }],
        [6, plain],
      ]),
    );
  });

  it('does not count what the branch had taken from the main line meanwhile', () => {
    // The branch 3 - 5 merges 2 of the main line in.
    const commits = [
      makeCommit(1, []),
      makeCommit(2, [1]),
      makeCommit(3, [1]),
      makeCommit(5, [3, 2]),
      makeCommit(6, [2, 5]),
    ];
    expect(changesOf(commits, 6).get(6)?.brings).toEqual([3, 5]);
  });

  it('sees a release branch as a line of its own, and its merge back as a synchronisation', () => {
    // 1 - 2 ------- 5
    //   \ 3 - 4 --- /     4 was deployed
    const commits = [
      makeCommit(1, []),
      makeCommit(2, [1]),
      makeCommit(3, [1]),
      makeCommit(4, [3]),
      makeCommit(5, [2, 4]),
    ];
    const changes = changesOf(commits, 5, [4]);
    expect(changes.get(3)).toEqual(plain);
    expect(changes.get(4)).toEqual(plain);
    expect(changes.get(5)).toEqual({ ...plain, isSynchronisation: true });
  });

  it('lets a fix that is merged to both lines be a change of both', () => {
    // 3 is merged to the main line by 4, and to the release branch 2 by 5.
    const commits = [
      makeCommit(1, []),
      makeCommit(2, [1]),
      makeCommit(3, [1]),
      makeCommit(4, [1, 3]),
      makeCommit(5, [2, 3]),
    ];
    const changes = changesOf(commits, 4, [5]);
    expect(changes.get(4)?.brings).toEqual([3]);
    expect(changes.get(5)?.brings).toEqual([3]);
  });

  it('marks what is cut off', () => {
    // 2 and 3 are where a shallow clone ends.
    const commits = [
      makeCommit(2, []),
      makeCommit(3, []),
      makeCommit(4, [2, 3]),
      makeCommit(5, [4]),
    ];
    const changes = changesOf(commits, 5, [], [2, 3]);
    expect(changes.get(2)?.isCut).toBe(true);
    expect(changes.get(4)).toEqual({ ...plain, brings: [3], isCut: true });
    expect(changes.get(5)).toEqual(plain);
  });

  it('agrees with the plain definition on any history, whatever the order of the commits', () => {
    fc.assert(
      fc.property(
        arbitraryHistory.chain(commits =>
          fc.record({
            commits: fc.constant(commits),
            shuffled: fc.shuffledSubarray(commits, {
              minLength: commits.length,
            }),
            tip: fc.nat({ max: commits.length - 1 }),
            deployed: fc.array(fc.nat({ max: commits.length - 1 }), {
              maxLength: 4,
            }),
          }),
        ),
        ({ commits, shuffled, tip, deployed }) => {
          const lines = new Set<string>();
          for (const end of [tip, ...deployed]) {
            for (
              let commit: Commit | undefined = commits[end];
              commit;
              commit = commits.find(it => it.sha === commit!.parents[0])
            ) {
              lines.add(commit.sha);
            }
          }
          const expected = new Map(
            [...lines].map(sha => {
              const { parents } = commits[Number(sha)];
              const had = parents[0] ? reach(commits, parents[0]) : new Set();
              const came = [...reach(commits, sha)].filter(
                it => it !== sha && !had.has(it),
              );
              const known = new Set(
                came
                  .filter(it => lines.has(it))
                  .flatMap(it => [...reach(commits, it)]),
              );
              const brings = came.filter(it => !known.has(it));
              return [
                Number(sha),
                {
                  brings: brings.map(Number).sort((a, b) => a - b),
                  isSynchronisation: came.length > 0 && brings.length === 0,
                  isCut: false,
                },
              ];
            }),
          );
          const byNumber = ([a]: [number, unknown], [b]: [number, unknown]) =>
            a - b;
          expect(
            [...changesOf(shuffled, tip, deployed)].sort(byNumber),
          ).toEqual([...expected].sort(byNumber as never));
        },
      ),
      { numRuns: 500 },
    );
  });
});
