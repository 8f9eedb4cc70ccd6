import type { DebtCategory } from '../debtItem';

/** Words that rows of a rubric are named with, and what they are about. */
const categoryOfWord: Readonly<Record<string, DebtCategory>> = {
  security: 'security',
  compliance: 'security',
  vulnerabilities: 'security',
  test: 'test',
  tests: 'test',
  testing: 'test',
  coverage: 'test',
  documentation: 'documentation',
  docs: 'documentation',
  architecture: 'architecture',
  code: 'code',
  quality: 'code',
  dependencies: 'dependency',
  dependency: 'dependency',
  infrastructure: 'infrastructure',
  reliability: 'infrastructure',
  operations: 'infrastructure',
  observability: 'infrastructure',
};

/**
 * The category of debt that a check speaks of, by the first word in its row of the rubric that is known. What is not known is `process`:
 * a standard that is not met.
 */
export function categoryOfCheck(rubric: string | null): DebtCategory {
  const words = (rubric ?? '')
    .slice(0, 200)
    .toLowerCase()
    .split(/[^a-z]+/);
  const known = words.find(word => Object.hasOwn(categoryOfWord, word));
  return known === undefined ? 'process' : categoryOfWord[known];
}
