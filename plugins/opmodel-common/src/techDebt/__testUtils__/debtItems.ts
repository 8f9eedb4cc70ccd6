import fc from 'fast-check';
import type { DebtEstimate, DebtItem } from '../debtItem';
import {
  type DebtEstimateField,
  estimateRanges,
  noEstimate,
} from '../estimateRanges';

/** When the items of the tests were filed, unless they say otherwise. */
export const FILED_AT = Date.parse('2026-03-02T09:00:00Z');

/** An item of which only that is known what is said. */
export function debtItem(overrides: Partial<DebtItem> = {}): DebtItem {
  return {
    id: 'debt-1',
    version: 1,
    title: 'Retries are copied into every client',
    description: null,
    entityRefs: ['component:default/checkout'],
    ownerRef: 'group:default/payments',
    category: 'code',
    intent: null,
    prudence: null,
    severity: null,
    estimate: noEstimate,
    businessImpact: null,
    remediationPlan: null,
    targetDate: null,
    reviewDate: null,
    links: [],
    status: 'open',
    reportedBy: 'user:default/ada',
    origin: { type: 'person' },
    createdAt: FILED_AT,
    updatedAt: FILED_AT,
    statusSince: FILED_AT,
    resolvedAt: null,
    resolution: null,
    acceptedUntil: null,
    acceptedBy: null,
    externalId: null,
    ...overrides,
  };
}

/** Any value that an input may have; often one that people write. */
export function anyInput(field: DebtEstimateField): fc.Arbitrary<number> {
  const { minimum, maximum } = estimateRanges[field];
  return fc.oneof(
    fc.integer({ min: Math.ceil(minimum), max: Math.min(maximum, 20) }),
    fc.double({ min: minimum, max: maximum, noNaN: true }),
  );
}

function anyEstimateOf<T>(
  input: (field: DebtEstimateField) => fc.Arbitrary<T>,
) {
  return fc.record({
    principalDays: input('principalDays'),
    interestDays: input('interestDays'),
    occurrencesPerMonth: input('occurrencesPerMonth'),
    impact: input('impact'),
    likelihood: input('likelihood'),
    businessValue: input('businessValue'),
    timeCriticality: input('timeCriticality'),
    riskReduction: input('riskReduction'),
  });
}

/** Any estimate in which nothing is missing. */
export const anyFullEstimate: fc.Arbitrary<DebtEstimate> =
  anyEstimateOf(anyInput);

/** Any estimate, whatever is missing in it. */
export const anyEstimate: fc.Arbitrary<DebtEstimate> = anyEstimateOf(field =>
  fc.option(anyInput(field)),
);
