import { seesAll } from '../../catalog/Visibility';
import { definitionOf, objectiveOf } from '../testing/slos';
import { SloDependencyReader } from './SloDependencyReader';

const refOf = (name: string) => `component:default/${name}`;

/** Finds what shop may not promise, where entities depend on each other and some have an objective. */
async function find(
  dependsOn: Record<string, string[]>,
  targets: Record<string, number>,
) {
  const promise = (name: string, target: number) => ({
    ...definitionOf(`slo:default/${name}`, {
      objectives: [objectiveOf({ target })],
    }),
    entityRef: refOf(name),
  });
  const known = Object.entries(targets).map(([name, target]) =>
    promise(name, target),
  );
  const asked: string[][] = [];
  const reader = new SloDependencyReader({
    catalog: {
      listRelations: async ({ entityRefs }: any) => {
        asked.push([...entityRefs]);
        return [...entityRefs].flatMap((entityRef: string) =>
          (dependsOn[entityRef.split('/')[1]] ?? []).map(name => ({
            entityRef,
            type: 'dependsOn',
            targetRef: refOf(name),
          })),
        );
      },
      getEntities: async (refs: any) =>
        [...refs].map((ref: string) => ({ ref, name: ref.split('/')[1] })),
    } as any,
    reads: {
      listMeasuring: async refs =>
        known
          .filter(({ entityRef }) => refs.includes(entityRef))
          .map(({ ref, entityRef }) => ({ ref, entityRef })),
    },
    definitions: {
      list: async (refs: readonly string[]) =>
        known
          .filter(({ ref }) => refs.includes(ref))
          .map(definition => ({ definition })),
    } as any,
  });
  const found = await reader.find(
    refOf('shop'),
    [promise('shop', 0.9999)],
    seesAll,
  );
  return {
    asked,
    found: found.map(({ attainable, dependencies }) => ({
      attainable,
      dependencies: dependencies.map(({ entityRef }) => entityRef),
    })),
  };
}

describe('SloDependencyReader', () => {
  it('finds an objective that is stricter than what the entity depends on', async () => {
    const { found } = await find(
      { shop: ['cart', 'pay'] },
      { cart: 0.999, pay: 0.99 },
    );
    expect(found).toEqual([
      { attainable: 0.98901, dependencies: [refOf('cart'), refOf('pay')] },
    ]);
    expect((await find({ shop: ['cart'] }, { cart: 0.99999 })).found).toEqual(
      [],
    );
  });

  it('looks behind what has no objective, at each entity once, and not behind what has one', async () => {
    const { asked, found } = await find(
      {
        shop: ['queue', 'cart'],
        queue: ['disk', 'shop', 'cart'],
        cart: ['vault'],
        disk: ['queue'],
      },
      { disk: 0.99, cart: 0.999, vault: 0.5 },
    );
    expect(found).toEqual([
      { attainable: 0.98901, dependencies: [refOf('cart'), refOf('disk')] },
    ]);
    expect(asked).toEqual([[refOf('shop')], [refOf('queue')]]);
  });

  it('ends where a chain has no objective at all', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 50 }, (_, at) => [`link-${at}`, [`link-${at + 1}`]]),
    );
    const { asked, found } = await find({ shop: ['link-0'], ...chain }, {});
    expect(found).toEqual([]);
    expect(asked.length).toBeLessThan(10);
  });
});
