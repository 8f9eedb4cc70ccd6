import { layoutMap, NODE_HEIGHT, NODE_WIDTH } from './layoutMap';
import {
  cart,
  holdEdge,
  interactions,
  mail,
  mapNode,
  mapOf,
  openedShop,
  organisation,
  pay,
  shop,
  top,
} from './map.fixtures';
import { mergeMaps } from './mergeMaps';
import { nextNode } from './nextNode';
import { countOverdue, stateOfNode } from './useNodeTexts';

describe('mergeMaps', () => {
  it('holds each node and edge once, and counts what is left out anew', () => {
    const merged = mergeMaps(organisation, [openedShop]);
    expect(merged.nodes.map(({ ref }) => ref)).toEqual([
      top,
      shop,
      mail,
      cart,
      pay,
    ]);
    expect(merged.edges).toHaveLength(4);
    expect(merged.nodes.find(({ ref }) => ref === shop)).toMatchObject({
      more: 0,
      parentRef: top,
    });
    expect(merged).toMatchObject({ shown: 5, total: 5 });
  });

  it('changes nothing where nothing was opened', () => {
    expect(mergeMaps(organisation, [])).toBe(organisation);
  });
});

describe('layoutMap', () => {
  it('places what is held to the right of what holds it, and nothing on top of another', () => {
    const places = layoutMap(organisation);
    expect(places.get(shop)!.x).toBeGreaterThan(places.get(top)!.x);
    expect(places.get(cart)!.x).toBeGreaterThan(places.get(shop)!.x);
    const all = [...places.values()];
    all.forEach((one, index) =>
      all.slice(index + 1).forEach(other => {
        expect(
          Math.abs(one.x - other.x) >= NODE_WIDTH ||
            Math.abs(one.y - other.y) >= NODE_HEIGHT,
        ).toBe(true);
      }),
    );
  });

  it('takes circles, several parents and edges to what is not there', () => {
    const places = layoutMap(
      mapOf(
        [mapNode(top), mapNode(shop), mapNode(mail)],
        [
          holdEdge(top, shop),
          holdEdge(shop, top),
          holdEdge(mail, shop),
          holdEdge(mail, 'group:default/none'),
        ],
      ),
    );
    expect([...places.keys()]).toEqual([top, shop, mail]);
  });
});

describe('nextNode', () => {
  const places = layoutMap(organisation);
  const go = (ref: string, key: Parameters<typeof nextNode>[1]) =>
    nextNode(ref, key, places, organisation.edges);

  it('follows the lines sideways and the column up and down', () => {
    expect(go(cart, 'ArrowLeft')).toBe(shop);
    expect(go(shop, 'ArrowLeft')).toBe(top);
    expect(go(shop, 'ArrowRight')).toBe(cart);
    const [upper, lower] = [shop, mail].sort(
      (a, b) => places.get(a)!.y - places.get(b)!.y,
    );
    expect(go(upper, 'ArrowDown')).toBe(lower);
    expect(go(lower, 'ArrowUp')).toBe(upper);
  });

  it('ends at the edge of the map', () => {
    expect(go(top, 'ArrowLeft')).toBeUndefined();
    expect(go('group:default/none', 'ArrowLeft')).toBeUndefined();
  });

  it('reaches every node', () => {
    const reached = new Set([top]);
    for (const ref of reached) {
      for (const key of [
        'ArrowLeft',
        'ArrowRight',
        'ArrowUp',
        'ArrowDown',
      ] as const) {
        const next = go(ref, key);
        if (next !== undefined) {
          reached.add(next);
        }
      }
    }
    expect(reached.size).toBe(organisation.nodes.length);
  });
});

describe('stateOfNode', () => {
  it.each([
    ['good', mapNode(shop, { entities: 12, full: 12 })],
    ['attention', mapNode(shop, { entities: 12, full: 3 })],
    ['bad', mapNode(shop, { entities: 12, full: 0 })],
    ['thin', mapNode(shop, { entities: 4, full: 4 })],
    ['no_data', mapNode(shop, { entities: 0, full: 0 })],
    ['no_data', mapNode(shop, { entities: 12, full: null })],
    ['good', mapNode(cart, { reached: 7 })],
    ['attention', mapNode(cart, { reached: 6, gaps: ['review_overdue'] })],
    ['bad', mapNode(cart, { reached: 0, gaps: ['unowned'] })],
    ['no_data', mapNode(cart, { reached: null })],
  ])('is %s', (state, node) => {
    expect(stateOfNode(node)).toBe(state);
  });
});

it('counts overdue collaborations of both teams', () => {
  expect([...countOverdue(interactions.edges)]).toEqual([
    [shop, 1],
    [mail, 1],
  ]);
});
