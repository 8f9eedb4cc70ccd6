import fc from 'fast-check';
import { diffFacts } from './diffFacts';
import type { FactValues } from './FactStore';

const values: fc.Arbitrary<FactValues> = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'constructor', 'toString'),
  fc.oneof(
    fc.boolean(),
    fc.integer({ min: 0, max: 3 }),
    fc.constant(null),
    fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
  ),
);

/** What was known, from what is told now and what was different. */
const undo = (
  told: FactValues,
  { before, added }: ReturnType<typeof diffFacts> & {},
) =>
  Object.fromEntries([
    ...Object.entries(told).filter(([name]) => !added.includes(name)),
    ...Object.entries(before),
  ]);

describe('diffFacts', () => {
  it('tells values before and names that are new', () => {
    expect(
      diffFacts({ a: 1, b: true, c: null }, { a: 2, b: true, d: 'x' }),
    ).toEqual({ before: { a: 1, c: null }, added: ['d'] });
  });

  it('takes sets for what is in them', () => {
    expect(diffFacts({ a: ['x', 'y'] }, { a: ['y', 'x'] })).toBeNull();
    expect(diffFacts({ a: ['x', 'y'] }, { a: ['x', 'z'] })).not.toBeNull();
    expect(diffFacts({ a: ['x'] }, { a: [] })).toEqual({
      before: { a: ['x'] },
      added: [],
    });
  });

  it('knows a value that is null from one that is not told', () => {
    expect(diffFacts({ a: null }, {})).toEqual({
      before: { a: null },
      added: [],
    });
    expect(diffFacts({}, { a: null })).toEqual({ before: {}, added: ['a'] });
    expect(diffFacts({ a: null }, { a: null })).toBeNull();
  });

  it('can be undone', () => {
    fc.assert(
      fc.property(values, values, (known, told) => {
        const difference = diffFacts(known, told);
        const before = difference ? undo(told, difference) : told;
        expect(diffFacts(known, before)).toBeNull();
        expect(Object.keys(before).sort()).toEqual(Object.keys(known).sort());
      }),
    );
  });
});
