import fc from 'fast-check';
import {
  type FileActivity,
  hotspotScore,
  suggestFromHotspots,
} from './suggestFromHotspots';

const entityRef = 'component:default/cart';

function activity(
  path: string,
  commits: number,
  linesAdded: number,
  linesDeleted = 0,
): FileActivity {
  return { path, commits, linesAdded, linesDeleted, url: null };
}

/** Many files that hardly change. */
const quiet = Array.from({ length: 98 }, (_, at) =>
  activity(`src/quiet${at}.ts`, 1, 5),
);

const anyActivity = fc.record({
  path: fc.constantFrom('a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts', 'f.ts'),
  commits: fc.nat(40),
  linesAdded: fc.nat(500),
  linesDeleted: fc.nat(500),
  url: fc.constant(null),
});
const anyFiles = fc.uniqueArray(anyActivity, { selector: ({ path }) => path });
const rule = { leastCommits: 5, percentile: 0.5, most: 2 };

describe('suggestFromHotspots', () => {
  it('multiplies how often a file changes by how much', () => {
    expect(hotspotScore(activity('a', 12, 300, 100))).toBe(4_800);
  });

  it('finds the files that stand out, the hottest first', () => {
    const { suggestions, leftOut } = suggestFromHotspots(
      {
        entityRef,
        files: [
          ...quiet,
          activity('src/price.ts', 30, 700, 500),
          activity('src/tax.ts', 20, 300, 100),
        ],
      },
      90,
    );
    expect(leftOut).toEqual([]);
    expect(suggestions).toMatchObject([
      {
        title: 'Hotspot: src/price.ts',
        category: 'code',
        severity: null,
        description:
          '`src/price.ts` was changed by 30 commits in 90 days, 1200 lines in all. What is hard to change in it is paid for with each of them.',
      },
      { title: 'Hotspot: src/tax.ts' },
    ]);
    const share = suggestions[0].evidence.find(
      ({ name }) => name === 'shareOfScores',
    );
    expect(share).toMatchObject({ unit: 'share', value: 36_000 / 44_490 });
  });

  it('takes nothing that is generated or locked for written', () => {
    const files = [
      'package-lock.json',
      'web/yarn.lock',
      'dist/main.js',
      'src/api.generated.ts',
      'src/__snapshots__/a.snap',
      'CHANGELOG.md',
    ].map(path => activity(path, 500, 90_000));
    expect(
      suggestFromHotspots({ entityRef, files: [...quiet, ...files] }, 90)
        .suggestions,
    ).toEqual([]);
  });

  it('finds none where all change alike, or none changes', () => {
    const even = Array.from({ length: 40 }, (_, at) =>
      activity(`src/${at}.ts`, 20, 100),
    );
    const none = { suggestions: [], leftOut: [] };
    expect(suggestFromHotspots({ entityRef, files: even }, 90)).toEqual(none);
    expect(suggestFromHotspots({ entityRef, files: [] }, 90)).toEqual(none);
    expect(
      suggestFromHotspots({ entityRef, files: [activity('a', 0, 9)] }, 90),
    ).toEqual(none);
  });

  it('keeps its bounds and tells what is beyond them', () => {
    fc.assert(
      fc.property(anyFiles, files => {
        const { suggestions, leftOut } = suggestFromHotspots(
          { entityRef, files },
          90,
          rule,
        );
        expect(suggestions.length).toBeLessThanOrEqual(rule.most);
        expect(leftOut.length === 0 || suggestions.length === rule.most).toBe(
          true,
        );
        const told = suggestions.map(({ title }) =>
          files.find(({ path }) => title.endsWith(path)),
        );
        const scores = told.map(file => hotspotScore(file!));
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(told.every(file => file!.commits >= rule.leastCommits)).toBe(
          true,
        );
      }),
    );
  });

  it('comes to the same in any order', () => {
    fc.assert(
      fc.property(anyFiles, files => {
        expect(
          suggestFromHotspots(
            { entityRef, files: [...files].reverse() },
            90,
            rule,
          ),
        ).toEqual(suggestFromHotspots({ entityRef, files }, 90, rule));
      }),
    );
  });

  it('never loses a hotspot that grows hotter', () => {
    fc.assert(
      fc.property(anyFiles, fc.nat(100), (files, more) => {
        const hottest = suggestFromHotspots({ entityRef, files }, 90, rule)
          .suggestions[0];
        fc.pre(hottest !== undefined);
        const grown = files.map(file =>
          hottest.title.endsWith(file.path)
            ? { ...file, commits: file.commits + more }
            : file,
        );
        expect(
          suggestFromHotspots({ entityRef, files: grown }, 90, rule)
            .suggestions[0].fingerprint,
        ).toBe(hottest.fingerprint);
      }),
    );
  });
});
