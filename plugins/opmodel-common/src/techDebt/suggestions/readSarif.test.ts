import fc from 'fast-check';
import scan from './__fixtures__/scan.sarif.json';
import { readSarif } from './readSarif';
import { sarifSeverity } from './sarifSeverity';

/** A file of one run with results, and with what else its tool says. */
function fileWith(
  results: unknown,
  driver: Record<string, unknown> = {},
): unknown {
  return {
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Oakscan', ...driver } }, results }],
  };
}

function resultWith(given: Record<string, unknown> = {}): unknown {
  return { ruleId: 'oak/a', message: { text: 'It is wrong.' }, ...given };
}

function placeOf(uri: string, startLine: number): unknown {
  return [
    {
      physicalLocation: { artifactLocation: { uri }, region: { startLine } },
    },
  ];
}

describe('readSarif', () => {
  it('reads what a scan says', () => {
    const { findings, ...rest } = readSarif(scan);
    expect(rest).toEqual({
      analyses: [
        { tool: 'Oakscan', category: null },
        { tool: 'Idle', category: null },
      ],
      suppressed: 1,
      passed: 2,
      unread: 0,
      problems: [],
    });
    expect(findings).toMatchObject([
      {
        tool: 'Oakscan',
        category: null,
        ruleId: 'oak/sql-injection',
        ruleName: 'Query built from user input',
        severity: 'high',
        securitySeverity: 8.8,
        level: 'error',
        path: 'src/orders/find.ts',
        line: 41,
        help: 'Bind the value as a parameter of the query.',
        helpUri: 'https://oakscan.example.com/rules/sql-injection',
        firstDetected: Date.UTC(2026, 2, 2, 7, 10),
      },
      { ruleId: 'oak/unused-import', severity: 'low', securitySeverity: null },
      {
        ruleId: 'shop/price',
        message: 'total is a float: 2 cents were lost.',
        severity: 'medium',
        path: 'src/cart/price.ts',
        line: null,
      },
      { message: 'Somebody asked to suppress it, and it was refused.' },
    ]);
  });

  it.each([
    [undefined, '', 'must be an object'],
    [[], '', 'must be an object'],
    [{}, 'version', 'must be 2.1.0'],
    [{ version: '2.0.0', runs: [] }, 'version', 'must be 2.1.0'],
    [{ version: '2.1.0' }, 'runs', 'is missing'],
    [{ version: '2.1.0', runs: {} }, 'runs', 'must be a list'],
    [{ version: '2.1.0', runs: [7] }, 'runs[0]', 'must be an object'],
    [
      { version: '2.1.0', runs: [{ tool: {} }] },
      'runs[0].tool.driver.name',
      'must be a text that is not empty',
    ],
    [fileWith('none'), 'runs[0].results', 'must be a list'],
    [fileWith([null]), 'runs[0].results[0]', 'must be an object'],
    [
      fileWith([{ ruleId: 'oak/a' }]),
      'runs[0].results[0].message',
      'must have a text',
    ],
    [
      fileWith([resultWith({ level: 'fatal' })]),
      'runs[0].results[0].level',
      'must be one of none, note, warning, error',
    ],
    [
      fileWith([resultWith()], { rules: [{ id: 1 }] }),
      'runs[0].tool.driver.rules[0].id',
      'must be a text',
    ],
    [
      fileWith([resultWith({ ruleIndex: 1.5 })]),
      'runs[0].results[0].ruleIndex',
      'must be a whole number from -1',
    ],
  ])('names the field of what is wrong: %j', (file, path, message) => {
    expect(readSarif(file).problems[0]).toEqual({ path, message });
  });

  it.each([
    ['shop/go/run-7', 'shop/go'],
    ['shop/go/', 'shop/go'],
    ['run-7', null],
    ['/', null],
    ['', null],
    [undefined, null],
  ])('tells the analyses of a tool apart by %j', (id, category) => {
    const run = {
      tool: { driver: { name: 'Oakscan' } },
      results: [resultWith()],
    };
    const { findings, analyses, problems } = readSarif({
      version: '2.1.0',
      runs: [
        { ...run, automationDetails: { id } },
        { ...run, automationDetails: { id }, results: [] },
        { tool: { driver: { name: 'Elmscan' } } },
      ],
    });
    expect(problems).toEqual([]);
    expect(analyses).toEqual([
      { tool: 'Oakscan', category },
      { tool: 'Elmscan', category: null },
    ]);
    expect(findings).toMatchObject([{ tool: 'Oakscan', category }]);
  });

  it('takes a name that nobody sees for none', () => {
    expect(
      readSarif({
        version: '2.1.0',
        runs: [{ tool: { driver: { name: '\u200b ' } } }],
      }),
    ).toMatchObject({
      analyses: [],
      problems: [{ path: 'runs[0].tool.driver.name' }],
    });
  });

  it('says nothing is wrong with a file that found nothing', () => {
    for (const results of [undefined, null, []]) {
      expect(readSarif(fileWith(results))).toMatchObject({
        findings: [],
        problems: [],
      });
    }
    expect(readSarif({ version: '2.1.0', runs: [] }).problems).toEqual([]);
  });

  it('leaves out one result that cannot be read, and reads the others', () => {
    const { findings, problems } = readSarif(
      fileWith([resultWith(), 7, resultWith({ message: { text: 'Too.' } })]),
    );
    expect(findings.map(({ message }) => message)).toEqual([
      'It is wrong.',
      'Too.',
    ]);
    expect(problems).toHaveLength(1);
  });

  it.each([
    ['error', undefined, 'high'],
    [undefined, 'note', 'low'],
    [undefined, undefined, 'medium'],
    ['warning', 'error', 'medium'],
  ])(
    'takes the level %p of a result before %p of its rule',
    (level, ofRule, severity) => {
      const { findings } = readSarif(
        fileWith([resultWith(level ? { level } : {})], {
          rules: [{ id: 'oak/a', defaultConfiguration: { level: ofRule } }],
        }),
      );
      expect(findings[0].severity).toBe(severity);
    },
  );

  it.each([
    ['pass'],
    ['notApplicable'],
    ['informational'],
    ['open'],
    ['review'],
  ])('takes a result of kind %s for no finding', kind => {
    expect(readSarif(fileWith([resultWith({ kind })]))).toMatchObject({
      findings: [],
      passed: 1,
    });
  });

  it.each([
    [[{ kind: 'inSource' }], 1],
    [[{ kind: 'external', status: 'accepted' }], 1],
    [[], 0],
    [[{ kind: 'external', status: 'underReview' }], 0],
    [[{ kind: 'inSource' }, { kind: 'external', status: 'rejected' }], 0],
    [[{ kind: 'external', status: 'maybe' }], 0],
    [[null], 0],
  ])('honours suppressions %j: %i', (suppressions, suppressed) => {
    const reading = readSarif(fileWith([resultWith({ suppressions })]));
    expect(reading).toMatchObject({ suppressed });
    expect(reading.findings).toHaveLength(1 - suppressed);
  });

  it('finds the rule by its index or its id, and does not follow one that contradicts the other', () => {
    const rules = [
      { id: 'oak/a', name: 'A' },
      { id: 'oak/b', name: 'B' },
    ];
    const nameOf = (result: Record<string, unknown>) =>
      readSarif(fileWith([{ message: { text: 'x' }, ...result }], { rules }))
        .findings[0].ruleName;
    expect(nameOf({ ruleIndex: 1 })).toBe('B');
    expect(nameOf({ ruleId: 'oak/a', ruleIndex: -1 })).toBe('A');
    expect(nameOf({ ruleId: 'oak/b/2' })).toBe('B');
    expect(nameOf({ ruleId: 'oak/b', ruleIndex: 0 })).toBe('B');
    expect(nameOf({ rule: { id: 'oak/a' } })).toBe('A');
    expect(nameOf({ ruleId: 'oak/a', ruleIndex: 99 })).toBe('A');
    expect(nameOf({ ruleId: 'toString' })).toBeNull();
  });

  describe('knows a result again', () => {
    function identityOf(given: Record<string, unknown>) {
      return readSarif(fileWith([resultWith(given)])).findings[0].identity;
    }

    it('by its fingerprint, wherever it is and whatever it says', () => {
      const fingerprints = { 'id/v1': 'abc' };
      expect(
        identityOf({
          fingerprints: { ...fingerprints, 'id/v2': 'new' },
          locations: placeOf('src/b.ts', 9),
          message: { text: 'Said anew.' },
        }),
      ).toEqual(
        identityOf({ fingerprints, locations: placeOf('src/a.ts', 3) }),
      );
    });

    it('by its partial fingerprint in its file, and no more by what it says', () => {
      const at = (uri: string, line: number, text: string) =>
        identityOf({
          partialFingerprints: { primaryLocationLineHash: 'abc:1' },
          locations: placeOf(uri, line),
          message: { text },
        });
      expect(at('a.ts', 3, 'Found.')).toEqual(at('a.ts', 30, 'Found again.'));
      expect(at('a.ts', 3, 'Found.')).not.toEqual(at('b.ts', 3, 'Found.'));
    });

    it('else by its rule, file and text, on whatever line', () => {
      const at = (line: number) =>
        identityOf({ locations: placeOf('a.ts', line) });
      expect(at(3)).toEqual(at(4));
      expect(at(3)).not.toEqual(
        identityOf({ ruleId: 'oak/b', locations: placeOf('a.ts', 3) }),
      );
    });
  });

  it('reads no more than it may, and says so', () => {
    const bounds = { runs: 2, results: 5, problems: 2 };
    const run = {
      tool: { driver: { name: 'Oakscan' } },
      results: Array.from({ length: 4 }, () => resultWith()),
    };
    const broken = { ...run, results: [1, 2, 3, 4] };
    expect(
      readSarif({ version: '2.1.0', runs: [run, run] }, bounds),
    ).toMatchObject({ findings: { length: 5 }, unread: 3, problems: [] });
    expect(
      readSarif({ version: '2.1.0', runs: [broken, run, run] }, bounds),
    ).toMatchObject({ findings: { length: 4 }, problems: { length: 2 } });
  });

  it('fills a message in no further than a text may be long', () => {
    const [{ message }] = readSarif(
      fileWith([
        resultWith({
          message: {
            text: '{0}'.repeat(1_000),
            arguments: ['x'.repeat(10_000)],
          },
        }),
      ]),
    ).findings;
    expect(message.length).toBeLessThanOrEqual(4_000);
  });

  it('throws at nothing', () => {
    const anyField = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('error', 'oak/a', 0, -1, 1e9, '9.9', null),
    );
    const anyResult = fc.dictionary(
      fc.constantFrom(
        'ruleId',
        'ruleIndex',
        'rule',
        'kind',
        'level',
        'message',
        'locations',
        'suppressions',
        'fingerprints',
        'partialFingerprints',
        'properties',
        'baselineState',
        'provenance',
        '__proto__',
      ),
      anyField,
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyResult, anyField)),
        fc.dictionary(fc.constantFrom('rules', 'name', 'version'), anyField),
        anyField,
        (results, driver, other) => {
          const { findings, problems } = readSarif(fileWith(results, driver));
          expect(findings.length).toBeLessThanOrEqual(results.length);
          expect(problems.length).toBeLessThanOrEqual(50);
          expect(readSarif(other).findings).toEqual([]);
        },
      ),
    );
  });
});

describe('sarifSeverity', () => {
  it.each([
    [10, 'critical'],
    [9.1, 'critical'],
    [9, 'high'],
    [7, 'high'],
    [6.9, 'medium'],
    [4, 'medium'],
    [0.1, 'low'],
    [0, 'medium'],
    [11, 'medium'],
    [null, 'medium'],
  ])('calls a warning with a score of %p %s', (score, severity) => {
    expect(sarifSeverity('warning', score)).toBe(severity);
  });
});
