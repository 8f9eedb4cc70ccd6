import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import type { ScorecardResult } from '../evaluation/ResultStore';
import { FakeScorecardReadStore } from './FakeScorecardReadStore';
import { HeatMapGroups } from './HeatMapGroups';

const ref = 'scorecard:default/readiness';
const g = (name: string) => `group:default/${name}`;
const c = (name: string) => `component:default/${name}`;

const labels = { open: 'yes' };
const component = (name: string, ownedBy?: string | string[]) =>
  entityOf(c(name), { ownedBy, labels });

/** Below the company are shop and mail; the night shift is below both, and below the secret group, which only some see. */
const entities = [
  entityOf(g('company'), { labels }),
  entityOf(g('shop'), { childOf: g('company'), labels }),
  entityOf(g('mail'), { childOf: g('company'), labels }),
  entityOf(g('night'), { childOf: [g('shop'), g('mail')], labels }),
  entityOf(g('secret'), { childOf: g('company') }),
  entityOf(g('circle'), { childOf: g('round'), labels }),
  entityOf(g('round'), { childOf: g('circle'), labels }),
  component('cart', g('shop')),
  component('post', g('mail')),
  component('lamp', g('night')),
  component('board', g('company')),
  component('vault', g('secret')),
  component('stray'),
  component('own', 'user:default/jo'),
  component('wheel', g('circle')),
];

const open: Visibility = {
  type: 'condition',
  condition: { key: 'metadata.labels.open', values: ['yes'] },
};

describe('HeatMapGroups', () => {
  let groups: HeatMapGroups;

  /** Rows with something in them: the group, whether it is what it owns itself, and how many entities. */
  const read = async (
    owner: string | undefined,
    visibility = seesAll as Visibility,
  ) =>
    (
      await groups.read(ref, {
        visibility,
        filter: owner ? { ownerRefs: [owner], descendants: true } : undefined,
      })
    )
      .map(row => [
        row.ref,
        row.isOwnOnly,
        row.groups.reduce((sum, { entities: count }) => sum + count, 0),
      ])
      .filter(([, , count]) => count !== 0);

  beforeAll(async () => {
    const catalog = new FakeCatalogStore();
    const components = new FakeComponentCatalog();
    await scanEntities(catalog, entities);
    await scanEntities(components, entities);
    const results = entities
      .filter(({ kind }) => kind === 'component')
      .map(
        ({ metadata: { name } }): ScorecardResult => ({
          entityRef: c(name),
          scorecardRef: ref,
          version: 1,
          levelRank: 0,
          levelSince: 1,
          points: null,
          verdicts: new Map(),
          firstAt: 1,
          changedAt: 1,
        }),
      );
    groups = new HeatMapGroups({
      catalog,
      reads: new FakeScorecardReadStore({
        catalog: components,
        results: { results: () => results, changes: () => [] },
        slotsOf: () => [],
      }),
    });
  });

  it('begins with the groups that have none above, and leaves nothing out', async () => {
    expect(await read(undefined)).toEqual([
      [g('company'), false, 5],
      // Owned by nobody, by a person, and by groups that are above each other.
      [null, false, 3],
    ]);
  });

  it('shows a group below each that is above it', async () => {
    expect(await read(g('shop'))).toEqual([
      [g('night'), false, 1],
      [g('shop'), true, 1],
    ]);
    expect(await read(g('mail'))).toEqual([
      [g('night'), false, 1],
      [g('mail'), true, 1],
    ]);
  });

  it('puts what is below a hidden group where nobody is named', async () => {
    expect(await read(g('company'))).toEqual([
      [g('mail'), false, 2],
      [g('secret'), false, 1],
      [g('shop'), false, 2],
      [g('company'), true, 1],
    ]);
    expect(await read(g('company'), open)).toEqual([
      [g('mail'), false, 2],
      [g('shop'), false, 2],
      [g('company'), true, 1],
      [null, false, 1],
    ]);
  });
});
