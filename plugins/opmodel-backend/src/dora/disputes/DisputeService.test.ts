import { NotFoundError } from '@backstage/errors';
import type {
  DoraMetricId,
  NewDispute,
} from '@opmodel/backstage-plugin-opmodel-common';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import type { DoraCaller } from '../DoraCaller';
import { DisputeAttention } from './DisputeAttention';
import { DisputeService, type NumberReader } from './DisputeService';
import { FakeDisputeStore } from './FakeDisputeStore';
import { numberOf } from './numberOf';

const checkout = 'component:default/checkout';
const vault = 'component:default/vault';
const shop = 'group:default/shop';
// Still the day before in New York.
const opened = Date.parse('2026-07-01T02:00:00Z');
const day = 86_400_000;
const only = (...refs: string[]): Visibility => ({
  type: 'refs',
  refs: new Set(refs),
});

const ada: DoraCaller = {
  person: 'user:default/ada',
  reads: seesAll,
  corrects: seesNone,
};
const ben: DoraCaller = {
  person: 'user:default/ben',
  reads: seesAll,
  corrects: only(checkout, shop),
};
const limited: DoraCaller = {
  person: 'user:default/cyd',
  reads: only(checkout, shop),
  corrects: seesNone,
};
const service: DoraCaller = { ...ada, person: null };

const body: NewDispute = {
  metric: 'change-fail-rate',
  from: '2026-04-01',
  to: '2026-06-30',
  reason: 'Two of these were drills',
};

