import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { toYaml } from './toYaml';

describe('toYaml', () => {
  it('is easy to read', () => {
    expect(
      toYaml([
        {
          groups: [
            {
              name: 'opmodel/default/a/0',
              interval: '5m',
              rules: [
                {
                  record: 'opmodel_slo:bad:ratio',
                  expr: 'sum(x{a="b"})\nand y',
                  labels: { slo: 'a', objective: '0' },
                  nothing: undefined,
                },
              ],
            },
          ],
          none: [],
          empty: {},
          number: 99.9,
          truth: 'true',
        },
        { second: 'document' },
      ]),
    ).toBe(
      [
        'groups:',
        '  - name: opmodel/default/a/0',
        '    interval: "5m"',
        '    rules:',
        '      - record: "opmodel_slo:bad:ratio"',
        '        expr: |-',
        '          sum(x{a="b"})',
        '          and y',
        '        labels:',
        '          slo: a',
        '          objective: "0"',
        'none: []',
        'empty: {}',
        'number: 99.9',
        'truth: "true"',
        '---',
        'second: document',
        '',
      ].join('\n'),
    );
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        '"',
        '\n',
        ' ',
        '\t',
        ':',
        '#',
        '{',
        '-',
        '\\',
        '\r',
        '\u0085',
        '\u2028',
      ),
    }),
    fc.constantFrom(
      'yes',
      'No',
      'null',
      '~',
      '1e3',
      '0x1F',
      '2026-01-01',
      '',
      '- a',
      'a: b',
      '|-',
      '---',
    ),
  );
  const { node } = fc.letrec<{ node: unknown }>(tie => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      text,
      fc.integer(),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(it => it || 0),
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(text, tie('node'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  const document = fc.dictionary(text, node, {
    maxKeys: 5,
    noNullPrototype: true,
  });

  it('says to a parser what it was given', () => {
    fc.assert(
      fc.property(document, value => {
        expect(parse(toYaml([value]))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it('divides documents', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 1 }), documents => {
        expect(
          (parseAllDocuments(toYaml(documents)) as { toJS(): unknown }[]).map(
            it => it.toJS(),
          ),
        ).toEqual(documents);
      }),
    );
  });
});
