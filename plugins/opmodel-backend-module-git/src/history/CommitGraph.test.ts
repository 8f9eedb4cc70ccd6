import { makeCommit, shaOf } from '../__testUtils__/arbitraryHistory';
import { CommitGraph } from './CommitGraph';

describe('CommitGraph', () => {
  it('cuts history off where a parent is missing or a boundary is stated', () => {
    const graph = new CommitGraph(
      [makeCommit(2, [1]), makeCommit(3, [2]), makeCommit(4, [])],
      new Set([shaOf(4)]),
    );
    expect([2, 3, 4].map(it => graph.isCut(graph.indexOf(shaOf(it))!))).toEqual(
      [true, false, true],
    );
  });

  it('resolves abbreviated names that are unambiguous', () => {
    const commits = [
      { ...makeCommit(1, []), sha: `abcdef01${'0'.repeat(32)}` },
      { ...makeCommit(2, []), sha: `abcdef02${'0'.repeat(32)}` },
    ];
    const graph = new CommitGraph(commits);
    expect(graph.resolve('abcdef02')).toBe(1);
    expect(graph.resolve('abcdef0')).toBeUndefined();
    expect(graph.resolve('abcdef0299')).toBeUndefined();
    expect(graph.resolve('abc')).toBeUndefined();
    expect(graph.resolve(commits[0].sha)).toBe(0);
    expect(graph.resolve('ffffffff')).toBeUndefined();
  });

  it('refuses a commit that is its own ancestor', () => {
    expect(
      () => new CommitGraph([makeCommit(1, [2]), makeCommit(2, [1])]),
    ).toThrow(/its own ancestor/);
  });

  it('ranks a commit above its ancestors', () => {
    const graph = new CommitGraph([
      makeCommit(4, [2, 3]),
      makeCommit(3, [1]),
      makeCommit(2, []),
      makeCommit(1, []),
    ]);
    const rank = (number: number) => graph.rank(graph.indexOf(shaOf(number))!);
    expect([1, 2, 3, 4].map(rank)).toEqual([0, 0, 1, 2]);
  });
});
