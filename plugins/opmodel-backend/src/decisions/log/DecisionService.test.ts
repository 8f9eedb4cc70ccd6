import type {
  ChangedDecision,
  Decision,
  NewDecision,
} from '@opmodel/backstage-plugin-opmodel-common';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities, scanTime } from '../../testing/catalog';
import type { DecisionCaller } from '../DecisionCaller';
import { NamedEntities } from '../NamedEntities';
import { DecisionAttention } from './DecisionAttention';
import { DecisionDescriber } from './DecisionDescriber';
import { DecisionService } from './DecisionService';
import { FakeDecisionStore } from './FakeDecisionStore';

const checkout = 'component:default/checkout';
const vault = 'component:default/vault';
const shop = 'group:default/shop';
const guards = 'group:default/guards';
const entities = [
  entityOf(checkout, { title: 'Checkout', ownedBy: shop }),
  entityOf(vault, { ownedBy: guards }),
  entityOf(shop, { title: 'Shop' }),
  entityOf(guards),
  entityOf('user:default/ada'),
];

const without = (...names: string[]): Visibility => ({
  type: 'condition',
  condition: { not: { key: 'metadata.name', values: names } },
});
const ada: DecisionCaller = {
  person: 'user:default/ada',
  reads: seesAll,
  writes: seesAll,
};
const ben: DecisionCaller = {
  person: 'user:default/ben',
  reads: without('vault', 'guards'),
  writes: without('vault', 'guards'),
};
const reader: DecisionCaller = {
  person: 'user:default/cyd',
  reads: seesAll,
  writes: seesNone,
};
const service: DecisionCaller = { ...reader, person: null };

const body: NewDecision = {
  title: ' Use one queue ',
  context: 'Two were in use',
  decision: 'The first is kept',
  entityRefs: ['Component:default/Checkout', checkout],
  ownerRef: shop,
  decidedOn: '2026-10-01',
  links: [{ label: 'ADR 7', url: 'https://adr.example.com/7' }],
};
const changeOf = (decision: Decision): ChangedDecision => ({
  title: decision.title,
  context: decision.context,
  decision: decision.decision,
  entityRefs: decision.entities.map(({ ref }) => ref),
  ownerRef: decision.ownerRef ?? shop,
  decidedOn: decision.decidedOn,
  reviewOn: decision.reviewOn,
  status: decision.status,
  supersedes: decision.supersedes,
  links: decision.links,
  version: decision.version,
});

