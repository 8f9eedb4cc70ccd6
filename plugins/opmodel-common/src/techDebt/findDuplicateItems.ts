import type { DebtItem, DebtLink, DebtLinkType } from './debtItem';
import { isEndedDebt } from './debtStatusMachine';
import { takeTitleApart, titleSimilarity } from './titleSimilarity';

/** Why an item is taken for the same. */
export type DuplicateReason =
  /** Both are linked to the same thing, of which each item has its own. */
  | { type: 'same_link'; link: DebtLink }
  /** Both are linked to the same thing, which several items may share, such as an incident. */
  | { type: 'shared_evidence'; link: DebtLink }
  | { type: 'similar_title'; similarity: number };

/** An item that another one may be the same as. */
export interface DuplicateItem<Item> {
  item: Item;
  certainty: 'certain' | 'likely';
  /** 0 to 1; 1 where it is certain. */
  score: number;
  /** At least one, the strongest first. */
  reasons: readonly DuplicateReason[];
}

/** What was found, and whether it is all. */
export interface DuplicateSearch<Item> {
  /** The most likely first; of these that are alike, one that is still owed before one that has ended. */
  duplicates: readonly DuplicateItem<Item>[];
  /** Items on the same entities whose titles were left unread, because there are more than are read. */
  unread: number;
}

/** What is looked at of an item that is filed. */
export type FiledItem = Pick<DebtItem, 'title' | 'entityRefs' | 'links'>;

/** What is looked at of the items that are there. */
export type KnownItem = FiledItem &
  Pick<DebtItem, 'id' | 'status' | 'updatedAt'>;

/** Things of which each item has its own: what the link names is the item itself, or what it is about. */
const ownTypes: readonly DebtLinkType[] = [
  'issue',
  'pull_request',
  'check',
  'exemption',
];

/** From this similarity on, titles alone make a duplicate likely. */
const SIMILAR = 0.6;
/** Where evidence is shared as well, less will do. */
const SIMILAR_WITH_EVIDENCE = 0.4;
/** What shared evidence adds to the score, which stays below that of what is certain. */
const EVIDENCE_BONUS = 0.2;
const MOST_UNCERTAIN = 0.99;

/** Titles that are read at most, of the items that changed last. */
const MAXIMUM_READ = 500;
const MAXIMUM_FOUND = 10;

/**
 * Items on the same entities that a new one is likely the same as. Those that have ended are among them: what was paid before may have
 * come back, and is to be reopened. A check or issue on another entity is another debt.
 *
 * The work is bounded: links of all items are compared, titles of the 500 that changed last, and at most ten are told.
 *
 * @param filed - `entityRefs` in the same case as those of the items
 */
export function findDuplicateItems<Item extends KnownItem>(
  filed: FiledItem,
  items: readonly Item[],
): DuplicateSearch<Item> {
  const entities = new Set(filed.entityRefs);
  const links = new Map(filed.links.map(link => [keyOfLink(link), link]));
  const title = takeTitleApart(filed.title);
  const near = items
    .filter(({ entityRefs }) => entityRefs.some(ref => entities.has(ref)))
    .sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1));

  const found = near.flatMap((item, place) => {
    const shared = item.links.filter(link => links.has(keyOfLink(link)));
    const similarity =
      place < MAXIMUM_READ
        ? titleSimilarity(title, takeTitleApart(item.title))
        : 0;
    return judge(item, shared, similarity) ?? [];
  });
  return {
    duplicates: found
      .sort(
        (a, b) =>
          b.score - a.score ||
          Number(isEndedDebt(a.item.status)) -
            Number(isEndedDebt(b.item.status)),
      )
      .slice(0, MAXIMUM_FOUND),
    unread: Math.max(0, near.length - MAXIMUM_READ),
  };
}

function judge<Item>(
  item: Item,
  shared: readonly DebtLink[],
  similarity: number,
): DuplicateItem<Item> | null {
  const same = shared.filter(({ type }) => ownTypes.includes(type));
  const evidence = shared.filter(({ type }) => !ownTypes.includes(type));
  const isSimilar =
    similarity >= (evidence.length > 0 ? SIMILAR_WITH_EVIDENCE : SIMILAR);
  const reasons: DuplicateReason[] = [
    ...same.map(link => ({ type: 'same_link' as const, link })),
    ...(isSimilar ? [{ type: 'similar_title' as const, similarity }] : []),
    ...evidence.map(link => ({ type: 'shared_evidence' as const, link })),
  ];
  if (same.length > 0) {
    return { item, certainty: 'certain', score: 1, reasons };
  }
  const score = Math.min(
    MOST_UNCERTAIN,
    similarity + (evidence.length > 0 ? EVIDENCE_BONUS : 0),
  );
  return isSimilar ? { item, certainty: 'likely', score, reasons } : null;
}

/** What a link is to, however its address is written. */
function keyOfLink({ type, ref }: DebtLink): string {
  return `${type} ${addressOf(ref.trim())}`;
}

/** Hosts have no case, and neither the protocol, a slash at the end nor the place on a page make it another one. */
function addressOf(ref: string): string {
  if (!/^https?:\/\//i.test(ref) || !URL.canParse(ref)) {
    return ref;
  }
  const { host, pathname, search } = new URL(ref);
  return `//${host}${pathname.replace(/\/+$/, '')}${search}`;
}
