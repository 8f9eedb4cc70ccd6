import type { ASTNode } from '@marcbachmann/cel-js';
import { type FactName, printFactName } from '../factSchema';
import { visitNodes } from './visitNodes';

/** The facts that an expression speaks of, each once, in the order of the alphabet. */
export function namesInExpression(
  ast: ASTNode,
  providers: ReadonlySet<string>,
): FactName[] {
  const found = new Map<string, FactName>();
  visitNodes(ast, node => {
    const name = factOf(node);
    if (name && providers.has(name.provider)) {
      found.set(printFactName(name), name);
    }
  });
  return [...found.keys()].sort().map(key => found.get(key)!);
}

/** The fact that a node reads, as `dora.changeFailRate` or `dora["changeFailRate"]`; null: none. */
export function factOf(node: ASTNode | undefined): FactName | null {
  if (node?.op !== '.' && node?.op !== '[]') {
    return null;
  }
  const [target, field] = node.args;
  const name = typeof field === 'string' ? field : textOf(field);
  return target.op === 'id' && name !== null
    ? { provider: target.args, name }
    : null;
}

function textOf(node: ASTNode): string | null {
  return node.op === 'value' && typeof node.args === 'string'
    ? node.args
    : null;
}
