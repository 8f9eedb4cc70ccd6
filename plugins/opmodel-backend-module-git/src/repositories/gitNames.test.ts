import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { requireBranchName, requireRepositoryPath } from './gitNames';

const accepts = (name: string) => {
  try {
    return requireBranchName(name) === name;
  } catch {
    return false;
  }
};

describe('requireBranchName', () => {
  it.each(['main', 'release/1.2', 'feature/ä', 'a-b_c.d', 'x@y'])(
    'takes %s',
    name => {
      expect(accepts(name)).toBe(true);
    },
  );

  it.each([
    '',
    '-c',
    '--exec=x',
    'a b',
    'a..b',
    'a:b',
    'a~1',
    'a^',
    'a*',
    'a?',
    'a[b',
    'a\\b',
    'a/',
    '/a',
    'a//b',
    'a.',
    '.a',
    'a/.b',
    'a.lock',
    'a.lock/b',
    '@',
    'a@{1}',
    'a\nb',
    'x'.repeat(251),
  ])('refuses %j', name => {
    expect(accepts(name)).toBe(false);
  });

  it('takes nothing that git itself refuses', () => {
    const characters = fc.constantFrom(
      ...'ab-./@{}~^:?*[\\ \t\u007f'.split(''),
      'lock',
    );
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 8 }), name => {
        const { status } = spawnSync('git', [
          'check-ref-format',
          `refs/heads/${name}`,
        ]);
        expect({ name, isRefused: accepts(name) && status !== 0 }).toEqual({
          name,
          isRefused: false,
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('requireRepositoryPath', () => {
  it.each([
    ['services/cart', 'services/cart'],
    ['./services//cart/', 'services/cart'],
    ['/services/cart', 'services/cart'],
    ['.', undefined],
    ['/', undefined],
  ])('reads %j', (folder, path) => {
    expect(requireRepositoryPath(folder)).toBe(path);
  });

  it.each(['..', 'a/../../b', 'a\\b', 'a\u0000b', 'x'.repeat(501)])(
    'refuses %j',
    folder => {
      expect(() => requireRepositoryPath(folder)).toThrow(
        /not a folder within a repository/,
      );
    },
  );
});
