import fc from 'fast-check';
import {
  arbitraryHistory,
  makeCommit,
  reach,
  shaOf,
} from '../__testUtils__/arbitraryHistory';
import type { Commit } from './Commit';
import { CommitGraph } from './CommitGraph';
import { findCarriedChanges } from './findCarriedChanges';

interface Draft {
  commit: number;
  at: number;
  isTimeOfCommit?: boolean;
}

function carriedBy(
  commits: readonly Commit[],
  drafts: Record<string, Draft>,
  boundary: readonly number[] = [],
) {
  const graph = new CommitGraph(commits, new Set(boundary.map(shaOf)));
  const carried = findCarriedChanges(
    graph,
    Object.entries(drafts).map(([name, draft]) => ({
      name,
      isTimeOfCommit: false,
      ...draft,
      commit: graph.indexOf(shaOf(draft.commit))!,
    })),
    () => true,
  );
  return Object.fromEntries(
    carried.map(({ release, changes, isBaseline }) => [
      release.name,
      {
        changes: changes.map(commit => Number(graph.commits[commit].sha)),
        isBaseline,
      },
    ]),
  );
}

const chain = [1, 2, 3, 4].map(number =>
  makeCommit(number, number > 1 ? [number - 1] : []),
);

describe('findCarriedChanges', () => {
  it('gives a change to the first release that contains it', () => {
    expect(
      carriedBy(chain, { a: { commit: 1, at: 10 }, b: { commit: 3, at: 20 } }),
    ).toEqual({
      a: { changes: [1], isBaseline: true },
      b: { changes: [2, 3], isBaseline: false },
    });
  });

  it('gives nothing to a tag that was added later', () => {
    expect(
      carriedBy(chain, {
        a: { commit: 1, at: 10 },
        late: { commit: 2, at: 30 },
        b: { commit: 3, at: 20 },
      }),
    ).toMatchObject({ b: { changes: [2, 3] }, late: { changes: [] } });
  });

  it('puts what has only the time of its commit before what contains it', () => {
    expect(
      carriedBy(chain, {
        a: { commit: 1, at: 99, isTimeOfCommit: true },
        b: { commit: 2, at: 50, isTimeOfCommit: true },
        c: { commit: 3, at: 20 },
      }),
    ).toEqual({
      a: { changes: [1], isBaseline: true },
      b: { changes: [2], isBaseline: false },
      c: { changes: [3], isBaseline: false },
    });
  });

  it('takes what reaches to where history is cut off for a baseline', () => {
    const commits = [
      makeCommit(1, []),
      makeCommit(2, [1]),
      makeCommit(3, []),
      makeCommit(4, [3]),
    ];
    expect(
      carriedBy(
        commits,
        {
          a: { commit: 2, at: 10 },
          b: { commit: 4, at: 20 },
          c: { commit: 4, at: 30 },
        },
        [1, 3],
      ),
    ).toEqual({
      a: { changes: [1, 2], isBaseline: true },
      b: { changes: [3, 4], isBaseline: true },
      c: { changes: [], isBaseline: false },
    });
  });

  const histories = arbitraryHistory.chain(commits =>
    fc.record({
      commits: fc.constant(commits),
      shuffled: fc.shuffledSubarray(commits, { minLength: commits.length }),
      releases: fc.dictionary(
        fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        fc.record({
          commit: fc.nat({ max: commits.length - 1 }),
          at: fc.nat({ max: 5 }),
          isTimeOfCommit: fc.boolean(),
        }),
      ),
    }),
  );

  it('delivers every released commit exactly once, whatever the order of the input', () => {
    fc.assert(
      fc.property(histories, ({ commits, shuffled, releases }) => {
        const carried = carriedBy(commits, releases);
        const all = Object.values(carried).flatMap(({ changes }) => changes);
        const released = new Set(
          Object.values(releases).flatMap(({ commit }) => [
            ...reach(commits, shaOf(commit)),
          ]),
        );
        expect([...all].sort()).toEqual([...released].map(Number).sort());
        expect(
          Object.values(carried).filter(({ isBaseline }) => isBaseline).length,
        ).toBe(Object.keys(releases).length > 0 ? 1 : 0);
        const reversed = Object.fromEntries(Object.entries(releases).reverse());
        expect(carriedBy(shuffled, reversed)).toEqual(carried);
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with the plain definition where tags have times of their own', () => {
    fc.assert(
      fc.property(histories, ({ commits, releases }) => {
        const tags = Object.fromEntries(
          Object.entries(releases).map(([name, release]) => [
            name,
            { ...release, isTimeOfCommit: false },
          ]),
        );
        const seen = new Set<string>();
        const expected = Object.entries(tags)
          .sort(([a, x], [b, y]) => x.at - y.at || (a < b ? -1 : 1))
          .map(([name, { commit }]) => {
            const fresh = [...reach(commits, shaOf(commit))].filter(
              sha => !seen.has(sha),
            );
            fresh.forEach(sha => seen.add(sha));
            return [name, fresh.map(Number).sort()];
          });
        const actual = Object.entries(carriedBy(commits, tags)).map(
          ([name, { changes }]) => [name, [...changes].sort()],
        );
        expect(actual).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('lets what has the time of its commit carry all that it contains but for its ancestors', () => {
    fc.assert(
      fc.property(histories, ({ commits, releases }) => {
        const tags = Object.fromEntries(
          Object.entries(releases).map(([name, release]) => [
            name,
            { ...release, isTimeOfCommit: true },
          ]),
        );
        const carried = carriedBy(commits, tags);
        for (const [name, { commit }] of Object.entries(tags)) {
          // Whatever the clocks say, the first to have a commit is never a descendant of another that has it.
          for (const change of carried[name].changes) {
            const before = Object.values(tags).filter(
              other =>
                other.commit !== commit &&
                reach(commits, shaOf(commit)).has(shaOf(other.commit)) &&
                reach(commits, shaOf(other.commit)).has(shaOf(change)),
            );
            expect(before).toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
