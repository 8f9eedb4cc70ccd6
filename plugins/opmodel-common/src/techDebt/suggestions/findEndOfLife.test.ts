import fc from 'fast-check';
import { addDays } from '../../calendar/days';
import { endOfLifeFacts } from './endOfLifeFacts';
import type { EndOfLifeTable } from './endOfLifeTable';
import { findEndOfLife } from './findEndOfLife';

const today = '2026-11-23';

function lookUp(product: string, version: string, day = today) {
  return findEndOfLife(endOfLifeFacts, { product, version }, day);
}

describe('findEndOfLife', () => {
  it.each([
    ['nodejs', '18.19.0', '18'],
    ['nodejs', 'v18', '18'],
    ['nodejs', 'Hydrogen', '18'],
    ['python', '3.9.7', '3.9'],
    ['python', '3.10.4', '3.10'],
    ['python', '3.1.4', undefined],
    ['python', '3', undefined],
    ['go', '1.21rc2', '1.21'],
    ['java', '17.0.8', '17'],
    ['dotnet', '6.0.400', '6'],
    ['dotnet', '3.1.26', '3.1'],
    ['postgresql', '9.6.24', '9.6'],
    ['postgresql', '9', undefined],
    ['debian', 'bullseye', '11'],
    ['debian', '11.7', '11'],
    ['ubuntu', '22.04', '22.04'],
    ['nodejs', '180', undefined],
    ['nodejs', 'latest', undefined],
    ['nodejs', '', undefined],
    ['kiln', '1', undefined],
  ])('finds the cycle of %s %s: %s', (product, version, cycle) => {
    expect(lookUp(product, version).cycle?.cycle).toBe(cycle);
  });

  it.each([
    // Node.js 18 was supported until 2025-04-30.
    ['2025-04-30', { type: 'ending', days: 0 }],
    ['2025-05-01', { type: 'ended', since: '2025-04-30', days: 1 }],
    ['2024-11-01', { type: 'ending', days: 180 }],
    ['2024-10-31', { type: 'security_only' }],
    ['2023-10-18', { type: 'supported' }],
    ['2023-10-19', { type: 'security_only' }],
  ])('says on %s of Node.js 18 that it is %j', (day, status) => {
    expect(lookUp('nodejs', '18.1', day).status).toEqual(status);
  });

  it('does not take what it does not know for supported', () => {
    expect(lookUp('kiln', '1').status).toEqual({
      type: 'unknown',
      reason: 'product',
    });
    expect(lookUp('nodejs', '99').status).toEqual({
      type: 'unknown',
      reason: 'version',
    });
    expect(lookUp('go', '1.26').status).toEqual({
      type: 'unknown',
      reason: 'end',
    });
  });

  it('takes the longest cycle that a version begins with, in whatever order they stand', () => {
    const cycle = (name: string) => ({
      cycle: name,
      aliases: [],
      releasedOn: null,
      activeUntil: null,
      endsOn: '2030-01-01',
    });
    const anyVersion = fc
      .array(fc.nat(3), { minLength: 1, maxLength: 4 })
      .map(parts => parts.join('.'));
    fc.assert(
      fc.property(
        fc.uniqueArray(anyVersion, { maxLength: 12 }),
        anyVersion,
        (names, version) => {
          const table: EndOfLifeTable = {
            compiledOn: today,
            products: [
              {
                id: 'kiln',
                name: 'Kiln',
                kind: 'runtime',
                sourceUrl: 'https://kiln.example.com/',
                cycles: names.map(cycle),
              },
            ],
          };
          const expected = names
            .filter(name => `${version}.`.startsWith(`${name}.`))
            .sort((a, b) => b.length - a.length)[0];
          expect(
            findEndOfLife(table, { product: 'kiln', version }, today).cycle
              ?.cycle,
          ).toBe(expected);
        },
      ),
    );
  });

  it('grows only worse with time', () => {
    const ranks = ['supported', 'security_only', 'ending', 'ended'];
    const known = endOfLifeFacts.products.flatMap(({ id, cycles }) =>
      cycles
        .filter(({ endsOn }) => endsOn !== null)
        .map(({ cycle }) => ({ product: id, version: cycle })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...known),
        fc.nat(6_000),
        fc.nat(2_000),
        (use, from, more) => {
          const [first, second] = [from, from + more].map(days =>
            findEndOfLife(endOfLifeFacts, use, addDays('2014-01-01', days)),
          );
          expect(ranks.indexOf(second.status.type)).toBeGreaterThanOrEqual(
            ranks.indexOf(first.status.type),
          );
          expect(ranks).toContain(first.status.type);
        },
      ),
    );
  });
});

describe('the table that is shipped', () => {
  it('has the products that repositories name', () => {
    expect(endOfLifeFacts.products.map(({ id }) => id)).toEqual([
      'nodejs',
      'python',
      'java',
      'dotnet',
      'go',
      'ruby',
      'php',
      'postgresql',
      'mysql',
      'redis',
      'elasticsearch',
      'kubernetes',
      'debian',
      'ubuntu',
      'alpine',
      'spring-boot',
      'django',
      'rails',
      'angular',
    ]);
  });

  it('names a page with https, and days in their order', () => {
    for (const { sourceUrl, cycles } of endOfLifeFacts.products) {
      expect(sourceUrl).toMatch(/^https:\/\//);
      for (const { releasedOn, activeUntil, endsOn } of cycles) {
        const days = [releasedOn, activeUntil, endsOn].filter(
          day => day !== null,
        );
        expect(days).toEqual([...days].sort());
      }
    }
  });

  it('gives each of its names to one cycle', () => {
    for (const { cycles } of endOfLifeFacts.products) {
      const names = cycles.flatMap(({ cycle, aliases }) => [cycle, ...aliases]);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
