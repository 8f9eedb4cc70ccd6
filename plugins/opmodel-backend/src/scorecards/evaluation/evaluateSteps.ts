import type { FactChange } from '../facts/FactStore';
import { rewindFacts } from '../facts/rewindFacts';
import type {
  EvaluationBasis,
  EvaluationOutcome,
  ResultChange,
  ScorecardResult,
} from './ResultStore';

/**
 * Evaluates an entity moment by moment: for each earlier moment for which facts were told, what was known then; and what is known now.
 * So facts that are told late, or the history of a year that is told at once, come to the same results as if each had been told in time.
 *
 * @param basis - what is known now
 * @param changes - of its facts since the first of those moments, the latest first
 * @param evaluate - one moment
 */
export function evaluateSteps(
  basis: EvaluationBasis,
  changes: readonly FactChange[],
  evaluate: (basis: EvaluationBasis) => EvaluationOutcome,
): EvaluationOutcome {
  const results = new Map(basis.results);
  const written = new Map<string, ScorecardResult>();
  const moved: ResultChange[] = [];
  const step = (one: EvaluationBasis) => {
    const outcome = evaluate({ ...one, results });
    for (const result of outcome.results) {
      results.set(result.scorecardRef, result);
      written.set(result.scorecardRef, result);
    }
    moved.push(...outcome.changes);
  };
  const { entityRef, told } = basis.work;
  for (const { at, facts } of told) {
    step({
      ...basis,
      at,
      work: { entityRef, facts, checks: new Map(), isWhole: false, told: [] },
      facts: rewindFacts(basis.facts, changes, at),
    });
  }
  step(basis);
  return { results: [...written.values()], changes: moved };
}
