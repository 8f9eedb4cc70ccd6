import type {
  DebtAmount,
  DebtCategory,
  DebtItem,
  DebtLinkType,
  DebtSeverity,
  DebtSnapshot,
  DebtStatus,
  PayingOrder,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ComponentFilter } from '../../catalog/ComponentSelection';
import type { Visibility } from '../../catalog/Visibility';
import type { DebtFlowCount } from './debtFlowCounts';

/** One field of an item that a version changed, as it was and as it is. */
export interface DebtFieldChange {
  /** Name of the field in the API: `estimate.principalDays`. */
  field: string;
  before: unknown;
  after: unknown;
}

/** A version of an item: who made it what it is from a moment on. */
export interface DebtVersion {
  itemId: string;
  version: number;
  /** Epoch milliseconds. */
  at: number;
  /** Entity ref of the person, or name of the service. */
  by: string;
  /** What somebody said with it; null: nothing. */
  note: string | null;
  /** Empty for the first one. */
  changes: readonly DebtFieldChange[];
}

/** What somebody says of an item beside it. */
export interface DebtComment {
  id: string;
  itemId: string;
  at: number;
  by: string;
  /** Markdown. */
  text: string;
}

/**
 * Which items are looked at. An item is seen by whoever may see **all** of its entities: its words are about all of them.
 *
 * Several values of a field are alternatives; several fields must all be met.
 */
export interface DebtSelection {
  visibility: Visibility;
  /**
   * Items of which one entity at least is among these; absent: whatever they hang on. An entity that left the catalog is what it was, and
   * belongs to whatever is above its owner today.
   */
  entities?: ComponentFilter;
  /** Items that hang on exactly this entity. */
  entityRef?: string;
  /**
   * Items of which one entity at least counts in this scope today: a system, a domain or a group, itself included. `org`: all items.
   * Whether the caller may see the scope is not asked.
   */
  scopeRef?: string;
  /** Exactly these owners of the item itself. */
  ownerRefs?: readonly string[];
  statuses?: readonly DebtStatus[];
  categories?: readonly DebtCategory[];
  severities?: readonly DebtSeverity[];
  impact?: number;
  likelihood?: number;
  /** Standing items whose target date is before this ISO day. */
  overdueOn?: string;
  /** Standing items whose review date is before this ISO day. */
  reviewDueOn?: string;
  /** Items that were filed before this moment, epoch milliseconds. */
  createdBefore?: number;
  /** Beginnings of words of the title or the description, each of them, in any case. A text without a word finds nothing, a blank one all. */
  text?: string;
  link?: { type: DebtLinkType; ref: string };
}

/**
 * What items are ordered by: titles in any case, statuses as on a board, severities from low to critical, all other texts by their
 * characters. An owner that the reader may not see is no value. Items without a value come last, whatever the direction. Those that are equal are in the order of their ids, which goes in the
 * direction of the order, so that an index is read one way or the other.
 */
export type DebtOrder =
  | 'title'
  | 'createdAt'
  | 'updatedAt'
  | 'statusSince'
  | 'targetDate'
  | 'reviewDate'
  | 'owner'
  | 'status'
  | 'category'
  | 'severity'
  | 'risk'
  | 'interest'
  | 'principal'
  | 'wsjf'
  | 'priority'
  | 'payback';

/** Where a page begins. */
export interface DebtPosition {
  value: string | number | null;
  id: string;
}

/** Which part of a list is read. */
export interface DebtListPage {
  order: DebtOrder;
  descending: boolean;
  limit: number;
  after?: DebtPosition;
  /** How many items the whole list has, where that is known: they are not counted then. */
  total?: number;
}

/** A cell of impact × likelihood. */
export interface DebtMatrixCell {
  impact: number | null;
  likelihood: number | null;
  items: number;
}

/** Items that stand in a status. */
export interface DebtStatusCount extends DebtAmount {
  status: DebtStatus;
}

