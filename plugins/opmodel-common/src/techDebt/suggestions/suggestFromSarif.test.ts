import scan from './__fixtures__/scan.sarif.json';
import { suggestFromSarif } from './suggestFromSarif';

const entityRef = 'component:default/cart';

describe('suggestFromSarif', () => {
  it('suggests what a scan found, the worst first', () => {
    const { suggestions, ...rest } = suggestFromSarif(scan, {
      entityRef,
      sourceUrl: (path, line) =>
        `https://git.example.com/shop/cart/${path}#L${line ?? 1}`,
    });
    expect(rest).toEqual({
      leftOut: [],
      analyses: [
        { tool: 'Oakscan', category: null },
        { tool: 'Idle', category: null },
      ],
      unread: 0,
      suppressed: 1,
      passed: 2,
      problems: [],
    });
    expect(
      suggestions.map(({ title, category, severity }) => [
        title,
        category,
        severity,
      ]),
    ).toEqual([
      ['Query built from user input in src/orders/find.ts', 'security', 'high'],
      ['shop/price in src/cart/price.ts', 'code', 'medium'],
      expect.arrayContaining(['code', 'low']),
      expect.arrayContaining(['code', 'low']),
    ]);
    expect(suggestions[0]).toMatchObject({
      description:
        'The name of a \\[customer\\]\\(1\\) ends up in a query\\.\n\n`src/orders/find.ts:41`\n\nBind the value as a parameter of the query\\.',
      since: Date.UTC(2026, 2, 2, 7, 10),
      evidence: [
        { name: 'tool', value: 'Oakscan' },
        { name: 'analysis', value: 'Oakscan' },
        { name: 'rule', value: 'oak/sql-injection' },
        { name: 'level', value: 'error' },
        { name: 'securitySeverity', value: 8.8, unit: 'score' },
        { name: 'place', value: 'src/orders/find.ts:41' },
        { name: 'help' },
        {
          name: 'file',
          url: 'https://git.example.com/shop/cart/src/orders/find.ts#L41',
        },
      ],
    });
  });

  it('knows a finding again when its line has moved', () => {
    const moved = JSON.parse(
      JSON.stringify(scan).replaceAll('"startLine":41', '"startLine":97'),
    );
    const fingerprints = (file: unknown) =>
      suggestFromSarif(file, { entityRef }).suggestions.map(
        ({ fingerprint }) => fingerprint,
      );
    expect(fingerprints(moved)).toEqual(fingerprints(scan));
    expect(new Set(fingerprints(scan)).size).toBe(4);
  });

  it('tells the same found twice once, and what is beyond the bound', () => {
    const twice = { ...scan, runs: [...scan.runs, ...scan.runs] };
    const { suggestions, leftOut } = suggestFromSarif(twice, {
      entityRef,
      most: 3,
    });
    expect(suggestions).toHaveLength(3);
    expect(leftOut).toHaveLength(1);
    expect(suggestions.map(each => each.fingerprint)).not.toContain(leftOut[0]);
  });

  it('links nowhere but to the web, and brings no markup', () => {
    const { suggestions } = suggestFromSarif(
      {
        version: '2.1.0',
        runs: [
          {
            tool: {
              driver: {
                name: '<b>Tool</b>',
                rules: [{ id: 'x', helpUri: 'vbscript:alert(1)' }],
              },
            },
            results: [
              { ruleId: 'x', message: { text: '<img src=x onerror=a()>' } },
            ],
          },
        ],
      },
      { entityRef, sourceUrl: () => 'data:text/html,x' },
    );
    expect(suggestions[0].description).toBe('\\<img src=x onerror=a\\(\\)\\>');
    expect(
      suggestions[0].evidence.filter(({ type }) => type === 'link'),
    ).toEqual([]);
  });

  it('gets through a file of 25,000 results in little time', () => {
    const results = Array.from({ length: 25_000 }, (_, at) => ({
      ruleId: `rule${at % 50}`,
      message: { text: `Finding ${at} ${'x'.repeat(400)}` },
    }));
    const start = performance.now();
    const { suggestions, leftOut } = suggestFromSarif(
      {
        version: '2.1.0',
        runs: [{ tool: { driver: { name: 'T' } }, results }],
      },
      { entityRef },
    );
    expect(suggestions.length + leftOut.length).toBe(25_000);
    // Seconds would be minutes if it did not grow with the file alone.
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