describe('DisputeService', () => {
  let now: number;
  let readNumber: jest.MockedFunction<NumberReader>;
  let disputes: DisputeService;
  let attention: DisputeAttention;

  beforeEach(async () => {
    now = opened;
    const catalog = new FakeCatalogStore();
    await scanEntities(catalog, [
      entityOf(checkout, { title: 'Checkout', ownedBy: shop }),
      entityOf(vault, { ownedBy: 'group:default/guards' }),
      entityOf(shop),
    ]);
    const store = new FakeDisputeStore(catalog);
    readNumber = jest.fn(async (_request, visibility) => ({
      value: visibility.type === 'all' ? 0.25 : 0.125,
      profile: 'devlake' as const,
    }));
    disputes = new DisputeService({
      store,
      catalog,
      readNumber,
      answerDays: 14,
      calendar: { zone: 'America/New_York', fiscalYearStartMonth: 1 },
      clock: () => now,
    });
    attention = new DisputeAttention({
      store,
      zone: 'America/New_York',
      clock: () => now,
      atOnce: 1,
    });
  });

  it('keeps the number as it was seen, who is to answer, and until when', async () => {
    expect(await disputes.open(checkout, body, ada)).toEqual({
      id: expect.any(String),
      scopeRef: checkout,
      scopeTitle: 'Checkout',
      metric: 'change-fail-rate',
      profile: 'devlake',
      from: '2026-04-01',
      to: '2026-06-30',
      value: 0.25,
      reason: 'Two of these were drills',
      openedBy: 'user:default/ada',
      openedAt: '2026-07-01T02:00:00.000Z',
      ownerRef: shop,
      answerDue: '2026-07-14',
      overdue: false,
      state: 'open',
      answer: null,
      answeredBy: null,
      answeredAt: null,
      mayAnswer: false,
      mayWithdraw: true,
    });
    expect(readNumber).toHaveBeenCalledWith(
      {
        scopeRef: checkout,
        metric: 'change-fail-rate',
        window: expect.objectContaining({ from: body.from, to: body.to }),
        profile: undefined,
      },
      ada.reads,
    );
    expect(await disputes.open(shop, body, ada)).toMatchObject({
      ownerRef: shop,
    });
  });

  it('shows a number that holds more than the caller sees to nobody but those who saw it', async () => {
    await disputes.open(shop, body, ada);
    await disputes.open(shop, body, limited);
    await disputes.open(checkout, body, ada);
    const valuesFor = async (scope: string, caller: DoraCaller) =>
      (await disputes.listOf(scope, { limit: 10 }, caller)).items
        .map(({ openedBy, value }) => [openedBy.split('/')[1], value])
        .sort();
    const all = [
      ['ada', 0.25],
      ['cyd', 0.125],
    ];
    expect(await valuesFor(shop, ben)).toEqual(all);
    expect(await valuesFor(shop, limited)).toEqual([
      ['ada', null],
      ['cyd', 0.125],
    ]);
    expect(
      await valuesFor(shop, { ...limited, person: 'user:default/dan' }),
    ).toEqual([
      ['ada', null],
      ['cyd', null],
    ]);
    // A component is all visible or not at all.
    expect(await valuesFor(checkout, limited)).toEqual([['ada', 0.25]]);
  });

  it('lets those answer who may correct, and nobody his own', async () => {
    const { id } = await disputes.open(checkout, body, ada);
    const key = { scopeRef: checkout, id };
    const answer = { verdict: 'accepted', answer: 'True, corrected' } as const;
    const flags = async (caller: DoraCaller) => {
      const { items } = await disputes.list({ limit: 1 }, caller);
      return [items[0].mayAnswer, items[0].mayWithdraw];
    };
    expect(await flags(ada)).toEqual([false, true]);
    expect(await flags(ben)).toEqual([true, false]);
    expect(await flags(limited)).toEqual([false, false]);
    expect(await flags(service)).toEqual([false, false]);

    await expect(disputes.answer(key, answer, limited)).rejects.toThrow(
      `This takes the permission opmodel.dora.correct for '${checkout}'`,
    );
    await expect(
      disputes.answer(key, answer, { ...ada, corrects: seesAll }),
    ).rejects.toThrow('Nobody answers a dispute that he has opened himself');
    await expect(
      disputes.answer(key, { ...answer, answer: '\0' }, ben),
    ).rejects.toThrow(`'answer' must be`);
    now += 5_000;
    expect(await disputes.answer(key, answer, ben)).toMatchObject({
      state: 'accepted',
      answer: 'True, corrected',
      answeredBy: 'user:default/ben',
      answeredAt: '2026-07-01T02:00:05.000Z',
      mayAnswer: false,
      mayWithdraw: false,
    });
    await expect(disputes.answer(key, answer, ben)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect(await flags(ben)).toEqual([false, false]);
  });

  it('lets only whoever opened a dispute withdraw it', async () => {
    const { id } = await disputes.open(checkout, body, ada);
    const key = { scopeRef: checkout, id };
    await expect(disputes.withdraw(key, ben)).rejects.toThrow(
      'Only user:default/ada, who opened the dispute, may withdraw it',
    );
    expect(await disputes.withdraw(key, ada)).toMatchObject({
      state: 'withdrawn',
      answeredAt: null,
    });
    await expect(disputes.withdraw(key, ada)).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });

  it('is overdue from the day after in the zone of the calendar', async () => {
    await disputes.open(checkout, body, ada);
    const overdue = async () =>
      (await disputes.list({ limit: 1 }, ada)).items[0].overdue;
    now = Date.parse('2026-07-15T03:59:59Z');
    expect(await overdue()).toBe(false);
    expect(await attention.list(seesAll)).toMatchObject([
      { kind: 'dispute-open', urgency: 'later' },
    ]);
    now = Date.parse('2026-07-15T04:00:00Z');
    expect(await overdue()).toBe(true);
    expect(await attention.list(seesAll)).toMatchObject([
      { kind: 'dispute-overdue', urgency: 'soon' },
    ]);
  });

  it('asks for attention to what is open, for its owners, as far as it may be seen', async () => {
    const { id } = await disputes.open(checkout, body, ada);
    await disputes.open(vault, body, ada);
    const withdrawn = await disputes.open(shop, body, ada);
    await disputes.withdraw({ scopeRef: shop, id: withdrawn.id }, ada);
    const expected = {
      id: `dora:dispute-open:${id}`,
      subject: 'dora',
      kind: 'dispute-open',
      entityRef: checkout,
      entityTitle: 'Checkout',
      ownerRef: shop,
      since: '2026-07-01T02:00:00.000Z',
      urgency: 'later',
      values: { metric: 'change-fail-rate', answerDue: '2026-07-14' },
    };
    expect(await attention.list(limited.reads)).toEqual([expected]);
    expect(await attention.list(seesAll, [shop])).toEqual([expected]);
    expect(await attention.list(seesAll)).toHaveLength(2);
    expect(await attention.list(seesNone)).toEqual([]);
  });

  it('goes through pages, and takes a cursor only for its own list', async () => {
    for (const caller of [ada, ben, limited]) {
      await disputes.open(checkout, body, caller);
      now += day;
    }
    const openers: string[] = [];
    let cursor: string | undefined;
    let first: string | undefined;
    do {
      const page = await disputes.list({ limit: 1, cursor }, ada);
      openers.push(...page.items.map(({ openedBy }) => openedBy));
      cursor = page.nextCursor ?? undefined;
      first ??= cursor;
      expect(page.totalItems).toBe(3);
    } while (cursor);
    expect(openers).toEqual(
      ['ada', 'ben', 'cyd'].map(name => `user:default/${name}`),
    );
    for (const request of [
      { limit: 1, cursor: first, owners: [shop] },
      { limit: 1, cursor: 'x' },
    ]) {
      await expect(disputes.list(request, ada)).rejects.toThrow(
        `'cursor' must be`,
      );
    }
    await expect(
      disputes.listOf(checkout, { limit: 1, cursor: first }, ada),
    ).rejects.toThrow(`'cursor' must be`);
  });

  it.each<[string, Partial<NewDispute>]>([
    ['from', { from: '2026-02-30' }],
    ['from', { from: '2026-07-01', to: '2026-06-30' }],
    ['to', { to: '2026-13-01' }],
    // Still the day before where the calendar is.
    ['to', { to: '2026-07-01' }],
    ['window', { from: '2020-01-01' }],
    ['reason', { reason: ' ' }],
    ['reason', { reason: 'a\0' }],
  ])('names %s in a body that is wrong: %j', async (field, wrong) => {
    await expect(
      disputes.open(checkout, { ...body, ...wrong }, ada),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(`'${field}'`),
    });
    expect(readNumber).not.toHaveBeenCalled();
  });

  it('is for people', async () => {
    const { id } = await disputes.open(checkout, body, ada);
    const key = { scopeRef: checkout, id };
    for (const attempt of [
      disputes.open(checkout, body, service),
      disputes.answer(key, { verdict: 'rejected', answer: 'No' }, service),
      disputes.withdraw(key, service),
    ]) {
      await expect(attempt).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining('a service cannot'),
      });
    }
  });

  it('answers of what the caller may not see as of what does not exist', async () => {
    const { id } = await disputes.open(vault, body, ada);
    for (const scopeRef of [vault, 'component:default/nothing']) {
      const key = { scopeRef, id };
      for (const attempt of [
        disputes.open(scopeRef, body, limited),
        disputes.listOf(scopeRef, { limit: 1 }, limited),
        disputes.answer(key, { verdict: 'rejected', answer: 'No' }, limited),
        disputes.withdraw(key, limited),
      ]) {
        await expect(attempt).rejects.toThrow(
          new NotFoundError(`No entity '${scopeRef}' in the catalog`),
        );
      }
    }
    await expect(
      disputes.withdraw({ scopeRef: checkout, id }, ada),
    ).rejects.toThrow(`'${checkout}' has no dispute '${id}'`);
  });
});

describe('numberOf', () => {
  const report = {
    scope: { rollUp: false },
    changeLeadTime: { median: 1 },
    deploymentFrequency: { perWeek: 2, medianPerWeek: 20 },
    failedDeploymentRecoveryTime: { median: 3 },
    changeFailRate: { value: 4 },
    deploymentReworkRate: { value: 5 },
    timeToRestore: { median: 6 },
    incidentRecurrence: { value: null },
  } as Parameters<typeof numberOf>[0];

  it.each<[DoraMetricId, number | null]>([
    ['change-lead-time', 1],
    ['deployment-frequency', 2],
    ['failed-deployment-recovery-time', 3],
    ['change-fail-rate', 4],
    ['deployment-rework-rate', 5],
    ['time-to-restore', 6],
    ['incident-recurrence', null],
  ])('gives what stands first under %s', (metric, expected) => {
    expect(numberOf(report, metric)).toBe(expected);
  });

  it('gives the typical frequency of a roll-up', () => {
    const rollUp = { ...report, scope: { ...report.scope, rollUp: true } };
    expect(numberOf(rollUp, 'deployment-frequency')).toBe(20);
  });
});
