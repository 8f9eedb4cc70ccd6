import fc from 'fast-check';
import { convertToV1 } from '../convert/convertToV1';
import { documentOf } from '../document/OpenSloDocument';
import { parseOpenSlo } from '../document/parseOpenSlo';
import { keepSource, sourceOf } from '../document/sources';
import {
  anyV1alphaSlo,
  anyV1Document,
  anyV2alphaSlo,
} from '../__testUtils__/arbitraryDocuments';
import { exampleFiles } from '../__testUtils__/examples';
import { mutationsOf } from '../__testUtils__/mutateDocument';
import { commentsOf } from './commentsOf';
import { writeAllOpenSlo, writeOpenSlo } from './writeOpenSlo';

const valuesOf = (text: string) => {
  const { documents, problems } = parseOpenSlo(text);
  expect(problems).toEqual([]);
  return documents.map(({ value }) => value);
};

/** A document with something else in it, as an editor makes it. */
const changed = (text: string, change: (value: any) => void) => {
  const [document] = parseOpenSlo(text).documents;
  const value = JSON.parse(JSON.stringify(document.value));
  change(value);
  return keepSource(documentOf(value), sourceOf(document));
};

describe('writeOpenSlo', () => {
  it.each([
    ['v1', anyV1Document],
    ['v2alpha', anyV2alphaSlo],
    ['v1alpha', anyV1alphaSlo],
    ['broken', mutationsOf(anyV1Document)],
    ['any', fc.object({ withNullPrototype: false, withBigInt: false })],
  ])('writes what is read again as the same: %s', (_, documents) => {
    fc.assert(
      fc.property(documents as fc.Arbitrary<object>, value => {
        // Undefined and the like are nothing that a text can say.
        const plain = JSON.parse(JSON.stringify(value));
        const text = writeOpenSlo(documentOf(plain));
        expect(text.endsWith('\n')).toBe(true);
        expect(valuesOf(text)).toEqual([plain]);
        const [read] = parseOpenSlo(text).documents;
        expect(writeOpenSlo(read)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it.each(exampleFiles)(
    'writes $file back with its comments and in its order',
    ({ text }) => {
      const { documents } = parseOpenSlo(text);
      expect(writeAllOpenSlo(documents)).toBe(text);
    },
  );

  it('keeps comments where something is changed, added and taken out', () => {
    const document = changed(
      `# head
kind: SLO # of checkout
spec:
  # how good
  target: 0.990 # two nines
  # goes with what it is about
  gone: 1
  list:
    # one
    - a # first
    - b # second
# end
`,
      value => {
        value.spec.target = 0.995;
        value.spec.added = { deep: [1] };
        value.spec.list = ['a', 'c', 'd'];
        delete value.spec.gone;
      },
    );
    const text = writeOpenSlo(document);
    expect(valuesOf(text)).toEqual([document.value]);
    expect(text).toContain('target: 0.995 # two nines');
    expect(commentsOf(text).sort()).toEqual([
      '# end',
      '# first',
      '# goes with what it is about',
      '# head',
      '# how good',
      '# of checkout',
      '# one',
      '# second',
      '# two nines',
    ]);
  });

  it('keeps every comment of what was converted', () => {
    fc.assert(
      fc.property(fc.oneof(anyV2alphaSlo, anyV1alphaSlo), value => {
        const plain = writeOpenSlo(documentOf(value));
        // A comment behind each line that can have one.
        const text = plain
          .split('\n')
          .map((line, index) =>
            /^ *[a-zA-Z]+: ?[a-z0-9.]*$/.test(line)
              ? `${line} # c${index}`
              : line,
          )
          .join('\n');
        const { documents } = parseOpenSlo(text);
        expect(documents[0].value).toEqual(valuesOf(plain)[0]);
        const converted = convertToV1(documents).documents;
        const written = writeAllOpenSlo(converted);
        expect(valuesOf(written)).toEqual(
          converted.map(document => document.value),
        );
        expect(new Set(commentsOf(written))).toEqual(new Set(commentsOf(text)));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps anchors and aliases of what is unchanged', () => {
    const text = 'a: &x\n  query: up\nb:\n  <<: *x\nc: *x\n';
    const [document] = parseOpenSlo(text).documents;
    expect(writeOpenSlo(document)).toBe(text);
  });

  it('writes out aliases of what is changed, or what is an item of a list', () => {
    const document = changed('a: &x { query: up }\nb: *x\n', value => {
      value.a.query = 'down';
    });
    expect(valuesOf(writeOpenSlo(document))).toEqual([
      { a: { query: 'down' }, b: { query: 'up' } },
    ]);
    const { documents } = parseOpenSlo('- a: &x { b: 1 }\n- c: *x\n');
    expect(valuesOf(writeAllOpenSlo(documents))).toEqual([
      { a: { b: 1 } },
      { c: { b: 1 } },
    ]);
  });

  it('writes numbers as they were', () => {
    const text = 'a: 99.90\nb: 1e3\nc: 12345678901234567890\nd: 0x1F\n';
    const [document] = parseOpenSlo(text).documents;
    expect(writeOpenSlo(document)).toBe(text);
  });

  it('keeps the line breaks at the end of a text', () => {
    for (const last of ['x', 'x\n', 'x\n\n\n', '\n', '']) {
      const text = writeAllOpenSlo([
        documentOf({ a: 1, last }),
        documentOf({ last }),
      ]);
      const { documents } = parseOpenSlo(text);
      const edited = keepSource(
        documentOf({ last, b: 2 }),
        sourceOf(documents[1]),
      );
      expect(valuesOf(writeAllOpenSlo(documents))).toEqual([
        { a: 1, last },
        { last },
      ]);
      expect(valuesOf(writeOpenSlo(edited))).toEqual([{ last, b: 2 }]);
    }
  });

  it('writes several documents to one text', () => {
    const text = writeAllOpenSlo([documentOf({ a: 1 }), documentOf({ b: 2 })]);
    expect(text).toBe('a: 1\n---\nb: 2\n');
  });
});
