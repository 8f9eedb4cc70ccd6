import fc from 'fast-check';
import { compareVersions, lowestVersion } from './lowestVersion';

describe('lowestVersion', () => {
  it.each([
    ['18', '18', false],
    ['18.19.1', '18.19.1', false],
    ['v18.19.1', '18.19.1', false],
    ['=18.1', '18.1', false],
    ['==3.9.7', '3.9.7', false],
    ['==3.8.*', '3.8', true],
    ['18.x', '18', true],
    ['^18.2.0', '18.2.0', true],
    ['~18.2', '18.2', true],
    ['~> 3.1', '3.1', true],
    ['~=3.9', '3.9', true],
    ['>=18', '18', true],
    ['>= 18 < 21', '18', true],
    ['>=3.8,<4', '3.8', true],
    ['<4,>=3.8', '3.8', true],
    ['>=3.6, !=3.7.*, >=3.8', '3.8', true],
    ['>3.8', '3.8', true],
    ['14 - 18', '14', true],
    ['16 || 18 || 20', '16', true],
    ['^8.0 | ^7.4', '7.4', true],
    ['>=3.10', '3.10', true],
    ['^3.10 || ^3.9', '3.9', true],
    ['3.9.1rc2', '3.9.1', false],
  ])('reads %s as %s', (range, version, isRange) => {
    expect(lowestVersion(range)).toEqual({ version, isRange });
  });

  it.each(['', '*', 'x', 'latest', '<20', '!=3.7', '18 || *', '1'.repeat(300)])(
    'finds no lowest version in %j',
    range => {
      expect(lowestVersion(range)).toBeNull();
    },
  );

  it('reads > as npm does where it is asked to', () => {
    expect(lowestVersion('>18', 'next')?.version).toBe('19');
    expect(lowestVersion('>18.2', 'next')?.version).toBe('18.3');
  });

  it('is the lowest of the alternatives and the highest of the terms', () => {
    const anyVersion = fc
      .tuple(fc.nat(30), fc.nat(30))
      .map(parts => parts.join('.'));
    const anyTerms = fc.array(anyVersion, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(anyTerms, { minLength: 1, maxLength: 4 }),
        alternatives => {
          const range = alternatives
            .map(terms => terms.map(version => `>=${version}`).join(' '))
            .join(' || ');
          const expected = alternatives
            .map(terms => [...terms].sort(compareVersions).at(-1)!)
            .sort(compareVersions)[0];
          expect(compareVersions(lowestVersion(range)!.version, expected)).toBe(
            0,
          );
        },
      ),
    );
  });

  it('throws at nothing, and names numbers alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), range => {
        expect(lowestVersion(range)?.version ?? '0').toMatch(/^\d+(\.\d+)*$/);
      }),
    );
  });
});
