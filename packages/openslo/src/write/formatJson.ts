import { isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import { readYaml } from '../document/readYaml';

/** Whether a text is JSON, which is to stay JSON. */
export function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) {
    return false;
  }
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Sets JSON with two spaces. Numbers stay as they were written, also those that a double cannot hold. */
export function formatJson(text: string): string {
  const { contents } = readYaml(text).documents[0];
  return `${printNode(contents, '')}\n`;
}

function printNode(node: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (isMap(node)) {
    return printAll(
      node.items.map(
        ({ key, value }) =>
          `${printNode(key, inner)}: ${printNode(value, inner)}`,
      ),
      '{}',
      indent,
    );
  }
  if (isSeq(node)) {
    return printAll(
      node.items.map(item => printNode(item, inner)),
      '[]',
      indent,
    );
  }
  return isNode(node) ? printScalar(node) : 'null';
}

function printAll(
  items: readonly string[],
  [open, close]: string,
  indent: string,
): string {
  if (items.length === 0) {
    return `${open}${close}`;
  }
  const lines = items.map(item => `${indent}  ${item}`).join(',\n');
  return `${open}\n${lines}\n${indent}${close}`;
}

function printScalar(node: Node): string {
  if (!isScalar(node)) {
    return 'null';
  }
  return typeof node.value === 'number' && node.source
    ? node.source
    : JSON.stringify(node.value);
}
