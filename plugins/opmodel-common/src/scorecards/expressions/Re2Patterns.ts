import type { ASTNode } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';
import type { ExpressionProblem } from './findExpressionProblem';
import { visitNodes } from './visitNodes';

/** Name of the function that takes the place of `matches`. */
const replacement = 'matchesRe2';

/**
 * Carries out `matches()` by RE2, in time linear in the text, as CEL asks for; the library's own way can take for ever. Patterns are
 * literals of expressions, so there are no more of them than expressions have.
 */
export class Re2Patterns {
  readonly #compiled = new Map<string, RE2JS>();

  /** How an environment of CEL is to know the function. */
  readonly signature = `string.${replacement}(string): bool`;

  readonly handler = (text: string, pattern: string): boolean =>
    this.#compile(pattern).matcher(text).find();

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
    visitNodes(ast, node => {
      if (node.op === 'rcall' && node.args[0] === 'matches') {
        problem ??= this.#findPatternProblem(node.args[2][0]);
      }
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
      return {
        message: `is no pattern of RE2: ${(error as Error).message}`,
        from: pattern.start,
        to: pattern.end,
      };
    }
  }

  #compile(pattern: string): RE2JS {
    const known = this.#compiled.get(pattern);
    if (known) {
      return known;
    }
    const compiled = RE2JS.compile(pattern);
    this.#compiled.set(pattern, compiled);
    return compiled;
  }
}