/** The first items of an order to be paid. */
export interface DebtTop {
  items: DebtItem[];
  /** Items of the whole selection that lack an input of the order. */
  notScored: number;
}

/** By when what is due. */
export interface DebtDeadlines {
  /** ISO day. */
  today: string;
  /** Epoch milliseconds; open items of a severity that were filed before are breaches of its remediation time. */
  filedBefore: Readonly<Record<DebtSeverity, number>>;
}

/** When items were filed. Epoch milliseconds. */
export interface DebtFiled {
  oldest: number;
  /** The one or two in the middle of all. */
  middle: number[];
}

/** How many items are due. */
export interface DebtDueCounts {
  /** Items that are to be paid and whose target date is over. */
  overdue: number;
  /** Standing items whose review date is over. */
  reviewDue: number;
  /** Items that are to be paid and whose remediation time is over. */
  breaches: Record<DebtSeverity, number>;
}

/** Which flow is asked for. */
export interface DebtFlowAsk {
  /** Epoch milliseconds at which each period begins, and at which the last one ends. */
  starts: readonly number[];
  /** Whether items count for the owners and entities that they had at each time, or as if they had always had those of today. */
  ownership: 'now' | 'then';
  /** Items count while these own them. */
  ownerRefs?: readonly string[];
  /** Counts each owner apart. */
  byOwner: boolean;
}

/** Items that somebody answers for. */
export interface DebtOwnerCount {
  ownerRef: string;
  items: number;
}

/** What debt is laid out by: who answers for it, or what its entities belong to today. */
export type DebtPlaceKind = 'owner' | 'system' | 'domain';

/** What of a selection is in one place. */
export interface DebtPlaceCount extends DebtAmount {
  /** Null: nowhere, or where the reader may not see. */
  ref: string | null;
}

/** Which items that are open again are asked for. */
export interface DebtReopenedAsk {
  /** Epoch milliseconds, included. */
  since: number;
  /** Of more than these of one owner, the ones that were opened last are told. */
  perOwner: number;
}

/** An item that was accepted, and is to be paid again. */
export interface ReopenedDebtItem {
  item: DebtItem;
  /** ISO day until which it was accepted when it was opened; null: it is not known. */
  acceptedUntil: string | null;
}

/** Something that is owed on an entity. */
export interface OwedDebt
  extends Pick<
    DebtItem,
    'severity' | 'status' | 'targetDate' | 'reviewDate' | 'createdAt'
  > {
  entityRef: string;
  itemId: string;
  /** Person-days; null: nobody estimated it. */
  principalDays: number | null;
}

/** Keeps the items of the register with all of their versions. Instants are epoch milliseconds. */
export interface DebtItemStore {
  /** @throws ConflictError when there is an item with this id, or another one of the same origin that is unique (a document's, a suggestion's) */
  create(
    item: DebtItem,
    version: Omit<DebtVersion, 'itemId' | 'version' | 'changes'>,
  ): Promise<void>;

  /** Undefined: there is none, or it may not be seen. */
  get(id: string, visibility: Visibility): Promise<DebtItem | undefined>;

  /** Those of these ids that there are and that may be seen, each once, in the order of their ids. */
  listByIds(
    ids: readonly string[],
    visibility: Visibility,
  ): Promise<DebtItem[]>;

  /**
   * Makes an item its next version, which `item.version` is, unless somebody was faster. The fields that differ are found by the store's
   * caller. Who filed it, when and where it came from stay as they were when it was created; a document may begin or cease to say where it
   * stands.
   *
   * @returns whether the version before was still the one that holds
   */
  replace(
    item: DebtItem,
    version: Omit<DebtVersion, 'itemId' | 'version'>,
  ): Promise<boolean>;

  /**
   * Takes an item that was filed by mistake away with all that hangs on it, its versions included.
   *
   * @returns whether it was there in this version
   */
  remove(id: string, version: number): Promise<boolean>;

  /**
   * What items and the catalog around them are, as a text that never comes back once one of them has changed. It says the same for as long
   * as nothing but comments was written.
   */
  readRevision(): Promise<string>;

