import type { Visibility } from '../../catalog/Visibility';

/** What is wrong with a document that keeps debt. */
export interface DebtDocumentProblem {
  /** Place of the item in the document, from 1; null: it is about the document. */
  row: number | null;
  /** What the document calls the item; null: it cannot be read. */
  name: string | null;
  /** Path of the field; empty: the item or the document as a whole. */
  field: string;
  message: string;
}

/** A document whose items are kept in sync. */
export interface KeptDebtDocument {
  /** Entity ref, such as `techdebtregister:default/checkout`. */
  ref: string;
  /** The first of what is wrong. */
  problems: readonly DebtDocumentProblem[];
  /** How many items it keeps. */
  items: number;
  /** Epoch milliseconds since when something is wrong with it; null: nothing is. */
  problemsSince: number | null;
  /** Epoch milliseconds of when its items were last made what it says; null: before that was written down. */
  keptAt: number | null;
}

/** Keeps what came of the documents the last time. */
export interface DebtDocumentStore {
  /**
   * In the order of their refs.
   *
   * @param refs - these alone; absent: all
   */
  list(refs?: readonly string[]): Promise<KeptDebtDocument[]>;

  /** How many items that may be seen each of these documents keeps in the register. A document without any is not among them. */
  countItems(
    refs: readonly string[],
    visibility: Visibility,
  ): Promise<Map<string, number>>;

  /** Keeps these instead of what was kept of them. */
  keep(documents: readonly KeptDebtDocument[]): Promise<void>;

  /** Forgets documents that the catalog no longer has. */
  forget(refs: readonly string[]): Promise<void>;
}
