import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  type DebtItem,
  opmodelDoraReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { DatabaseCatalogStore } from '../../catalog/DatabaseCatalogStore';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, seesNone } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { DatabaseDebtExchangeStore } from '../exchange/DatabaseDebtExchangeStore';
import type { DebtExchangeStore } from '../exchange/DebtExchangeStore';
import { FakeDebtExchangeStore } from '../exchange/FakeDebtExchangeStore';
import { DatabaseDebtItemStore } from '../items/DatabaseDebtItemStore';
import type { DebtItemStore } from '../items/DebtItemStore';
import { FakeDebtItemStore } from '../items/FakeDebtItemStore';
import { DebtLinkChecks } from '../links/DebtLinkChecks';
import { DatabaseDebtDocumentStore } from './DatabaseDebtDocumentStore';
import { debtDocumentAlarms } from './debtDocumentAlarms';
import { DebtDocumentKeeper } from './DebtDocumentKeeper';
import type { DebtDocumentStore } from './DebtDocumentStore';
import { FakeDebtDocumentStore } from './FakeDebtDocumentStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const ref = 'techdebtregister:default/checkout';
const cart = entityOf('component:default/cart', {
  ownedBy: 'group:default/shop',
});
const shop = entityOf('group:default/shop', {});
const mail = entityOf('group:default/mail', {});

function documentOf(items: unknown, spec: object = {}): Entity {
  const entity = entityOf(ref, {
    spec: { appliesTo: ['component:default/cart'], items, ...spec } as {},
  });
  return { ...entity, apiVersion: 'opmodel.io/v1alpha1' };
}

const old = { name: 'old-runtime', title: 'Old runtime', severity: 'high' };
const copy = { name: 'copy', title: 'Written twice' };

interface Stores {
  snapshot: SnapshotStore;
  catalog: CatalogStore;
  items: DebtItemStore;
  exchange: DebtExchangeStore;
  documents: DebtDocumentStore;
}

