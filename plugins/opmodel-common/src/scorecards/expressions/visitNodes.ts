import type { ASTNode } from '@marcbachmann/cel-js';

/** Every node of an expression, each before what it is made of. */
export function visitNodes(part: unknown, see: (node: ASTNode) => void): void {
  if (Array.isArray(part)) {
    part.forEach(item => visitNodes(item, see));
  } else if (isNode(part)) {
    see(part);
    visitNodes(part.args, see);
  }
}

/** Whether a part of a node is a node itself. */
export function isNode(part: unknown): part is ASTNode {
  return typeof part === 'object' && part !== null && 'op' in part;
}
