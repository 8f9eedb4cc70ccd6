import type { FactSchema } from '@opmodel/backstage-plugin-opmodel-common';
import type { ToldFacts } from '@opmodel/backstage-plugin-opmodel-node';
import { readTold } from './readTold';

const a = 'component:default/a';
const b = 'component:default/b';
const schema: FactSchema = {
  commits: { type: 'integer', description: 'Commits' },
  files: { type: 'set', description: 'Files' },
};

const read = (...told: unknown[]) =>
  readTold(told as ToldFacts[], { of: [a, b], schema });

describe('readTold', () => {
  it('takes facts and problems', () => {
    expect(
      read(
        { entityRef: a, facts: { commits: 1, files: null } },
        { entityRef: b, problem: 'not found' },
      ),
    ).toEqual([
      { entityRef: a, facts: { commits: 1, files: null }, problem: null },
      { entityRef: b, facts: null, problem: 'not found' },
    ]);
  });

  it.each([
    [{ commits: 1.5 }, 'commits must be a whole number'],
    [{ commits: '1' }, 'commits must be a whole number'],
    [{ commits: undefined }, 'commits must be a whole number'],
    [{ commits: 1, stars: 2 }, 'stars is no fact of its provider'],
    [{ toString: 1 }, 'toString is no fact of its provider'],
    [{ commits: NaN }, 'commits must be a whole number'],
    [{ commits: Infinity }, 'commits must be a whole number'],
    [{ commits: 2 ** 53 }, 'commits must be a whole number'],
    [{ commits: 5n }, 'commits must be a whole number'],
    [{ commits: { valueOf: () => 1 } }, 'commits must be a whole number'],
    [{ files: 'x' }, expect.stringContaining('files must be a list')],
    [{ files: [{}] }, expect.stringContaining('files must be a list')],
    [
      { files: Array.from({ length: 501 }, (_, at) => `f${at}`) },
      expect.stringContaining('files must be a list of at most 500'),
    ],
    [
      { files: ['x'.repeat(2_001)] },
      expect.stringContaining('files must be a list'),
    ],
    [null, 'The provider told no facts'],
    [undefined, 'The provider told no facts'],
    ['commits', 'The provider told no facts'],
    [[1], '0 is no fact of its provider'],
    [
      JSON.parse('{"__proto__":{"commits":1}}'),
      '__proto__ is no fact of its provider',
    ],
    [{ files: ['x', 'x'] }, expect.stringContaining('files must be a list')],
  ])(
    'makes a problem of one entity of what is wrong with it (%#)',
    (facts, problem) => {
      expect(
        read({ entityRef: a, facts }, { entityRef: b, facts: { commits: 1 } }),
      ).toEqual([
        { entityRef: a, facts: null, problem },
        { entityRef: b, facts: { commits: 1 }, problem: null },
      ]);
    },
  );

  it('takes nothing of an entity that is told of twice', () => {
    expect(
      read(
        { entityRef: a, facts: { commits: 1 } },
        { entityRef: a, facts: {} },
      ),
    ).toEqual([
      {
        entityRef: a,
        facts: null,
        problem: 'The provider told of it more than once',
      },
    ]);
  });

  it('keeps as much of a problem as a database can hold', () => {
    const [long, blank] = read(
      { entityRef: a, problem: `a\0${'b'.repeat(1_000)}` },
      { entityRef: b, problem: ' ' },
    );
    expect(long.problem).toBe(`a${'b'.repeat(499)}`);
    expect(blank.problem).toBe('The provider did not say why');
  });

  it('refuses what is no answer', () => {
    expect(() => read({ entityRef: 'component:default/c', facts: {} })).toThrow(
      'The provider told of component:default/c, which it was not asked about',
    );
    for (const item of [null, undefined, 7, {}, { entityRef: { a } }]) {
      expect(() => read(item)).toThrow('which it was not asked about');
    }
    expect(() => readTold({} as ToldFacts[], { of: [a], schema })).toThrow(
      'something else than a list',
    );
  });
});
