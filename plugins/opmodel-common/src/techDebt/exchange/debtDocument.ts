import type { ExchangedDebtItem } from './exchangedItem';

/** Kind of the documents that keep a register in a repository. Their `apiVersion` is that of the operating model. */
export const debtDocumentKind = 'TechDebtRegister';

/** What names an item in its document, and what a document is called: as a name in the catalog. */
export const debtNameForm = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** Fields of a document, in the order in which they are written. */
export const debtDocumentFields = [
  'apiVersion',
  'kind',
  'metadata',
  'spec',
] as const;

/** Fields of its `metadata`. */
export const debtMetadataFields = [
  'name',
  'namespace',
  'title',
  'description',
] as const;

/** Fields of its `spec`. */
export const debtSpecFields = ['owner', 'appliesTo', 'items'] as const;

/** What a document says of itself, and for all of its items. */
export interface DebtDocumentHead {
  /** Names the document together with its namespace. */
  name: string;
  namespace: string;
  /** How it is called where it is shown; null: by its name. */
  title: string | null;
  description: string | null;
  /** Ref of the group that answers for what names nobody else; null: the owner of the entity does. */
  ownerRef: string | null;
  /** Full refs of what carries the debt of items that name nothing else. */
  appliesTo: readonly string[];
}

/** An item, and what its document calls it. */
export interface DocumentDebtItem {
  /** By which the item is known again when the document changes; null: it has none yet. */
  name: string | null;
  item: ExchangedDebtItem;
}
