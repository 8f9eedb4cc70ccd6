import type {
  MapEdge,
  MapNode,
  OwnershipMap,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A node of which a test says only what matters to it. */
export function mapNode(ref: string, more: Partial<MapNode> = {}): MapNode {
  return {
    ref,
    kind: ref.slice(0, ref.indexOf(':')),
    title: ref.slice(ref.indexOf('/') + 1),
    type: null,
    tier: null,
    parentRef: null,
    children: 0,
    more: 0,
    entities: 1,
    full: 0,
    reached: null,
    gaps: [],
    load: null,
    ...more,
  };
}

/** An edge between what is held and what holds it. */
export function holdEdge(
  from: string,
  to: string,
  kind: MapEdge['kind'] = 'parent',
): MapEdge {
  return { from, to, kind, interaction: null };
}

/** A part of a map. */
export function mapOf(
  nodes: MapNode[],
  edges: MapEdge[] = [],
  more: Partial<OwnershipMap> = {},
): OwnershipMap {
  return {
    view: 'organisation',
    rootRef: null,
    path: [],
    nodes,
    edges,
    shown: nodes.length,
    total: nodes.length,
    freshness: {
      snapshotAt: '2026-11-22T10:00:00Z',
      assessedAt: '2026-11-22T10:00:00Z',
    },
    ...more,
  };
}

export const top = 'group:default/top';
export const shop = 'group:default/shop';
export const mail = 'group:default/mail';
export const cart = 'component:default/cart';
export const pay = 'component:default/pay';

const load = {
  entities: 12,
  weighted: 18,
  members: 6,
  onCall: true,
  openIncidents: 1,
  deployments: 40,
  interactions: 1,
};

/** A division with two teams; one owns a component that is shown and another that is not. */
export const organisation = mapOf(
  [
    mapNode(top, { entities: 20, full: 5, children: 2 }),
    mapNode(shop, {
      parentRef: top,
      type: 'team',
      entities: 12,
      full: 12,
      children: 2,
      more: 1,
      load,
    }),
    mapNode(mail, { parentRef: top, entities: 8, full: 0 }),
    mapNode(cart, {
      parentRef: shop,
      tier: '1',
      reached: 6,
      gaps: ['review_overdue'],
    }),
  ],
  [holdEdge(top, shop), holdEdge(top, mail), holdEdge(shop, cart, 'owns')],
  { total: 5 },
);

/** The same team with all that it owns. */
export const openedShop = mapOf(
  [
    mapNode(shop, { type: 'team', entities: 12, full: 12, children: 2, load }),
    mapNode(cart, { parentRef: shop, reached: 6, gaps: ['review_overdue'] }),
    mapNode(pay, { parentRef: shop, reached: 7 }),
  ],
  [holdEdge(shop, cart, 'owns'), holdEdge(shop, pay, 'owns')],
  { rootRef: shop },
);

/** Two teams whose collaboration should be over. */
export const interactions = mapOf(
  [
    mapNode(shop, { entities: 12, full: 12, children: 1, load }),
    mapNode(mail, { entities: 8, full: 0, children: 1 }),
  ],
  [
    {
      from: shop,
      to: mail,
      kind: 'interaction',
      interaction: {
        teamRef: mail,
        teamTitle: 'mail',
        mode: 'collaboration',
        purpose: 'New receipts',
        since: '2026-08-01',
        expectedEnd: '2026-10-01',
        overdue: true,
      },
    },
  ],
  { view: 'interactions' },
);