describe('DecisionService', () => {
  let now: number;
  let catalog: FakeCatalogStore;
  let log: DecisionService;
  let attention: DecisionAttention;

  beforeEach(async () => {
    now = scanTime;
    catalog = new FakeCatalogStore();
    await scanEntities(catalog, entities);
    const ground = {
      store: new FakeDecisionStore(catalog),
      catalog,
      names: new NamedEntities({ catalog }),
      zone: 'America/New_York',
      clock: () => now,
    };
    log = new DecisionService({
      ...ground,
      describer: new DecisionDescriber(ground),
    });
    attention = new DecisionAttention(ground);
  });

  const enter = (overrides: Partial<NewDecision> = {}, caller = ada) =>
    log.create({ ...body, ...overrides }, caller);
  const change = (
    decision: Decision,
    overrides: Partial<ChangedDecision>,
    caller = ada,
  ) => log.update(decision.id, { ...changeOf(decision), ...overrides }, caller);
  const stateOf = async ({ id }: Decision) => {
    const { status, supersedes, supersededBy } = await log.get(id, ada);
    return { status, supersedes, supersededBy };
  };

  it('gives back what was entered', async () => {
    expect(await enter()).toEqual({
      id: expect.any(String),
      title: 'Use one queue',
      context: body.context,
      decision: body.decision,
      entities: [{ ref: checkout, title: 'Checkout', ownerRef: shop }],
      ownerRef: shop,
      ownerTitle: 'Shop',
      decidedOn: '2026-10-01',
      reviewOn: null,
      reviewOverdue: false,
      status: 'accepted',
      supersedes: null,
      supersededBy: null,
      links: body.links,
      createdBy: 'user:default/ada',
      createdAt: '2026-11-02T09:00:00.000Z',
      updatedBy: null,
      updatedAt: null,
      version: 1,
      versions: [],
      mayChange: true,
    });
  });

  it('says who changed what somebody else is changing', async () => {
    const first = await enter();
    now += 1000;
    const second = await change(first, { title: 'Use two' }, ben);
    expect(second).toMatchObject({
      title: 'Use two',
      version: 2,
      updatedBy: 'user:default/ben',
      versions: [
        {
          version: 1,
          at: '2026-11-02T09:00:00.000Z',
          by: 'user:default/ada',
          title: 'Use one queue',
          decision: body.decision,
          status: 'accepted',
        },
      ],
    });
    await expect(change(first, { title: 'Use three' })).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        'by user:default/ben at 2026-11-02T09:00:01.000Z',
      ),
    });
  });

  it('follows the one that supersedes a decision, until that supersedes another', async () => {
    const first = await enter();
    const other = await enter();
    const next = await enter({ supersedes: first.id, status: 'proposed' });
    expect(await stateOf(first)).toMatchObject({ status: 'accepted' });
    const accepted = await change(next, { status: 'accepted' });
    expect(await stateOf(first)).toEqual({
      status: 'superseded',
      supersedes: null,
      supersededBy: next.id,
    });
    await expect(enter({ supersedes: first.id })).rejects.toMatchObject({
      name: 'ConflictError',
    });
    const moved = await change(accepted, { supersedes: other.id });
    expect(await stateOf(first)).toMatchObject({
      status: 'accepted',
      supersededBy: null,
    });
    expect(await stateOf(other)).toMatchObject({ supersededBy: next.id });
    await change(moved, { title: 'Other words' });
    expect(await stateOf(other)).toMatchObject({ supersededBy: next.id });
    expect((await log.get(other.id, ada)).version).toBe(2);
    // Whoever is superseded stays what he was.
    const last = await enter({ supersedes: next.id });
    const superseded = await log.get(next.id, ada);
    await expect(change(superseded, { supersedes: null })).rejects.toThrow(
      `'supersedes' must stay`,
    );
    await expect(
      change(await log.get(other.id, ada), { supersedes: last.id }),
    ).rejects.toThrow(`'supersedes' must not lead back`);
    await expect(change(last, { supersedes: last.id })).rejects.toThrow(
      `'supersedes' must not lead back`,
    );
  });

  it.each([
    ['proposed', 'accepted', true],
    ['proposed', 'rejected', true],
    ['rejected', 'proposed', true],
    ['rejected', 'accepted', false],
    ['accepted', 'proposed', false],
    ['accepted', 'rejected', false],
    ['accepted', 'superseded', false],
    ['proposed', 'superseded', false],
  ] as const)('lets %s become %s: %s', async (before, after, possible) => {
    const decision = await enter({ status: before });
    const outcome = await change(decision, { status: after }).then(
      ({ status }) => status,
      error => error.message.split(' must')[0],
    );
    expect(outcome).toBe(possible ? after : `'status'`);
  });

  it.each<[string, Partial<Record<keyof NewDecision | 'x', unknown>>]>([
    ['title', { title: ' ' }],
    ['context', { context: 'a\0' }],
    ['decision', { decision: '\ud800' }],
    ['decidedOn', { decidedOn: '2026-02-30' }],
    ['decidedOn', { decidedOn: '0001-01-01' }],
    // Tomorrow where the calendar is.
    ['decidedOn', { decidedOn: '2026-11-03' }],
    ['reviewOn', { reviewOn: '2026-10-01' }],
    ['reviewOn', { reviewOn: '9999-12-31' }],
    ['entityRefs[0]', { entityRefs: ['checkout'] }],
    ['entityRefs[1]', { entityRefs: [checkout, 'user:default/ada'] }],
    ['entityRefs', { entityRefs: ['component:default/unknown'] }],
    ['ownerRef', { ownerRef: checkout }],
    ['ownerRef', { ownerRef: 'group:default/unknown' }],
    ['supersedes', { supersedes: 'unknown' }],
    ['supersedes', { supersedes: 'un\0known' }],
    ['status', { status: 'superseded' }],
    ['links[0].url', { links: [{ label: 'a', url: 'http://' }] }],
    // eslint-disable-next-line no-script-url
    ['links[0].url', { links: [{ label: 'a', url: 'javascript:alert(1)' }] }],
    [
      'links[0].url',
      { links: [{ label: 'a', url: 'https://a:b@example.com' }] },
    ],
    ['links[0].label', { links: [{ label: ' ', url: 'https://example.com' }] }],
    ['x', { x: 1 }],
  ])('names %s in a body that is wrong: %j', async (field, wrong) => {
    await expect(enter(wrong as Partial<NewDecision>)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(`'${field}'`),
    });
  });

  it('is written by people who may write about all of it', async () => {
    const decision = await enter({ entityRefs: [checkout, vault] });
    for (const caller of [reader, { ...reader, writes: ben.writes }]) {
      await expect(change(decision, {}, caller)).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining('opmodel.decision.write'),
      });
    }
    await expect(enter({}, reader)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    for (const attempt of [enter({}, service), change(decision, {}, service)]) {
      await expect(attempt).rejects.toThrow('a service cannot');
    }
    expect(await log.get(decision.id, reader)).toMatchObject({
      mayChange: false,
    });
    const half = { ...ada, writes: ben.writes };
    const open = await enter();
    await expect(
      change(open, { entityRefs: [checkout, vault] }, half),
    ).rejects.toThrow(`also for '${vault}'`);
    await expect(
      enter({ supersedes: decision.id }, half),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(await stateOf(decision)).toMatchObject({ status: 'accepted' });
  });

  it('says nothing of what somebody may not see', async () => {
    const secret = await enter({ entityRefs: [vault], ownerRef: guards });
    const open = await enter({ supersedes: secret.id, ownerRef: guards });
    expect(await log.get(open.id, ben)).toMatchObject({
      ownerRef: null,
      ownerTitle: null,
      supersedes: null,
    });
    for (const attempt of [
      log.get(secret.id, ben),
      log.update(secret.id, changeOf(secret), ben),
    ]) {
      await expect(attempt).rejects.toThrow(`No decision '${secret.id}'`);
    }
    for (const unseen of [secret.id, 'unknown']) {
      await expect(enter({ supersedes: unseen }, ben)).rejects.toMatchObject({
        message: `'supersedes' must be the id of a decision, got '${unseen}'`,
      });
    }
    const seen = await log.get(open.id, ben);
    // What he does not see stays as it is.
    await change(seen, { title: 'Seen', ownerRef: shop }, ben);
    expect(await stateOf(secret)).toMatchObject({ supersededBy: open.id });
    const { totalItems, items } = await log.list({ limit: 10 }, ben);
    expect([totalItems, items.map(({ id }) => id)]).toEqual([1, [open.id]]);
    const hidden = { limit: 10, owners: [guards] };
    expect((await log.list(hidden, ada)).totalItems).toBe(1);
    expect((await log.list(hidden, ben)).totalItems).toBe(0);
    const about = { limit: 10, entityRef: vault };
    expect((await log.list(about, ada)).totalItems).toBe(1);
    expect((await log.list(about, ben)).totalItems).toBe(0);
  });

  it('shows no earlier text that was about something hidden', async () => {
    const decision = await enter({ entityRefs: [checkout, vault] });
    await change(decision, { entityRefs: [checkout], title: 'Open' });
    const versionsFor = async (caller: DecisionCaller) =>
      (await log.get(decision.id, caller)).versions.length;
    expect(await versionsFor(ada)).toBe(1);
    expect(await versionsFor(ben)).toBe(0);
  });

  it('can be changed when what it is about is gone', async () => {
    const decision = await enter({ entityRefs: [checkout, vault] });
    await scanEntities(
      catalog,
      entities.filter(({ metadata }) => metadata.name !== 'vault'),
      { now: scanTime + 1 },
    );
    expect(await change(decision, { title: 'Later' })).toMatchObject({
      title: 'Later',
      entities: [{ ref: checkout }, { ref: vault }],
    });
  });

  it('asks for a review from the day after in the zone of the calendar', async () => {
    const decision = await enter({ reviewOn: '2026-11-10' });
    await enter({ reviewOn: '2026-11-10', status: 'proposed' });
    await enter({ entityRefs: [vault], reviewOn: '2026-11-10' });
    const overdue = async (caller: DecisionCaller) =>
      (await log.list({ reviewDue: true, limit: 9 }, caller)).items.length;
    now = Date.parse('2026-11-11T04:59:59Z');
    expect(await overdue(ada)).toBe(0);
    expect(await attention.list(seesAll)).toEqual([]);
    now = Date.parse('2026-11-11T05:00:00Z');
    expect([await overdue(ada), await overdue(ben)]).toEqual([2, 1]);
    expect(await log.get(decision.id, ben)).toMatchObject({
      reviewOverdue: true,
    });
    expect(await attention.list(ben.reads, [shop, guards])).toEqual([
      {
        id: `decisions:decision-review-overdue:${decision.id}`,
        subject: 'decisions',
        kind: 'decision-review-overdue',
        entityRef: checkout,
        entityTitle: 'Checkout',
        ownerRef: shop,
        since: '2026-11-10T00:00:00.000Z',
        urgency: 'later',
        values: {
          decisionId: decision.id,
          title: 'Use one queue',
          reviewOn: '2026-11-10',
        },
      },
    ]);
    expect(await attention.list(seesAll)).toHaveLength(2);
    expect(await attention.list(seesAll, [guards])).toEqual([]);
  });

  it('goes through pages, and takes a cursor only for its own list', async () => {
    for (const title of ['One', 'Two', 'Three']) {
      now += 1;
      await enter({ title });
    }
    const page = await log.list({ limit: 1 }, ada);
    const first = page.nextCursor ?? undefined;
    expect([page.totalItems, page.items.map(({ title }) => title)]).toEqual([
      3,
      ['Three'],
    ]);
    await expect(
      log.list({ limit: 1, cursor: first, text: 'two' }, ada),
    ).rejects.toThrow(`'cursor' must be`);
    const second = await log.list({ limit: 5, cursor: first }, ada);
    expect(second.items.map(({ title }) => title)).toEqual(['Two', 'One']);
    expect(second.nextCursor).toBeNull();
    const many = Array.from({ length: 21 }, (_, word) => `w${word}`).join(' ');
    await expect(log.list({ limit: 1, text: many }, ada)).rejects.toThrow(
      `'text' must be at most 20 words`,
    );
  });
});
