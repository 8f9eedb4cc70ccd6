import {
  debtDocumentKind,
  debtSpecFields,
  operatingApiVersion,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity } from '../../catalog/CatalogStore';

/** What refs of documents that keep debt begin with. */
const PREFIX = `${debtDocumentKind.toLowerCase()}:`;

/** The kind of those documents, as the snapshot of the catalog names it. */
export const debtDocumentEntityKind = debtDocumentKind.toLowerCase();

/** Whether an entity ref is one of a document that keeps debt. */
export function isDebtDocument(ref: string): boolean {
  return ref.startsWith(PREFIX);
}

/** The document that an entity of the snapshot is: the snapshot keeps the parts of its spec beside what every document has. */
export function debtDocumentOf({ ref, document = {} }: CatalogEntity): object {
  const [namespace, name] = ref.slice(PREFIX.length).split('/');
  return {
    apiVersion: operatingApiVersion,
    kind: debtDocumentKind,
    metadata: { name, namespace },
    spec: Object.fromEntries(
      debtSpecFields.flatMap(field =>
        document[field] === undefined ? [] : [[field, document[field]]],
      ),
    ),
  };
}
