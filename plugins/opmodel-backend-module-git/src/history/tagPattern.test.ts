import fc from 'fast-check';
import { compileTagPattern } from './tagPattern';

const values = { component: 'cart', path: 'services/cart' };

describe('compileTagPattern', () => {
  it.each([
    ['{version}', 'v1.2.3', '1.2.3'],
    ['{version}', '1.2.3', '1.2.3'],
    ['{version}', '2026.03.01+build.7', '2026.03.01+build.7'],
    ['{component}-{version}', 'cart-v1.2.3', '1.2.3'],
    ['{path}@v{version}', 'services/cart@v1.2.3', '1.2.3'],
    ['release-*', 'release-may/2', null],
    ['*/{version}', 'a/b/v1.2.3', '1.2.3'],
    ['a.b(c)[d]', 'a.b(c)[d]', null],
  ])('%s takes %s', (pattern, tag, version) => {
    expect(compileTagPattern(pattern, values).match(tag)).toEqual({ version });
  });

  it.each([
    ['{version}', 'v1.2.3-rc.1'],
    ['{version}', 'v1.2'],
    ['{version}', 'xv1.2.3'],
    ['{version}', 'v1.2.3\n'],
    ['{component}-{version}', 'pay-v1.2.3'],
    ['a.b', 'axb'],
    ['release-*', 'prerelease-1'],
  ])('%s leaves %s', (pattern, tag) => {
    expect(compileTagPattern(pattern, values).match(tag)).toBeUndefined();
  });

  it.each([
    ['', /1 to 200 characters/],
    ['x'.repeat(201), /1 to 200 characters/],
    ['*a*b*c*', /at most 3 wildcards/],
    ['{version}{version}', /once/],
    ['{semver}', /Expected {version}, {component} or {path}/],
  ])('refuses %j', (pattern, message) => {
    expect(() => compileTagPattern(pattern, values)).toThrow(message);
  });

  it('refuses {path} for an entity without one', () => {
    expect(() => compileTagPattern('{path}', { component: 'cart' })).toThrow(
      /has no opmodel.io\/path/,
    );
  });

  it('takes every text without a placeholder for itself', () => {
    fc.assert(
      fc.property(
        fc
          .string({ minLength: 1, maxLength: 50 })
          .filter(text => !/[*{}]/.test(text)),
        text => {
          const pattern = compileTagPattern(text, values);
          expect(pattern.match(text)).toEqual({ version: null });
          expect(pattern.match(`${text}x`)).toBeUndefined();
        },
      ),
    );
  });
});
