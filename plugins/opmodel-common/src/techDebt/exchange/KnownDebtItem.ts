import type { ExchangedDebtItem } from './exchangedItem';

/** An item that there is. */
export interface KnownDebtItem {
  id: string;
  version: number;
  /** What the document that is read calls it; null: it does not come from this document. */
  name: string | null;
  item: ExchangedDebtItem;
}
