import { type ASTNode, EvaluationError } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';
import { countInstructions } from './countInstructions';
import type { ExpressionProblem } from './findExpressionProblem';
import { visitNodes } from './visitNodes';

/** Name of the function that takes the place of `matches`. */
const replacement = 'matchesRe2';

/** How many instructions the patterns of an expression may come to together. Reading so many takes some milliseconds. */
const maximumInstructions = 1_000;

/**
 * How much the patterns of an expression may take for one entity: characters that are looked at, times the instructions of the pattern. That
 * is 500 texts of 60 characters and a pattern of the usual size, and takes some 20 ms.
 */
const maximumWork = 2_000_000;

/** How many patterns are kept. People try out new ones for as long as the process runs. */
const patternsKept = 1_000;

interface CompiledPattern {
  pattern: RE2JS;
  instructions: number;
}

/**
 * Carries out `matches()` by RE2, in time linear in the text, as CEL asks for; the library's own way can take for ever. Patterns are
 * literals of expressions.
 */
export class Re2Patterns {
  readonly #compiled = new Map<string, CompiledPattern>();
  #workLeft = maximumWork;

  /** How an environment of CEL is to know the function. */
  readonly signature = `string.${replacement}(string): bool`;

  readonly handler = (text: string, source: string): boolean => {
    const { pattern, instructions } = this.#compile(source);
    this.#workLeft -= text.length * instructions;
    if (this.#workLeft < 0) {
      throw new EvaluationError(
        'matches() would take too long on that much text',
      );
    }
    return pattern.test(text);
  };

  /** Begins with an expression and an entity. */
  begin(): void {
    this.#workLeft = maximumWork;
  }

  /** Whether an expression has patterns at all. */
  areIn(ast: ASTNode): boolean {
    let isFound = false;
    visitNodes(ast, node => {
      isFound ||= node.op === 'rcall' && node.args[0] === 'matches';
    });
    return isFound;
  }

  /** What is wrong with the patterns of an expression; null: nothing. */
  findProblem(ast: ASTNode): ExpressionProblem | null {
    let problem: ExpressionProblem | null = null;
    let instructions = 0;
    visitNodes(ast, node => {
      if (problem || node.op !== 'rcall' || node.args[0] !== 'matches') {
        return;
      }
      const [pattern] = node.args[2];
      instructions += countInstructions(String(pattern.args));
      problem =
        instructions > maximumInstructions
          ? problemAt(pattern, 'is too large a pattern: repeat less of it')
          : this.#findPatternProblem(pattern);
    });
    return problem;
  }

  /** Lets an expression call RE2. */
  replaceIn(ast: ASTNode): ASTNode {
    visitNodes(ast, node => {
      if (node.op === 'rcall' && node.args[0] === 'matches') {
        node.args[0] = replacement;
      }
    });
    return ast;
  }

  #findPatternProblem(pattern: ASTNode): ExpressionProblem | null {
    try {
      this.#compile(String(pattern.args));
      return null;
    } catch (error) {
      return problemAt(
        pattern,
        `is no pattern of RE2: ${(error as Error).message}`,
      );
    }
  }

  #compile(source: string): CompiledPattern {
    const known = this.#compiled.get(source);
    if (known) {
      return known;
    }
    const pattern = RE2JS.compile(source);
    const compiled = { pattern, instructions: pattern.programSize() };
    if (this.#compiled.size >= patternsKept) {
      const [oldest] = this.#compiled.keys();
      this.#compiled.delete(oldest);
    }
    this.#compiled.set(source, compiled);
    return compiled;
  }
}

function problemAt(
  { start, end }: ASTNode,
  message: string,
): ExpressionProblem {
  return { message, from: start, to: end };
}
