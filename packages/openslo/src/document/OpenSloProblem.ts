/** An error breaks a rule of the chosen mode; a warning is worth knowing and breaks none. */
export type OpenSloSeverity = 'error' | 'warning';

/** What is wrong with a document, where, and by which rule. */
export interface OpenSloProblem {
  severity: OpenSloSeverity;
  /** Id of the rule, such as `target-range`: see {@link openSloRules}. */
  rule: string;
  /** Where in the document: `spec.objectives[0].target`; empty for the document as a whole. */
  path: string;
  /** What stands there; absent where nothing stands there, or where it is nobody's business. */
  value?: unknown;
  /** For whoever wrote the document. */
  message: string;
  /** Place of the document among those that were handed over together, from 0. */
  document: number;
  file?: string;
  /** From 1; absent when the document did not come from text. */
  line?: number;
  /** From 1; absent when the document did not come from text. */
  column?: number;
}

/** Whether one of the problems is an error. */
export function hasErrors(problems: readonly OpenSloProblem[]): boolean {
  return problems.some(problem => problem.severity === 'error');
}
