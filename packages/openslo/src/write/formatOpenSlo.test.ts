import fc from 'fast-check';
import { documentOf } from '../document/OpenSloDocument';
import { parseOpenSlo } from '../document/parseOpenSlo';
import { anyV1Document } from '../__testUtils__/arbitraryDocuments';
import { exampleFiles } from '../__testUtils__/examples';
import { commentsOf } from './commentsOf';
import { formatOpenSlo } from './formatOpenSlo';
import { writeAllOpenSlo } from './writeOpenSlo';

const format = (text: string) => formatOpenSlo(text).text;
const valuesOf = (text: string) =>
  parseOpenSlo(text).documents.map(({ value }) => value);

describe('formatOpenSlo', () => {
  it('sets YAML the usual way', () => {
    expect(
      formatOpenSlo(
        `---\r\n\r\nkind:   SLO\r\nspec:\r\n    objectives:\r\n    -   target:  0.990\r\n        more: {a: 1}\r\n---\r\nkind: SLI\r\n...\r\n`,
      ),
    ).toEqual({
      text: `kind: SLO
spec:
  objectives:
    - target: 0.990
      more: { a: 1 }
---
kind: SLI
`,
      problems: [],
    });
  });

  it('keeps long lines, blocks of text and quotes', () => {
    const text = `a: ${'word '.repeat(60)}end
b: |
  two
  lines
c: >-
  folded text whose lines are filled up to eighty signs and that goes on in the
  next line
d: 'quoted'
e: "double"
`;
    expect(format(text)).toBe(text);
  });

  it('keeps comments on their side of the line between documents', () => {
    const text = `# of the first
kind: SLO

# still of the first
---
# of the second

kind: SLI
`;
    expect(format(text)).toBe(text);
  });

  it.each(exampleFiles)('finds nothing to do in $file', ({ text }) => {
    expect(formatOpenSlo(text)).toEqual({ text, problems: [] });
  });

  it.each(['', '\n', '# only a comment\n', '---\n'])(
    'takes %j for a text without documents',
    text => {
      const once = format(text);
      expect(format(once)).toBe(once);
      expect(commentsOf(once)).toEqual(commentsOf(text));
    },
  );

  it('keeps line breaks at the end of a text', () => {
    const text = 'a: |+\n  x\n\n\n---\nb: |+\n  y\n\n';
    expect(formatOpenSlo(text)).toEqual({ text, problems: [] });
  });

  it('leaves what it cannot read, and says why', () => {
    const text = 'kind: [\n';
    const { text: left, problems } = formatOpenSlo(text, { file: 'a.yaml' });
    expect(left).toBe(text);
    expect(problems[0]).toMatchObject({
      severity: 'error',
      rule: 'syntax',
      file: 'a.yaml',
    });
  });

  it('leaves JSON as JSON, with its numbers', () => {
    expect(
      format(
        '{"kind":"SLO","spec":{"a":[],"b":{},"n":1e400,"m":0.10,"t":"é\\n","u":null,"v":true}}',
      ),
    ).toBe(`{
  "kind": "SLO",
  "spec": {
    "a": [],
    "b": {},
    "n": 1e400,
    "m": 0.10,
    "t": "é\\n",
    "u": null,
    "v": true
  }
}
`);
    fc.assert(
      fc.property(anyV1Document, fc.nat({ max: 4 }), (value, indent) => {
        const once = format(JSON.stringify(value, null, indent));
        expect(JSON.parse(once)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(format(once)).toBe(once);
      }),
      { numRuns: 100 },
    );
  });

  it('changes nothing that is formatted, and loses neither values nor comments', () => {
    const comment = fc.constantFrom('', ' # c', ' #', '  # two # marks');
    const between = fc.constantFrom('', '\n', '# alone\n', '\n# apart\n\n');
    fc.assert(
      fc.property(
        fc.array(anyV1Document, { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(comment, between), { minLength: 1, maxLength: 12 }),
        (values, additions) => {
          const plain = writeAllOpenSlo(values.map(value => documentOf(value)));
          const lines = plain.split('\n');
          const text = lines
            .map((line, index) => {
              const [behind, before] = additions[index % additions.length];
              // Not inside of texts that have several lines.
              return /^ *(- )?[a-zA-Z]+: ?[a-z0-9./-]*$/.test(line)
                ? `${before}${line}${behind}`
                : line;
            })
            .join('\n');
          fc.pre(parseOpenSlo(text).problems.length === 0);
          const { text: once } = formatOpenSlo(text);
          expect(format(once)).toBe(once);
          expect(valuesOf(once)).toEqual(valuesOf(text));
          expect(commentsOf(once)).toEqual(commentsOf(text));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('can format nearly everything, rather than leave it', () => {
    let left = 0;
    let seen = 0;
    fc.assert(
      fc.property(anyV1Document, value => {
        const text = JSON.stringify(value, null, 1).replace(/^\{/, '# c\n{');
        seen += 1;
        left += formatOpenSlo(text).problems.length;
      }),
      { numRuns: 100 },
    );
    expect(left / seen).toBeLessThan(0.01);
  });

  it('is idempotent, whatever the text', () => {
    const piece = fc.constantFrom(
      'a: ',
      'b: 1\n',
      '- ',
      '  ',
      '\n',
      '# c\n',
      ' # d\n',
      '{ x: 1 }\n',
      '[1, 2]\n',
      '---\n',
      '|\n  text\n',
      '"q"\n',
      '? ',
      ': ',
      '...\n',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }).map(pieces => pieces.join('')),
        text => {
          const once = format(text);
          expect(format(once)).toBe(once);
          expect(valuesOf(once)).toEqual(valuesOf(text));
          expect(commentsOf(once).sort()).toEqual(commentsOf(text).sort());
        },
      ),
      { numRuns: 500 },
    );
  });
});
