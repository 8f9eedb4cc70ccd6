import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import type { SnapshotStore } from '../catalog/SnapshotStore';
import { seesAll, seesNone, type Visibility } from '../catalog/Visibility';
import { entityOf, scanEntities, scanTime } from '../testing/catalog';
import { eachStore } from '../testing/eachStore';
import {
  type AcceptanceFilter,
  type AcceptancePosition,
  type AcceptanceStep,
  type AcceptanceStore,
  type KeptAcceptance,
  positionOf,
} from './AcceptanceStore';
import { DatabaseAcceptanceStore } from './DatabaseAcceptanceStore';
import { FakeAcceptanceStore } from './FakeAcceptanceStore';
import { keptAcceptance, keptApprover } from './testing/keptAcceptance';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(60_000);

const checkout = 'component:default/checkout';
const cart = 'component:default/cart';
const vault = 'component:default/vault';
const shop = 'group:default/shop';
const guards = 'group:default/guards';
const money = 'group:default/money';
const open = 'scorecard:default/open';
const secret = 'scorecard:default/secret';
const ada = 'user:default/ada';
const bo = 'user:default/bo';

const entities = [
  entityOf(checkout, { title: 'Checkout', ownedBy: shop }),
  entityOf(cart, { ownedBy: shop }),
  entityOf(vault, { ownedBy: guards, labels: { confidential: 'true' } }),
  entityOf(shop, { childOf: money }),
  entityOf(guards, { labels: { confidential: 'true' } }),
  entityOf(money),
  entityOf(open),
  entityOf(secret, { labels: { confidential: 'true' } }),
];
const notConfidential: Visibility = {
  type: 'condition',
  condition: { not: { key: 'metadata.labels.confidential' } },
};
const withoutVault: Extract<Visibility, { type: 'refs' }> = {
  type: 'refs',
  refs: new Set([checkout, cart, shop, money]),
};

const approved = (at: number, by = bo): AcceptanceStep => ({
  state: 'approved',
  event: {
    kind: 'approved',
    at,
    by,
    note: 'fine',
    approverRefs: [shop, guards],
    approvalsNeeded: 1,
  },
  approval: { by, at, verdict: 'approved', asRef: shop, note: 'fine' },
  rule: {
    approvers: [keptApprover(shop), keptApprover(guards, 'security')],
    approvalsNeeded: 1,
    eachOf: [[shop], [guards, shop]],
  },
});
const ended = (
  state: 'denied' | 'withdrawn' | 'expired',
  at: number,
): AcceptanceStep => ({
  state,
  event: {
    kind: state,
    at,
    by: null,
    note: null,
    approverRefs: null,
    approvalsNeeded: null,
  },
});

interface Stores {
  acceptances: AcceptanceStore;
  catalog: SnapshotStore;
}