  /** @throws InputError when the position cannot be one of the order */
  list(
    selection: DebtSelection,
    page: DebtListPage,
  ): Promise<{
    items: { item: DebtItem; position: DebtPosition }[];
    total: number;
  }>;

  /**
   * The items with most of an order, of `payback` with the fewest months: of those that come to the same the smaller one first, then by
   * their ids. What never pays back comes last; what is not scored is not among them.
   */
  listTop(
    selection: DebtSelection,
    asked: { order: PayingOrder; limit: number },
  ): Promise<DebtTop>;

  /**
   * Items that are open since an acceptance of them ended, however much of them was changed since; where anybody changed their status
   * since, they are not among them. The latest first, then in the order of their ids.
   */
  listReopened(
    selection: Pick<DebtSelection, 'visibility' | 'ownerRefs'>,
    asked: DebtReopenedAsk,
  ): Promise<ReopenedDebtItem[]>;

  /** What is owed on each of these entities, whoever may see it, in the order of the entities, then of the items. */
  listOwed(entityRefs: readonly string[]): Promise<OwedDebt[]>;

  /** How many items are in each cell of impact × likelihood that has any; null for those without, which come last. */
  countMatrix(selection: DebtSelection): Promise<DebtMatrixCell[]>;

  /**
   * How many items each owner answers for that has any, in the order of their refs.
   *
   * @param options - `isUndated`: only those without a target date
   */
  countOwners(
    selection: DebtSelection,
    options?: { isUndated?: boolean },
  ): Promise<DebtOwnerCount[]>;

  /**
   * How many items are in each place that has any, those with most first, of these in the order of their refs, and nowhere last. An item counts
   * once in each system or domain of its entities, of what left the catalog in that of its last day there. What may not be seen is told like
   * nothing; an owner that the catalog does not have is told.
   *
   * @returns also how many such places there are, `limit` or not
   */
  countPlaces(
    selection: DebtSelection,
    asked: { by: DebtPlaceKind; limit: number },
  ): Promise<{ places: DebtPlaceCount[]; total: number }>;

  /** How many items stand in each status that has any, with their principal as far as it was estimated; in the order of a board. */
  countStatuses(selection: DebtSelection): Promise<DebtStatusCount[]>;

  /** When the items of a selection were filed; undefined: there are none. */
  readFiled(selection: DebtSelection): Promise<DebtFiled | undefined>;

  /** How many items are due. */
  countDue(
    selection: DebtSelection,
    deadlines: DebtDeadlines,
  ): Promise<DebtDueCounts>;

  /** What items were from each of their versions on, for the flow of debt; in order of the item, then of the version. */
  listSnapshots(selection: DebtSelection): Promise<DebtSnapshot[]>;

  /**
   * How many moves of each kind there were in each period, and what is owed now, of the items of a selection; in any order.
   *
   * @param selection - without owners, which `asked` may name
   */
  countFlow(
    selection: DebtSelection,
    asked: DebtFlowAsk,
  ): Promise<DebtFlowCount[]>;

  /**
   * Keeps what {@link DebtItemStore.countFlow} reads of some items that were written by others.
   *
   * @returns how many there were, at most `limit`
   */
  catchUpFlow(limit: number): Promise<number>;

  /** The latest first. */
  listVersions(
    itemId: string,
    page: { limit: number; before?: number },
  ): Promise<DebtVersion[]>;

  /** @throws NotFoundError when there is no such item */
  addComment(comment: DebtComment): Promise<void>;

  /** The oldest first. */
  listComments(
    itemId: string,
    page: { limit: number; after?: Pick<DebtComment, 'at' | 'id'> },
  ): Promise<DebtComment[]>;

  /** Items by what they came from: promoted suggestions and documents, each ref once. In the order of their ids. */
  findByOrigin(
    origins: readonly { type: 'document' | 'suggestion'; ref: string }[],
  ): Promise<DebtItem[]>;
}
