import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  type DebtItem,
  noEstimate,
} from '@opmodel/backstage-plugin-opmodel-common';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { NamedEntities } from '../../decisions/NamedEntities';
import { entityOf, scanEntities } from '../../testing/catalog';
import type { DebtCaller } from '../items/DebtCaller';
import type { DebtItemResource } from '../items/debtPermissionRules';
import { FakeDebtItemStore } from '../items/FakeDebtItemStore';
import { DebtReportDescriber } from './DebtReportDescriber';
import { DebtReportService } from './DebtReportService';
import { FakeDebtReportStore } from './FakeDebtReportStore';
import { MeasuredInterestReader } from './MeasuredInterestReader';

const now = Date.parse('2026-06-01T12:00:00Z');
const shop = 'group:default/shop';
const guards = 'group:default/guards';
const cart = 'component:default/cart';
const vault = 'component:default/vault';

const itemOf = (id: string, entityRefs: string[]): DebtItem => ({
  id,
  version: 1,
  externalId: null,
  title: `Item ${id}`,
  description: null,
  entityRefs,
  ownerRef: shop,
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
  reportedBy: `user:default/${id}`,
  origin: { type: 'person' },
  createdAt: now,
  updatedAt: now,
  statusSince: now,
  resolvedAt: null,
  resolution: null,
  acceptedUntil: null,
  acceptedBy: null,
});

const callerOf = (
  reads: Visibility,
  may: (resource: DebtItemResource) => boolean = () => true,
): DebtCaller => ({
  ref: 'user:default/ada',
  isPerson: true,
  actor: null,
  reads,
  seeing: async () => reads,
  mayDoSome: () => true,
  mayDo: (_action, resource) => may(resource),
});

/** Whether a policy is asked about an item: each is owned by the shop, and filed by somebody who is called like it. */
const isItem = ({ ownerRef, reportedBy }: DebtItemResource, id: string) =>
  ownerRef === shop && reportedBy === `user:default/${id}`;

const everybody = callerOf(seesAll);
const outsider = callerOf({
  type: 'condition',
  condition: { not: { key: 'metadata.labels.confidential' } },
});

async function setUp() {
  const confidential = { labels: { confidential: 'true' } };
  const catalog = new FakeComponentCatalog();
  await scanEntities(
    catalog,
    [
      entityOf(shop),
      entityOf(guards, confidential),
      entityOf(cart, { ownedBy: shop }),
      entityOf(vault, { ownedBy: guards, ...confidential }),
    ],
    { now },
  );
  const items = new FakeDebtItemStore(catalog);
  const written = { at: now, by: 'user:default/ada', note: null };
  await items.create(itemOf('open', [cart]), written);
  await items.create(itemOf('secret', [cart, vault]), written);
  await items.create(itemOf('other', [cart]), written);
  const store = new FakeDebtReportStore(catalog, items);
  const names = new NamedEntities({ catalog });
  const given = { store, items, catalog, names, zone: 'UTC', clock: () => now };
  const describer = new DebtReportDescriber(given);
  return {
    items,
    reports: new DebtReportService({ ...given, describer }),
    measured: new MeasuredInterestReader(given),
  };
}

