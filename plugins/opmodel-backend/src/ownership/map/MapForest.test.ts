import fc from 'fast-check';
import { MapForest } from './MapForest';
import type { MapContainer, MapHold } from './MapStore';
import { selectContainers } from './selectContainers';

const refs = 'abcdefghij'.split('').map(name => `group:default/${name}`);
const anyRef = fc.constantFrom(...refs);

const container = (ref: string): MapContainer => ({
  ref,
  kind: 'group',
  title: ref,
  type: 'team',
  tier: null,
});

/** Groups with any parents, circles and parents that do not exist among them, of which some can be seen. */
const worlds = fc.record({
  holds: fc.array(fc.record({ ref: anyRef, aboveRef: anyRef }), {
    maxLength: 25,
  }),
  seen: fc.uniqueArray(anyRef).map(list => [...list].sort()),
});

const forestOf = ({ holds, seen }: { holds: MapHold[]; seen: string[] }) =>
  new MapForest(seen.map(container), holds);

/** Whether a way leads up from one to another through hidden ones alone, found without the forest. */
function hangsOn(
  ref: string,
  above: string,
  { holds, seen }: { holds: MapHold[]; seen: string[] },
): boolean {
  const waiting = [ref];
  const visited = new Set<string>();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const hold of holds) {
      if (hold.ref === at) {
        if (hold.aboveRef === above) {
          return true;
        }
        if (!seen.includes(hold.aboveRef) && !visited.has(hold.aboveRef)) {
          visited.add(hold.aboveRef);
          waiting.push(hold.aboveRef);
        }
      }
    }
  }
  return false;
}

describe('MapForest', () => {
  it('holds what may be seen, each below all its nearest visible parents', () => {
    fc.assert(
      fc.property(worlds, world => {
        const forest = forestOf(world);
        for (const ref of world.seen) {
          expect([...forest.parentsOf(ref)].sort()).toEqual(
            world.seen.filter(
              above => above !== ref && hangsOn(ref, above, world),
            ),
          );
        }
      }),
    );
  });

  it('reaches everything from its roots, and ends', () => {
    fc.assert(
      fc.property(worlds, world => {
        const forest = forestOf(world);
        const reached = new Set(
          forest.roots().flatMap(root => [...forest.below(root)]),
        );
        expect([...reached].sort()).toEqual(world.seen);
      }),
    );
  });

  it('tells of nothing hidden', () => {
    fc.assert(
      fc.property(worlds, world => {
        const forest = forestOf(world);
        const told = [
          ...forest.roots(),
          ...world.seen.flatMap(ref => [
            ...forest.childrenOf(ref),
            ...forest.parentsOf(ref),
            ...forest.above(ref),
            ...forest.pathTo(ref).map(step => step.ref),
          ]),
          ...refs.flatMap(ref => forest.placesUnder([ref])),
        ];
        expect(told.filter(ref => !world.seen.includes(ref))).toEqual([]);
      }),
    );
  });

  it('stands for what is hidden exactly where what hangs on it is found', () => {
    fc.assert(
      fc.property(worlds, world => {
        const forest = forestOf(world);
        const named = new Set(
          world.holds.flatMap(({ ref, aboveRef }) => [ref, aboveRef]),
        );
        const places = forest.placesOf(world.seen);
        for (const aboveRef of new Set([...named, ...world.seen])) {
          expect(
            places
              .filter(place => place.aboveRef === aboveRef)
              .map(({ placeRef }) => placeRef)
              .sort(),
          ).toEqual([...forest.placesUnder([aboveRef])].sort());
        }
      }),
    );
  });
});

describe('selectContainers', () => {
  const parts = fc.record({
    world: worlds,
    depth: fc.integer({ min: 1, max: 6 }),
    limit: fc.integer({ min: 1, max: 12 }),
    root: fc.option(fc.nat()),
    focus: fc.option(fc.nat()),
  });

  it('shows each once, no more than is allowed, and only of the part', () => {
    fc.assert(
      fc.property(parts, ({ world, depth, limit, root, focus }) => {
        fc.pre(world.seen.length > 0);
        const forest = forestOf(world);
        const pick = (index: number | null) =>
          index === null ? undefined : world.seen[index % world.seen.length];
        const rootRef = pick(root);
        const focusRef = pick(focus);
        fc.pre(!rootRef || !focusRef || forest.below(rootRef).has(focusRef));
        const { shown, part, opened } = selectContainers(forest, {
          rootRef,
          focusRefs: focusRef ? [focusRef] : [],
          depth,
          limit,
        });
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown).toHaveLength(Math.min(limit, part.size));
        expect(shown.filter(ref => !part.has(ref))).toEqual([]);
        expect([...opened].filter(ref => !part.has(ref))).toEqual([]);
        expect(shown[0]).toBe(rootRef ?? shown[0]);
        const below = rootRef ? forest.below(rootRef) : part;
        expect([...part].filter(ref => !below.has(ref))).toEqual([]);
        expect(
          focusRef === undefined || limit === 1 || shown.includes(focusRef),
        ).toBe(true);
      }),
    );
  });

  it('shows all where there is room', () => {
    fc.assert(
      fc.property(worlds, world => {
        const forest = forestOf(world);
        const { shown } = selectContainers(forest, { depth: 20, limit: 300 });
        expect([...shown].sort()).toEqual(world.seen);
      }),
    );
  });
});
