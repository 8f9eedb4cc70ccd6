import fc from 'fast-check';
import { parseOpenSlo } from './parseOpenSlo';

const slo = `# Checkout
apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout-availability
  annotations:
    example.com/team: payments
spec:
  service: checkout
  objectives:
    - displayName: Good
      target: 0.999
`;

describe('parseOpenSlo', () => {
  it('reads a document with the position of each value', () => {
    const { documents, problems } = parseOpenSlo(slo, { file: 'slo.yaml' });
    expect(problems).toEqual([]);
    expect(documents).toHaveLength(1);
    const [document] = documents;
    expect(document).toMatchObject({
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      name: 'checkout-availability',
      index: 0,
      file: 'slo.yaml',
    });
    expect(document.positionOf(['spec', 'objectives', 0, 'target'])).toEqual({
      line: 12,
      column: 15,
    });
    expect(
      document.positionOf(['metadata', 'annotations', 'example.com/team']),
    ).toEqual({ line: 7, column: 23 });
    expect(document.positionOf(['spec', 'objectives'])).toEqual({
      line: 10,
      column: 3,
    });
  });

  it('says of what is missing where the nearest thing stands', () => {
    const [document] = parseOpenSlo(slo).documents;
    expect(document.positionOf(['spec', 'timeWindow', 0])).toEqual({
      line: 8,
      column: 1,
    });
    expect(document.positionOf(['spec', 'objectives', 3, 'op'])).toEqual({
      line: 10,
      column: 3,
    });
    expect(document.positionOf([])).toEqual({ line: 2, column: 1 });
  });

  it('reads several documents, lists of documents, and skips empty ones', () => {
    const { documents, problems } = parseOpenSlo(
      `---\n# nothing\n---\nkind: SLO\n---\n- kind: SLI\n- kind: Service\n---\n`,
    );
    expect(problems).toEqual([]);
    expect(documents.map(({ kind, index }) => [kind, index])).toEqual([
      ['SLO', 0],
      ['SLI', 1],
      ['Service', 2],
    ]);
    expect(documents[2].positionOf(['kind'])).toEqual({ line: 7, column: 9 });
  });

  it('reads JSON', () => {
    const { documents } = parseOpenSlo('{\n  "kind": "SLO",\n  "spec": {}\n}');
    expect(documents[0].value).toEqual({ kind: 'SLO', spec: {} });
    expect(documents[0].positionOf(['kind'])).toEqual({ line: 2, column: 11 });
  });

  it('follows anchors, aliases and merged maps', () => {
    const { documents, problems } = parseOpenSlo(
      'a: &x\n  query: up\nb:\n  <<: *x\n  more: 1\nc: *x\n',
    );
    expect(problems).toEqual([]);
    expect(documents[0].value).toEqual({
      a: { query: 'up' },
      b: { query: 'up', more: 1 },
      c: { query: 'up' },
    });
    expect(documents[0].positionOf(['c', 'query'])).toEqual({
      line: 2,
      column: 10,
    });
  });

  it('keeps the other documents when one is broken', () => {
    const { documents, problems } = parseOpenSlo(
      'kind: SLO\n---\nkind: [\n---\nkind: SLI\n',
      { file: 'a.yaml' },
    );
    expect(documents.map(({ kind }) => kind)).toEqual(['SLO', 'SLI']);
    expect(problems[0]).toMatchObject({
      severity: 'error',
      rule: 'syntax',
      path: '',
      file: 'a.yaml',
    });
    expect(problems[0].line).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['a key twice', 'kind: SLO\nkind: SLI\n', 'syntax', 2],
    ['a tab as indentation', 'spec:\n\tservice: a\n', 'syntax', 2],
    ['an alias to nothing', 'spec: *nothing\n', 'syntax', 1],
    ['an alias inside of itself', 'spec: &a\n  - *a\n', 'syntax', 1],
    ['text', 'only words\n', 'document-type', 1],
    ['a list of words', '- one\n', 'document-type', 1],
  ])('refuses %s', (_, text, rule, line) => {
    const { documents, problems } = parseOpenSlo(text);
    expect(documents).toEqual([]);
    expect(problems[0]).toMatchObject({ severity: 'error', rule, line });
  });

  it('refuses aliases that stand for a great many nodes', () => {
    const level = (name: string, below: string) =>
      `${name}: &${name} [${Array(12).fill(`*${below}`).join(', ')}]\n`;
    const text = `a: &a [x]\n${level('b', 'a')}${level('c', 'b')}${level(
      'd',
      'c',
    )}`;
    expect(parseOpenSlo(text)).toMatchObject({
      documents: [],
      problems: [{ rule: 'syntax' }],
    });
  });

  it('refuses what is nested too deeply', () => {
    const { documents, problems } = parseOpenSlo('['.repeat(100_000));
    expect(documents).toEqual([]);
    expect(problems[0]).toMatchObject({ severity: 'error', rule: 'syntax' });
    expect(problems.length).toBeLessThanOrEqual(5);
  });

  it('reads 150 levels, and refuses 250 in words of its own', () => {
    const nested = (depth: number) =>
      `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    expect(parseOpenSlo(nested(150)).problems).toEqual([]);
    expect(parseOpenSlo(nested(250))).toMatchObject({
      documents: [],
      problems: [
        {
          rule: 'syntax',
          message: 'The text is nested too deeply to be read.',
        },
      ],
    });
  });

  it('keeps a key of the name __proto__ to itself', () => {
    const [document] = parseOpenSlo('__proto__:\n  polluted: true\n').documents;
    expect(Object.keys(document.value)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      'kind',
      ': ',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '<<: ',
      '"',
      "'",
      '# c',
      '---\n',
      '|\n',
      '!!x ',
      '\t',
      '?',
      'é',
      '%YAML 1.2\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join('')),
        ),
        text => {
          const { documents, problems } = parseOpenSlo(text);
          for (const { line, column } of problems) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(column).toBeGreaterThanOrEqual(1);
          }
          for (const document of documents) {
            expect(document.positionOf(['spec', 0, 'x'])).toBeDefined();
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
