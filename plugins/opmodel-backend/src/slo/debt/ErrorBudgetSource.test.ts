import {
  debtSuggestionSourceContract,
  type FactEntity,
} from '@opmodel/backstage-plugin-opmodel-node';
import { ErrorBudgetSource } from './ErrorBudgetSource';

const noon = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
const cart = 'component:default/cart';

const entityOf = (entityRef: string): FactEntity => ({
  entityRef,
  kind: 'component',
  namespace: 'default',
  name: entityRef.split('/')[1],
  tags: [],
  annotations: {},
  labels: {},
});
const asked = [cart, 'component:default/till'].map(entityOf);

const context = () => ({ signal: new AbortController().signal, now: noon });

describe('error budgets', () => {
  const slo = (name: string, entityRef: string | null) => ({
    definition: {
      ref: `slo:default/${name}`,
      title: name,
      entityRef,
      composite: false,
      objectives: [{ index: 0 }],
      window: { type: 'rolling' },
    },
  });
  const state = (name: string, given: object) => ({
    sloRef: `slo:default/${name}`,
    objective: 0,
    state: 'exhausted',
    remaining: -0.5,
    window: null,
    measuredUntil: noon,
    burns: { '1d': 2 },
    ...given,
  });

  const consequence = {
    policyRef: 'errorbudgetpolicy:default/secret',
    sloRef: 'slo:default/used',
    objective: 0,
    kind: 'freeze_risky_releases',
    threshold: 0,
    mode: 'enforced',
    since: noon - DAY,
  };
  const create = () =>
    new ErrorBudgetSource({
      definitions: {
        listMeasuring: async () => [
          slo('used', cart),
          slo('well', cart),
          slo('silent', cart),
          slo('elsewhere', 'component:default/elsewhere'),
        ],
      },
      evaluations: {
        listStates: async () => [
          state('used', {}),
          state('well', { state: 'healthy', remaining: 0.5 }),
          state('silent', { measuredUntil: noon - DAY }),
          state('elsewhere', {}),
        ],
      },
      policies: {
        listHolding: async () => [
          consequence,
          { ...consequence, kind: 'debt', mode: 'shadow' },
        ],
      },
    } as any);

  it.each(debtSuggestionSourceContract)('$name', async ({ check }) => {
    await expect(
      check({
        source: create(),
        entities: asked,
        unknownEntity: entityOf('component:default/unknown'),
        now: noon,
      }),
    ).resolves.toBeUndefined();
  });

  it('are debt once nothing is left, and what is not known stays', async () => {
    const found = await create().suggest(asked, context());
    expect(found.suggestions).toMatchObject([
      {
        title: 'Error budget exhausted: used',
        entityRef: cart,
        severity: 'high',
        since: noon - DAY,
        links: [{ type: 'slo', ref: 'slo:default/used' }],
      },
    ]);
    // Whoever sees the SLO may not see the policy.
    expect(JSON.stringify(found)).not.toContain('secret');
    expect(found.leftOut).toEqual([expect.stringMatching(/^error_budget:/)]);
  });
});
