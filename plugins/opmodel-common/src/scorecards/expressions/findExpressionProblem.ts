import type { ASTNode } from '@marcbachmann/cel-js';
import { maximumSetSize } from '../factSchema';
import { isNode } from './visitNodes';

/** What is wrong with an expression, and where. */
export interface ExpressionProblem {
  message: string;
  /** First character of the place, from 0. */
  from: number;
  /** The character after the place. */
  to: number;
}

/** What walks through a list, once for each of its elements. */
const comprehensions = new Set([
  'all',
  'exists',
  'exists_one',
  'map',
  'filter',
]);

/**
 * What an expression may call. `join`, `split` and `cel.bind` are missing: they can make texts that grow with each use until
 * memory is full.
 */
const allowedFunctions = new Set([
  ...comprehensions,
  'has',
  'size',
  'type',
  'bool',
  'int',
  'double',
  'string',
  'startsWith',
  'endsWith',
  'contains',
  'matches',
  'lowerAscii',
  'upperAscii',
  'trim',
  'timestamp',
  'duration',
  'getDate',
  'getDayOfMonth',
  'getDayOfWeek',
  'getDayOfYear',
  'getFullYear',
  'getHours',
  'getMilliseconds',
  'getMinutes',
  'getMonth',
  'getSeconds',
]);

/** How often the steps of an expression may run, if every list is as long as a set can be. */
export const maximumSteps = 1_000_000;

/** How long a pattern may be, in characters. */
const maximumPatternLength = 200;

/** What is not to be called or costs too much; null: nothing. */
export function findExpressionProblem(ast: ASTNode): ExpressionProblem | null {
  const steps = { left: maximumSteps };
  return walk(ast, 1, steps);
}

function walk(
  node: ASTNode,
  times: number,
  steps: { left: number },
): ExpressionProblem | null {
  steps.left -= times;
  if (steps.left < 0) {
    return problemAt(
      node,
      `would take more than ${maximumSteps} steps for sets of ${maximumSetSize}: put fewer walks through lists into each other`,
    );
  }
  const called = calledFunction(node);
  if (called !== null) {
    const problem = findCallProblem(node, called);
    if (problem) {
      return problem;
    }
  }
  const inside =
    called !== null && comprehensions.has(called)
      ? times * maximumSetSize
      : times;
  for (const [child, isInside] of childrenOf(node)) {
    const problem = walk(child, isInside ? inside : times, steps);
    if (problem) {
      return problem;
    }
  }
  return null;
}

function calledFunction(node: ASTNode): string | null {
  return node.op === 'call' || node.op === 'rcall' ? node.args[0] : null;
}

function findCallProblem(
  node: ASTNode,
  called: string,
): ExpressionProblem | null {
  if (!allowedFunctions.has(called)) {
    return problemAt(node, `${called}() cannot be used in a check`);
  }
  if (called !== 'matches' || node.op !== 'rcall') {
    return null;
  }
  const [pattern] = node.args[2];
  const isLiteral = pattern?.op === 'value' && typeof pattern.args === 'string';
  return isLiteral && String(pattern.args).length <= maximumPatternLength
    ? null
    : problemAt(
        pattern ?? node,
        `matches() needs its pattern as a text of at most ${maximumPatternLength} characters`,
      );
}

/** What a node is made of; true: runs once for each element of a list. */
function childrenOf(node: ASTNode): [ASTNode, boolean][] {
  if (node.op === 'call') {
    return node.args[1].map(child => [child, false]);
  }
  if (node.op === 'rcall') {
    return [
      [node.args[1], false],
      ...node.args[2].map((child): [ASTNode, boolean] => [child, true]),
    ];
  }
  if (node.op === 'map') {
    return node.args.flat().map(child => [child, false]);
  }
  return [node.args]
    .flat()
    .filter(isNode)
    .map(child => [child, false]);
}

function problemAt(
  { start, end }: ASTNode,
  message: string,
): ExpressionProblem {
  return { message, from: start, to: end };
}
