import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import type { DebtNames } from './DebtNames';

/** The document that an item comes from, an entity ref; undefined: it comes from none. */
export function documentOfItem({
  origin,
}: Pick<DebtItem, 'origin'>): string | undefined {
  return origin.type === 'document' ? origin.ref.split('#')[0] : undefined;
}

/**
 * Whether the document of an item is in the catalog, so that the item is changed there and not by hand. Of a document that its reader does
 * not see that is believed.
 */
export function isKeptByDocument(
  item: Pick<DebtItem, 'origin'>,
  names: DebtNames,
): boolean {
  const document = documentOfItem(item);
  return document !== undefined && (names.get(document)?.exists ?? true);
}

/** Whether the document of an item says where it stands. */
export function givesStatus({ origin }: Pick<DebtItem, 'origin'>): boolean {
  return origin.type === 'document' && origin.givesStatus;
}

/** Where an item comes from, as somebody may know it: not which document, where they do not see that. */
export function shownOrigin(
  { origin }: Pick<DebtItem, 'origin'>,
  names: DebtNames,
): { type: DebtItem['origin']['type']; source?: string; ref?: string } {
  const document = documentOfItem({ origin });
  return document === undefined || names.get(document)
    ? origin
    : { type: origin.type };
}

/**
 * Why somebody cannot change by hand what a document keeps; undefined: they can. Where the document has left the catalog nobody keeps the
 * item any more.
 *
 * @param what - `standing`: only where it stands, which not every document says
 */
export async function refusalOfDocument(
  item: Pick<DebtItem, 'origin'>,
  what: 'content' | 'standing',
  catalog: Pick<CatalogStore, 'existingRefs'>,
  reads: Visibility,
): Promise<string | undefined> {
  const document = documentOfItem(item);
  const isLeft = what === 'standing' && !givesStatus(item);
  if (document === undefined || isLeft) {
    return undefined;
  }
  if (!(await catalog.existingRefs([document], seesAll)).has(document)) {
    return undefined;
  }
  const isSeen = (await catalog.existingRefs([document], reads)).has(document);
  return `This debt item is kept by ${
    isSeen ? `the document ${document}` : 'a document of the catalog'
  }; change it there`;
}
