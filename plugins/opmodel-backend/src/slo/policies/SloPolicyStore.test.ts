import { seesAll, type Visibility } from '../../catalog/Visibility';
import { eachStore } from '../../testing/eachStore';
import {
  budgetStores,
  type BudgetStores,
  cart,
  cartSlo,
  consequence,
  fillBudgets,
  rules,
  shop,
  vaultSlo,
  withoutVault,
} from '../testing/budgetStores';
import { noon } from '../testing/slos';
import type { Consequence } from './SloPolicyStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

eachStore<BudgetStores>(
  { name: 'SloPolicyStore', ...budgetStores },
  createStores => {
    it('knows what SLOs and entities are in, and counts what a policy applies to', async () => {
      const { policies } = await fillBudgets(await createStores());
      const subjects = await policies.listSubjects([
        cartSlo,
        'slo:default/none',
      ]);
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
      const { policies, slos } = await fillBudgets(await createStores());
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
  },
);
