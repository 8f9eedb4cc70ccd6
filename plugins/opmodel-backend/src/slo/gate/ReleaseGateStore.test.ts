import { seesAll, type Visibility } from '../../catalog/Visibility';
import { eachDatabase } from '../../testing/databases';
import { eachStore } from '../../testing/eachStore';
import {
  budgetStores,
  type BudgetStores,
  cart,
  cartSlo,
  fillBudgets,
  rules,
  shop,
  vault,
  withoutVault,
} from '../testing/budgetStores';
import { DAY, noon } from '../testing/slos';
import type { GateDecision } from './ReleaseGateStore';
import { DatabaseReleaseGateStore } from './DatabaseReleaseGateStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

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

eachStore<BudgetStores>(
  { name: 'ReleaseGateStore', ...budgetStores },
  createStores => {
    it('keeps answers of the gate, page by page, and forgets old ones', async () => {
      const { gate } = await fillBudgets(await createStores());
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
        (await gate.list({ entityRef: vault }, withoutVault, { limit: 9 }))
          .total,
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
      expect(await ofRules(seesAll)).toEqual([
        ['d', true],
        ['v', true],
      ]);
    });
  },
);

eachDatabase('DatabaseReleaseGateStore', createDatabase => {
  it('forgets with an answer by which policies it was given', async () => {
    const knex = await createDatabase();
    const gate = new DatabaseReleaseGateStore(knex);
    for (const id of ['a', 'b']) {
      const at = id === 'a' ? noon : noon + 1;
      await gate.add(decision({ id, at }), new Map([[rules, true]]));
    }
    await gate.deleteBefore(noon + 1, 10);
    expect(await knex('release_gate_policies').pluck('decision_id')).toEqual([
      'b',
    ]);
  });
});
