import type {
  OnCallAnswer,
  OnCallProvider,
} from '@opmodel/backstage-plugin-opmodel-node';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { CatalogOnCallReader } from './CatalogOnCallReader';
import { FakeOnCallStore } from './FakeOnCallStore';
import { OnCallRefresher } from './OnCallRefresher';

const minute = 60_000;
const cart = 'component:default/cart';
const pay = 'component:default/pay';
const shop = 'group:default/shop';
const ada = 'user:default/ada';

describe('who is on call', () => {
  let now: number;
  let catalog: FakeCatalogStore;
  let read: jest.Mock;
  let reader: CatalogOnCallReader;
  let replicas: OnCallRefresher[];
  let store: FakeOnCallStore;
  const { signal } = new AbortController();

  const answerOf = (label: string): OnCallAnswer => ({
    entries: [{ level: 1, label, userRef: ada, until: null }],
    asOf: now,
    url: null,
  });
  const readOnCall = async (ref: string, visibility: Visibility = seesAll) => {
    const entity = (await catalog.getEntity(ref, seesAll))!;
    const owner = await catalog.getEntity(entity.ownerRef ?? '', seesAll);
    return reader.readOnCall(entity, owner, visibility);
  };

  beforeEach(async () => {
    now = Date.parse('2026-11-22T12:00:00Z');
    catalog = new FakeCatalogStore();
    await scanEntities(catalog, [
      entityOf(cart, {
        ownedBy: shop,
        annotations: { 'pager.example.com/service': 'own' },
      }),
      entityOf(pay, { ownedBy: shop }),
      entityOf(shop, { annotations: { 'pager.example.com/service': 'team' } }),
      entityOf('component:default/else', {
        annotations: { 'opsgenie.com/team': 'mail' },
      }),
      entityOf('component:default/plain'),
      entityOf(ada),
    ]);
    read = jest.fn(
      async (schedules: string[]) =>
        new Map(schedules.map(schedule => [schedule, answerOf(schedule)])),
    );
    const provider: OnCallProvider = {
      id: 'pager',
      title: 'Pager',
      annotation: 'pager.example.com/service',
      read,
    };
    store = new FakeOnCallStore();
    const options = {
      providers: [provider],
      store,
      catalog,
      clock: () => now,
    };
    reader = new CatalogOnCallReader(options);
    replicas = [new OnCallRefresher(options), new OnCallRefresher(options)];
  });

  it('counts the people of many entities by one question, and names nobody', async () => {
    await replicas[0].refresh(signal);
    const owner = await catalog.getEntity(shop, seesAll);
    const refs = [cart, pay, 'component:default/else'];
    const owned = (await catalog.getEntities(refs, seesAll)).map(entity => ({
      entity,
      owner: entity.ownerRef === shop ? owner : undefined,
    }));
    const asks = [
      jest.spyOn(store, 'getMany'),
      jest.spyOn(catalog, 'existingRefs'),
    ];
    expect(await reader.countPeople(owned)).toEqual(
      new Map([
        [cart, 1],
        [pay, 1],
      ]),
    );
    const counts = asks.map(({ mock }) => mock.calls.length);
    expect(counts).toEqual([1, 0]);
    now += 2 * 60 * minute;
    expect(await reader.countPeople(owned)).toEqual(new Map());
  });

  it('tells what an entity names itself, or else its owner', async () => {
    await replicas[0].refresh(signal);
    expect(await readOnCall(cart)).toEqual({
      provider: 'Pager',
      state: 'known',
      entries: [{ level: 1, label: 'own', userRef: ada, until: null }],
      asOf: '2026-11-22T12:00:00.000Z',
      url: null,
    });
    expect((await readOnCall(pay)).entries).toMatchObject([{ label: 'team' }]);
  });

  it('names the system that nobody asks, and nothing where none is named', async () => {
    expect(await readOnCall('component:default/else')).toMatchObject({
      provider: 'opsgenie.com',
      state: 'not_set_up',
    });
    expect(await readOnCall('component:default/plain')).toMatchObject({
      provider: '',
      state: 'not_set_up',
    });
  });

  it('does not lead to a person whom the caller may not see', async () => {
    await replicas[0].refresh(signal);
    const sees: Visibility = { type: 'refs', refs: new Set([cart]) };
    expect((await readOnCall(cart, sees)).entries).toEqual([
      { level: 1, label: 'own', userRef: null, until: null },
    ]);
  });

  it('asks once for two replicas, and again after a few minutes', async () => {
    await Promise.all(replicas.map(replica => replica.refresh(signal)));
    expect(read).toHaveBeenCalledTimes(1);
    now += minute;
    await replicas[1].refresh(signal);
    expect(read).toHaveBeenCalledTimes(1);
    now += 5 * minute;
    await replicas[1].refresh(signal);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('keeps the last answer with its age when the system is down, and fails the task', async () => {
    expect(await readOnCall(cart)).toMatchObject({
      state: 'unavailable',
      asOf: null,
    });
    await replicas[0].refresh(signal);
    now += 6 * minute;
    read.mockRejectedValueOnce(new Error('down'));
    await expect(replicas[0].refresh(signal)).rejects.toThrow('down');
    expect(await readOnCall(cart)).toMatchObject({
      state: 'unavailable',
      entries: [{ label: 'own' }],
      asOf: '2026-11-22T12:00:00.000Z',
    });
    now += 6 * minute;
    await replicas[0].refresh(signal);
    expect(await readOnCall(cart)).toMatchObject({ state: 'known' });
    now += 61 * minute;
    expect(await readOnCall(cart)).toMatchObject({ state: 'unavailable' });
  });

  it('tells that nobody is on call, and of a schedule that there is not nothing', async () => {
    read.mockImplementationOnce(
      async () => new Map([['own', { entries: [], asOf: now, url: null }]]),
    );
    await replicas[0].refresh(signal);
    expect(await readOnCall(cart)).toMatchObject({ state: 'nobody' });
    expect(await readOnCall(pay)).toMatchObject({
      state: 'unavailable',
      asOf: null,
    });
  });
});
