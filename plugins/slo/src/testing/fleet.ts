import type {
  ErrorBudgetPolicyReport,
  ErrorBudgetPolicySummary,
  ReleaseGateDecisionPage,
  SloBucketPage,
  SloCorrectionPage,
  SloDetail,
  SloPage,
  SloProblem,
  SloProblemPage,
  SloRules,
  SloWindowPage,
  UncoveredEntityPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import { buildAppliedPolicy, buildGate, buildReport } from './reports';
import {
  buildExhaustedSlo,
  buildSlo,
  buildUnmeasuredSlo,
  CHECKOUT_SLO,
  POLICY,
} from './slo';

/** Rows as one page that holds them all. */
export function pageOf<Row>(items: Row[]) {
  return { items, totalItems: items.length, nextCursor: null };
}

export function buildSloPage(): SloPage {
  return pageOf([buildExhaustedSlo(), buildSlo(), buildUnmeasuredSlo()]);
}

export function buildUncovered(): UncoveredEntityPage {
  return pageOf([
    {
      entityRef: 'component:default/ledger',
      title: 'Ledger',
      tier: '1',
      ownerRef: 'group:default/payments',
      ownerTitle: 'Payments',
      reason: 'no_slo' as const,
    },
    {
      entityRef: 'component:default/mailer',
      title: 'Mailer',
      tier: null,
      ownerRef: null,
      ownerTitle: null,
      reason: 'not_measured' as const,
    },
  ]);
}

export function buildProblem(): SloProblem {
  return {
    sloRef: CHECKOUT_SLO,
    title: 'Checkout availability',
    entityRef: 'component:default/checkout-api',
    ownerRef: 'group:default/checkout',
    severity: 'error',
    rule: 'objective-target',
    path: 'spec.objectives[0].target',
    value: '1',
    message: 'A target is below 1',
    source: 'https://git.example.com/checkout/slo.yaml',
  };
}

export function buildProblems(): SloProblemPage {
  return pageOf([buildProblem()]);
}

export function buildRules(): SloRules {
  return {
    format: 'prometheus',
    text: 'groups:\n  - name: checkout-availability\n',
    slos: 12,
    // Both objectives of the one SLO.
    leftOut: [
      { sloRef: 'slo:default/mailer-delivery', reason: 'no query' },
      { sloRef: 'slo:default/mailer-delivery', reason: 'no query' },
    ],
  };
}

export function buildPolicy(): ErrorBudgetPolicySummary {
  return {
    ref: POLICY,
    title: 'Tier 1 services',
    description: 'What happens when the budget of a tier 1 service runs low',
    ownerRef: 'group:default/reliability',
    mode: 'shadow',
    version: 'v2-1f9c',
    closedWhenUnknown: false,
    thresholds: [
      { remaining: 0.25, consequences: ['attention'] },
      { remaining: 0, consequences: ['freeze_risky_releases', 'debt'] },
    ],
    approvals: [
      {
        role: 'reliability',
        approvedBy: 'group:default/reliability',
        approvedOn: '2026-09-01',
      },
      { role: 'product', approvedBy: null, approvedOn: null },
    ],
    entities: 4,
    holding: 1,
  };
}

export function buildPolicyReport(): ErrorBudgetPolicyReport {
  return {
    policy: buildPolicy(),
    consequences: buildAppliedPolicy().consequences,
    shadow: {
      from: '2026-08-24T00:00:00.000Z',
      to: '2026-11-22T12:00:00.000Z',
      decisions: 40,
      held: 6,
      failed: 2,
      fine: 3,
      unknown: 1,
      passedFailed: 1,
    },
    exceptions: 1,
  };
}

export function buildDecisions(): ReleaseGateDecisionPage {
  const { reasons, ruleVersion } = buildGate();
  return pageOf([
    {
      id: 'g1',
      at: '2026-11-22T10:00:00.000Z',
      decision: 'held' as const,
      mode: 'enforced',
      wouldHold: true,
      reference: 'release 4.3.0',
      environment: 'production',
      reasons,
      ruleVersion,
      outcome: null,
    },
  ]);
}

export function buildSloDetail(overrides: Partial<SloDetail> = {}): SloDetail {
  const { policies, agreements } = buildReport();
  return {
    status: buildSlo(),
    document:
      'apiVersion: openslo/v1\nkind: SLO\nmetadata:\n  name: checkout-availability\n',
    source: 'https://git.example.com/checkout/slo.yaml',
    service: 'checkout-api',
    problems: [buildProblem()],
    indicators: [
      {
        objective: 0,
        type: 'ratio',
        queries: [{ part: 'good', text: 'sum(good)', url: null }],
      },
    ],
    policies,
    agreements,
    lints: [
      {
        id: 'alert_never_fires',
        objective: 0,
        values: { alert: 'page_fast', threshold: 1_200 },
      },
    ],
    mayCorrect: true,
    ...overrides,
  };
}

export function buildWindows(): SloWindowPage {
  return pageOf([
    {
      from: '2026-10-01T00:00:00.000Z',
      to: '2026-11-01T00:00:00.000Z',
      attainment: 0.9984,
      target: 0.999,
      remaining: -0.6,
      state: 'exhausted' as const,
      good: 998_400,
      total: 1_000_000,
      complete: true,
    },
  ]);
}

export function buildBuckets(): SloBucketPage {
  return pageOf([
    {
      start: '2026-11-22T11:00:00.000Z',
      seconds: 3_600,
      good: 990,
      total: 1_000,
      slices: null,
      goodSlices: null,
      corrected: false,
    },
  ]);
}

export function buildCorrections(): SloCorrectionPage {
  return pageOf([
    {
      id: 'a1',
      from: '2026-11-22T06:00:00.000Z',
      to: '2026-11-22T07:00:00.000Z',
      reason: 'Maintenance of the database',
      state: 'accepted',
      requestedBy: 'user:default/ada',
      objective: null,
    },
  ]);
}
