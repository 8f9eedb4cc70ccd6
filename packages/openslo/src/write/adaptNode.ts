import {
  type Document,
  isMap as isYamlMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  visit,
  type YAMLMap,
} from 'yaml';
import { isMap } from '../document/isMap';
import { sameValue } from './sameValue';

/** What a field was called before it was converted. Its comments go with it. */
const formerNames: Record<string, readonly string[]> = {
  timeWindow: ['timeWindows'],
  indicator: ['sli'],
  indicatorRef: ['sliRef'],
  service: ['serviceRef'],
};

/** Makes a node say something else. The comments of what goes stand before what stays. */
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
    const gone = node.items.slice(value.length);
    node.items = value.map((item, index) => {
      const known: unknown = node.items[index];
      return isNode(known)
        ? adaptNode(known, item, document)
        : createNode(item, document);
    });
    putBefore(node, gone.flatMap(commentsIn));
    return node;
  }
  const fresh = createNode(value, document);
  fresh.spaceBefore = node.spaceBefore;
  if (isScalar(node) && isScalar(fresh)) {
    fresh.commentBefore = node.commentBefore;
    fresh.comment = node.comment;
  } else {
    putBefore(fresh, commentsIn(node));
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
  const take = (key: string): Pair | undefined => {
    const former = (formerNames[key] ?? []).find(
      name => known.has(name) && !Object.hasOwn(value, name),
    );
    const name = known.has(key) ? key : former;
    const pair = name === undefined ? undefined : known.get(name);
    if (pair && name !== undefined) {
      known.delete(name);
      if (name !== key && isScalar(pair.key)) {
        pair.key.value = key;
      }
    }
    return pair;
  };
  node.items = Object.entries(value).map(([key, inner]) => {
    const pair = take(key);
    if (!pair) {
      return document.createPair(key, inner, { aliasDuplicateObjects: false });
    }
    pair.value = isNode(pair.value)
      ? adaptNode(pair.value, inner, document)
      : createNode(inner, document);
    return pair;
  });
  putBefore(node, [...known.values()].flatMap(commentsIn));
  return node;
}

function createNode(value: unknown, document: Document): Node {
  return document.createNode(value, { aliasDuplicateObjects: false });
}

/** The comments of a node or pair and of all that is in it. */
function commentsIn(part: unknown): string[] {
  const comments: string[] = [];
  const collect = (node: Node) => {
    for (const comment of [node.commentBefore, node.comment]) {
      if (comment) {
        comments.push(comment);
      }
    }
  };
  if (isNode(part)) {
    visit(part, { Node: (_, node) => collect(node) });
  } else if (isPair(part)) {
    comments.push(...commentsIn(part.key), ...commentsIn(part.value));
  }
  return comments;
}

function putBefore(node: Node, comments: readonly string[]): void {
  if (comments.length === 0) {
    return;
  }
  const [first] = isYamlMap(node) ? node.items : [];
  // Before the first key; before the map itself, the comment would stand behind the key that it belongs to.
  const holder = isScalar(first?.key) ? first.key : node;
  holder.commentBefore = [holder.commentBefore, ...comments]
    .filter(Boolean)
    .join('\n');
}