eachStore<Stores>(
  {
    name: 'AcceptanceStore',
    fake() {
      const catalog = new FakeCatalogStore();
      return { catalog, acceptances: new FakeAcceptanceStore(catalog) };
    },
    database: knex => ({
      catalog: new DatabaseSnapshotStore(knex),
      acceptances: new DatabaseAcceptanceStore(knex),
    }),
  },
  createStores => {
    let acceptances: AcceptanceStore;
    let catalog: SnapshotStore;

    beforeEach(async () => {
      ({ acceptances, catalog } = await createStores());
      await scanEntities(catalog, entities);
    });

    const add = async (
      overrides: Partial<KeptAcceptance> = {},
      visibility: Visibility = seesAll,
    ) => {
      const one = keptAcceptance(overrides);
      await acceptances.add(one, visibility);
      return one;
    };
    const list = async (
      filter: AcceptanceFilter,
      visibility: Visibility = seesAll,
    ) => {
      const { items, total } = await acceptances.list(filter, visibility, {
        limit: 100,
      });
      expect(total).toBe(items.length);
      return items.map(({ id }) => id);
    };

    it('gives back what was kept, and what became of it', async () => {
      const one = await add({
        entityRefs: [vault, checkout],
        receivingRef: money,
        compensatingControl: 'Watched by hand',
      });
      expect(await acceptances.get(one.id, seesAll)).toEqual(one);

      const step = approved(scanTime + 9_000);
      const changed = await acceptances.change(one.id, current => {
        expect(current).toEqual(one);
        return step;
      });
      expect(changed).toEqual({
        ...one,
        ...step.rule,
        state: 'approved',
        decidedAt: scanTime + 9_000,
        decidedBy: bo,
        approvals: [step.approval],
        history: [...one.history, step.event],
        revision: 2,
      });
      expect(await acceptances.get(one.id, seesAll)).toEqual(changed);
      expect(await acceptances.get('none', seesAll)).toBeUndefined();
    });

    it('keeps an approval that is not enough without deciding', async () => {
      const one = await add({ approvalsNeeded: 2 });
      const step = { ...approved(scanTime + 1), state: 'requested' as const };
      await acceptances.change(one.id, () => step);
      expect(await acceptances.get(one.id, seesAll)).toMatchObject({
        state: 'requested',
        decidedAt: null,
        decidedBy: null,
        approvals: [step.approval],
        revision: 2,
      });
    });

    it('changes nothing where nothing is planned or the plan is refused', async () => {
      const one = await add();
      expect(await acceptances.change(one.id, () => undefined)).toEqual(one);
      await expect(
        acceptances.change(one.id, () => {
          throw new Error('too late');
        }),
      ).rejects.toThrow('too late');
      expect(await acceptances.get(one.id, seesAll)).toEqual(one);
      await expect(acceptances.change('none', () => undefined)).rejects.toThrow(
        "There is no acceptance 'none'",
      );
    });

    it('lets one change follow the other, so that each sees what the other did', async () => {
      const one = await add();
      const decide = (by: string) =>
        acceptances.change(one.id, current => {
          if (current.state !== 'requested') {
            throw new Error(`decided by ${current.decidedBy}`);
          }
          return approved(scanTime + 1, by);
        });
      const people = [bo, 'user:default/cy', 'user:default/di'];
      const results = await Promise.allSettled(people.map(decide));
      const winners = results.flatMap(result =>
        result.status === 'fulfilled' ? result.value.decidedBy! : [],
      );
      expect(winners).toHaveLength(1);
      expect(
        results.flatMap(result =>
          result.status === 'rejected' ? result.reason.message : [],
        ),
      ).toEqual(Array(2).fill(`decided by ${winners[0]}`));
      const kept = await acceptances.get(one.id, seesAll);
      expect(kept?.approvals).toHaveLength(1);
      expect(kept?.history).toHaveLength(2);
    });

    it('refuses to ask for the same twice, until it is decided', async () => {
      const same = {
        subjectRef: 'tests',
        entityRefs: [checkout, cart],
      };
      const one = await add(same);
      await expect(
        add({ subjectRef: 'tests', entityRefs: [cart, vault] }),
      ).rejects.toThrow(`is asked for already, in '${one.id}'`);
      await add({ ...same, subject: 'gate' });
      await add({ ...same, subjectRef: undefined });
      await expect(add({ ...same, subjectRef: undefined })).rejects.toThrow(
        'asked for already',
      );
      await add({ subjectRef: 'tests', entityRefs: [vault] });
      await acceptances.change(one.id, () => ended('denied', scanTime + 1));
      await add(same);
    });

    it('keeps one of several that are asked for at the same time', async () => {
      const results = await Promise.allSettled(
        [1, 2, 3, 4].map(() => add({ subjectRef: 'race' })),
      );
      expect(
        results.filter(({ status }) => status === 'fulfilled'),
      ).toHaveLength(1);
    });

    it('shows what all entities and the receiving group may be seen of', async () => {
      const seen = await add();
      const mixed = await add({ entityRefs: [checkout, vault] });
      const toGuards = await add({
        subject: 'hand_over',
        receivingRef: guards,
      });
      for (const visibility of [notConfidential, withoutVault]) {
        expect(await list({}, visibility)).toEqual([seen.id]);
        expect(await acceptances.get(seen.id, visibility)).toBeDefined();
        for (const { id } of [mixed, toGuards]) {
          expect(await acceptances.get(id, visibility)).toBeUndefined();
        }
      }
      expect(await list({}, seesNone)).toEqual([]);
      expect(await list({})).toHaveLength(3);
    });

    it('shows what is about a part of a document to whoever may see the document', async () => {
      const ofPortal = await add({ subjectRef: 'scorecard:default/portal#a' });
      const ofOpen = await add({ subjectRef: `${open}#a` });
      const ofSecret = await add({ subjectRef: `${secret}#a` });
      const reads: Visibility = {
        type: 'refs',
        refs: new Set([...withoutVault.refs, open]),
      };
      for (const visibility of [notConfidential, reads]) {
        expect(await list({}, visibility)).toEqual([ofPortal.id, ofOpen.id]);
        expect(await acceptances.get(ofSecret.id, visibility)).toBeUndefined();
      }
      expect(await list({})).toHaveLength(3);
      await expect(
        add({ subjectRef: ofSecret.subjectRef }, notConfidential),
      ).rejects.toThrow('The same is asked for already; it waits');
    });

    it('lets those decide who may about the entities, whatever else they may', async () => {
      const { id } = await add({ subjectRef: `${open}#a` });
      const waitingFor = { person: bo, refs: [shop], of: withoutVault };
      expect(await list({ waitingFor })).toEqual([id]);
    });

    it('keeps showing what is about an entity that the catalog no longer has, to whoever could see it', async () => {
      const both = await add({ entityRefs: [checkout, cart] });
      const hidden = await add({ entityRefs: [checkout, vault] });
      await scanEntities(
        catalog,
        entities.filter(({ metadata }) =>
          ['checkout', 'shop', 'money'].includes(metadata.name),
        ),
      );
      expect(await list({}, notConfidential)).toEqual([both.id]);
      expect(await list({})).toEqual([both.id, hidden.id]);
    });

    it('puts first what is to be decided first, page by page', async () => {
      const at = scanTime;
      const late = await add({ decideBy: '2026-12-01', requestedAt: at });
      const done = await add({ requestedAt: at });
      const doneLater = await add({ requestedAt: at });
      const soon = await add({ decideBy: '2026-11-10', requestedAt: at + 1 });
      const sooner = await add({ decideBy: '2026-11-10', requestedAt: at });
      const twin = await add({ decideBy: '2026-11-10', requestedAt: at });
      await acceptances.change(done.id, () => ended('denied', at + 5));
      await acceptances.change(doneLater.id, () => approved(at + 9_000_000));
      const order = [sooner, twin, soon, late, doneLater, done].map(
        ({ id }) => id,
      );
      expect(await list({})).toEqual(order);

      const walked: string[] = [];
      for (let after: AcceptancePosition | undefined; ; ) {
        const { items, total } = await acceptances.list({}, seesAll, {
          limit: 2,
          after,
        });
        expect(total).toBe(6);
        if (items.length === 0) {
          break;
        }
        walked.push(...items.map(({ id }) => id));
        after = positionOf(items.at(-1)!);
      }
      expect(walked).toEqual(order);
    });

    it('finds by state, subject, entity, owner and who asked', async () => {
      const one = await add();
      const other = await add({
        subject: 'gate',
        entityRefs: [vault, cart],
        requestedBy: bo,
      });
      await acceptances.change(other.id, () => approved(scanTime + 1));
      expect(await list({ state: 'approved' })).toEqual([other.id]);
      expect(await list({ state: 'requested' })).toEqual([one.id]);
      expect(await list({ subject: 'gate' })).toEqual([other.id]);
      expect(await list({ subject: 'debt' })).toEqual([]);
      expect(await list({ entityRefs: [cart, shop] })).toEqual([other.id]);
      expect(await list({ requestedBy: bo })).toEqual([other.id]);
      expect(await list({ ownerRefs: [guards] })).toEqual([other.id]);
      expect(await list({ ownerRefs: [money] })).toEqual([one.id, other.id]);
      expect(await list({ ownerRefs: [] })).toEqual([]);
    });

    it('finds nothing below an owner who may not be seen', async () => {
      const one = await add();
      const withoutMoney: Visibility = {
        type: 'refs',
        refs: new Set([checkout, shop]),
      };
      expect(await list({ ownerRefs: [money] }, withoutMoney)).toEqual([]);
      expect(await list({ ownerRefs: [shop] }, withoutMoney)).toEqual([one.id]);
    });

    it('finds what waits for somebody', async () => {
      const one = await add();
      const half = await add({ approvalsNeeded: 2 });
      await acceptances.change(half.id, () => ({
        ...approved(scanTime + 1),
        state: 'requested',
      }));
      await add({ approvers: [keptApprover(guards)] });
      const decided = await add();
      await acceptances.change(decided.id, () => approved(scanTime + 1));
      const about = await add({ entityRefs: [vault] });
      const waiting = (person: string, of: Visibility = seesAll) =>
        list({ waitingFor: { person, refs: [person, shop, money], of } });
      expect(await waiting('user:default/cy')).toEqual([
        one.id,
        half.id,
        about.id,
      ]);
      expect(await waiting('user:default/cy', notConfidential)).toEqual([
        one.id,
        half.id,
      ]);
      // Whoever has approved waits for others; whoever asked never decides.
      expect(await waiting(bo)).toEqual([one.id, about.id]);
      expect(await waiting(ada)).toEqual([]);
      expect(
        await list({ waitingFor: { person: bo, refs: [bo], of: seesAll } }),
      ).toEqual([]);
    });

    it('finds what waits for those who speak for a group, and not what they would not bring further', async () => {
      const cy = 'user:default/cy';
      const below = [shop, guards];
      const stood = await add({
        approvers: [keptApprover(money, null, { belowRefs: below })],
      });
      const except = await add({
        approvers: [
          keptApprover(money, null, { belowRefs: below, exceptRefs: [shop] }),
        ],
      });
      const both = await add({
        approvers: [keptApprover(shop), keptApprover(guards)],
        approvalsNeeded: 2,
        eachOf: [[shop], [guards]],
      });
      const waiting = (...refs: string[]) =>
        list({ waitingFor: { person: cy, refs: [cy, ...refs], of: seesAll } });
      expect(await waiting(guards)).toEqual([stood.id, except.id, both.id]);
      expect(await waiting(shop)).toEqual([stood.id, both.id]);
      expect(await waiting(shop, guards)).toEqual([stood.id, both.id]);
      expect(await waiting(money)).toEqual([stood.id, except.id]);
      expect(await acceptances.get(except.id, seesAll)).toEqual(except);

      // Of one of two sets somebody agrees, so the request waits for the other.
      await acceptances.change(both.id, () => ({
        ...approved(scanTime + 1),
        state: 'requested',
        rule: {
          approvers: both.approvers,
          approvalsNeeded: 2,
          eachOf: both.eachOf,
        },
      }));
      expect(await waiting(shop)).toEqual([stood.id]);
      expect(await waiting(guards)).toEqual([stood.id, except.id, both.id]);
      await acceptances.replaceRule(both.id, {
        approvers: [keptApprover(money), keptApprover(shop)],
        approvalsNeeded: 2,
        eachOf: [[money], [shop]],
      });
      expect(await waiting(guards)).toEqual([stood.id, except.id]);
      expect(await waiting(money)).toEqual([stood.id, except.id, both.id]);
    });

    it('finds what one of some approvers has to decide on', async () => {
      const one = await add();
      const two = await add({ approvers: [keptApprover(guards)] });
      const of = (...refs: string[]) => list({ approverRefs: new Set(refs) });
      expect(await of(shop)).toEqual([one.id]);
      expect(await of(shop, guards)).toEqual([one.id, two.id]);
      expect(await of(money)).toEqual([]);
      expect(await of()).toEqual([]);
    });

    it('names a request that stands in the way to whoever may see it', async () => {
      const same = { subjectRef: 'twin', entityRefs: [vault, cart] };
      const one = await add(same);
      const again = { ...same, entityRefs: [cart] };
      await expect(add(again)).rejects.toThrow(one.id);
      await expect(add(again, notConfidential)).rejects.toThrow(
        'The same is asked for already; it waits for its decision',
      );
    });

    it('finds what holds on a day, and what soon no longer does', async () => {
      await add();
      const short = await add({ expiresOn: '2026-11-30' });
      const long = await add({ expiresOn: '2026-12-31' });
      const endless = await add({ expiresOn: null });
      for (const [at, { id }] of [endless, long, short].entries()) {
        await acceptances.change(id, () => approved(scanTime + at));
      }
      expect(await list({ inForceOn: '2026-11-30' })).toEqual([
        short.id,
        long.id,
        endless.id,
      ]);
      expect(await list({ inForceOn: '2026-12-01' })).toEqual([
        long.id,
        endless.id,
      ]);
      expect(
        await list({ expiring: { from: '2026-11-30', to: '2026-12-30' } }),
      ).toEqual([short.id]);
    });

    it('finds what holds together with what is asked for', async () => {
      const held = await add({ expiresOn: '2026-12-31' });
      const over = await add({ expiresOn: '2026-11-30' });
      await acceptances.change(held.id, () => approved(scanTime));
      await acceptances.change(over.id, () => approved(scanTime + 1));
      const wanted = { inForceOn: '2026-12-01', orRequested: true };
      expect(await list(wanted)).toEqual([held.id]);
      const asked = await add();
      expect((await list(wanted)).sort()).toEqual([held.id, asked.id].sort());
    });

    it('finds those of some ids, and of some subjects', async () => {
      const one = await add({ subjectRef: 'item-1' });
      const two = await add({ subjectRef: 'item-2' });
      const three = await add({ subjectRef: 'item-3' });
      expect(await list({ ids: [two.id, 'none'] })).toEqual([two.id]);
      expect(await list({ ids: [] })).toEqual([]);
      expect(
        (await list({ subjectRefs: ['item-1', 'item-3', 'none'] })).sort(),
      ).toEqual([one.id, three.id].sort());
      expect(await list({ ids: [two.id], subjectRefs: ['item-1'] })).toEqual(
        [],
      );
    });

    it('finds what is urgent for as long as it may wait for its decision', async () => {
      const urgentUntil = scanTime + 60_000;
      const urgent = await add({ urgentUntil });
      await add();
      const held = (urgentAt: number) =>
        list({ inForceOn: '2026-11-20', urgentAt });
      expect(await list({ inForceOn: '2026-11-20' })).toEqual([]);
      expect(await held(urgentUntil - 1)).toEqual([urgent.id]);
      expect(await held(urgentUntil)).toEqual([]);
      expect((await acceptances.get(urgent.id, seesAll))?.urgentUntil).toBe(
        urgentUntil,
      );
      await acceptances.change(urgent.id, current => ({
        state: 'denied',
        event: { ...current.history[0], kind: 'denied' },
      }));
      expect(await held(scanTime)).toEqual([]);
    });

    it('replaces who decides while that is open', async () => {
      const one = await add();
      const decided = await add();
      await acceptances.change(decided.id, () => ended('denied', scanTime + 1));
      const rule = {
        approvers: [keptApprover(guards, 'security'), keptApprover(money)],
        approvalsNeeded: 2,
        eachOf: [[guards], [money]],
      };
      await acceptances.replaceRule(one.id, rule);
      await acceptances.replaceRule(decided.id, rule);
      await acceptances.replaceRule('none', rule);
      expect(await acceptances.get(one.id, seesAll)).toEqual({
        ...one,
        ...rule,
      });
      expect((await acceptances.get(decided.id, seesAll))?.approvers).toEqual(
        decided.approvers,
      );
    });

    it('finds what time has ended, until it is ended', async () => {
      const asked = await add({ decideBy: '2026-11-20' });
      const held = await add({ expiresOn: '2026-11-25' });
      const endless = await add({ expiresOn: null });
      for (const { id } of [held, endless]) {
        await acceptances.change(id, () => approved(scanTime + 1));
      }
      expect(await acceptances.listDue('2026-11-20', 10)).toEqual([]);
      expect(await acceptances.listDue('2026-11-21', 10)).toEqual([asked.id]);
      expect(await acceptances.listDue('2026-11-26', 10)).toEqual([
        asked.id,
        held.id,
      ]);
      expect(await acceptances.listDue('2026-11-26', 1)).toEqual([asked.id]);
      await acceptances.change(held.id, () => ended('expired', scanTime + 2));
      expect(await acceptances.listDue('2026-11-26', 10)).toEqual([asked.id]);
    });

    it('remembers what is untold, also where it changed while it was told', async () => {
      const one = await add();
      const two = await add();
      const untold = async () =>
        (await acceptances.listUntold(10)).map(({ id }) => id);
      expect(await untold()).toEqual([one.id, two.id]);
      expect(await acceptances.listUntold(1)).toEqual([one]);
      expect(await acceptances.listUntold(10, one)).toEqual([two]);
      expect(await acceptances.listUntold(10, two)).toEqual([]);
      // Two of the same moment are told in the order of their ids.
      const twin = await add({ requestedAt: two.requestedAt });
      expect(await acceptances.listUntold(1, two)).toEqual([twin]);
      await acceptances.markTold(twin);
      await acceptances.markTold(one);
      expect(await untold()).toEqual([two.id]);
      await acceptances.change(two.id, () => approved(scanTime + 1));
      await acceptances.markTold(two);
      expect(await untold()).toEqual([two.id]);
      await acceptances.markTold({ id: two.id, revision: 2 });
      expect(await untold()).toEqual([]);
      await acceptances.change(two.id, () => ended('expired', scanTime + 2));
      expect(await untold()).toEqual([two.id]);
    });

    it('deletes what ended before an instant, and nothing that is open or holds', async () => {
      const asked = await add();
      const held = await add();
      await acceptances.change(held.id, () => approved(scanTime + 1));
      const old = await add();
      const older = await add();
      const young = await add();
      for (const [{ id }, at] of [
        [old, 20],
        [older, 10],
        [young, 99],
      ] as const) {
        await acceptances.change(id, () => ended('denied', scanTime + at));
      }
      const before = scanTime + 50;
      expect(await acceptances.deleteEndedBefore(before, 1)).toBe(1);
      expect(await acceptances.deleteEndedBefore(before, 10)).toBe(1);
      expect(await acceptances.deleteEndedBefore(before, 10)).toBe(0);
      expect((await list({})).sort()).toEqual(
        [asked.id, held.id, young.id].sort(),
      );
      expect((await acceptances.get(young.id, seesAll))?.history).toHaveLength(
        2,
      );
    });
  },
);
