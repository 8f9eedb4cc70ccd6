import type {
  PolicyConsequence,
  SloDay,
  SloObjectiveStatus,
  SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';

export const CHECKOUT_SLO = 'slo:default/checkout-availability';
export const POLICY = 'errorbudgetpolicy:default/tier-1-services';
export const CHECKOUT = 'component:default/checkout-api';
/** Now in all fixtures. */
export const NOW = '2026-11-22T12:00:00.000Z';

/** An objective with a little budget left. */
export function buildObjective(
  overrides: Partial<SloObjectiveStatus> = {},
): SloObjectiveStatus {
  return {
    index: 0,
    title: 'Requests succeed',
    target: 0.999,
    state: 'at_risk',
    attainment: 0.99923,
    good: 999_230,
    total: 1_000_000,
    budget: {
      unit: 'events',
      allowed: 1_000,
      spent: 770,
      consumed: 0.77,
      remaining: 0.23,
      estimated: true,
    },
    burns: [
      { seconds: 300, rate: 3.1 },
      { seconds: 3_600, rate: 2.4 },
      { seconds: 21_600, rate: 1.2 },
      { seconds: 86_400, rate: 1.1 },
      { seconds: 259_200, rate: 0.6 },
    ],
    alerts: [
      {
        id: 'page-1h',
        severity: 'page',
        state: 'firing',
        longSeconds: 3_600,
        shortSeconds: 300,
        threshold: 2,
        since: '2026-11-22T11:30:00.000Z',
        canFire: true,
        origin: 'document',
      },
      {
        id: 'page-6h',
        severity: 'ticket',
        state: 'ok',
        longSeconds: 21_600,
        shortSeconds: 1_800,
        threshold: 1_200,
        since: null,
        canFire: false,
        origin: 'default',
      },
    ],
    exhaustsAt: null,
    comparison: null,
    indicator: 'ratio',
    weight: 1,
    minimumEvents: 100,
    ...overrides,
  };
}

/** An objective of which nothing is known. */
export function buildUnmeasuredObjective(
  overrides: Partial<SloObjectiveStatus> = {},
): SloObjectiveStatus {
  return buildObjective({
    state: 'no_data',
    attainment: null,
    good: null,
    total: null,
    budget: {
      unit: 'events',
      allowed: null,
      spent: null,
      consumed: null,
      remaining: null,
      estimated: false,
    },
    burns: [],
    alerts: [],
    exhaustsAt: null,
    ...overrides,
  });
}

/** Days that end with the present one. */
export function buildDays(states: readonly SloDay['state'][]): SloDay[] {
  const attainments = {
    met: 0.9999,
    missed: 0.991,
    thin: 1,
    no_data: null,
  };
  return states.map((state, index) => {
    const day = new Date(
      Date.parse(NOW) - (states.length - 1 - index) * 86_400_000,
    );
    const attainment = attainments[state];
    return {
      day: day.toISOString().slice(0, 10),
      attainment,
      good: attainment === null ? null : attainment * 10_000,
      total: attainment === null ? null : 10_000,
      state,
    };
  });
}

/** The SLO of the checkout API. */
export function buildSlo(overrides: Partial<SloStatus> = {}): SloStatus {
  return {
    ref: CHECKOUT_SLO,
    title: 'Checkout availability',
    description: 'Customers can pay.',
    entityRef: CHECKOUT,
    entityTitle: 'Checkout API',
    ownerRef: 'group:default/checkout',
    ownerTitle: 'Checkout',
    tier: '1',
    budgetingMethod: 'Occurrences',
    window: {
      type: 'rolling',
      duration: '30d',
      zone: null,
      startTime: null,
      from: '2026-10-23T12:00:00.000Z',
      to: NOW,
    },
    composite: false,
    state: 'at_risk',
    objectives: [buildObjective()],
    consequences: [buildConsequence()],
    trend: buildDays(['met', 'met', 'missed', 'no_data', 'met']),
    source: {
      type: 'prometheus',
      title: 'Prometheus',
      state: 'fresh',
      measuredAt: '2026-11-22T11:59:00.000Z',
      error: null,
    },
    problems: 0,
    reviewOn: '2027-03-01',
    reviewState: 'current',
    ...overrides,
  };
}

/** What a policy in shadow mode would bring about for it. */
export function buildConsequence(
  overrides: Partial<PolicyConsequence> = {},
): PolicyConsequence {
  return {
    id: 'c1',
    kind: 'freeze_risky_releases',
    policyRef: POLICY,
    sloRef: CHECKOUT_SLO,
    sloTitle: 'Checkout availability',
    objective: 0,
    threshold: 0.25,
    remaining: 0.23,
    since: '2026-11-21T09:00:00.000Z',
    until: null,
    mode: 'shadow',
    excepted: false,
    ...overrides,
  };
}

/** An SLO that overspent its budget. */
export function buildExhaustedSlo(): SloStatus {
  return buildSlo({
    ref: 'slo:default/search-latency',
    title: 'Search latency',
    entityRef: 'component:default/search-api',
    entityTitle: 'Search API',
    state: 'exhausted',
    consequences: [buildConsequence({ mode: 'enforced' })],
    reviewState: 'overdue',
    objectives: [
      buildObjective({
        title: 'Answers within 300 ms',
        target: 0.95,
        state: 'exhausted',
        attainment: 0.944,
        comparison: '<= 0.3',
        indicator: 'threshold',
        budget: {
          unit: 'slices',
          allowed: 100,
          spent: 112,
          consumed: 1.12,
          remaining: -0.12,
          estimated: false,
        },
      }),
    ],
  });
}

/** An SLO without measurements. */
export function buildUnmeasuredSlo(): SloStatus {
  return buildSlo({
    ref: 'slo:default/mailer-delivery',
    title: 'Mailer delivery',
    entityRef: 'component:default/mailer',
    entityTitle: 'Mailer',
    ownerRef: null,
    ownerTitle: null,
    tier: null,
    state: 'no_data',
    consequences: [],
    objectives: [buildUnmeasuredObjective({ title: 'Mail arrives' })],
    trend: buildDays(['no_data', 'no_data']),
    source: {
      type: 'prometheus',
      title: 'Prometheus',
      state: 'failing',
      measuredAt: null,
      error: 'connection refused',
    },
    reviewOn: null,
    reviewState: 'none',
  });
}
