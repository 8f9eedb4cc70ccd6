import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import type { DebtNames } from './DebtNames';

/** The document that an item comes from, an entity ref; undefined: it comes from none. */
export function documentOfItem({
  origin,
}: Pick<DebtItem, 'origin'>): string | undefined {
  return origin.type === 'document' ? origin.ref.split('#')[0] : undefined;
}

/** Whether the document of an item no longer names it, so that people keep it. */
export function hasLeftDocument({ origin }: Pick<DebtItem, 'origin'>): boolean {
  return origin.type === 'document' && origin.leftAt !== null;
}

/**
 * Whether the document of an item names it and is in the catalog, so that the item is changed there and not by hand. Of a document that its
 * reader does not see that is believed.
 */
export function isKeptByDocument(
  item: Pick<DebtItem, 'origin'>,
  names: DebtNames,
): boolean {
  const document = documentOfItem(item);
  return (
    document !== undefined &&
    !hasLeftDocument(item) &&
    (names.get(document)?.exists ?? true)
  );
}

/** Whether the document of an item says where it stands. */
export function givesStatus({ origin }: Pick<DebtItem, 'origin'>): boolean {
  return origin.type === 'document' && origin.givesStatus;
}

/** Where an item comes from, as it is told. */
interface ShownDebtOrigin {
  type: DebtItem['origin']['type'];
  source?: string;
  ref?: string;
  /** Instant since when its document no longer names it; null: it does. */
  leftAt?: string | null;
}

/** Where an item comes from, as somebody may know it: not which document, where they do not see that. */
export function shownOrigin(
  { origin }: Pick<DebtItem, 'origin'>,
  names: DebtNames,
): ShownDebtOrigin {
  if (origin.type !== 'document') {
    return origin;
  }
  const { type, ref, leftAt } = origin;
  return names.get(documentOfItem({ origin })!)
    ? { type, ref, leftAt: toInstant(leftAt) }
    : { type };
}

/**
 * Why somebody cannot change by hand what a document keeps; undefined: they can. Where the document has left the catalog, or no longer names
 * the item, nobody keeps it any more.
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
  const isOfPeople =
    hasLeftDocument(item) || (what === 'standing' && !givesStatus(item));
  if (document === undefined || isOfPeople) {
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
