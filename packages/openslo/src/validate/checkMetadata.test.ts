import { documentOf } from '../document/OpenSloDocument';
import { rightDocument } from '../__testUtils__/rightDocuments';
import { validateOpenSlo } from './validateOpenSlo';

/** The rules that metadata breaks, in strict mode. */
function breachesOf(
  document: 'service' | 'sliOfV2alpha',
  metadata: object,
): string[] {
  const value = rightDocument(document);
  Object.assign(value.metadata, metadata);
  return validateOpenSlo([documentOf(value)], { mode: 'strict' }).map(
    ({ rule }) => rule,
  );
}

const long = 'n'.repeat(63);
const longDomain = Array(4).fill('d'.repeat(60)).join('.');

describe('names', () => {
  it.each(['a', '7', 'a-b', '0-9', long])('may be %s', name => {
    expect(breachesOf('service', { name })).toEqual([]);
  });

  it.each(['A', 'a_b', 'a.b', '-a', 'a-', 'a b', `${long}n`, 'ä', 'a\n'])(
    'may not be %j',
    name => {
      expect(breachesOf('service', { name })).toEqual(['name']);
    },
  );
});

describe('keys of labels in v1', () => {
  it.each(['a', 'Tier', 'user_impact.eu-1', '1st', long])('may be %s', key => {
    expect(breachesOf('service', { labels: { [key]: 'x' } })).toEqual([]);
  });

  it.each(['', '_a', 'a_', '.a', 'a.', '-a', 'a-', 'a/b', 'a b', `${long}n`])(
    'may not be %j',
    key => {
      expect(breachesOf('service', { labels: { [key]: 'x' } })).toEqual([
        'label-key',
      ]);
    },
  );
});

describe('keys of annotations, and of labels in v2alpha', () => {
  it.each(['a', long, 'example.com/a', 'host/A.b_c', `${longDomain}/${long}`])(
    'may be %s',
    key => {
      expect(breachesOf('service', { annotations: { [key]: 'x' } })).toEqual(
        [],
      );
      expect(breachesOf('sliOfV2alpha', { labels: { [key]: 'x' } })).toEqual(
        [],
      );
    },
  );

  it.each([
    '',
    '/',
    'example.com/',
    '/a',
    'a/b/c',
    'Example.com/a',
    'exa_mple.com/a',
    'example..com/a',
    '-example.com/a',
    'example.com./a',
    'example.com/_a',
    `${longDomain}.${'d'.repeat(20)}/a`,
    `example.com/${long}n`,
  ])('may not be %j', key => {
    expect(breachesOf('service', { annotations: { [key]: 'x' } })).toEqual([
      'annotation-key',
    ]);
    expect(breachesOf('sliOfV2alpha', { labels: { [key]: 'x' } })).toEqual([
      'label-key',
    ]);
  });
});

describe('values of labels', () => {
  it('may be a text, a list of texts, or nothing, in v1', () => {
    const labels = { a: 'Two words', b: ['x', ''], c: [], d: '' };
    expect(breachesOf('service', { labels })).toEqual([]);
  });

  it('are short and in lower case in v2alpha', () => {
    const labels = { a: 'my-label', b: 'my.domain_1', c: '' };
    expect(breachesOf('sliOfV2alpha', { labels })).toEqual([]);
    expect(
      breachesOf('sliOfV2alpha', {
        labels: { a: 'Upper', b: '-x', c: 'x'.repeat(64), d: ['x'] },
      }),
    ).toEqual(Array(4).fill('label-value'));
  });
});
