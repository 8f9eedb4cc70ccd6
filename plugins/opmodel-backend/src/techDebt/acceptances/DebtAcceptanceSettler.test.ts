import {
  type DebtItem,
  suggestionFingerprint,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  AcceptanceRecord,
  EndedSubject,
} from '../../acceptances/Acceptances';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { seesAll } from '../../catalog/Visibility';
import { FakeDebtItemStore } from '../items/FakeDebtItemStore';
import { findDebtChanges } from '../items/findDebtChanges';
import { DebtAcceptanceSettler } from './DebtAcceptanceSettler';

const now = Date.parse('2026-12-02T09:00:00Z');
const cart = 'component:default/cart';
const bo = 'user:default/bo';
const signal = new AbortController().signal;

const item = (overrides: Partial<DebtItem> = {}): DebtItem => ({
  id: 'item-1',
  version: 1,
  title: 'Old queue',
  description: null,
  entityRefs: [cart],
  ownerRef: 'group:default/shop',
  category: 'code',
  intent: null,
  prudence: null,
  severity: null,
  estimate: {
    principalDays: null,
    interestDays: null,
    occurrencesPerMonth: null,
    impact: null,
    likelihood: null,
    businessValue: null,
    timeCriticality: null,
    riskReduction: null,
  },
  businessImpact: null,
  remediationPlan: null,
  targetDate: null,
  reviewDate: null,
  links: [],
  externalId: null,
  status: 'open',
  reportedBy: bo,
  origin: { type: 'person' },
  createdAt: 1,
  updatedAt: 1,
  statusSince: 1,
  resolvedAt: null,
  resolution: null,
  acceptedUntil: null,
  acceptedBy: null,
  ...overrides,
});

const acceptance = (
  overrides: Partial<AcceptanceRecord> = {},
): AcceptanceRecord => ({
  id: 'acceptance-1',
  subject: 'debt',
  subjectRef: 'item-1',
  title: 'Old queue',
  entityRefs: [cart],
  riskLevel: 'low',
  reason: 'Replaced in spring',
  requestedBy: 'user:default/ada',
  requestedAt: 1,
  state: 'approved',
  decidedAt: 2,
  decidedBy: bo,
  expiresOn: '2026-12-31',
  details: { item: 'item-1' },
  ...overrides,
});

