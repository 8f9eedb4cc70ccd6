import { findNameProblem } from '../factSchema';
import { FactExpressions } from './FactExpressions';

/** Why expressions cannot speak of a provider by an id; null: they can. */
export function findProviderProblem(id: string): string | null {
  const problem = findNameProblem(id);
  if (problem) {
    return problem;
  }
  try {
    new FactExpressions({ [id]: {} }).compile('true');
    return null;
  } catch {
    return `must not be "${id}", which means something else in expressions`;
  }
}
