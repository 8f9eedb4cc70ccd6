import fc from 'fast-check';
import { RE2JS } from 're2js';
import { countInstructions } from './countInstructions';

describe('countInstructions', () => {
  it.each([
    'a',
    '^(feature|bugfix)/[a-z]+$',
    '[a-f0-9]{8}-([a-f0-9]{4}-){3}[a-f0-9]{12}',
    '(a{10}){20}',
    '(?i)pays?',
    '[]a]{3}',
    '[^\\]]{3}',
    '\\{2\\}',
    'a{2,}',
    'a{0,30}',
    '(?:(?:x{3})+y){4}',
  ])('counts no fewer than there are: %s', pattern => {
    const found = RE2JS.compile(pattern).programSize();
    expect(countInstructions(pattern) + 8).toBeGreaterThanOrEqual(found);
  });

  it('leaves the usual patterns far from what is too large', () => {
    for (const pattern of [
      '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      '^v?[0-9]{1,3}[.][0-9]{1,3}[.][0-9]{1,3}$',
      '^[a-z][a-z0-9-]{2,62}$',
    ]) {
      expect(countInstructions(pattern)).toBeLessThan(400);
    }
  });

  it('counts what lies in each other', () => {
    expect(countInstructions('(a{1000}){9}')).toBeGreaterThan(9_000);
    expect(countInstructions('((a{0,30}){0,30}){0,30}')).toBeGreaterThan(
      27_000,
    );
  });

  it('counts no fewer than there are in whatever is put together', () => {
    const { pattern } = fc.letrec<{ pattern: string }>(tie => ({
      pattern: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('a', '[a-c]', '\\d', '.', 'ab', '\\}', '[}\\]]'),
        fc
          .tuple(
            tie('pattern'),
            fc.constantFrom('{3}', '{2,}', '{0,4}', '*', '+?', '?'),
          )
          .map(([part, times]) => `(${part})${times}`),
        fc.tuple(tie('pattern'), tie('pattern')).map(parts => parts.join('')),
        fc.tuple(tie('pattern'), tie('pattern')).map(parts => parts.join('|')),
      ),
    }));
    fc.assert(
      fc.property(pattern, source => {
        let found;
        try {
          found = RE2JS.compile(source).programSize();
        } catch {
          return;
        }
        expect(countInstructions(source) * 2 + 8).toBeGreaterThanOrEqual(found);
      }),
    );
  });

  it('ends for every text', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(countInstructions(text)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