eachStore<Stores>(
  {
    name: 'DebtDocumentKeeper',
    fake() {
      const catalog = new FakeComponentCatalog();
      const items = new FakeDebtItemStore(catalog);
      return {
        snapshot: catalog,
        catalog,
        items,
        exchange: new FakeDebtExchangeStore(items),
        documents: new FakeDebtDocumentStore(items),
      };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      catalog: new DatabaseCatalogStore(knex),
      items: new DatabaseDebtItemStore(knex),
      exchange: new DatabaseDebtExchangeStore(knex),
      documents: new DatabaseDebtDocumentStore(knex),
    }),
  },
  createStores => {
    let stores: Stores;
    let now = Date.UTC(2026, 10, 23);
    /** Incidents that there are. */
    let incidents: string[] = [];
    const linkChecks = new DebtLinkChecks({
      targets: {
        incident: {
          what: 'the id of an incident',
          readPermission: opmodelDoraReadPermission,
          find: async refs =>
            new Set(refs.filter(one => incidents.includes(one))),
        },
      },
    });

    const keeper = () =>
      new DebtDocumentKeeper({
        ...stores,
        linkChecks,
        logger: mockServices.logger.mock(),
        clock: () => now,
      });
    async function take(...entities: Entity[]): Promise<void> {
      now += 1_000;
      await scanEntities(stores.snapshot, [cart, shop, ...entities]);
      await keeper().keep();
    }
    const byHand = (item: DebtItem) =>
      stores.items.replace(item, {
        at: now,
        by: 'user:default/ada',
        note: null,
        changes: [],
      });
    const kept = () => stores.exchange.listOfDocument(ref);
    const named = async (name: string) =>
      (await kept()).find(
        ({ origin }) => 'ref' in origin && origin.ref === `${ref}#${name}`,
      )!;
    const problems = async () =>
      (await stores.documents.list()).flatMap(one =>
        one.problems.map(({ name, field }) => [name, field]),
      );

    beforeEach(async () => {
      stores = await createStores();
    });

    it('knows an item by its name alone, whatever another system calls it', async () => {
      const named7 = (name: string) => ({ ...old, name, externalId: 'JIRA-7' });
      await take(documentOf([named7('before'), copy]));
      const first = await named('before');
      for (let turn = 0; turn < 2; turn += 1) {
        await take(documentOf([named7('after'), copy]));
      }
      expect(await named('before')).toMatchObject({
        id: first.id,
        version: 2,
        status: 'resolved',
        origin: { leftAt: expect.any(Number) },
      });
      expect(await named('after')).toMatchObject({
        version: 1,
        status: 'open',
        externalId: 'JIRA-7',
      });
      expect(await named('copy')).toMatchObject({ version: 1 });
      await take(documentOf([named7('before'), copy]));
      expect(await named('before')).toMatchObject({
        id: first.id,
        status: 'open',
        origin: { leftAt: null },
      });
    });

    it('keeps the others where one cannot be written, and says of which', async () => {
      const other = {
        ...documentOf([copy]),
        metadata: { ...documentOf([copy]).metadata, name: 'search' },
      };
      const { write } = stores.exchange;
      jest
        .spyOn(stores.exchange, 'write')
        .mockImplementationOnce(async () => {
          throw new Error('The disk is full');
        })
        .mockImplementation(writings => write.call(stores.exchange, writings));
      await take(documentOf([old]), other);
      expect(await kept()).toEqual([]);
      expect(await problems()).toEqual([[null, '']]);
      expect(
        await stores.exchange.listOfDocument('techdebtregister:default/search'),
      ).toHaveLength(1);
      await take(documentOf([old]), other);
      expect(await problems()).toEqual([]);
      expect(await kept()).toHaveLength(1);
    });

    it('takes a link once there is what it leads to, and keeps it when that has gone', async () => {
      const linked = { ...old, links: [{ type: 'incident', ref: 'INC-1' }] };
      incidents = [];
      await take(documentOf([copy, linked]));
      expect((await kept()).map(({ title }) => title)).toEqual([copy.title]);
      expect(await problems()).toEqual([['old-runtime', 'links[0].ref']]);
      incidents = ['INC-1'];
      await take(documentOf([copy, linked]));
      expect(await problems()).toEqual([]);
      incidents = [];
      await take(documentOf([copy, { ...linked, title: 'Older' }]));
      expect(await problems()).toEqual([]);
      expect(await named('old-runtime')).toMatchObject({
        title: 'Older',
        links: [{ type: 'incident', ref: 'INC-1' }],
      });
    });

    it('does nothing before the first scan', async () => {
      await keeper().keep();
      expect(await stores.documents.list()).toEqual([]);
    });

    it('files what a document says, once, and changes what it says otherwise', async () => {
      await take(documentOf([old, copy]));
      const first = await kept();
      expect(first).toHaveLength(2);
      expect(await named('old-runtime')).toMatchObject({
        title: 'Old runtime',
        severity: 'high',
        status: 'open',
        entityRefs: ['component:default/cart'],
        ownerRef: 'group:default/shop',
        origin: { type: 'document', givesStatus: false },
        version: 1,
      });
      await take(documentOf([old, copy]));
      expect(await kept()).toEqual(first);
      await take(documentOf([{ ...old, title: 'Older' }, copy]));
      expect(await named('old-runtime')).toMatchObject({
        title: 'Older',
        version: 2,
      });
      expect(await named('copy')).toMatchObject({ version: 1 });
      expect(await stores.documents.list()).toEqual([
        { ref, problems: [], items: 2, problemsSince: null, keptAt: now },
      ]);
    });

    it('ends what a document no longer names, with that reason, and opens it again where it comes back', async () => {
      await take(documentOf([old, copy]));
      await take(documentOf([copy]));
      const ended = await named('old-runtime');
      expect(ended).toMatchObject({
        status: 'resolved',
        resolution: 'No longer in its document',
        resolvedAt: now,
        origin: { leftAt: now },
      });
      await take(documentOf([copy]));
      expect(await named('old-runtime')).toEqual(ended);
      await take(documentOf([old, copy]));
      expect(await named('old-runtime')).toMatchObject({
        id: ended.id,
        status: 'open',
        resolution: null,
        resolvedAt: null,
        origin: { leftAt: null },
      });
    });

    it('leaves to people what a document no longer names, until it names it again', async () => {
      const planned = { ...old, status: 'planned' };
      await take(documentOf([planned, copy]));
      await take(documentOf([copy]));
      const left = await named('old-runtime');
      const edited: DebtItem = {
        ...left,
        version: left.version + 1,
        status: 'in_progress',
        resolution: null,
        resolvedAt: null,
        title: 'Older than it seemed',
        severity: 'critical',
      };
      await byHand(edited);
      await take(documentOf([copy]));
      await take(documentOf([copy]));
      expect(await named('old-runtime')).toEqual(edited);
      expect(await stores.documents.list()).toMatchObject([{ items: 1 }]);
      expect(await stores.documents.countItems([ref], seesAll)).toEqual(
        new Map([[ref, 1]]),
      );
      await take(documentOf([{ ...old, status: 'in_progress' }, copy]));
      expect(await named('old-runtime')).toMatchObject({
        id: left.id,
        title: 'Old runtime',
        severity: 'high',
        status: 'in_progress',
        origin: { leftAt: null, givesStatus: true },
      });
      await take(documentOf([copy]));
      expect(await named('old-runtime')).toMatchObject({ status: 'resolved' });
    });

    it('takes over what people left as it was when it is named again', async () => {
      await take(documentOf([old]));
      await take(documentOf([]));
      const { version, ...left } = await named('old-runtime');
      const reopened: DebtItem = {
        ...left,
        version: version + 1,
        status: 'open',
        resolution: null,
        resolvedAt: null,
      };
      await byHand(reopened);
      await take(documentOf([old]));
      expect(await named('old-runtime')).toMatchObject({
        version: reopened.version + 1,
        status: 'open',
        origin: { leftAt: null },
      });
    });

    it('remembers of what has ended that it left, and leaves it ended', async () => {
      const paid = { ...old, status: 'resolved', resolution: 'Moved' };
      await take(documentOf([paid, copy]));
      await take(documentOf([copy]));
      const left = await named('old-runtime');
      expect(left).toMatchObject({
        status: 'resolved',
        resolution: 'Moved',
        origin: { leftAt: now },
      });
      await take(documentOf([old, copy]));
      expect(await named('old-runtime')).toMatchObject({
        status: 'resolved',
        resolution: 'Moved',
        origin: { leftAt: null, givesStatus: false },
      });
    });

    it('opens again what left with the words of before', async () => {
      await take(documentOf([old, copy]));
      const item = await named('old-runtime');
      const left: DebtItem = {
        ...item,
        version: 2,
        status: 'resolved',
        resolvedAt: now,
        resolution: `No longer in ${ref}`,
      };
      await byHand(left);
      await take(documentOf([copy]));
      expect(await named('old-runtime')).toMatchObject({
        // When it left was not written down then, and which document that is was told to whoever sees the item.
        resolution: 'No longer in its document',
        origin: { leftAt: left.resolvedAt },
      });
      await take(documentOf([old, copy]));
      expect(await named('old-runtime')).toMatchObject({
        status: 'open',
        resolution: null,
      });
    });

    it('follows the status that a document gives, and leaves the others to people', async () => {
      await take(documentOf([{ ...old, status: 'planned' }, copy]));
      expect(await named('old-runtime')).toMatchObject({
        status: 'planned',
        origin: { givesStatus: true },
      });
      await take(
        documentOf([{ ...old, status: 'resolved', resolution: 'Moved' }, copy]),
      );
      expect(await named('old-runtime')).toMatchObject({
        status: 'resolved',
        resolution: 'Moved',
      });
      const byPeople = await named('copy');
      const started: DebtItem = {
        ...byPeople,
        version: 2,
        status: 'in_progress',
      };
      await byHand(started);
      await take(documentOf([{ ...copy, severity: 'low' }]));
      expect(await named('copy')).toMatchObject({
        status: 'in_progress',
        severity: 'low',
      });
    });

    it('leaves what is wrong as it was, tells of it, and takes it in once it is right', async () => {
      await take(documentOf([old, copy]));
      await take(
        documentOf([
          { ...old, estimate: { impact: 9 } },
          { ...copy, ownerRef: 'mail' },
          { name: 'new', title: 'New', entityRefs: ['nowhere'] },
          { name: 'taken', title: 'Taken', status: 'accepted' },
        ]),
      );
      expect(await problems()).toEqual([
        ['old-runtime', 'estimate.impact'],
        ['copy', 'ownerRef'],
        ['new', 'entityRefs[0]'],
        ['taken', 'status'],
      ]);
      expect(await named('old-runtime')).toMatchObject({ status: 'open' });
      const alarms = debtDocumentAlarms(await stores.documents.list());
      expect(alarms).toMatchObject([
        {
          id: 'debt-document-problems',
          subject: null,
          message: '1 document keeps debt of which something cannot be taken',
          since: new Date(now).toISOString(),
        },
      ]);
      // Operators need not see the document.
      expect(JSON.stringify(alarms)).not.toContain('checkout');
      await take(mail, documentOf([old, { ...copy, ownerRef: 'mail' }]));
      expect(await problems()).toEqual([]);
      expect(await named('copy')).toMatchObject({
        ownerRef: 'group:default/mail',
      });
    });

    it('ends nothing where a name cannot be read, or the document is wrong as a whole', async () => {
      await take(documentOf([old, copy]));
      const before = await kept();
      await take(documentOf([{ title: 'No name' }]));
      expect(await kept()).toEqual(before);
      await take(documentOf('nonsense'));
      expect(await kept()).toEqual(before);
      expect(await problems()).toEqual([[null, 'spec.items']]);
    });

    it('keeps the items of a document that left the catalog', async () => {
      await take(documentOf([old]));
      const before = await kept();
      await take();
      expect(await kept()).toEqual(before);
      expect(await stores.documents.list()).toEqual([]);
    });

    it('does in two replicas at once what it does in one', async () => {
      await scanEntities(stores.snapshot, [
        cart,
        shop,
        documentOf([old, copy]),
      ]);
      await Promise.all([keeper().keep(), keeper().keep(), keeper().keep()]);
      expect(await kept()).toHaveLength(2);
      await scanEntities(stores.snapshot, [
        cart,
        shop,
        documentOf([{ ...old, severity: 'low' }]),
      ]);
      await Promise.all([keeper().keep(), keeper().keep()]);
      const items = await kept();
      expect(items.map(({ version }) => version)).toEqual([2, 2]);
    });

    it('tells of the documents that are asked for, and counts their items that may be seen', async () => {
      const onShop = {
        ...copy,
        ownerRef: 'shop',
        entityRefs: ['group:default/shop'],
      };
      await take(documentOf([old, onShop, { name: 'wrong' }]));
      const { documents } = stores;
      expect(await documents.list([])).toEqual([]);
      expect(
        await documents.list([ref, 'techdebtregister:default/no']),
      ).toEqual(await documents.list());
      const seesCart = {
        type: 'refs',
        refs: new Set(['component:default/cart']),
      } as const;
      const counts = async (...args: Parameters<typeof documents.countItems>) =>
        Object.fromEntries(await documents.countItems(...args));
      expect(await counts([ref], seesAll)).toEqual({ [ref]: 2 });
      expect(await counts([ref], seesCart)).toEqual({ [ref]: 1 });
      expect(await counts([ref], seesNone)).toEqual({});
      expect(await counts([`${ref}-2`], seesAll)).toEqual({});
    });

    it('finds items by what rows may mean, of what may be seen', async () => {
      await take(documentOf([old, copy]));
      const [first, second] = await kept();
      const { exchange } = stores;
      const none = { ids: [], externalIds: [], entityRefs: [] };
      const idsOf = (found: DebtItem[]) => found.map(({ id }) => id);
      expect(
        idsOf(
          await exchange.listSought({ ...none, ids: [second.id] }, seesAll),
        ),
      ).toEqual([second.id]);
      expect(
        idsOf(
          await exchange.listSought(
            { ...none, entityRefs: ['component:default/cart'] },
            seesAll,
          ),
        ),
      ).toEqual([first.id, second.id]);
      expect(await exchange.listSought(none, seesAll)).toEqual([]);
    });
  },
);
