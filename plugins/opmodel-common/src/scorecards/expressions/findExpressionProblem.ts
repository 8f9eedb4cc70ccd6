import type { ASTNode } from '@marcbachmann/cel-js';
import { comprehensions } from './estimateSteps';
import { visitNodes } from './visitNodes';

/** What is wrong with an expression, and where. */
export interface ExpressionProblem {
  message: string;
  /** First character of the place, from 0. */
  from: number;
  /** The character after the place. */
  to: number;
}

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

/**
 * Functions that take a text of the expression itself and no other, and how long it may be, in characters: a pattern is found to be one when
 * the expression is read, and reading a duration takes time with the third power of its digits.
 */
const literalArguments: Readonly<
  Record<string, { what: string; most: number }>
> = {
  matches: { what: 'pattern', most: 200 },
  duration: { what: 'length', most: 40 },
};

/** A length of time as CEL reads it, which knows neither days nor ISO 8601. */
const durationPattern = /^[-+]?((\d+(\.\d*)?|\.\d+)(h|m|s|ms|us|µs|ns))+$/;

/** The first call that is not to be made; null: none. */
export function findExpressionProblem(ast: ASTNode): ExpressionProblem | null {
  let problem: ExpressionProblem | null = null;
  visitNodes(ast, node => {
    if (node.op === 'call') {
      problem ??= findCallProblem(node, node.args[0], node.args[1]);
    } else if (node.op === 'rcall') {
      problem ??= findCallProblem(node, node.args[0], node.args[2]);
    }
  });
  return problem;
}

function findCallProblem(
  node: ASTNode,
  called: string,
  given: readonly (ASTNode | undefined)[],
): ExpressionProblem | null {
  if (!allowedFunctions.has(called)) {
    return problemAt(node, `${called}() cannot be used in a check`);
  }
  const argument = Object.hasOwn(literalArguments, called)
    ? literalArguments[called]
    : undefined;
  if (!argument) {
    return null;
  }
  const { what, most } = argument;
  const [text] = given;
  const isLiteral = text?.op === 'value' && typeof text.args === 'string';
  if (!isLiteral || String(text.args).length > most) {
    return problemAt(
      text ?? node,
      `${called}() needs its ${what} as a text of at most ${most} characters`,
    );
  }
  return called === 'duration' && !durationPattern.test(String(text.args))
    ? problemAt(
        text,
        `duration() needs hours, minutes or seconds, such as 2160h, not ${text.args}`,
      )
    : null;
}

function problemAt(
  { start, end }: ASTNode,
  message: string,
): ExpressionProblem {
  return { message, from: start, to: end };
}
