import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { seesAll, type Visibility } from '../catalog/Visibility';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachDatabase } from '../testing/databases';
import { DatabaseSloAlertStore } from './alerts/DatabaseSloAlertStore';
import { DatabaseSloFindingStore } from './alerts/DatabaseSloFindingStore';
import { DatabaseSloCorrectionStore } from './corrections/DatabaseSloCorrectionStore';
import { DatabaseSloStore } from './DatabaseSloStore';
import { mapBurns } from './evaluation/evaluateObjective';
import { DatabaseReleaseGateStore } from './gate/DatabaseReleaseGateStore';
import type { GateDecision } from './gate/ReleaseGateStore';
import { DatabaseSloPolicyStore } from './policies/DatabaseSloPolicyStore';
import type { Consequence } from './policies/SloPolicyStore';
import { DAY, definedOf, definitionOf, HOUR, noon } from './testing/slos';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const shop = 'group:default/shop';
const cart = 'component:default/cart';
const vault = 'component:default/vault';
const cartSlo = 'slo:default/cart';
const vaultSlo = 'slo:default/vault';
const rules = 'errorbudgetpolicy:default/rules';

/** Sees everything but the vault. */
const withoutVault: Visibility = {
  type: 'condition',
  condition: { key: 'metadata.labels.open', values: ['yes'] },
};

const consequence = (overrides: Partial<Consequence>): Consequence => ({
  id: 'one',
  policyRef: rules,
  policyVersion: '1',
  sloRef: cartSlo,
  objective: 0,
  kind: 'debt',
  threshold: 0,
  remaining: -0.25,
  mode: 'enforced',
  since: noon,
  until: null,
  ...overrides,
});

const decision = (overrides: Partial<GateDecision>): GateDecision => ({
  id: 'a',
  entityRef: cart,
  at: noon,
  decision: 'held',
  mode: 'enforced',
  wouldHold: true,
  reference: 'v1 – ä 😀',
  environment: 'prod',
  reasons: [],
  ruleVersion: `${rules}@1`,
  ...overrides,
});

