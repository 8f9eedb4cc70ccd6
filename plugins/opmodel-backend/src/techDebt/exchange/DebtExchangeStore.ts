import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { DebtVersion } from '../items/DebtItemStore';

/** By what items are looked for that rows of a file may mean. */
export interface SoughtDebtItems {
  ids: readonly string[];
  externalIds: readonly string[];
  /** Items that hang on any of these. */
  entityRefs: readonly string[];
}

/** An item as it is to be, and who makes it that. */
export interface DebtWriting {
  item: DebtItem;
  version: Omit<DebtVersion, 'itemId' | 'version'>;
}

/** A new item in its first version. */
export interface DebtCreation extends DebtWriting {
  /** What it was made from, which nobody is told: there is one item of each key, whoever makes it. Absent: it is one of its own. */
  key?: string;
}

/** What is written together. */
export interface DebtWritings {
  created: readonly DebtCreation[];
  /** Next versions of items, also of those that are created with them. An item is in here once. */
  replaced: readonly DebtWriting[];
}

/** Which of it was written, by the ids of the items. */
export interface DebtWritten {
  created: ReadonlySet<string>;
  replaced: ReadonlySet<string>;
}

/** Reads and writes many items at once, for files and documents. */
export interface DebtExchangeStore {
  /** Items that may be seen and meet any of what is sought, in the order of their ids. */
  listSought(
    sought: SoughtDebtItems,
    visibility: Visibility,
  ): Promise<DebtItem[]>;

  /** Items that were made from something and may be seen, by their keys. */
  listByKeys(
    keys: readonly string[],
    visibility: Visibility,
  ): Promise<Map<string, DebtItem>>;

  /** Items that a document of the catalog names or named, in the order of their ids. */
  listOfDocument(documentRef: string): Promise<DebtItem[]>;

  /**
   * Writes items in one transaction. An item that there is already, or one of its key, document or suggestion, is left out, and so is a
   * version that another one was faster than.
   */
  write(writings: DebtWritings): Promise<DebtWritten>;
}
