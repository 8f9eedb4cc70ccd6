import { seesAll, type Visibility } from '../catalog/Visibility';
import {
  documentOf,
  refs,
  startOperatingWorld,
} from './testing/operatingWorld';

const documents = [
  documentOf('DecisionRights', 'organisation', {
    rights: [
      {
        id: 'all',
        title: 'Everything',
        decides: ['architecture', 'hand_over'],
        mode: 'with_peers',
        deciders: ['owner'],
        peers: [refs.guards, 'group:default/gone'],
      },
    ],
  }),
  documentOf('DecisionRights', 'shop', {
    appliesTo: [refs.shop],
    rights: [
      {
        id: 'near',
        decides: ['hand_over'],
        mode: 'independently',
        deciders: ['owner-parent'],
      },
    ],
  }),
  documentOf('DecisionForum', 'council', {
    purpose: 'Decide',
    cadence: 'P14D',
    members: [refs.money, refs.guards],
    chair: refs.guards,
    scope: [refs.selling, refs.guards],
    decides: ['architecture'],
  }),
  documentOf('DecisionForum', 'all-hands', { members: [refs.board] }),
];

const withoutGuards: Visibility = {
  type: 'condition',
  condition: { not: { key: 'metadata.name', values: ['guards'] } },
};

describe('RightsReader', () => {
  it('lists the rights of an entity, the nearest first, each with whom it means', async () => {
    const { rights } = await startOperatingWorld(...documents);
    const { items, forums } = await rights.readRights(refs.checkout, seesAll);
    expect(items).toMatchObject([
      {
        id: 'near',
        documentRef: 'decisionrights:default/shop',
        decides: ['hand_over'],
        mode: 'independently',
        deciders: [{ ref: refs.money, title: 'Money', rightId: 'near' }],
        appliesBecause: refs.shop,
      },
      {
        id: 'all',
        title: 'Everything',
        decides: ['architecture'],
        deciders: [{ ref: refs.shop }],
        peers: [
          { ref: refs.guards, exists: true },
          { ref: 'group:default/gone', exists: false },
        ],
        executives: [],
        appliesBecause: 'org',
      },
    ]);
    expect(forums.map(({ title }) => title)).toEqual(['council', 'all-hands']);
  });

  it('lists forums by ref, or those in whose scope an entity is', async () => {
    const { rights } = await startOperatingWorld(...documents);
    const titles = async (ref?: string) =>
      (await rights.readForums(ref, seesAll)).map(({ title }) => title);
    expect(await titles()).toEqual(['all-hands', 'council']);
    expect(await titles(refs.vault)).toEqual(['council', 'all-hands']);
    expect(await titles(refs.board)).toEqual(['all-hands']);
    expect(await titles('component:default/unknown')).toEqual([]);
  });

  it('leaves out whom and what the caller may not see', async () => {
    const { rights } = await startOperatingWorld(...documents);
    const seen = await rights.readRights(refs.checkout, withoutGuards);
    expect(seen.forums[0]).toMatchObject({
      members: [{ ref: refs.money }],
      chair: null,
      scopeRefs: [refs.selling],
    });
    expect(JSON.stringify(seen)).not.toContain('guards');
    expect(await rights.readForums(refs.vault, seesAll)).toHaveLength(2);
    await expect(
      rights.readRights(refs.guards, withoutGuards),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});