eachDatabase('what follows from budgets', createDatabase => {
  async function fill() {
    const knex = await createDatabase();
    const open = { labels: { open: 'yes' } };
    await scanEntities(
      new DatabaseSnapshotStore(knex),
      [
        entityOf('group:default/company', open),
        entityOf(shop, { childOf: 'group:default/company', ...open }),
        entityOf('system:default/selling', { ownedBy: shop, ...open }),
        ...[cart, vault].map(ref =>
          entityOf(ref, {
            ownedBy: shop,
            partOf: 'system:default/selling',
            title: ref === cart ? 'Cart' : 'Vault',
            annotations: { 'opmodel.io/tier': 'Gold' },
            ...(ref === cart && open),
          }),
        ),
        ...[cartSlo, vaultSlo].map(ref => ({
          ...entityOf(ref, ref === cartSlo ? open : {}),
          apiVersion: 'openslo/v1',
        })),
      ],
      { now: noon },
    );
    const slos = new DatabaseSloStore(knex);
    await slos.definitions.apply(
      {
        defined: [
          [cartSlo, cart],
          [vaultSlo, vault],
        ].map(([ref, entityRef]) =>
          definedOf(definitionOf(ref, { entityRef, reviewOn: '2026-01-01' }), {
            problems: [
              {
                severity: 'error',
                rule: 'r',
                path: null,
                value: null,
                message: 'm',
                source: null,
              },
            ],
          }),
        ),
        mended: [],
        removed: [],
      },
      { now: noon - DAY },
    );
    await slos.evaluations.keep({
      states: [cartSlo, vaultSlo].map(sloRef => ({
        sloRef,
        objective: 0,
        evaluatedAt: noon,
        measuredUntil: noon,
        window: null,
        target: 0.99,
        state: 'exhausted' as const,
        attainment: 0.9,
        good: 90,
        total: 100,
        minimum: 100,
        allowed: 1,
        spent: 10,
        remaining: -9,
        estimated: false,
        burns: mapBurns(() => 10),
        exhaustsAt: null,
        alertState: null,
      })),
      windows: [],
    });
    return {
      knex,
      slos,
      policies: new DatabaseSloPolicyStore(knex),
      gate: new DatabaseReleaseGateStore(knex),
      corrections: new DatabaseSloCorrectionStore(knex),
      alerts: new DatabaseSloAlertStore(knex),
      findings: new DatabaseSloFindingStore(knex),
    };
  }

  it('knows what SLOs and entities are in, and counts what a policy applies to', async () => {
    const { policies } = await fill();
    const subjects = await policies.listSubjects([cartSlo, 'slo:default/none']);
    expect([...subjects.keys()]).toEqual([cartSlo]);
    expect(subjects.get(cartSlo)).toMatchObject({
      entityRef: cart,
      tier: 'Gold',
      scopes: expect.arrayContaining([
        cartSlo,
        cart,
        'system:default/selling',
        shop,
        'group:default/company',
      ]),
    });
    expect(await policies.getEntitySubject(cart)).toMatchObject({
      tier: 'Gold',
      scopes: expect.arrayContaining([cart, 'group:default/company']),
    });
    const count = (
      appliesTo: string[],
      tiers: string[],
      visibility: Visibility,
    ) => policies.countEntities({ appliesTo, tiers }, visibility);
    expect(await count([], [], seesAll)).toBe(2);
    expect(await count([], ['gold'], withoutVault)).toBe(1);
    expect(await count([], ['1'], seesAll)).toBe(0);
    expect(await count(['group:default/company'], [], seesAll)).toBe(2);
    expect(await count([vaultSlo], [], seesAll)).toBe(1);
    expect(await count([vaultSlo], [], withoutVault)).toBe(0);
  });

  it('begins a consequence once and ends it once, and keeps what was', async () => {
    const { policies, slos } = await fill();
    const begin = (...begun: Consequence[]) =>
      policies.change({ ended: [], begun }, { now: noon });
    await Promise.all([
      begin(consequence({ id: 'one' })),
      begin(consequence({ id: 'two' })),
    ]);
    const [held, ...others] = await policies.listHolding([cartSlo]);
    expect(others).toEqual([]);
    await policies.change(
      {
        ended: [held.id],
        begun: [
          consequence({ id: 'three', policyVersion: '2', since: noon + 1 }),
        ],
      },
      { now: noon + 1 },
    );
    await policies.change({ ended: [held.id], begun: [] }, { now: noon + 9 });
    await begin(consequence({ id: 'hidden', sloRef: vaultSlo }));
    const list = (visibility: Visibility, endedAfter?: number) =>
      policies
        .listConsequences({ policyRefs: [rules], endedAfter }, visibility, {
          limit: 10,
        })
        .then(found => found.map(({ id, until }) => [id, until]));
    expect(await list(withoutVault)).toEqual([['three', null]]);
    expect(await list(withoutVault, noon)).toEqual([
      ['three', null],
      [held.id, noon + 1],
    ]);
    expect(await list(withoutVault, noon + 1)).toEqual([['three', null]]);
    expect(await list(seesAll)).toHaveLength(2);
    expect(await policies.countHolding([rules], seesAll)).toEqual(
      new Map([[rules, 2]]),
    );
    expect(await policies.countHolding([rules], withoutVault)).toEqual(
      new Map([[rules, 1]]),
    );

    await slos.definitions.apply(
      { defined: [], mended: [], removed: [vaultSlo] },
      { now: noon + 2 },
    );
    await policies.endOfRemoved({ now: noon + 3 });
    expect(await policies.listHolding([vaultSlo])).toEqual([]);
    expect(await policies.listHolding([cartSlo])).toHaveLength(1);
    expect(await policies.deleteEndedBefore(noon + 3, 10)).toBe(1);
    expect(await policies.deleteEndedBefore(noon + 9, 10)).toBe(1);
    expect(await policies.deleteEndedBefore(noon + 9, 10)).toBe(0);
  });

  it('keeps answers of the gate, page by page, and forgets old ones', async () => {
    const { gate, knex } = await fill();
    expect(await gate.listSloRefs(cart)).toEqual([cartSlo]);
    const add = (given: Partial<GateDecision>, holds = true) =>
      gate.add(decision(given), new Map([[rules, holds]]));
    await add({ id: 'a', at: noon });
    await add({ id: 'b', at: noon + 1, decision: 'allowed' }, false);
    await add({ id: 'c', at: noon + 1 });
    await add({ id: 'v', at: noon + 2, entityRef: vault });
    const page = await gate.list({ entityRef: cart }, withoutVault, {
      limit: 2,
    });
    expect(page.total).toBe(3);
    expect(page.items[1]).toEqual(decision({ id: 'c', at: noon + 1 }));
    const rest = await gate.list({ entityRef: cart }, withoutVault, {
      limit: 2,
      after: page.items[1],
    });
    expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual([
      'b',
      'c',
      'a',
    ]);
    const held = { entityRef: cart, decision: 'held' as const };
    expect((await gate.list(held, seesAll, { limit: 9 })).total).toBe(2);
    expect(
      (await gate.list({ entityRef: vault }, withoutVault, { limit: 9 })).total,
    ).toBe(0);

    const span = { from: noon, to: noon + DAY };
    const ofRules = async (visibility: Visibility) =>
      (await gate.listOfPolicy(rules, span, visibility, { limit: 9 })).map(
        ({ id, holds }) => [id, holds],
      );
    expect(await ofRules(seesAll)).toEqual([
      ['v', true],
      ['b', false],
      ['c', true],
      ['a', true],
    ]);
    expect(await ofRules(withoutVault)).toHaveLength(3);

    const waiting = async (visibility: Visibility, owners?: string[]) =>
      (await gate.listHeld({ owners, visibility }, noon)).map(({ id }) => id);
    expect(await waiting(seesAll)).toEqual(['v', 'c']);
    expect(await waiting(withoutVault, [shop])).toEqual(['c']);
    expect(await waiting(withoutVault, ['group:default/company'])).toEqual([
      'c',
    ]);
    expect(await waiting(withoutVault, ['group:default/other'])).toEqual([]);
    await add({ id: 'd', at: noon + 5, decision: 'allowed' });
    expect(await waiting(withoutVault)).toEqual([]);

    expect(await gate.deleteBefore(noon + 2, 10)).toBe(3);
    expect(await gate.deleteBefore(noon + 2, 10)).toBe(0);
    expect(
      await knex('release_gate_policies')
        .orderBy('decision_id')
        .pluck('decision_id'),
    ).toEqual(['d', 'v']);
  });

  it('keeps which spans are left out, and has the windows evaluated anew that they touch', async () => {
    const { corrections, slos } = await fill();
    const one = {
      acceptanceId: 'one',
      sloRef: cartSlo,
      from: noon - HOUR,
      to: noon,
    };
    await corrections.keep(one);
    await corrections.keep({ ...one, from: 0 });
    await corrections.keep({ ...one, acceptanceId: 'two', from: noon - DAY });
    expect(await corrections.list([cartSlo])).toEqual([
      { ...one, acceptanceId: 'two', from: noon - DAY },
      one,
    ]);
    expect(await corrections.list([vaultSlo])).toEqual([]);
    expect(await corrections.drop('one')).toBe(true);
    expect(await corrections.drop('one')).toBe(false);

    const window = (to: number, attainment: number) => ({
      sloRef: cartSlo,
      objective: 0,
      from: to - 30 * DAY,
      to,
      target: 0.99,
      state: 'met' as const,
      attainment,
      good: 1,
      total: 1,
      remaining: 1,
      complete: true,
    });
    const [state] = await slos.evaluations.listStates([cartSlo]);
    const ends = [noon - 2 * DAY, noon - DAY];
    const keep = (attainment: number) =>
      slos.evaluations.keep({
        states: [state],
        windows: ends.map(end => window(end, attainment)),
      });
    const claim = { limit: 1, leaseMs: 1, now: noon };
    const [claimed] = await slos.evaluations.claim(claim);
    await slos.evaluations.settle(
      [{ ...claimed, dueAt: noon + DAY, error: null }],
      { now: noon },
    );
    await keep(0.5);
    await slos.evaluations.request([cartSlo], {
      now: noon + 1,
      from: noon - 36 * HOUR,
    });
    await keep(0.9);
    const kept = await slos.evaluations.listWindows(cartSlo, 0, { limit: 9 });
    expect(kept.map(({ attainment }) => attainment)).toEqual([0.9, 0.5]);
    const again = await slos.evaluations.claim({
      ...claim,
      limit: 9,
      now: noon + 1,
    });
    expect(again.find(({ sloRef }) => sloRef === cartSlo)).toMatchObject({
      evaluatedAt: noon - 36 * HOUR,
    });
  });

  it('finds what needs somebody, of what may be seen', async () => {
    const { alerts, findings, policies } = await fill();
    const row = {
      objective: 0,
      origin: 'default' as const,
      longSeconds: 3_600,
      shortSeconds: 300,
      canFire: true,
      state: 'firing' as const,
      since: noon,
      cause: 'burn' as const,
      noDataSince: null,
      evaluatedAt: noon,
      announced: null,
      announcedAt: null,
    };
    await alerts.step(
      [cartSlo, vaultSlo].flatMap(sloRef => [
        {
          before: null,
          row: {
            ...row,
            sloRef,
            rule: 'page_fast',
            severity: 'page' as const,
            threshold: 14.4,
            firedAt: noon - 1,
            burn: 20,
          },
        },
        {
          before: null,
          row: {
            ...row,
            sloRef,
            rule: 'ticket_fast',
            severity: 'ticket' as const,
            threshold: 3,
            firedAt: noon,
            burn: 4,
          },
        },
      ]),
    );
    await policies.change(
      {
        ended: [],
        begun: [cartSlo, vaultSlo].map(sloRef =>
          consequence({
            id: sloRef,
            sloRef,
            kind: 'attention',
            threshold: 0.25,
          }),
        ),
      },
      { now: noon },
    );
    const list = (visibility: Visibility, owners?: string[]) =>
      findings.list({ owners, visibility }, { now: noon, today: '2026-11-22' });
    const found = await list(withoutVault);
    expect(found.map(({ kind, sloRef }) => [kind, sloRef])).toEqual(
      [
        'burning',
        'exhausted',
        'not_measured',
        'review_overdue',
        'document_wrong',
        'policy',
      ].map(kind => [kind, cartSlo]),
    );
    expect(found[0]).toEqual({
      kind: 'burning',
      sloRef: cartSlo,
      sloTitle: `The promise of ${cartSlo}`,
      entityRef: cart,
      entityTitle: 'Cart',
      ownerRef: shop,
      objective: 0,
      since: noon - 1,
      remaining: -9,
      burn: 20,
      threshold: 14.4,
      severity: 'page',
    });
    expect(found[5]).toMatchObject({ threshold: 0.25, since: noon });
    expect(await list(seesAll)).toHaveLength(12);
    expect(await list(withoutVault, ['group:default/company'])).toHaveLength(6);
    expect(await list(withoutVault, ['group:default/other'])).toEqual([]);
  });
});
