import type { FactEntity } from '@opmodel/backstage-plugin-opmodel-node';
import type { KeptAcceptance } from '../../../acceptances/AcceptanceStore';
import {
  checkWith,
  definitionWith,
} from '../../../scorecards/testing/publishedScorecard';
import { ErrorBudgetSource } from './ErrorBudgetSource';
import { ExemptionSource } from './ExemptionSource';
import { FailingCheckSource } from './FailingCheckSource';

const noon = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
const cart = 'component:default/cart';
const ref = 'scorecard:default/readiness';

const asked = [cart, 'component:default/till'].map(
  (entityRef): FactEntity => ({
    entityRef,
    kind: 'component',
    namespace: 'default',
    name: entityRef.split('/')[1],
    tags: [],
    annotations: {},
    labels: {},
  }),
);

const context = () => ({ signal: new AbortController().signal, now: noon });

const definition = definitionWith({
  checks: [
    checkWith({
      id: 'old',
      name: 'Old',
      category: 'Security',
      level: 'Bronze',
      solution: 'Mend {{ entity.name }} of {{ git.slug }}.',
    }),
    checkWith({ id: 'young' }),
    checkWith({ id: 'silent' }),
  ],
});

const verdict = (checkId: string, state: string, since: number) =>
  [
    checkId,
    {
      checkId,
      state,
      since,
      value: null,
      detail: null,
      standing: null,
      pending: null,
    },
  ] as const;

function scored(verdicts: ReturnType<typeof verdict>[]) {
  const list = jest.fn(async () => [{ definition }]);
  return {
    list,
    results: {
      read: async (refs: readonly string[]) =>
        refs.includes(cart)
          ? [
              {
                entityRef: cart,
                scorecardRef: ref,
                verdicts: new Map(verdicts),
              },
            ]
          : [],
    },
    scorecards: { list },
  } as any;
}

describe('failing checks', () => {
  it('are debt once they have failed for long, and what is not known stays', async () => {
    const given = scored([
      verdict('old', 'failed', noon - 91 * DAY),
      verdict('young', 'failed', noon - 90 * DAY),
      verdict('silent', 'not_reported', noon - 99 * DAY),
      verdict('withdrawn', 'failed', noon - 99 * DAY),
    ]);
    const source = new FailingCheckSource({ ...given, olderThanDays: 90 });
    const run = context();
    const found = await source.suggest(asked, run);
    await source.suggest(asked, run);
    expect(given.list).toHaveBeenCalledTimes(1);
    expect(found.lookedAt).toEqual(asked.map(({ entityRef }) => entityRef));
    expect(found.suggestions).toMatchObject([
      {
        title: 'Check fails: Old',
        entityRef: cart,
        category: 'security',
        since: noon - 91 * DAY,
        description: expect.stringContaining('Mend cart of –.'),
        links: [{ type: 'check', ref: `${ref}#old` }],
      },
    ]);
    expect(found.leftOut).toEqual([expect.stringMatching(/^failing_check:/)]);
  });
});

describe('exemptions', () => {
  const exemption = (given: Partial<KeptAcceptance>) =>
    ({
      id: 'e1',
      subject: 'check',
      subjectRef: `${ref}#old`,
      entityRefs: [cart, 'component:default/elsewhere'],
      state: 'approved',
      riskLevel: 'high',
      reason: 'The <b>vendor</b> is late',
      expiresOn: '2026-12-31',
      history: [{ kind: 'approved', at: noon - DAY }],
      ...given,
    } as KeptAcceptance);

  const suggest = async (kept: KeptAcceptance[]) => {
    const list = async ({ state }: any) => {
      const items = kept.filter(each => each.state === state);
      return { items, total: items.length };
    };
    const source = new ExemptionSource({
      ...scored([verdict('old', 'exempt', noon)]),
      acceptances: { list } as any,
    });
    return (await source.suggest(asked, context())).suggestions;
  };

  it('are accepted debt while they hold, and debt once they are over', async () => {
    expect(await suggest([exemption({})])).toMatchObject([
      {
        title: 'Exempt from: Old',
        entityRef: cart,
        severity: 'high',
        since: noon - DAY,
        evidence: expect.arrayContaining([
          { type: 'text', name: 'exemptionState', value: 'approved' },
          { type: 'day', name: 'expiresOn', value: '2026-12-31' },
        ]),
        links: [
          { type: 'exemption', ref: 'e1', title: null },
          { type: 'check', ref: `${ref}#old`, title: 'Old' },
        ],
      },
    ]);
    expect(await suggest([exemption({ state: 'expired' })])).toMatchObject([
      { title: 'Exemption expired: Old' },
    ]);
    expect(
      await suggest([exemption({ subjectRef: `${ref}#withdrawn` })]),
    ).toEqual([]);
  });
});

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

  it('are debt once nothing is left, and what is not known stays', async () => {
    const consequence = {
      policyRef: 'errorbudgetpolicy:default/secret',
      sloRef: 'slo:default/used',
      objective: 0,
      kind: 'freeze_risky_releases',
      threshold: 0,
      mode: 'enforced',
      since: noon - DAY,
    };
    const source = new ErrorBudgetSource({
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
    const found = await source.suggest(asked, context());
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
