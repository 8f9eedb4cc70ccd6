import type {
  AppliedPolicy,
  ReleaseGate,
  SloProposals,
  SloReport,
  SloSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  buildExhaustedSlo,
  buildConsequence,
  buildSlo,
  CHECKOUT,
  CHECKOUT_SLO,
  NOW,
  POLICY,
} from './slo';

/** A policy that would freeze releases. */
export function buildAppliedPolicy(): AppliedPolicy {
  return {
    ref: POLICY,
    title: 'Tier 1 services',
    mode: 'shadow',
    version: 'v2-1f9c',
    consequences: [buildConsequence()],
  };
}

/** A gate that holds. */
export function buildGate(overrides: Partial<ReleaseGate> = {}): ReleaseGate {
  return {
    entityRef: CHECKOUT,
    decision: 'held',
    open: false,
    mode: 'enforced',
    wouldHold: true,
    reasons: [
      {
        kind: 'budget_low',
        policyRef: POLICY,
        policyTitle: 'Tier 1 services',
        sloRef: CHECKOUT_SLO,
        sloTitle: 'Checkout availability',
        objective: 0,
        values: { remaining: 0.23, threshold: 0.25 },
      },
    ],
    ruleVersion: 'v2-1f9c',
    approvers: [{ ref: 'group:default/reliability', title: 'Reliability' }],
    until: '2026-11-22T12:05:00.000Z',
    breakGlassUntil: null,
    evaluatedAt: NOW,
    asOf: '2026-11-22T11:59:00.000Z',
    ...overrides,
  };
}

/** How the objectives of a selection are doing. */
export function buildSummary(overrides: Partial<SloSummary> = {}): SloSummary {
  return {
    slos: 4,
    states: [
      { state: 'exhausted', slos: 1 },
      { state: 'at_risk', slos: 1 },
      { state: 'met', slos: 1 },
      { state: 'no_data', slos: 1 },
    ],
    burning: 2,
    problems: 3,
    reviewsOverdue: 1,
    coverage: [
      { tier: '1', entities: 4, covered: 3, share: 0.75 },
      { tier: null, entities: 10, covered: 1, share: 0.1 },
    ],
    entities: 14,
    covered: 4,
    share: 4 / 14,
    state: 'ok',
    asOf: '2026-11-22T11:59:00.000Z',
    ...overrides,
  };
}

/** The report of the checkout API. */
export function buildReport(overrides: Partial<SloReport> = {}): SloReport {
  return {
    entity: {
      ref: CHECKOUT,
      kind: 'component',
      title: 'Checkout API',
      tier: '1',
      ownerRef: 'group:default/checkout',
      rollUp: false,
    },
    freshness: { asOf: '2026-11-22T11:59:00.000Z', evaluatedAt: NOW },
    items: [buildSlo()],
    totalItems: 1,
    nextCursor: null,
    summary: null,
    policies: [buildAppliedPolicy()],
    agreements: [
      {
        ref: 'servicelevelagreement:default/acme',
        title: 'Contract with Example Ltd',
        sloRef: CHECKOUT_SLO,
        target: 0.9995,
        sloTarget: 0.999,
        period: '1M',
        holds: false,
        validUntil: '2027-12-31',
      },
    ],
    dependencies: [
      {
        sloRef: CHECKOUT_SLO,
        sloTitle: 'Checkout availability',
        objective: 0,
        target: 0.999,
        attainable: 0.9945,
        dependencies: [
          {
            entityRef: 'component:default/ledger',
            entityTitle: 'Ledger',
            sloRef: 'slo:default/ledger-availability',
            target: 0.995,
          },
          {
            entityRef: 'component:default/accounts',
            entityTitle: 'Accounts',
            sloRef: 'slo:default/accounts-availability',
            target: 0.9995,
          },
        ],
      },
    ],
    gate: buildGate(),
    nextSteps: [
      {
        id: 'spend_less',
        entityRef: CHECKOUT,
        values: { sloTitle: 'Checkout availability', remaining: 0.23 },
      },
      { id: 'loosen_dependency', entityRef: CHECKOUT, values: {} },
    ],
    minimumEvents: 100,
    ...overrides,
  };
}

/** The report of an entity that nothing measures. */
export function buildReportWithoutSlo(): SloReport {
  return buildReport({
    items: [],
    totalItems: 0,
    policies: [],
    agreements: [],
    dependencies: [],
    gate: null,
    nextSteps: [{ id: 'add_slo', entityRef: CHECKOUT, values: {} }],
    freshness: { asOf: null, evaluatedAt: null },
  });
}

/** The report of a group. */
export function buildGroupReport(): SloReport {
  return buildReport({
    entity: {
      ref: 'group:default/checkout',
      kind: 'group',
      title: 'Checkout',
      tier: null,
      ownerRef: null,
      rollUp: true,
    },
    items: [buildExhaustedSlo(), buildSlo()],
    totalItems: 2,
    summary: buildSummary(),
    agreements: [],
    dependencies: [],
    gate: null,
  });
}

/** What the checkout API would bear. */
export function buildProposals(): SloProposals {
  return {
    from: '2026-10-23T00:00:00.000Z',
    to: NOW,
    items: [
      {
        title: 'Checkout API availability',
        indicator: 'deployment_success',
        target: 0.995,
        state: 'ok',
        days: 30,
        worstDay: 0.991,
        attainment: 0.9968,
        wouldBeMetOn: 0.96,
        document: 'apiVersion: openslo/v1\nkind: SLO\n',
        values: {
          slo: null,
          objective: 0,
          n: 30,
          present: 0.999,
          consumed: 0.6,
        },
      },
    ],
  };
}
