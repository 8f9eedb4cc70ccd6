import type { DebtEstimate, DebtItemContent, DebtStatus } from '../debtItem';

/** An item as files exchange it: what people write of it, and what a register that it comes from knows of it. */
export interface ExchangedDebtItem extends DebtItemContent {
  /** What the system that it comes from calls it; null: it has no name there. */
  externalId: string | null;
  status: DebtStatus;
  /** How it was paid, or why it never will be. */
  resolution: string | null;
  /** Epoch milliseconds; null: whenever the register takes it in. */
  createdAt: number | null;
  /** Epoch milliseconds of when it was paid or given up; null: whenever the register learns of it, or not yet. */
  resolvedAt: number | null;
}

/**
 * What is said of an item, which may be little: a field that is not there is not spoken of, one that is null is said to be empty. An
 * estimate may have some of its fields as well.
 */
export type DebtItemChanges = Partial<Omit<ExchangedDebtItem, 'estimate'>> & {
  estimate?: Partial<DebtEstimate>;
};

/** What is wrong with one field of an item. */
export interface DebtFieldProblem {
  /** Where it is: `title`, `estimate.impact`, `links[2].ref`; empty: the item as a whole. */
  field: string;
  /** What was expected there, to be read after the name of the field. */
  message: string;
}