describe('DebtReportService', () => {
  it('files a report of an entity and what happened, today', async () => {
    const { reports } = await setUp();
    const body = { entityRef: cart, what: 'The queue stood still' };
    expect(await reports.create(body, everybody)).toMatchObject({
      version: 1,
      day: '2026-06-01',
      hoursLost: null,
      what: 'The queue stood still',
      entity: { ref: cart },
      team: null,
      item: null,
      may: { change: true, link: true, unlink: false, delete: true },
    });
  });

  it.each([
    ['entityRef', 'component:default/none', vault],
    ['teamRef', 'group:default/none', guards],
    ['itemId', 'none', 'secret'],
  ])(
    'refuses a hidden %s in the words for one that there is not',
    async (field, unknown, hidden) => {
      const { reports } = await setUp();
      const messageOf = async (value: string) => {
        const body = { entityRef: cart, what: 'w', [field]: value };
        const error: Error = await reports.create(body, outsider).then(
          () => new Error('was filed'),
          caught => caught,
        );
        expect(error).toBeInstanceOf(InputError);
        return error.message.replace(value, '?');
      };
      expect(await messageOf(hidden)).toBe(await messageOf(unknown));
      expect(await messageOf(hidden)).toContain(`'${field}'`);
    },
  );

  it('keeps a team and a cause that whoever empties them does not see', async () => {
    const { reports } = await setUp();
    const { id } = await reports.create(
      { entityRef: cart, what: 'w', teamRef: guards, itemId: 'secret' },
      everybody,
    );
    expect(await reports.get(id, outsider)).toMatchObject({
      team: null,
      item: null,
    });
    const edit = { version: 1, hoursLost: 2, teamRef: null, itemId: null };
    await reports.change(id, edit, outsider);
    expect(await reports.get(id, everybody)).toMatchObject({
      version: 2,
      hoursLost: 2,
      team: { ref: guards },
      item: { id: 'secret' },
    });
  });

  it('lets who may change an item link a report of others to it, and say nothing else of the report', async () => {
    const { reports } = await setUp();
    const owner = callerOf(seesAll, ({ ownerRef }) => ownerRef === shop);
    const { id } = await reports.create(
      { entityRef: cart, what: 'w', teamRef: guards },
      everybody,
    );
    await expect(
      reports.change(id, { version: 1, hoursLost: 9 }, owner),
    ).rejects.toThrow(NotAllowedError);
    expect(
      await reports.change(id, { version: 1, itemId: 'open' }, owner),
    ).toMatchObject({
      version: 2,
      item: { id: 'open' },
      may: { change: false, link: true, unlink: true },
    });
    expect(
      await reports.get(
        id,
        callerOf(seesAll, () => false),
      ),
    ).toMatchObject({ may: { unlink: false } });
    expect(
      await reports.change(id, { version: 2, itemId: null }, owner),
    ).toMatchObject({ version: 3, item: null });
  });

  it('takes a report from no item that whoever links it may not change', async () => {
    const { reports } = await setUp();
    const ofItems = (...ids: string[]) =>
      callerOf(seesAll, resource => ids.some(id => isItem(resource, id)));
    const { id } = await reports.create(
      { entityRef: cart, what: 'w', teamRef: guards, itemId: 'open' },
      everybody,
    );
    const edit = { version: 1, itemId: 'other' };
    await expect(reports.change(id, edit, ofItems('other'))).rejects.toThrow(
      NotAllowedError,
    );
    expect(await reports.get(id, ofItems('other'))).toMatchObject({
      may: { link: false, unlink: false },
    });
    expect(
      await reports.change(id, edit, ofItems('other', 'open')),
    ).toMatchObject({ version: 2, item: { id: 'other' } });
    const ofReport = callerOf(seesAll, ({ ownerRef }) => ownerRef === guards);
    expect(
      await reports.change(id, { version: 2, itemId: 'open' }, ofReport),
    ).toMatchObject({ version: 3, item: { id: 'open' } });
  });

  it('lets only who may change a report take it from an item that they do not see, and anybody from one that is gone', async () => {
    const { reports, items } = await setUp();
    const owner = callerOf(outsider.reads, ({ ownerRef }) => ownerRef === shop);
    const fileOn = async (itemId: string) => {
      const body = { entityRef: cart, what: 'w', teamRef: guards, itemId };
      return (await reports.create(body, everybody)).id;
    };
    const edit = { version: 1, itemId: 'open' };
    const hidden = await fileOn('secret');
    await expect(reports.change(hidden, edit, owner)).rejects.toThrow(
      'This takes the permission opmodel.tech-debt.update for this report, or for the item that it is linked to',
    );
    expect(await reports.get(hidden, everybody)).toMatchObject({
      item: { id: 'secret' },
    });
    expect(await reports.change(hidden, edit, outsider)).toMatchObject({
      item: { id: 'open' },
    });
    const gone = await fileOn('other');
    await items.remove('other', 1);
    expect(await reports.change(gone, edit, owner)).toMatchObject({
      item: { id: 'open' },
    });
  });

  it('refuses to change or delete what somebody else changed, and changes nothing twice', async () => {
    const { reports } = await setUp();
    const { id } = await reports.create(
      { entityRef: cart, what: 'w' },
      everybody,
    );
    const edit = { version: 1, hoursLost: 2 };
    await reports.change(id, edit, everybody);
    await expect(reports.change(id, edit, everybody)).rejects.toThrow(
      ConflictError,
    );
    await expect(reports.remove(id, 1, everybody)).rejects.toThrow("'version'");
    expect(
      await reports.change(id, { version: 2, hoursLost: 2 }, everybody),
    ).toMatchObject({ version: 2 });
  });

  it('measures of each reader what they may see, and knows nothing where nothing was reported', async () => {
    const { reports, measured } = await setUp();
    expect(await measured.ofPlace({ entityRef: cart }, seesAll)).toMatchObject({
      confidence: 'no_data',
      personDaysPerMonth: null,
      reports: 0,
    });
    const first = { entityRef: cart, what: 'w', day: '2026-01-10' };
    await reports.create(first, everybody);
    for (const hoursLost of [1, 2, 3, 4, 2]) {
      const body = { entityRef: cart, what: 'w', hoursLost, teamRef: guards };
      await reports.create(body, everybody);
    }
    await reports.create(
      { entityRef: vault, what: 'w', hoursLost: 40 },
      everybody,
    );
    expect(await measured.ofPlace({ entityRef: cart }, seesAll)).toMatchObject({
      confidence: 'ok',
      reports: 5,
      teams: [{ teamRef: guards, reports: 5, hoursLost: 12 }],
      period: { from: '2026-03-04', to: '2026-06-01', days: 90 },
      formula: '12 ÷ 8 × 30.4375 ÷ 90 ≈ 0.507292',
    });
    expect(
      await measured.ofPlace({ scopeRef: 'org' }, outsider.reads),
    ).toMatchObject({ hoursLost: 12, teams: [] });
  });
});
