import fc from 'fast-check';
import { OrganisationTree, type TreeGroup } from './OrganisationTree';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** Any graph: with cycles, several parents, and parents that are not there. */
const anyGroups = fc.uniqueArray(
  fc.record<TreeGroup>({
    ref: fc.constantFrom(...names),
    parentRefs: fc.array(fc.constantFrom(...names, 'missing'), {
      maxLength: 3,
    }),
  }),
  { selector: ({ ref }) => ref },
);

describe('the tree of an organisation', () => {
  const tree = new OrganisationTree([
    { ref: 'company', parentRefs: [] },
    { ref: 'money', parentRefs: ['company'] },
    { ref: 'platform', parentRefs: ['company'] },
    { ref: 'payments', parentRefs: ['money'] },
    { ref: 'shared', parentRefs: ['money', 'platform'] },
    { ref: 'lost', parentRefs: ['gone'] },
  ]);

  it('knows what is above and below', () => {
    expect(tree.roots()).toEqual(['company', 'lost']);
    expect([...tree.below('money')]).toEqual(['money', 'payments', 'shared']);
    expect([...tree.above('shared')]).toEqual([
      'shared',
      'money',
      'platform',
      'company',
    ]);
    expect(tree.chainOf('shared')).toEqual(['shared', 'money', 'company']);
  });

  it('counts each group once whatever the catalog says, and ends', () => {
    fc.assert(
      fc.property(anyGroups, groups => {
        const any = new OrganisationTree(groups);
        const refs = groups.map(({ ref }) => ref);
        for (const ref of refs) {
          const chain = any.chainOf(ref);
          expect(new Set(chain).size).toBe(chain.length);
          for (const below of any.below(ref)) {
            expect(any.above(below).has(ref)).toBe(true);
          }
        }
        const fromRoots = new Set(
          any.roots().flatMap(root => [...any.below(root)]),
        );
        expect([...fromRoots].sort()).toEqual([...refs].sort());
      }),
    );
  });
});
