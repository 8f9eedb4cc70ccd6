import {
  type Document,
  isMap as isYamlMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { isMap } from '../document/isMap';
import { sameValue } from './sameValue';

/** Makes a node say something else, and keeps the comments of what stays. */
export function adaptNode(
  node: Node,
  value: unknown,
  document: Document,
): Node {
  if (sameValue(node.toJS(document), value)) {
    return node;
  }
  if (isYamlMap(node) && isMap(value)) {
    return adaptMap(node, value, document);
  }
  if (isSeq(node) && Array.isArray(value)) {
    node.items = value.map((item, index) => {
      const known: unknown = node.items[index];
      return isNode(known)
        ? adaptNode(known, item, document)
        : document.createNode(item);
    });
    return node;
  }
  const fresh = document.createNode(value, { aliasDuplicateObjects: false });
  fresh.commentBefore = node.commentBefore;
  fresh.spaceBefore = node.spaceBefore;
  // A comment behind a value would stand below a map that takes its place.
  if (isScalar(node) && isScalar(fresh)) {
    fresh.comment = node.comment;
  }
  return fresh;
}

function adaptMap(
  node: YAMLMap,
  value: Record<string, unknown>,
  document: Document,
): YAMLMap {
  const known = new Map<string, Pair>();
  for (const pair of node.items) {
    known.set(String(isScalar(pair.key) ? pair.key.value : pair.key), pair);
  }
  node.items = Object.entries(value).map(([key, inner]) => {
    const pair = known.get(key);
    if (!pair) {
      return document.createPair(key, inner, { aliasDuplicateObjects: false });
    }
    pair.value = isNode(pair.value)
      ? adaptNode(pair.value, inner, document)
      : document.createNode(inner, { aliasDuplicateObjects: false });
    return pair;
  });
  return node;
}
