import type { OpenSloProblem } from '@opmodel/openslo';
import { printLines } from '../documents/DocumentProblem';

/** Longest value that a message repeats. Characters. */
const LONGEST_VALUE = 60;

/** Errors of documents in a line each, the first of them where there are many; warnings are left out. */
export function printOpenSloErrors(
  problems: readonly OpenSloProblem[],
): string[] {
  return printLines(
    problems.filter(({ severity }) => severity === 'error').map(print),
  );
}

/** `line 14: spec.objectives[0].target is 1.2: A target is … (target-range)`. */
function print({ line, path, value, message, rule }: OpenSloProblem): string {
  const where = line === undefined ? '' : `line ${line}: `;
  const is = value === undefined ? '' : ` is ${printValue(value)}`;
  return `${where}${path || 'the document'}${is}: ${message} (${rule})`;
}

function printValue(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_VALUE
    ? `${text.slice(0, LONGEST_VALUE)}…`
    : text;
}
