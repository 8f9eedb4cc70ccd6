import { Document, isAlias, visit, type YAMLMap } from 'yaml';
import type { OpenSloDocument } from '../document/OpenSloDocument';
import { type DocumentSource, sourceOf } from '../document/sources';
import { adaptNode } from './adaptNode';
import { endLine } from './endLine';
import { yamlLayout } from './layout';
import { sameValue } from './sameValue';

/**
 * Writes a document as YAML. One that came from text keeps its comments, also when it was converted since.
 *
 * @returns text that ends with a line break, without `---`
 */
export function writeOpenSlo(document: OpenSloDocument): string {
  const source = sourceOf(document);
  return (
    (source && writeLikeSource(document, source)) ??
    new Document(document.value, { aliasDuplicateObjects: false }).toString(
      yamlLayout,
    )
  );
}

/** Writes several documents to one text. */
export function writeAllOpenSlo(documents: readonly OpenSloDocument[]): string {
  return documents.map(writeOpenSlo).join('---\n');
}

/** Writes the source with what has changed since. */
function writeLikeSource(
  { value }: OpenSloDocument,
  { yaml, node }: DocumentSource,
): string | undefined {
  const isWhole = yaml.contents === node;
  const isSame = sameValue(node.toJS(yaml), value);
  // An alias means something that stands elsewhere, and that may be changed or left out here.
  if ((!isWhole || !isSame) && hasAlias(node)) {
    return undefined;
  }
  const copy = isWhole ? yaml.clone() : new Document(null, yaml.options);
  if (!isWhole) {
    copy.schema = yaml.schema;
  }
  const own = node.clone() as YAMLMap;
  copy.contents = (isSame ? own : adaptNode(own, value, copy)) as never;
  if (copy.directives) {
    copy.directives.docStart = null;
    copy.directives.docEnd = false;
  }
  return endLine(copy.toString(yamlLayout));
}

function hasAlias(node: DocumentSource['node']): boolean {
  let found = false;
  visit(node, {
    Alias: (_, alias) => {
      found = isAlias(alias);
      return visit.BREAK;
    },
  });
  return found;
}
