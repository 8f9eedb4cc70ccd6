import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
} from 'yaml';
import type { OpenSloPosition } from './OpenSloDocument';
import type { OpenSloPath } from './OpenSloPath';

/**
 * Where a value stands in a text: a scalar where it begins, a map or list where its key does. Of what is missing, where the
 * nearest thing around it stands.
 */
export function findPosition(
  root: Node,
  path: OpenSloPath,
  yaml: Document,
  lines: LineCounter,
): OpenSloPosition {
  let found = offsetOf(root) ?? 0;
  let node: Node | undefined = root;
  for (const step of path) {
    node = isAlias(node) ? node.resolve(yaml) : node;
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (!pair) {
        break;
      }
      node = isNode(pair.value) ? pair.value : undefined;
      found = (isScalar(node) ? offsetOf(node) : offsetOf(pair.key)) ?? found;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      if (!isNode(item)) {
        break;
      }
      node = item;
      found = offsetOf(node) ?? found;
    } else {
      break;
    }
  }
  const { line, col } = lines.linePos(found);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
