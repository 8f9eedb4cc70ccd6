import { withoutArtefacts } from './errorBudget';

/** What an entity cannot do without. */
export interface HardDependency {
  entityRef: string;
  /** Its strictest objective of the same kind; null: it has none. */
  target: number | null;
}

/** Whether an objective can be kept with the objectives of what it depends on. */
export interface DependencyCheck {
  /** Product of the objectives that are known; null without any. */
  attainable: number | null;
  /** `stricter`: the objective promises more than all of them together. `unknown`: some have no objective, and the others would do. */
  verdict: 'attainable' | 'stricter' | 'unknown';
  /** Refs of those without an objective, sorted. */
  unknown: string[];
}

/**
 * Checks an objective against those of its hard dependencies. What needs all of them is up only while all are: where they fail
 * independently of each other, that is the product of their shares. An objective that is stricter can be kept only if they do better than
 * they promise, or if a failure of theirs is caught.
 *
 * One without an objective can only lower the product, so that a finding stands without it.
 *
 * Source: Treynor, Dahlin, Rau and Beyer, "The Calculus of Service Availability", ACM Queue 15(2), 2017.
 *
 * @param target - of the objective
 * @param dependencies - each entity once
 */
export function checkDependencies(
  target: number,
  dependencies: readonly HardDependency[],
): DependencyCheck {
  const known = dependencies.flatMap(dependency => dependency.target ?? []);
  const unknown = dependencies
    .filter(dependency => dependency.target === null)
    .map(({ entityRef }) => entityRef)
    .sort();
  const attainable =
    known.length === 0
      ? null
      : withoutArtefacts(
          [...known].sort((a, b) => a - b).reduce((all, one) => all * one, 1),
        );
  if (attainable !== null && target > attainable) {
    return { attainable, verdict: 'stricter', unknown };
  }
  return {
    attainable,
    verdict: unknown.length > 0 ? 'unknown' : 'attainable',
    unknown,
  };
}
