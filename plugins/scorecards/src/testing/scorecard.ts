import type {
  CheckTotals,
  ScorecardLevelView,
  ScorecardView,
  VerdictState,
  VerdictSummary,
} from '@opmodel/backstage-plugin-opmodel-common';

/** The scorecard of the fixtures. */
export const READINESS = 'scorecard:default/production-readiness';

/** The levels of the scorecard, the empty one first. */
export const levels: ScorecardLevelView[] = [
  { name: 'Starting', rank: 0, color: null, description: null },
  { name: 'Bronze', rank: 1, color: '#a46628', description: 'The least' },
  { name: 'Silver', rank: 2, color: null, description: null },
];

/** A scorecard with two levels. */
export function buildScorecard(
  overrides: Partial<ScorecardView> = {},
): ScorecardView {
  return {
    ref: READINESS,
    title: 'Production readiness',
    description: 'What runs for customers is to be ready for it.',
    ownerRef: 'group:default/platform',
    ownerTitle: 'Platform',
    origin: 'catalog',
    scheme: 'levels',
    version: 3,
    publishedAt: '2026-11-01T10:00:00Z',
    countsToOverall: true,
    levels,
    problems: 0,
    ...overrides,
  };
}

/** How many verdicts there are of each state, and what that comes to. */
export function buildVerdicts(
  some: Partial<Record<VerdictState, number>>,
): VerdictSummary {
  const counts = {
    passed: 0,
    failed: 0,
    warning: 0,
    not_applicable: 0,
    not_reported: 0,
    error: 0,
    exempt: 0,
    ...some,
  };
  const judged = counts.passed + counts.failed + counts.warning;
  const applicable =
    judged + counts.not_reported + counts.error + counts.exempt;
  return {
    passing: judged ? (counts.passed + counts.warning) / judged : null,
    judged,
    applicable,
    coverage: applicable ? judged / applicable : null,
    exempt: applicable ? counts.exempt / applicable : null,
    counts,
    state: judged ? 'ok' : 'no_data',
  };
}

/** The totals of a check. */
export function buildCheckTotals(
  overrides: Partial<CheckTotals> = {},
): CheckTotals {
  return {
    checkId: 'has-runbook',
    name: 'Has a runbook',
    category: 'Operations',
    level: 'Bronze',
    ownerRef: null,
    startsAt: null,
    summary: buildVerdicts({ passed: 6, failed: 2, exempt: 2 }),
    isBadStandard: true,
    ...overrides,
  };
}
