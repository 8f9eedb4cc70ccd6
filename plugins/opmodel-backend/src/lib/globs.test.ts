import fc from 'fast-check';
import { matchesGlob, matchesGlobOfName } from './globs';

describe('matchesGlob', () => {
  it.each([
    ['acme/shop', 'acme/shop', true],
    ['acme/*', 'acme/shop', true],
    ['acme/*', 'acme/', true],
    ['acme/*', 'acme', false],
    ['acme/*', 'acme/shop/x', false],
    ['acme/*', 'acme-evil/shop', false],
    ['acme/*', 'evil/acme/shop', false],
    ['acme/shop-*', 'acme/shop-', true],
    ['acme/*-shop*', 'acme/my-shop-2', true],
    ['acme/*-shop*', 'acme/my-sho', false],
    ['acme/**', 'acme/shop/sub/project', true],
    ['acme/**/project', 'acme/project', true],
    ['acme/**/project', 'acme/a/b/project', true],
    ['acme/**/project', 'acme/a/b/projects', false],
    ['**', 'anything/at/all', true],
    ['refs/heads/release/*', 'refs/heads/release/1.2', true],
    ['refs/heads/release/*', 'refs/heads/release/1/2', false],
    ['refs/heads/main', 'refs/heads/main\n', false],
    ['a.c', 'abc', false],
    ['(a+)+$', 'aaaa', false],
    ['', '', true],
  ])('%s on %s', (pattern, text, matches) => {
    expect(matchesGlob(pattern, text)).toBe(matches);
  });

  it('takes capitals for the same where they are', () => {
    expect(matchesGlobOfName('Acme/*', 'aCME/Shop')).toBe(true);
    expect(matchesGlob('Acme/*', 'acme/shop')).toBe(false);
  });

  it('says what the regular expression of the pattern says', () => {
    const parts = fc.array(fc.constantFrom('a', 'b', '/', '*', '.'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(parts, parts, (pattern, text) => {
        const glob = pattern.join('');
        fc.pre(!glob.split('/').includes('**'));
        const expression = new RegExp(
          `^${glob.replace(/\./g, '\\.').replace(/\*+/g, '[^/]*')}$`,
        );
        expect(matchesGlob(glob, text.join(''))).toBe(
          expression.test(text.join('')),
        );
      }),
    );
  });

  it('takes no more steps than the lengths allow, whatever a stranger sends', () => {
    const started = performance.now();
    expect(matchesGlob(`${'*a'.repeat(50)}b`, 'a'.repeat(10_000))).toBe(false);
    expect(matchesGlob(`${'**/a/'.repeat(30)}b`, 'a/'.repeat(5_000))).toBe(
      false,
    );
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
