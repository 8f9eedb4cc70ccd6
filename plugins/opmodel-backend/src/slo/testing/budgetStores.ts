import type { Knex } from 'knex';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import type { Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { DatabaseSloAlertStore } from '../alerts/DatabaseSloAlertStore';
import { DatabaseSloFindingStore } from '../alerts/DatabaseSloFindingStore';
import { FakeSloAlertStore } from '../alerts/FakeSloAlertStore';
import { FakeSloFindingStore } from '../alerts/FakeSloFindingStore';
import type { SloAlertStore } from '../alerts/SloAlertStore';
import type { SloFindingStore } from '../alerts/SloFindingStore';
import { DatabaseSloCorrectionStore } from '../corrections/DatabaseSloCorrectionStore';
import { FakeSloCorrectionStore } from '../corrections/FakeSloCorrectionStore';
import type { SloCorrectionStore } from '../corrections/SloCorrectionStore';
import { DatabaseSloStore } from '../DatabaseSloStore';
import { mapBurns } from '../evaluation/evaluateObjective';
import { FakeSloStore } from '../FakeSloStore';
import { DatabaseReleaseGateStore } from '../gate/DatabaseReleaseGateStore';
import { FakeReleaseGateStore } from '../gate/FakeReleaseGateStore';
import type { ReleaseGateStore } from '../gate/ReleaseGateStore';
import { DatabaseSloPolicyStore } from '../policies/DatabaseSloPolicyStore';
import { FakeSloPolicyStore } from '../policies/FakeSloPolicyStore';
import type { Consequence, SloPolicyStore } from '../policies/SloPolicyStore';
import type { SloStore } from '../SloStore';
import { DAY, definedOf, definitionOf, noon } from './slos';

/** The stores of what follows from budgets, which look at one snapshot and one set of SLOs. */
export interface BudgetStores {
  snapshot: SnapshotStore;
  slos: SloStore;
  alerts: SloAlertStore;
  corrections: SloCorrectionStore;
  findings: SloFindingStore;
  gate: ReleaseGateStore;
  policies: SloPolicyStore;
}

/** What `eachStore` makes of them. */
export const budgetStores = {
  fake(): BudgetStores {
    const catalog = new FakeComponentCatalog();
    const store = new FakeSloStore(catalog);
    const alerts = new FakeSloAlertStore();
    const policies = new FakeSloPolicyStore({ store, catalog });
    return {
      snapshot: catalog,
      slos: store,
      alerts,
      policies,
      corrections: new FakeSloCorrectionStore(),
      gate: new FakeReleaseGateStore({ store, catalog }),
      findings: new FakeSloFindingStore({ store, catalog, alerts, policies }),
    };
  },
  database: (knex: Knex): BudgetStores => ({
    snapshot: new DatabaseSnapshotStore(knex),
    slos: new DatabaseSloStore(knex),
    alerts: new DatabaseSloAlertStore(knex),
    corrections: new DatabaseSloCorrectionStore(knex),
    findings: new DatabaseSloFindingStore(knex),
    gate: new DatabaseReleaseGateStore(knex),
    policies: new DatabaseSloPolicyStore(knex),
  }),
};

export const shop = 'group:default/shop';
export const cart = 'component:default/cart';
export const vault = 'component:default/vault';
export const cartSlo = 'slo:default/cart';
export const vaultSlo = 'slo:default/vault';
export const rules = 'errorbudgetpolicy:default/rules';

/** Sees everything but the vault. */
export const withoutVault: Visibility = {
  type: 'condition',
  condition: { key: 'metadata.labels.open', values: ['yes'] },
};

/** Something that the rules bring about for the cart. */
export const consequence = (overrides: Partial<Consequence>): Consequence => ({
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

/** Two components of a shop, each with an SLO whose budget is gone, whose document is wrong and whose review is overdue. */
export async function fillBudgets<T extends BudgetStores>(
  stores: T,
): Promise<T> {
  const { snapshot, slos } = stores;
  const open = { labels: { open: 'yes' } };
  await scanEntities(
    snapshot,
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
  return stores;
}
