import type { Judgement, VerdictState } from '../checkVerdict';
import type {
  ScorecardCheck,
  ScorecardDefinition,
} from '../scorecardDefinition';

/** A check with what a document leaves out filled in. */
export function checkWith(part: Partial<ScorecardCheck> = {}): ScorecardCheck {
  return {
    id: 'has-description',
    name: 'Has a description',
    expression: 'catalog.hasDescription',
    weight: 1,
    links: [],
    confirmations: 1,
    whenNotReported: 'wait',
    ...part,
  };
}

/** Bronze, Silver and Gold, with a check for each. */
export function scorecardWith(
  part: Partial<ScorecardDefinition> = {},
): ScorecardDefinition {
  return {
    ref: 'scorecard:default/readiness',
    title: 'Readiness',
    scheme: 'levels',
    levels: [
      { name: 'Bronze', rank: 1 },
      { name: 'Silver', rank: 2 },
      { name: 'Gold', rank: 3 },
    ],
    emptyLevel: { name: 'Basic' },
    checks: ['Bronze', 'Silver', 'Gold'].map(level =>
      checkWith({ id: level.toLowerCase(), level }),
    ),
    countsToOverall: true,
    requires: [],
    ...part,
  };
}

/** Verdicts by check. */
export function verdictsOf(
  states: Record<string, VerdictState | [VerdictState, Judgement]>,
): Map<string, { state: VerdictState; standing: Judgement | null }> {
  return new Map(
    Object.entries(states).map(([id, told]) => {
      const [state, standing] = Array.isArray(told) ? told : [told, null];
      return [id, { state, standing }];
    }),
  );
}
