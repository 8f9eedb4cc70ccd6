import {
  noEstimate,
  type DebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import { eachDatabase } from '../../testing/databases';
import { findDebtChanges } from '../items/findDebtChanges';
import { DatabaseTellingDebtExchangeStore } from './DatabaseTellingDebtExchangeStore';
import { DatabaseTellingDebtItemStore } from './DatabaseTellingDebtItemStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const at = Date.UTC(2026, 10, 23);
const ada = 'user:default/ada';
const [cart, mailer, post] = ['cart', 'mailer', 'post'].map(
  name => `component:default/${name}`,
);

function itemOf(id: string, entityRefs: readonly string[]): DebtItem {
  return {
    id,
    version: 1,
    title: `Item ${id}`,
    description: null,
    entityRefs,
    ownerRef: 'group:default/shop',
    category: 'code',
    intent: null,
    prudence: null,
    severity: null,
    estimate: noEstimate,
    businessImpact: null,
    remediationPlan: null,
    targetDate: null,
    reviewDate: null,
    links: [],
    status: 'open',
    reportedBy: ada,
    origin: { type: 'person' },
    createdAt: at,
    updatedAt: at,
    statusSince: at,
    resolvedAt: null,
    resolution: null,
    acceptedUntil: null,
    acceptedBy: null,
    externalId: null,
  };
}

const nextOf = (before: DebtItem, change: Partial<DebtItem>) => {
  const item = { ...before, version: before.version + 1, ...change };
  const changes = findDebtChanges(before, item);
  return { item, version: { at, by: ada, note: null, changes } };
};

const writingOf = (item: DebtItem) => ({
  item,
  version: { at, by: ada, note: null, changes: [] },
});

eachDatabase('stores that tell whose debt they changed', createDatabase => {
  const onFigures = jest.fn();
  let items: DatabaseTellingDebtItemStore;
  let exchange: DatabaseTellingDebtExchangeStore;

  beforeEach(async () => {
    const knex = await createDatabase();
    items = new DatabaseTellingDebtItemStore(knex, onFigures);
    exchange = new DatabaseTellingDebtExchangeStore(knex, onFigures);
    onFigures.mockClear();
  });

  it('tell of what an item hangs on, and hung on, once it is written', async () => {
    const first = itemOf('a', [cart, mailer]);
    await items.create(first, { at, by: ada, note: null });
    expect(onFigures.mock.calls).toEqual([[[cart, mailer]]]);
    expect((await items.listOwed([cart])).length).toBe(1);

    onFigures.mockClear();
    const { item, version } = nextOf(first, { entityRefs: [mailer, post] });
    expect(await items.replace(item, version)).toBe(true);
    expect(onFigures.mock.calls).toEqual([[[mailer, post, cart]]]);

    onFigures.mockClear();
    expect(await items.remove('a', 2)).toBe(true);
    expect(onFigures.mock.calls).toEqual([[[mailer, post]]]);
  });

  it('tell nothing of what was not written', async () => {
    const first = itemOf('a', [cart]);
    await items.create(first, { at, by: ada, note: null });
    onFigures.mockClear();
    await expect(
      items.create(first, { at, by: ada, note: null }),
    ).rejects.toThrow("'a' already");
    const late = nextOf({ ...first, version: 6 }, { severity: 'low' });
    expect(await items.replace(late.item, late.version)).toBe(false);
    expect(await items.remove('a', 6)).toBe(false);
    expect(await items.remove('nothing', 1)).toBe(false);
    await exchange.write({
      created: [writingOf(itemOf('a', [mailer]))],
      replaced: [late],
    });
    expect(onFigures).not.toHaveBeenCalled();
  });

  it('tell once of all that is written together', async () => {
    const known = itemOf('known', [cart]);
    await items.create(known, { at, by: ada, note: null });
    onFigures.mockClear();
    await exchange.write({
      created: [itemOf('b', [post]), itemOf('known', ['group:default/x'])].map(
        writingOf,
      ),
      replaced: [nextOf(known, { entityRefs: [mailer] })],
    });
    expect(onFigures.mock.calls).toEqual([[[post, mailer, cart]]]);
  });
});
