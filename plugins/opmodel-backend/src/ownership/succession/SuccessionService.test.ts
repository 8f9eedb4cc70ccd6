import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { noOnCallReader, type OnCallReader } from '../OnCallReader';
import type { ContributorReader } from './ContributorReader';
import { SuccessionService } from './SuccessionService';

const [shop, mail] = ['group:default/shop', 'group:default/mail'];
const [selling, letters] = ['system:default/selling', 'system:default/letters'];
const paged = { 'pagerduty.com/service-id': 'P1' };

const entities = [
  entityOf('group:default/company'),
  entityOf(shop, { childOf: 'group:default/company', annotations: paged }),
  entityOf(mail, { title: 'Mail' }),
  entityOf(selling, {
    ownedBy: shop,
    partOf: 'domain:default/retail',
    annotations: { 'opmodel.io/tier': '1' },
  }),
  entityOf(letters, { ownedBy: mail }),
  entityOf('domain:default/retail'),
  entityOf('component:default/cart', { ownedBy: shop, partOf: selling }),
  entityOf('component:default/stock', { ownedBy: shop, partOf: selling }),
  entityOf('component:default/post', { ownedBy: mail, partOf: letters }),
  entityOf('component:default/lone', { ownedBy: shop }),
];

const contributors: ContributorReader = {
  async countContributors(refs) {
    const known: Record<string, number> = {
      'component:default/cart': 1,
      'component:default/stock': 4,
      'component:default/post': 1,
      'component:default/lone': 2,
    };
    return new Map(
      refs.flatMap((ref, at) =>
        known[ref]
          ? [[ref, { contributors: known[ref], asOf: 1_000 + at }]]
          : [],
      ),
    );
  },
};

/** So many people are on call for whatever a team that names a schedule owns. */
const onCallOf =
  (people: number): OnCallReader['countPeople'] =>
  async owned =>
    new Map(
      owned.flatMap(({ entity, owner }) =>
        owner?.annotations['pagerduty.com/service-id'] && people > 0
          ? [[entity.ref, people]]
          : [],
      ),
    );

describe('succession', () => {
  let catalog: FakeCatalogStore;
  const countPeople = jest.fn<
    ReturnType<OnCallReader['countPeople']>,
    Parameters<OnCallReader['countPeople']>
  >();
  let service: SuccessionService;

  beforeEach(async () => {
    catalog = new FakeCatalogStore();
    await scanEntities(catalog, entities);
    countPeople.mockReset().mockImplementation(onCallOf(1));
    service = new SuccessionService({
      catalog,
      contributors,
      onCall: { ...noOnCallReader, countPeople },
    });
  });

  const list = (
    overrides: Partial<Parameters<SuccessionService['list']>[0]> = {},
    visibility: Visibility = seesAll,
  ) => service.list({ descendants: true, limit: 20, ...overrides }, visibility);

  it('tells how much of a system one person knows, and whether one person is on call, and never who', async () => {
    const page = await list();
    expect(page).toEqual({
      items: [
        {
          ref: selling,
          kind: 'system',
          title: 'selling',
          tier: '1',
          ownerRef: shop,
          ownerTitle: 'shop',
          entities: 2,
          knowledgeOnOne: 1,
          onCallOnOne: true,
          asOf: expect.any(String),
        },
        expect.objectContaining({
          ref: 'component:default/lone',
          knowledgeOnOne: 0,
          onCallOnOne: true,
        }),
        expect.objectContaining({
          ref: letters,
          ownerTitle: 'Mail',
          knowledgeOnOne: 1,
          onCallOnOne: null,
        }),
      ],
      totalItems: 3,
      nextCursor: null,
      coverage: { systems: 3, withKnowledge: 3, withOnCall: 2 },
    });
    expect(countPeople).toHaveBeenCalledTimes(1);
  });

  it('leaves out what rests on several, and says of nothing what it does not know', async () => {
    countPeople.mockImplementation(onCallOf(2));
    expect((await list()).items.map(({ ref }) => ref)).toEqual([
      selling,
      letters,
    ]);
    countPeople.mockImplementation(onCallOf(0));
    expect((await list()).items[0].onCallOnOne).toBeNull();
    const unread = new SuccessionService({
      catalog,
      contributors: { countContributors: async () => new Map() },
      onCall: { ...noOnCallReader, countPeople },
    });
    expect(
      await unread.list({ descendants: true, limit: 5 }, seesAll),
    ).toMatchObject({
      items: [],
      coverage: { systems: 3, withKnowledge: 0, withOnCall: 0 },
    });
  });

  it('selects by owner and domain, and counts nothing that is hidden', async () => {
    const refsOf = async (...of: Parameters<typeof list>) =>
      (await list(...of)).items.map(({ ref }) => ref);
    const company = ['group:default/company'];
    expect(await refsOf({ owners: company })).toEqual([
      selling,
      'component:default/lone',
    ]);
    expect(await refsOf({ owners: company, descendants: false })).toEqual([]);
    expect(await refsOf({ owners: [mail], descendants: false })).toEqual([
      letters,
    ]);
    const inRetail = { domain: 'domain:default/retail' };
    expect(await refsOf(inRetail)).toEqual([selling]);
    const some: Visibility = {
      type: 'refs',
      refs: new Set([letters, 'component:default/cart', shop]),
    };
    const seen = await list({}, some);
    expect(seen.items).toEqual([
      // Its system is hidden, so it stands for itself.
      expect.objectContaining({ ref: 'component:default/cart', entities: 1 }),
    ]);
    expect(seen.coverage.systems).toBe(2);
    expect(await refsOf({ owners: company }, some)).toEqual([]);
    expect(await refsOf(inRetail, some)).toEqual([]);
  });

  it('reads what the filter selects, and not the organisation', async () => {
    const listScope = jest.spyOn(catalog, 'listScope');
    const readsOf = async (...of: Parameters<typeof list>) => {
      listScope.mockClear();
      await list(...of);
      const pages = await Promise.all(
        listScope.mock.results.map(({ value }) => value),
      );
      return pages.flatMap(({ items }) =>
        items.map(({ ref }: { ref: string }) => ref),
      );
    };
    const ofMail = await readsOf({ owners: [mail] });
    expect(new Set(ofMail)).toEqual(
      new Set([letters, 'component:default/post']),
    );
    const inRetail = await readsOf({ domain: 'domain:default/retail' });
    expect(new Set(inRetail)).toEqual(
      new Set([selling, 'component:default/cart', 'component:default/stock']),
    );
  });

  it('takes what others own in a system for what tells who knows it', async () => {
    await scanEntities(catalog, [
      ...entities,
      entityOf('component:default/lent', { ownedBy: shop, partOf: letters }),
    ]);
    const knows: ContributorReader = {
      countContributors: async refs =>
        new Map(refs.map(ref => [ref, { contributors: 1, asOf: 1_000 }])),
    };
    const page = await new SuccessionService({
      catalog,
      contributors: knows,
      onCall: noOnCallReader,
    }).list({ owners: [mail], descendants: true, limit: 5 }, seesAll);
    expect(page.items).toMatchObject([{ ref: letters, entities: 2 }]);
    expect(page.coverage.systems).toBe(1);
  });

  it('is read page by page', async () => {
    const refs: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: 1, cursor });
      refs.push(...page.items.map(({ ref }) => ref));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(refs).toEqual([selling, 'component:default/lone', letters]);
    await expect(list({ cursor: 'forged' })).rejects.toThrow(
      `'cursor' must be`,
    );
  });
});