describe('items and their acceptances', () => {
  let store: FakeDebtItemStore;
  let held: AcceptanceRecord[];
  let ended: EndedSubject[];

  /** Milliseconds that went by. */
  let ticks: number;
  /** What was read one by one. */
  let reads: string[];

  /** A replica of its own on the same rows. */
  const settler = (of: Pick<FakeDebtItemStore, 'get'> = store) =>
    new DebtAcceptanceSettler({
      store: {
        get: (...args) => {
          reads.push(args[0]);
          return of.get(...args);
        },
        listByIds: (...args) => store.listByIds(...args),
        list: (...args) => store.list(...args),
        listVersions: (...args) => store.listVersions(...args),
        replace: (...args) => store.replace(...args),
      },
      acceptances: {
        listInForce: async ({ subject }) => {
          reads.push(subject);
          return held.filter(
            one => one.subject === subject && one.state === 'approved',
          );
        },
        listOpen: async ({ subject, subjectRefs }) =>
          held
            .filter(
              one =>
                one.subject === subject &&
                (subjectRefs?.includes(one.subjectRef!) ?? true),
            )
            .map(one => ({ ...one, isInForce: one.state === 'approved' })),
        end: async one => {
          ended.push(one);
          held = held.filter(({ subjectRef }) => subjectRef !== one.subjectRef);
        },
      },
      zone: 'UTC',
      clock: () => now + (ticks += 1),
    });
  const add = (overrides: Partial<DebtItem> = {}) =>
    store.create(item(overrides), { at: 1, by: bo, note: null });
  const current = async (id = 'item-1') => (await store.get(id, seesAll))!;
  const historyOf = async (id = 'item-1') =>
    (await store.listVersions(id, { limit: 10 })).map(({ version, by }) => [
      version,
      by,
    ]);

  beforeEach(() => {
    store = new FakeDebtItemStore(new FakeComponentCatalog());
    held = [acceptance()];
    ended = [];
    reads = [];
    ticks = 0;
  });

  it('accepts an item exactly once, however often and on however many replicas that is told', async () => {
    await add();
    await Promise.all([
      settler().settle('item-1', bo),
      settler().settle('item-1', bo),
      settler().settleAll(signal),
    ]);
    await settler().settle('item-1', bo);
    expect(await current()).toMatchObject({
      version: 2,
      status: 'accepted',
      acceptedUntil: '2026-12-31',
      acceptedBy: bo,
      statusSince: expect.any(Number),
    });
    expect(await historyOf()).toHaveLength(2);
  });

  it('says who decided, and that nobody did where time or a mend brings it about', async () => {
    await add();
    await settler().settle('item-1', bo);
    held = [];
    await settler().settle('item-1', null);
    expect(await current()).toMatchObject({
      status: 'open',
      acceptedUntil: null,
      acceptedBy: null,
    });
    expect(await historyOf()).toEqual([
      [3, 'plugin:opmodel'],
      [2, bo],
      [1, bo],
    ]);
  });

  it('is of one moment, however fast the clock goes', async () => {
    await add();
    await settler().settle('item-1', bo);
    const { statusSince, updatedAt } = await current();
    const [{ at }] = await store.listVersions('item-1', { limit: 1 });
    expect([statusSince, updatedAt]).toEqual([at, at]);
  });

  it('mends both ways what was missed', async () => {
    await add();
    await add({
      id: 'item-2',
      status: 'accepted',
      acceptedUntil: '2026-11-30',
      acceptedBy: bo,
    });
    await settler().settleAll(signal);
    expect((await current()).status).toBe('accepted');
    expect((await current('item-2')).status).toBe('open');
    await settler().settleAll(signal);
    expect((await current()).version).toBe(2);
    expect((await current('item-2')).version).toBe(2);
  });

  it('takes back an acceptance that was revoked while it was being taken in', async () => {
    await add();
    let times = 0;
    await settler({
      async get(...args) {
        times += 1;
        const read = await store.get(...args);
        if (times === 2) {
          held = [];
        }
        return read;
      },
    }).settle('item-1', bo);
    expect((await current()).status).toBe('open');
  });

  it('loses nothing that somebody else writes at the same time', async () => {
    await add();
    let isFirst = true;
    await settler({
      async get(...args) {
        const read = await store.get(...args);
        if (isFirst) {
          isFirst = false;
          await store.replace(
            { ...item(), version: 2, title: 'Older queue' },
            { at: 2, by: bo, note: null, changes: [] },
          );
        }
        return read;
      },
    }).settle('item-1', bo);
    expect(await current()).toMatchObject({
      version: 3,
      title: 'Older queue',
      status: 'accepted',
    });
  });

  it('ends what is accepted of items that have ended or are no more', async () => {
    await add({ status: 'resolved', resolvedAt: 2, resolution: 'Paid' });
    held.push(
      acceptance({
        id: 'acceptance-2',
        subjectRef: 'gone',
        details: { item: 'gone' },
        state: 'requested',
        decidedBy: null,
      }),
    );
    await settler().settleAll(signal);
    expect(ended.map(({ subjectRef, note }) => [subjectRef, note])).toEqual([
      ['item-1', "The debt item is 'resolved'"],
      ['gone', 'The debt item was deleted'],
    ]);
    expect((await current()).version).toBe(1);
  });

  it('leaves debt alone that is accepted under a name that is no item of the register', async () => {
    held = [acceptance({ subjectRef: 'the old queue', details: {} })];
    await settler().settleAll(signal);
    expect(ended).toEqual([]);
  });

  /** Changes an item as somebody does, at a moment after what is held was approved. */
  const edit = async (given: Partial<DebtItem>, at = 10) => {
    const before = await current();
    const after = { ...before, ...given, version: before.version + 1 };
    await store.replace(
      { ...after, updatedAt: now + at },
      { at, by: bo, note: null, changes: findDebtChanges(before, after) },
    );
  };

  it('opens an item again that hangs on something else than what was accepted, until that is accepted as well', async () => {
    await add();
    await settler().settle('item-1', bo);
    await edit({ entityRefs: [cart, 'component:default/payments'] });
    await settler().settleAll(signal);
    expect(await current()).toMatchObject({ status: 'open', version: 4 });
    const [{ note }] = await store.listVersions('item-1', { limit: 1 });
    expect(note).toBe('What was accepted does not cover what the item is now');
    await settler().settleAll(signal);
    expect(await current()).toMatchObject({ status: 'open', version: 4 });
    held.push(
      acceptance({
        id: 'acceptance-2',
        entityRefs: ['component:default/payments', cart],
        decidedAt: 20,
      }),
    );
    await settler().settle('item-1', bo);
    expect((await current()).status).toBe('accepted');
  });

  it.each([
    // What it was when it was approved at moment 2, what the risk was, and what it has become since.
    ['low', 'low', 'critical', 'open'],
    ['high', 'low', 'high', 'accepted'],
    ['high', 'low', 'medium', 'accepted'],
    ['high', 'low', null, 'accepted'],
    [null, 'medium', 'medium', 'accepted'],
    [null, 'medium', 'high', 'open'],
  ] as const)(
    'holds an item of severity %s, accepted at risk %s, that became %s: %s',
    async (was, riskLevel, severity, status) => {
      held = [acceptance({ riskLevel })];
      await add({ severity: was });
      await settler().settle('item-1', bo);
      await edit({ severity: 'low' }, 5);
      await edit({ severity });
      await settler().settleAll(signal);
      expect((await current()).status).toBe(status);
    },
  );

  it('takes an item for as severe as it was when it was approved, not when it was asked for', async () => {
    held = [acceptance({ decidedAt: 7 })];
    await add({ severity: 'low' });
    await edit({ severity: 'critical' }, 5);
    await settler().settle('item-1', bo);
    expect((await current()).status).toBe('accepted');
  });

  it('leaves an item accepted while the exemption holds that it was promoted from', async () => {
    const checkRef = 'scorecard:default/ready#has-owner';
    await add({
      origin: {
        type: 'suggestion',
        source: 'exemption',
        ref: suggestionFingerprint('exemption', cart, [checkRef]),
      },
      status: 'accepted',
      acceptedUntil: '2026-12-31',
      acceptedBy: bo,
    });
    const exemption = { subject: 'check', details: {} } as const;
    held = [acceptance({ ...exemption, subjectRef: checkRef })];
    await settler().settleAll(signal);
    expect((await current()).status).toBe('accepted');
    held = [acceptance({ ...exemption, subjectRef: `${checkRef}-anew` })];
    await settler().settleAll(signal);
    expect((await current()).status).toBe('open');
  });

  it('reads nothing one by one of what stands where it is to stand', async () => {
    const checkRef = 'scorecard:default/ready#has-owner';
    const accepted = {
      status: 'accepted',
      acceptedUntil: '2026-12-31',
      acceptedBy: bo,
    } as const;
    const origin = (entityRef: string) => ({
      type: 'suggestion' as const,
      source: 'exemption' as const,
      ref: suggestionFingerprint('exemption', entityRef, [checkRef]),
    });
    const mailer = 'component:default/mailer';
    const exemption = { subject: 'check', details: {} } as const;
    await add(accepted);
    await add({ id: 'asked' });
    await add({ ...accepted, id: 'excused', origin: origin(cart) });
    await add({
      ...accepted,
      id: 'excused-as-well',
      entityRefs: [mailer],
      origin: origin(mailer),
    });
    held = [
      acceptance(),
      acceptance({
        id: 'acceptance-2',
        subjectRef: 'asked',
        details: { item: 'asked' },
        state: 'requested',
        decidedBy: null,
      }),
      acceptance({
        ...exemption,
        id: 'acceptance-3',
        entityRefs: [cart, mailer],
        subjectRef: checkRef,
      }),
    ];
    await settler().settleAll(signal);
    expect(reads).toEqual(['check']);

    held.pop();
    await settler().settleAll(signal);
    expect((await current('excused')).status).toBe('open');
    expect((await current('excused-as-well')).status).toBe('open');
    expect((await current()).version).toBe(1);
    expect((await current('asked')).version).toBe(1);
  });
});
