import { matchPattern } from './matchPattern';

describe('matchPattern', () => {
  it.each([
    ['*', 'a/b.ts', true],
    ['*.ts', 'a/b.ts', true],
    ['*.ts', 'a/b.js', false],
    ['/*.ts', 'a/b.ts', false],
    ['/docs/', 'docs/a/b.md', true],
    ['/docs/', 'a/docs/b.md', false],
    ['docs/', 'a/docs/b.md', true],
    ['docs/', 'docs', false],
    ['docs/*', 'docs/a.md', true],
    ['docs/*', 'docs/a/b.md', false],
    ['/docs', 'docs/a/b.md', true],
    ['/docs', 'docs', true],
    ['/docs', 'docs-old/a', false],
    ['apps/web', 'apps/web/a.ts', true],
    ['apps/web', 'other/apps/web/a.ts', false],
    ['**/logs', 'build/logs/a.txt', true],
    ['/build/**/a.txt', 'build/x/y/a.txt', true],
    ['/build/**/a.txt', 'build/a.txt', true],
    ['/services/*/db/', 'services/cart/db/a.sql', true],
    ['/services/*/db/', 'services/cart/api/db/a.sql', false],
    ['c?rt', 'services/cart/a', true],
    ['/', 'a', true],
    ['/.', 'a', false],
  ])('reads %s of GitHub: %s is %s', (pattern, path, expected) => {
    expect(matchPattern(pattern, path, 'github')).toBe(expected);
  });

  it.each([
    ['*', 'a/b.ts', true],
    ['apps/web/', 'other/apps/web/a.ts', true],
    ['/apps/web/', 'other/apps/web/a.ts', false],
    ['/docs', 'docs/a.md', false],
    ['/docs/*', 'docs/a.md', true],
    ['/docs/*', 'docs/a/b.md', false],
    ['/docs/**/*.md', 'docs/a/b.md', true],
  ])('reads %s of GitLab: %s is %s', (pattern, path, expected) => {
    expect(matchPattern(pattern, path, 'gitlab')).toBe(expected);
  });

  it('does not take long over a pattern that was made to be slow', () => {
    const before = Date.now();
    const path = `${'a'.repeat(5_000)}/${'a/'.repeat(2_000)}b`;
    expect(matchPattern(`${'*a'.repeat(300)}c`, path, 'github')).toBe(false);
    expect(matchPattern(`${'**/a/'.repeat(150)}c`, path, 'github')).toBe(false);
    expect(Date.now() - before).toBeLessThan(5_000);
  });
});
